/** The contract between the outbox and whatever keeps its records. */
import type { Durable, Gate, OutboxRecord } from './record.js';
export type Kept = OutboxRecord | Gate;
/** What a step may do. */
export interface Access {
    /** Keys below `prefix` in their order, at most `limit`, from `after` on, without it. */
    keys(prefix: string, limit?: number, after?: string): Promise<string[]>;
    /** What is kept there, save what is of a version that is not understood here. */
    all<T extends Kept = OutboxRecord>(prefix: string, limit?: number, after?: string): Promise<T[]>;
    get<T extends Kept = OutboxRecord>(key: string): Promise<T | undefined>;
    put(record: Kept): void;
    remove(key: string): void;
    clear(): void;
}
/** Runs inside a transaction: it may wait for its `access` and for nothing else. */
export type Step<Result> = (access: Access) => Promise<Result>;
export interface Store {
    readonly durable: Durable;
    /**
     * One atomic step. Resolves once what it changed is committed; `strict`, once it is on the disk, as far as a browser
     * can tell.
     *
     * @throws whatever the storage throws; a store that fails is one to fall back from
     */
    change<Result>(step: Step<Result>, strict?: boolean): Promise<Result>;
}
/** All below `prefix`, the first page of at most `first`; however much there is, one page is in memory at a time. */
export declare function pages(access: Access, prefix: string, first?: number, after?: string): AsyncGenerator<OutboxRecord[]>;
