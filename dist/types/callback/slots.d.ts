/** The times that a shopper can choose from. */
import type { Span } from './opening-hours.js';
import { type Calendar } from './openings.js';
/** What a shop says about its calls. Lengths are in milliseconds. */
export interface Terms extends Calendar {
    /** Nobody is called then, by the clock at the called party, in minutes from midnight; the end may be the next morning's. */
    quiet: {
        from: number;
        to: number;
    };
    slotLength: number;
    /** How long before a slot it must be chosen. */
    lead: number;
    /** How many days have slots to choose from; days without any, in the shop's calendar, are not counted. */
    daysAhead: number;
    /** How long after a request an answer is promised, while the shop is open. */
    respondWithin?: number | undefined;
}
export declare function isOpen(terms: Terms, now: number): boolean;
/**
 * Slots one after another from each opening on, every one inside it and out of the quiet hours from its beginning to its end.
 * @param theirZone where the called party is
 */
export declare function slotsOf(terms: Terms, now: number, theirZone: string): Span[];
/** Whether somebody could call right now. */
export declare function asapAllowed(terms: Terms, now: number, theirZone: string): boolean;
/** When nobody is called, at and around an opening that begins at `start`. */
export declare function quietTimes({ quiet: { from, to } }: Terms, start: number, theirZone: string): Span[];
