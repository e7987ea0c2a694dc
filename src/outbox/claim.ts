/** Who may send what now: the oldest that is due, one at a time, by one page, for no longer than a lease. */
import { markWaiting } from '../response/hold.js';
import { warnOnce } from '../settings/warn.js';
import { gateOf, markEmpty, newLease } from './outbox.js';
import { BATCH, DEAD, GATE, isHeld, membersOf, WAITING, type Attempt, type Gate, type OutboxRecord } from './record.js';
import { pages, type Access, type Step, type Store } from './store.js';

/** A time further ahead than we ever set one was set under another clock: it counts as past. */
const ABSURD_WAIT = 9e7;

/** Makes a batch of `first` and others that fit, with its bytes; undefined if there are none, or the shop wants none. */
export type Gather = (
  access: Access,
  first: OutboxRecord,
  fits: (other: OutboxRecord) => boolean,
) => Promise<{ batch: OutboxRecord; body: string } | undefined>;

/** What to look for. */
export interface Search {
  /** Where a record would go now; one without an endpoint waits. */
  endpointOf: (record: OutboxRecord) => string | undefined;
  /** Whether a record or a gate need not wait any longer. */
  early?: (waiting: OutboxRecord | Gate) => boolean;
  /** What is not to be taken again. */
  skip?: ReadonlySet<string> | undefined;
  /** What became of the last claim; done first, in the same transaction. */
  settle?: Step<unknown> | undefined;
  gather?: Gather;
}

export interface Claimed {
  record?: OutboxRecord;
  /** What to send: its own body, or that of the batch that was made now. */
  body?: string;
  /** Where it goes. */
  endpoint?: string;
  /** When to look again if nothing is due now, in epoch milliseconds. */
  wakeAt: number;
  /** Gates by their keys. */
  gates: Map<string, Gate>;
}

/**
 * Takes the oldest due record for this page, for 45 seconds, and releases it if it was a draft. One whose endpoint was corrected
 * since its last attempt is due at once. Where a destination has failed, one record at a time probes it, each time the next.
 */
export const claim = (
  store: Store,
  { endpointOf, early = () => false, skip, settle, gather }: Search,
): Promise<Claimed> =>
  store.change(async (access) => {
    await settle?.(access);
    const now = Date.now();
    // Most often the first is the one; it is asked for beside the others.
    const waiting = pages(access, WAITING, 4);
    const first = waiting.next();
    // Where the transaction fails, what is read next says so.
    first.catch(() => {});
    const [gateList, batches] = await Promise.all([access.all<Gate>(GATE), access.all(BATCH)]);
    const gates = new Map(gateList.map((gate) => [gate.key, gate]));
    const inBatch = new Set(batches.flatMap(({ keys }) => keys));
    const ahead = (waiting?: OutboxRecord | Gate) =>
      waiting && waiting.nextAt < now + ABSURD_WAIT && !early(waiting) ? waiting.nextAt : 0;

    /** When `record` is due at `endpoint`. */
    const dueAt = (record: OutboxRecord, endpoint: string): number => {
      const { lease, last } = record;
      if (isHeld(record, now)) return lease!.until;
      const mended = last && last.endpoint !== endpoint;
      return Math.max(mended ? 0 : ahead(record), ahead(gates.get(gateOf(endpoint))));
    };

    const take = async (due: OutboxRecord, endpoint: string): Promise<Claimed> => {
      const fits = (other: OutboxRecord) =>
        isUntried(other) &&
        !inBatch.has(other.key) &&
        !skip?.has(other.key) &&
        other.expiresAt > now &&
        endpointOf(other) === endpoint &&
        dueAt(other, endpoint) <= now;
      const made = isUntried(due) ? await gather?.(access, due, fits) : undefined;
      const record = made?.batch ?? due;
      // An expired lease was an attempt that nobody lived to report.
      const attempts = record.attempts + (record.lease ? 1 : 0);
      const taken = { ...record, draft: false, attempts, lease: newLease() };
      access.put(taken);
      const gate = gates.get(gateOf(endpoint));
      if (gate?.attempts) access.put({ ...gate, nextAt: taken.lease.until, probe: record.key });
      return { record: taken, body: made?.body ?? due.body, endpoint, wakeAt: now, gates };
    };

    let wakeAt = Infinity;
    let isEmpty = true;
    let wrapped: [OutboxRecord, string] | undefined;
    for await (const page of inOrder(batches, first, waiting)) {
      for (const record of page) {
        isEmpty = false;
        if (inBatch.has(record.key) || skip?.has(record.key)) continue;
        if (record.expiresAt <= now && !isHeld(record, now)) {
          await bury(access, record, { status: 0, reason: 'older than maxAge', at: now, endpoint: '' });
          warnOnce('expired', record.key);
          continue;
        }
        const endpoint = endpointOf(record);
        if (!endpoint) continue;
        const time = dueAt(record, endpoint);
        const gate = gates.get(gateOf(endpoint));
        if (time > now) wakeAt = Math.min(wakeAt, time);
        else if (gate?.attempts && record.key <= (gate.probe ?? '')) wrapped ??= [record, endpoint];
        else return take(record, endpoint);
      }
    }
    if (wrapped) return take(...wrapped);
    if (isEmpty) gates.forEach((gate) => access.remove(gate.key));
    if (isEmpty) markEmpty(store);
    else markWaiting(true, false);
    return { wakeAt, gates };
  });

/** What may have been received under its own key goes under no other; a draft may have been sent by a page that was left. */
const isUntried = ({ keys, draft, lease, last }: OutboxRecord): boolean => !keys && !draft && !lease && !last;

/** Batches, and then what is in none. */
async function* inOrder(
  batches: OutboxRecord[],
  first: Promise<IteratorResult<OutboxRecord[]>>,
  others: AsyncGenerator<OutboxRecord[]>,
): AsyncGenerator<OutboxRecord[]> {
  yield batches;
  yield (await first).value as OutboxRecord[];
  yield* others;
}

/** Puts `record` aside, a batch's members each by themselves, as dead letters: kept to be listed, tried again and exported. */
export async function bury(access: Access, record: OutboxRecord, last: Attempt): Promise<void> {
  for (const key of membersOf(record)) {
    const letter = await access.get(key);
    access.remove(key);
    if (letter) access.put({ ...letter, last, lease: undefined, key: key.replace(WAITING, DEAD) });
  }
  access.remove(record.key);
}
