/** Words for times, as a reader of the language says them. */
import type { Span } from './opening-hours.js';
/** Slots that begin on the same day there, together. */
export declare function byDay(slots: readonly Span[], timeZone: string): Span[][];
/** `today`, `tomorrow`, else like `Wednesday, 25 November`. */
export declare function dayName(instant: number, timeZone: string, locale: string, now: number): string;
/** `15:40`, `3:40 PM`. */
export declare function clockOf(instant: number, timeZone: string, locale: string): string;
/** `Berlin`: the city that a zone is named after, which no other zone has. */
export declare function cityOf(timeZone: string): string;
/** `Central European Time (Berlin)`: the name that people know, in summer and winter, and the city that no other zone has. */
export declare function zoneName(timeZone: string, locale: string, at: number): string;
