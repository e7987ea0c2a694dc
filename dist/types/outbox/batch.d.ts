import { type OutboxRecord } from './record.js';
import { type Access, type Store } from './store.js';
/** Makes a batch of `first` and the next that `fit`, at most `most`, of one kind of body; undefined if it stays alone. */
export declare function gather(access: Access, first: OutboxRecord, fits: (other: OutboxRecord) => boolean, most: number): Promise<{
    batch: OutboxRecord;
    body: string;
} | undefined>;
/** Two batches in the place of one that was too much. */
export declare function halve(access: Access, batch: OutboxRecord): void;
/**
 * The bytes of a batch that was made before. Where a member is gone, by itself or by its page's leaving, they can't be the same
 * again: then the batch is taken apart.
 */
export declare function bodyOf(store: Store, batch: OutboxRecord): Promise<string | undefined>;
