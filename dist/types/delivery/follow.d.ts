/** What this page stored and has not seen settled: who waits for it, and how it stands. */
import { type OutboxRecord } from '../outbox/record.js';
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
export declare const storing: Map<string, (left?: boolean) => void>;
/** By the records' keys. */
export declare const own: Map<string, Own>;
/** Follows `stored` until it is settled; `settled` is called at most once, and not after this page is gone. */
export declare function follow(stored: Stored, settled: Own['settled']): void;
/** Whether this page has a draft of `id` that was not released. */
export declare const hasDraft: (id: string) => boolean;
/** Forgets the draft of `id`, which was cleared, or all of it that was `released` too; without `id`, all that was not settled. */
export declare function unfollow(id?: string, released?: boolean): void;
/** An attempt on `record`, which may be a batch, begins. */
export declare function begun(record: OutboxRecord, lasting?: boolean): void;
/** The attempt on `record` has ended; with `settled`, for good. */
export declare function ended(record: OutboxRecord, settled?: Settled): void;
