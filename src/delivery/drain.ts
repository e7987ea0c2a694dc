/**
 * Drains the outbox, one record after the other, so that a claim is always as fresh as its request. The door of a chunk with
 * all that an answer on its straight way does not need: what is due and when, what a failure means, batches.
 */
import { bodyOf, gather } from '../outbox/batch.js';
import { claim, type Gather, type Search } from '../outbox/claim.js';
import { gateOf } from '../outbox/outbox.js';
import { DEAD, membersOf, WAITING, type OutboxRecord } from '../outbox/record.js';
import type { Access, Store } from '../outbox/store.js';
import { openStores } from '../outbox/stores.js';
import { settingsFor } from '../settings/check.js';
import { warnOnce } from '../settings/warn.js';
import { attempt, noteGates, OFFLINE, OFFLINE_WAIT, type Ended } from './attempt.js';
import { wake, wakeAt, type Haste } from './delivery.js';
import { destinations } from './destinations.js';
import { own } from './follow.js';

export { judge } from './trouble.js';

/** Called when it is written down what an attempt came to. */
export const watchers = new Set<() => void>();

let draining: Promise<number> | undefined;
let again = false;

/**
 * Sends everything that is due, or that `haste` names, one after the other. Resolves with the number delivered. A
 * call while one is under way joins it, and what came in meanwhile is sent too; one in haste comes after it.
 */
export function drain(haste?: Haste): Promise<number> {
  if (draining) {
    again = true;
    return haste ? draining.then(() => drain(haste)) : draining;
  }
  return (draining = drainStores(haste).finally(() => {
    draining = undefined;
    // Asked for when the last look was over.
    if (again) wake();
  }));
}

async function drainStores(haste?: Haste): Promise<number> {
  let delivered = 0;
  let next: number;
  for (let hurry = haste; ; hurry = undefined) {
    again = false;
    next = Infinity;
    for (const store of await openStores()) {
      try {
        const drained = await drainStore(store, hurry);
        delivered += drained.delivered;
        next = Math.min(next, drained.wakeAt);
      } catch (error) {
        // A store that fails holds up no other, and is asked again.
        warnOnce('storage-failed', String(error));
        next = Math.min(next, Date.now() + OFFLINE_WAIT);
      }
    }
    await tellOfOthers();
    // After haste, a calm look finds when to look next.
    if (!again && !hurry) break;
  }
  wakeAt(next);
  return delivered;
}

async function drainStore(store: Store, haste?: Haste): Promise<{ delivered: number; wakeAt: number }> {
  const tried = new Set<string>();
  const early: Search['early'] = (waiting) => {
    if (tried.has(waiting.key)) return false;
    if (haste === 'all') return !(waiting as OutboxRecord).draft;
    return haste ? waiting.last?.status === 0 : navigator.onLine && waiting.last?.reason === OFFLINE;
  };
  let delivered = 0;
  for (let ended: Ended | undefined; ;) {
    const claimed = await claim(store, {
      endpointOf: destinations(),
      early,
      skip: haste && tried,
      settle: ended?.settle,
      gather: gatherAsSet,
    });
    if (ended) {
      ended.tell();
      watchers.forEach((watcher) => watcher());
    }
    noteGates(claimed.gates);
    const { record, endpoint, body, wakeAt: at } = claimed;
    if (!record) return { delivered, wakeAt: at };
    tried.add(record.key);
    const bytes = body || (await bodyOf(store, record));
    ended = bytes === undefined ? undefined : await attempt({ record, endpoint: endpoint!, store }, bytes);
    if (!ended) continue;
    if (ended.acknowledged) delivered += membersOf(record).length;
    // One that fails again speaks for all that go there.
    else if (haste !== 'all') tried.add(gateOf(endpoint!));
    if (ended.offline) {
      await store.change(ended.settle);
      ended.tell();
      return { delivered, wakeAt: Date.now() + OFFLINE_WAIT };
    }
  }
}

/** Puts responses together where the shop allows it. */
const gatherAsSet: Gather = async (access, first, fits) => {
  const { batch } = settingsFor(first.source);
  const isArray = /^application\/(json|cloudevents-batch\+json)/.test(first.contentType);
  return batch > 1 && isArray ? gather(access, first, fits, batch) : undefined;
};

/** Tells of what another page has settled; the status of an acknowledgement is known to that page alone. */
async function tellOfOthers(): Promise<void> {
  for (const store of await openStores()) {
    // What is gone from localStorage may have been moved to the better store, by a page that could open it.
    if (store.durable !== 'indexeddb') continue;
    const keys = [...own].flatMap(([key, mine]) => (mine.store === store && !mine.sending ? [key] : []));
    if (keys.length === 0) continue;
    const look = async (access: Access, key: string) =>
      [key, await access.get(key), await access.get(key.replace(WAITING, DEAD))] as const;
    const found = await store.change((access) => Promise.all(keys.map((key) => look(access, key))));
    for (const [key, waiting, letter] of found) {
      const mine = own.get(key);
      if (waiting || !mine || mine.sending) continue;
      own.delete(key);
      mine.settled({ acknowledged: !letter, status: 0, reason: '', ...letter?.last });
    }
  }
}
