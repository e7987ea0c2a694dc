import { type Attempt, type Gate, type OutboxRecord } from './record.js';
import { type Access, type Step, type Store } from './store.js';
/** Makes a batch of `first` and others that fit, with its bytes; undefined if there are none, or the shop wants none. */
export type Gather = (access: Access, first: OutboxRecord, fits: (other: OutboxRecord) => boolean) => Promise<{
    batch: OutboxRecord;
    body: string;
} | undefined>;
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
export declare const claim: (store: Store, { endpointOf, early, skip, settle, gather }: Search) => Promise<Claimed>;
/** Puts `record` aside, a batch's members each by themselves, as dead letters: kept to be listed, tried again and exported. */
export declare function bury(access: Access, record: OutboxRecord, last: Attempt): Promise<void>;
