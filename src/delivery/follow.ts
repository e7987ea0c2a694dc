/** What this page stored and has not seen settled: who waits for it, and how it stands. */
import { membersOf, type OutboxRecord } from '../outbox/record.js';
import type { Stored } from '../outbox/outbox.js';
import type { Outcome } from './send.js';

/** What became of a record, for the element that waits for it. */
export type Settled = Pick<Outcome, 'acknowledged' | 'status' | 'reason'>;

export interface Own extends Stored {
  settled: (settled: Settled) => void;
  /** An attempt has begun here. */
  tried?: boolean;
  /** It is under way. */
  sending?: boolean;
  /** What is under way outlives the page, or is not this record's alone to repeat. */
  lasting?: boolean | undefined;
}

/** Ids that are being stored now; each holds the answer elsewhere, should its store fail or the page be left (`left`) before. */
export const storing = new Map<string, (left?: boolean) => void>();
/** By the records' keys. */
export const own = new Map<string, Own>();

/** Follows `stored` until it is settled; `settled` is called at most once, and not after this page is gone. */
export function follow(stored: Stored, settled: Own['settled']): void {
  own.set(stored.record.key, { ...stored, settled });
}

/** Whether this page has a draft of `id` that was not released. */
export const hasDraft = (id: string): boolean =>
  [...own.values()].some(({ record }) => record.id === id && record.draft);

/** Forgets the draft of `id`, which was cleared, or all of it that was `released` too; without `id`, all that was not settled. */
export function unfollow(id?: string, released?: boolean): void {
  own.forEach(({ record }, key) => (!id || (record.id === id && (released || record.draft))) && own.delete(key));
}

/** An attempt on `record`, which may be a batch, begins. */
export function begun(record: OutboxRecord, lasting?: boolean): void {
  for (const key of membersOf(record)) {
    const mine = own.get(key);
    if (!mine) continue;
    mine.record = record.keys ? { ...mine.record, draft: false } : record;
    Object.assign(mine, { tried: true, sending: true, lasting: lasting || !!record.keys });
  }
}

/** The attempt on `record` has ended; with `settled`, for good. */
export function ended(record: OutboxRecord, settled?: Settled): void {
  for (const key of membersOf(record)) {
    const mine = own.get(key);
    if (mine) mine.sending = false;
    if (settled) {
      own.delete(key);
      mine?.settled(settled);
    }
  }
}
