/** Reads the ISO 8601 durations of a prompt's attributes; those of settings are read in a chunk that a prompt doesn't wait for. */
/** Milliseconds of a duration of weeks to seconds; NaN where it is none. */
export declare function durationOf(given: string): number;
