/** A stay in the shop: all tabs together, until nobody has stirred for half an hour. */
export interface Visit {
    /** Which visit of this browser it is, as far as is remembered. */
    number: number;
    startedAt: number;
    /** The last sign of life. */
    seenAt: number;
    /** How many pages were looked at. */
    pages: number;
    /** The prompt that spoke without being asked. */
    spoke?: string;
    /** Drawn for `sample`, 0 to 1. */
    draw: number;
}
export declare const isUnderWay: (visit: Visit | undefined, now: number) => boolean;
/**
 * The visit that `last` is still part of at `now`, with so many `pages` more, else the next one, on its first page; a clock that
 * was set back by more begins one too.
 */
export declare function visitAt(now: number, last?: Visit, pages?: number): Visit;
