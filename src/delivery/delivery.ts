/**
 * When to drain the outbox: at once after a submit, at boot, when the browser comes online or the page is looked at
 * again, and when the next record falls due. One record at a time, so a claim is always as fresh as its request.
 */
import { acknowledge, claim, deadLetter, openOutbox, release, settle, type Claimed } from '../outbox/outbox.js';
import type { OutboxRecord } from '../outbox/record.js';
import type { Store } from '../outbox/store.js';
import { MARKER } from '../response/hold.js';
import { checked, settingsFor } from '../settings/check.js';
import { pageQueue } from '../settings/page-queue.js';
import { warnOnce } from '../settings/warn.js';
import { configurationDelay, retryDelay } from './schedule.js';
import { send, type Outcome } from './send.js';

/** What became of a record, for the element that waits for it. */
export type Settled = Pick<Outcome, 'verdict' | 'status' | 'reason'>;

/** Why a record waits that was tried without a network: it is due as soon as there is one. */
const OFFLINE = 'offline';
/** Longer than a draft waits, or a claim holds. */
const LOOK_AFTER = 65e3;
/** How long to wait while the browser says it is offline, unless it says otherwise before. */
const OFFLINE_WAIT = 6e4;
/** What may still be in flight when a page goes, as the sum of its keepalive bodies (the browser's limit is 64 KiB). */
const LEAVE_BYTES = 48 * 1024;

/** A record of this page that has not been settled: its newest bytes, who waits, and how it stands. */
interface Own {
  record: OutboxRecord;
  settled: (settled: Settled) => void;
  store: Promise<Store>;
  sending?: boolean;
  /** What is sending outlives the page. */
  lasting?: boolean | undefined;
}

const own = new Map<string, Own>();
/** Sources that elements of this page name. */
const sources = new Set<string>();

let draining: Promise<number> | undefined;
let again = false;
let alarm: ReturnType<typeof setTimeout> | undefined;
let alarmAt = Infinity;

/** Begins to listen, and sends what is due. */
export function startDelivery(): void {
  addEventListener('online', wake);
  addEventListener('pageshow', wake);
  // Another tab has put something: should that tab be gone by then, this one sees to it.
  addEventListener('storage', ({ key, newValue }) => key === MARKER && newValue && wakeAt(Date.now() + LOOK_AFTER));
  addEventListener('pagehide', leave);
  document.addEventListener('visibilitychange', (event) => (document.hidden ? leave(event) : wake()));
  wake();
}

/** Follows `record` until it is settled; `settled` is called at most once, and not after this page is gone. */
export function follow(record: OutboxRecord, settled: Own['settled']): void {
  own.set(record.key, { record, settled, store: openOutbox() });
  sources.add(record.source);
}

/** Whether this page has a draft of `id` that was not released. */
export const hasDraft = (id: string): boolean =>
  [...own.values()].some(({ record }) => record.id === id && record.draft);

/** Forgets the draft of `id`, which was cleared; without `id`, all that was not settled. */
export function unfollow(id?: string): void {
  own.forEach(({ record }, key) => (!id || (record.id === id && record.draft)) && own.delete(key));
}

/** Drains as soon as may be; failures wait for their time, so this never rejects. */
export function wake(event?: Event): void {
  // Back online, what only the network refused need not wait any longer.
  const early = event?.type === 'online' ? ({ last }: OutboxRecord) => last?.status === 0 : undefined;
  drain(early).catch((error: unknown) => {
    warnOnce('storage-failed', String(error));
    alarmAt = Infinity;
    wakeAt(Date.now() + OFFLINE_WAIT);
  });
}

/**
 * Sends everything that is due, and what `early` names besides, one after the other. Resolves with the number delivered. A
 * call while one is under way joins it, and what came in meanwhile is sent too; one with `early` comes after it.
 */
export function drain(early?: (record: OutboxRecord) => boolean): Promise<number> {
  if (draining) {
    again = true;
    return early ? draining.then(() => drain(early)) : draining;
  }
  return (draining = drainOnce(early).finally(() => {
    draining = undefined;
    // Asked for when the last look was over.
    if (again) wake();
  }));
}

async function drainOnce(early?: (record: OutboxRecord) => boolean): Promise<number> {
  const tried = new Set<string>();
  for (let delivered = 0; ;) {
    again = false;
    const waiting = [...own.keys()];
    const claimed = await claim(
      endpoints(),
      (record) =>
        !tried.has(record.key) && ((navigator.onLine && record.last?.reason === OFFLINE) || !!early?.(record)),
    );
    const { record } = claimed;
    if (record) {
      tried.add(record.key);
      if ((await attempt(record, claimed)) === 'acknowledged') delivered++;
    } else {
      await settledElsewhere(waiting.filter((key) => !claimed.keys.includes(key)));
      if (again) continue;
      alarmAt = Infinity;
      wakeAt(claimed.wakeAt);
      return delivered;
    }
  }
}

/** What this page waited for and another page settled; the status of an acknowledgement is known to that page alone. */
async function settledElsewhere(keys: string[]): Promise<void> {
  for (const key of keys) {
    const mine = own.get(key);
    // What is in another store than today's, since that one failed, is not settled by being missing in this one.
    if (!mine || mine.sending || mine.store !== openOutbox()) continue;
    own.delete(key);
    const letter = await deadLetter(key);
    mine.settled({ verdict: letter ? 'rejected' : 'acknowledged', status: 0, reason: '', ...letter?.last });
  }
}

/** Drains at `time`, if not before. */
function wakeAt(time: number): void {
  if (time >= alarmAt) return;
  clearTimeout(alarm);
  alarmAt = time;
  // A timer takes at most 2^31 ms; a day is plenty, since every page looks again.
  alarm = setTimeout(wake, Math.min(Math.max(time - Date.now(), 0) + 5, 864e5));
}

/**
 * Where records would go now: nowhere while their source is not on this page, or has no endpoint. Settings are read once a
 * source, since this is asked for every record that waits.
 */
function endpoints(): (record: OutboxRecord) => string | undefined {
  const known = new Map<string, string | undefined>();
  for (const source of [
    ...sources,
    settingsFor().source,
    ...(pageQueue().tags ?? []).map((tag) => tag.source as string),
  ]) {
    known.set(source, settingsFor(source).endpoint);
  }
  return (record) => {
    if (!known.has(record.source)) return;
    const usual = known.get(record.source);
    const endpoint = record.endpoint
      ? (checked('endpoint', 'url', record.endpoint, usual) as string | undefined)
      : usual;
    if (!endpoint) warnOnce('no-endpoint');
    return endpoint;
  };
}

/**
 * Sends `record` and settles it. `claimed` holds the claim that this page has on it, or none if another page was faster;
 * the request starts before this returns, so that it also works while the page is left.
 */
async function attempt(
  record: OutboxRecord,
  claimed: Partial<Claimed> | Promise<Partial<Claimed>>,
  leaving?: boolean,
): Promise<string> {
  const settings = settingsFor(record.source);
  const endpoint = endpoints()(record)!;
  const mine = own.get(record.key);
  if (mine) Object.assign(mine, { record, sending: true, lasting: leaving });
  const { verdict, status, reason, wait } = await send(record, endpoint, settings, leaving);
  if (settings.debug)
    console.info(`[curtsy] ${record.kind} ${record.id}.${record.revision} → ${endpoint}: ${verdict}, ${reason}`);

  const held = (await claimed).record ?? record;
  const at = Date.now();
  const last = { status, reason, at, endpoint };
  const patch: Partial<OutboxRecord> = { last };
  let delay = OFFLINE_WAIT;
  if (verdict === 'rejected') {
    warnOnce('refused', endpoint, reason);
  } else if (verdict === 'configuration') {
    warnOnce('endpoint', endpoint, reason);
    delay = configurationDelay((patch.waits = held.waits + 1));
  } else if (verdict === 'retry' && (status || navigator.onLine)) {
    // A send that failed because the device is offline is nobody's failed attempt.
    delay = retryDelay((patch.attempts = held.attempts + 1));
    if (/^TypeError/.test(reason) && new URL(endpoint).origin !== location.origin) warnOnce('cors', endpoint);
  } else if (verdict === 'retry') {
    last.reason = OFFLINE;
  }
  patch.nextAt = at + (wait ?? delay);

  const done = verdict === 'acknowledged';
  const refused = verdict === 'rejected';
  await (done ? acknowledge(held) : settle(held, patch, refused));
  if (mine) mine.sending = false;
  if (done || refused) {
    own.delete(record.key);
    mine?.settled({ verdict, status, reason });
  }
  return verdict;
}

/** The page is being left: its drafts are released, and what it is sending is sent in a way that outlives it. */
function leave(event: Event): void {
  let room = LEAVE_BYTES;
  const endpointOf = endpoints();
  for (const { record, sending, lasting } of own.values()) {
    const { draft, key, body } = record;
    // A page that is only hidden goes on sending; one that is unloaded needs a lasting copy of what is under way.
    const copy = sending && !lasting && event.type === 'pagehide';
    const endpoint = (draft || copy) && endpointOf(record);
    const { size } = new Blob([body]);
    if (!endpoint || size > room) continue;
    room -= size;
    // Without a network nothing can be sent now; whoever comes next shall not wait for this page's claim to end.
    if (!navigator.onLine) release(record).catch(() => {});
    else if (copy) void send(record, endpoint, settingsFor(record.source), true);
    else {
      // Where storage fails now, the request is all that can be done.
      const claimed = claim(endpointOf, undefined, key).catch(() => ({}));
      attempt({ ...record, draft: false }, claimed, true).then(
        () => wake(),
        () => {},
      );
    }
  }
}
