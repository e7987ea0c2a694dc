import { type Gate, type OutboxRecord } from './record.js';
import type { Access, Step, Store } from './store.js';
/** Longest body, in bytes: with it the browser's limit for requests that outlive their page leaves room for others. */
export declare const MAX_BODY: number;
/** A claim's length: one request's time-out of 20 s and slack for slow commits. */
export declare const LEASE = 45000;
/** What `put` needs to know of a record; `wire` is asked once a revision, so that a revision has one body wherever it is stored. */
export type NewRecord = Pick<OutboxRecord, 'id' | 'kind' | 'source' | 'endpoint' | 'expiresAt' | 'draft' | 'nextAt'> & {
    wire: (revision: number) => {
        contentType: string;
        body: string;
    };
};
/** Where a record goes and what it may be. */
export interface Placing {
    /** The newest revision that was stored before; it may have been delivered, and be gone. */
    lastRevision: () => number;
    /** What is there of that id is enough: it comes from another page. */
    adopt: boolean;
    /** How many answers may wait, and how many bytes they may take. */
    maxPending: number;
    maxBytes: number;
    /** This page has sent the draft that is there, or let go of it: it is not replaced, whatever the store says of it. */
    released?: boolean;
    /** If nothing else waits, this page takes it at once, to send it. */
    claims: boolean;
    /** Called before IndexedDB is replaced, which takes its time. */
    rescue: () => void;
}
export interface Stored {
    record: OutboxRecord;
    store: Store;
    /** This page has claimed it. */
    claimed?: boolean;
}
/**
 * Stores a response and resolves once it is committed. A draft of the same id is replaced; what was released meanwhile
 * is left as it is, and this becomes the revision after it. Where a store fails, the next best takes it.
 *
 * @throws {CurtsyError} outbox-full, response-too-large: a limit is reached; what waits is left as it is
 */
export declare function put({ wire, ...rest }: NewRecord, placing: Placing): Promise<Stored>;
/** In bytes. */
export declare const sizeOf: (body: string) => number;
/**
 * Deletes the draft of `id`, if it has not been released; with `released` also what was, if no attempt to send any of it has begun.
 * Resolves whether something was deleted.
 */
export declare function remove(id: string, released?: boolean): Promise<boolean>;
/** A claim of this page, from now on. */
export declare const newLease: () => NonNullable<OutboxRecord["lease"]>;
/** Changes what is kept below `key`; nothing where it is gone, or where a page holds it with another claim than that of `token`. */
export declare const amend: (key: string, patch: Partial<OutboxRecord>, token?: number) => Step<OutboxRecord | undefined>;
/** The endpoint has `record`: gone, whoever holds the claim. Its destination, which had failed if it has a `gate`, is well again. */
export declare function acknowledge(access: Access, record: OutboxRecord, gate?: Gate): Promise<void>;
/** Whether anything waits in `store`, once `settle` is done. If not, other pages need not look. */
export declare const hasWaiting: (store: Store, settle?: Step<unknown>) => Promise<boolean>;
/** `store` is empty: if it is the best one, and nothing is left in the next, nobody need look. */
export declare function markEmpty(store: Store): void;
/** Key of the gate of `endpoint`. */
export declare const gateOf: (endpoint: string) => string;
