/** A zone's clock and the moments it shows, by Intl alone: the Temporal polyfill takes 40 kB (brotli). */
export declare const MINUTE = 60000;
export declare const DAY: number;
/** What a clock on a wall shows, date included, as the milliseconds that it would be in UTC. `wall / DAY` counts its days. */
export type Wall = number;
/** Kept, since making one takes some hundred times as long as asking it. @param options told from others by their first name */
export declare function formatIn(timeZone: string, locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat;
/** Whether `name` is in the IANA list that this browser has. A bare offset is not: it knows no summer time. */
export declare function isZone(name: string): boolean;
/** @throws {RangeError} if `timeZone` is none */
export declare function wallOf(instant: number, timeZone: string): Wall;
/** Which day it is there, counted from the first of 1970. */
export declare const dayOf: (instant: number, timeZone: string) => number;
/**
 * When a clock shows this. Of two moments it is the earlier; a reading that is skipped is as far behind the change as it seemed
 * to be, so that 02:30 is 03:30. So does Temporal, which calls it "compatible".
 */
export declare function instantOf(wall: Wall, timeZone: string): number;
