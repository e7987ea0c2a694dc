/**
 * When to look what waits: at boot, when the browser comes online or the page is looked at again, and when the next record falls
 * due. An answer that meets no trouble is sent from here; all else is `drain.ts`, a chunk that comes when it is needed.
 */
import { hasWaiting } from '../outbox/outbox.js';
import { openStores } from '../outbox/stores.js';
import { MARKER } from '../response/hold.js';
import { later } from '../settings/later.js';
import { warnOnce } from '../settings/warn.js';
import { attempt, OFFLINE_WAIT, type Held } from './attempt.js';
import { own } from './follow.js';
import { leave } from './leave.js';

/** What need not wait any longer: what only the network refused, or all but drafts. */
export type Haste = 'network' | 'all';

/** Longer than a draft waits, or a claim holds. */
const LOOK_AFTER = 65e3;
/**
 * When to try while the browser says that it is offline, which it also says in error. Not at once: a page that is closed with
 * a claim in hand would keep the next one waiting.
 */
const OFFLINE_LOOK = 5e3;

let drainer: Promise<typeof import('./drain.js')> | undefined;
let alarm: ReturnType<typeof setTimeout> | undefined;
let alarmAt = Infinity;

/** Begins to listen, and sends what is due. */
export function startDelivery(): void {
  addEventListener('online', () => look('network'));
  addEventListener('pageshow', wake);
  addEventListener('pagehide', leaving);
  addEventListener('storage', ({ key, newValue }) => {
    // Another tab has put something: should that tab be gone by then, this one sees to it. Or it has sent all there was.
    if (key === MARKER) wakeAt(Date.now() + (newValue ? LOOK_AFTER : 0));
  });
  document.addEventListener('visibilitychange', (event) => (document.hidden ? leaving(event) : wake()));
  wake();
}

/** Looks as soon as may be. */
export function wake(): void {
  if (navigator.onLine) look();
  else wakeAt(Date.now() + OFFLINE_LOOK);
}

/** Looks at `time`, if not before. */
export function wakeAt(time: number): void {
  if (time >= alarmAt) return;
  clearTimeout(alarm);
  alarmAt = time;
  // A timer takes at most 2^31 ms; a day is plenty, since every page looks again.
  alarm = setTimeout(look, Math.min(Math.max(time - Date.now(), 0) + 5, 864e5));
}

/** What `sendAtOnce` is sending, for who waits for all of it. */
export const atOnce = new Set<Promise<boolean>>();

/** Sends `held`, which this page claimed when it stored it. */
export function sendAtOnce(held: Held): void {
  const send = async () => {
    const { acknowledged, settle, tell } = await attempt(held, held.record.body);
    await hasWaiting(held.store, settle);
    tell();
    if (!acknowledged) wake();
    return acknowledged;
  };
  const sending = send();
  atOnce.add(sending);
  trying(() => sending.finally(() => atOnce.delete(sending)));
}

/** Sends what is due, and what `haste` names besides. Resolves with the number delivered. */
export async function drain(haste?: Haste): Promise<number> {
  return (await (drainer ??= later(() => import('./drain.js')))).drain(haste);
}

function look(haste?: Haste): void {
  alarmAt = Infinity;
  trying(async () => {
    let waiting = own.size > 0;
    // One that can't say may hold up no other.
    for (const store of await openStores()) waiting ||= await hasWaiting(store).catch(() => true);
    if (waiting) await drain(haste);
  });
}

function leaving({ type }: Event): void {
  trying(() => leave(type === 'pagehide').then(wake));
}

/** Storage that fails is asked again later. */
function trying(work: () => Promise<unknown>): void {
  work().catch((error: unknown) => {
    warnOnce('storage-failed', String(error));
    wakeAt(Date.now() + OFFLINE_WAIT);
  });
}
