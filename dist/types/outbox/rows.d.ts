/** A step over records that are all at hand: what it changes is noted, and taken over when it has ended well. */
import type { Kept, Step } from './store.js';
/** What a step changed: the new record of a key, or undefined where it is gone. */
export type Changes = Map<string, Kept | undefined>;
/** Runs `step` over `rows`, which it leaves as they are. */
export declare function changesOf<Result>(rows: ReadonlyMap<string, Kept>, step: Step<Result>): Promise<{
    result: Result;
    changes: Changes;
}>;
