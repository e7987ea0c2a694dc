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
    /** What each prompt drew for its `sample`, 0 to 1. */
    drawn: Record<string, number>;
}
export declare const isUnderWay: (visit: Visit | undefined, now: number) => boolean;
/** The visit that `last` is still part of at `now`, else the next one; a clock that was set back by more begins one too. */
export declare function visitAt(now: number, last?: Visit): Visit;
/** The visit after another page was come to at `now`. */
export declare function landed(last: Visit | undefined, now: number): Visit;
