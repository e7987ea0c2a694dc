/** When a shop is open, as moments. */
import { type OpeningHours, type Span } from './opening-hours.js';
export interface Calendar {
    hours: OpeningHours;
    /** ISO dates in the shop's zone with the hours of `PH`, which are none unless the notation says so. */
    closed: ReadonlySet<string>;
    timeZone: string;
}
/**
 * The openings that begin from the day before `now` on, in their order, none overlapping another. An opening past midnight belongs to the
 * day on which it began. Two may touch: an opening ends where the notation says so, and where its slots are to begin anew.
 */
export declare function openings({ hours, closed, timeZone }: Calendar, now: number, days?: number): Generator<Span>;
