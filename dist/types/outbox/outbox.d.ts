import type { Durable, OutboxRecord } from './record.js';
import type { Step, Store } from './store.js';
/** Beginnings of a record's key. */
export declare const WAITING = "q/";
export declare const DEAD = "d/";
/** Opens the store, once a page; where IndexedDB can't be used, answers live in memory. */
export declare function openOutbox(): Promise<Store>;
/** One step over the records of `prefix`, as `Store.change`. */
export declare const change: <Result>(prefix: string, step: Step<Result>) => Promise<Result>;
/** What `put` needs to know of a record; `wire` is asked within the transaction, for the revision found there. */
export type NewRecord = Pick<OutboxRecord, 'id' | 'kind' | 'source' | 'endpoint' | 'expiresAt' | 'draft' | 'nextAt'> & {
    wire: (revision: number) => {
        contentType: string;
        body: string;
    };
};
/**
 * Stores a response and resolves once it is committed. A draft of the same id is replaced; what was released meanwhile
 * is left as it is, and this becomes the revision after it, or after `lastRevision`, which was delivered and is gone. With
 * `adopt`, what is there of that id is enough.
 */
export declare function put(fresh: NewRecord, lastRevision: number, adopt: boolean): Promise<{
    record: OutboxRecord;
    durable: Durable;
}>;
/** Deletes the draft of `id`, if it has not been released. */
export declare const removeDraft: (id: string) => Promise<void>;
export interface Claimed {
    record?: OutboxRecord | undefined;
    /** When to look again if nothing is due now, in epoch milliseconds. */
    wakeAt: number;
    /** Keys of all that was looked at. */
    keys: string[];
}
/**
 * Takes the oldest due record for this page, for 45 seconds, and releases it if it was a draft. `endpointOf` resolves where
 * a record would go now; one without an endpoint waits, and one whose endpoint was corrected since its last attempt is due
 * at once, as is one that `early` names. With `key`, that record alone, due or not.
 */
export declare const claim: (endpointOf: (record: OutboxRecord) => string | undefined, early?: (record: OutboxRecord) => boolean, key?: string) => Promise<Claimed>;
/** Ends whatever holds `record` back, a claim of this page or its being a draft: it is due now. */
export declare const release: ({ key }: OutboxRecord) => Promise<void>;
/** The dead letter that the record of `key` became, if it did. */
export declare const deadLetter: (key: string) => Promise<OutboxRecord | undefined>;
/** The endpoint has it: gone, whoever holds the claim. */
export declare const acknowledge: ({ key }: OutboxRecord) => Promise<void>;
/**
 * Ends the claim on `record`: it waits on as `patch` says or, `forGood`, becomes a dead letter, kept to be listed, retried and
 * exported. Nothing is changed if another page has claimed or acknowledged it meanwhile.
 */
export declare const settle: (record: OutboxRecord, patch: Partial<OutboxRecord>, forGood: boolean) => Promise<void>;
