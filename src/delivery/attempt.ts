/** An attempt on a claimed record, and what is to be done about its outcome. */
import { acknowledge, amend, gateOf } from '../outbox/outbox.js';
import type { Gate, OutboxRecord } from '../outbox/record.js';
import type { Step, Store } from '../outbox/store.js';
import { settingsFor } from '../settings/check.js';
import { begun, ended, type Settled } from './follow.js';
import { LATE, send, type Outcome } from './send.js';

/** Why a record waits that was tried without a network: it is due as soon as there is one. */
export const OFFLINE = 'offline';
/** How long to wait after an attempt without a network, unless the browser says before that there is one. */
export const OFFLINE_WAIT = 6e4;

/** What this page may send now, and where. */
export interface Held {
  record: OutboxRecord;
  endpoint: string;
  store: Store;
}

export interface Ended {
  acknowledged: boolean;
  /** Nothing else needs to be tried now. */
  offline: boolean;
  /** Writes down what became of it; part of the next claim. */
  settle: Step<unknown>;
  /** Tells who waits for it, once that is written down. */
  tell: () => void;
}

/** Gates as this page last saw them. */
export let gates = new Map<string, Gate>();

export function noteGates(seen: typeof gates): void {
  gates = seen;
}

/** Sends what is held, with its own `body` or a batch's; `leaving` in a way that outlives the page. */
export async function attempt(held: Held, body: string, leaving?: boolean): Promise<Ended> {
  begun(held.record, leaving);
  return judge(held, await send(held.record, body, held.endpoint, settingsFor(held.record.source), leaving), leaving);
}

/** What follows from `outcome`. */
async function judge(held: Held, outcome: Outcome, leaving?: boolean): Promise<Ended> {
  const { record, endpoint } = held;
  const { acknowledged, status, reason } = outcome;
  const end = (what: string, settle: Step<unknown>, settled: () => Settled | undefined, offline = false): Ended => {
    if (settingsFor(record.source).debug)
      console.info(`[curtsy] ${record.kind} ${record.id}.${record.revision} → ${endpoint}: ${reason}, ${what}`);
    return { acknowledged, offline, settle, tell: () => ended(record, settled()) };
  };
  if (acknowledged) {
    const gate = gates.get(gateOf(endpoint));
    return end(
      'acknowledged',
      (access) => acknowledge(access, record, gate),
      () => outcome,
    );
  }
  // A request that fails because the device is offline, that was not made, or for which the shop's own requests have left no
  // room on a page's leaving, is nobody's failed attempt.
  const offline = !status && (leaving || !navigator.onLine || reason === LATE);
  const at = Date.now();
  const trouble = offline ? undefined : await import('./drain.js').catch(() => undefined);
  if (trouble) {
    const judgement = trouble.judge(held, outcome, at);
    return end(judgement.what, judgement.settle, () => (judgement.refused ? outcome : undefined));
  }
  const last = { status, reason: offline ? OFFLINE : reason, at, endpoint };
  const patch = { last, attempts: record.attempts + (offline ? 0 : 1), nextAt: at + OFFLINE_WAIT, lease: undefined };
  return end('waits', amend(record.key, patch, record.lease?.token), () => undefined, offline);
}
