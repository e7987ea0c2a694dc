/**
 * Opening hours as schema.org and OpenStreetMap write them, `Mo-Fr 09:00-12:00,13:00-18:00, Sa 10:00-14:00`, and dates that are
 * out of the ordinary.
 *
 * Days and times may be lists and ranges, over the end of the week and past midnight too; days without times are open all day,
 * times without days hold every day. A rule after a comma or on a new line adds to what was said about its days; after a
 * semicolon it replaces that, and `off` or `closed` always does. `PH` stands for the dates that a shop lists apart: no notation
 * knows when a country has its holidays.
 */
/** Epoch milliseconds, the end not included. */
export interface Span {
    start: number;
    end: number;
}
/** Where a notation can't be read: the column, counted from 1, what stands there, and what could. */
export interface Fault {
    column: number;
    found: string;
    allowed: string;
}
/** Minutes from midnight; the second may lie on the next day. */
type Range = readonly [from: number, to: number];
/** By day from Monday to Sunday, then `PH`; each day's ranges in their order. */
export type OpeningHours = readonly (readonly Range[])[];
export declare const isFault: (read: object) => read is Fault;
export declare function readHours(notation: string): OpeningHours | Fault;
/** Dates like `2026-12-25, 2026-12-31`, for which the week's hours don't hold. */
export declare function readClosed(dates: string): Set<string> | Fault;
export declare const isoDate: (wall: number) => string;
export {};
