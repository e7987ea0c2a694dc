/** The contract between the outbox and whatever keeps its records. */
import type { Durable, OutboxRecord } from './record.js';
/** Looks at `records`, puts and removes what it decides to, and gives a result. It runs inside a transaction: it may not wait. */
export type Step<Result> = (records: OutboxRecord[], put: (record: OutboxRecord) => void, remove: (key: string) => void) => Result;
export interface Store {
    readonly durable: Durable;
    /**
     * One atomic step over the records whose keys begin with `prefix`, in key order. Resolves once what it changed is committed.
     */
    change<Result>(prefix: string, step: Step<Result>): Promise<Result>;
}
