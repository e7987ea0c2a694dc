/** Reads the ISO 8601 durations of a prompt's attributes; those of settings are read in a chunk that a prompt doesn't wait for. */

const UNITS = [6048e5, 864e5, 36e5, 6e4, 1e3];

/** Milliseconds of a duration of weeks to seconds; NaN where it is none. */
export function durationOf(given: string): number {
  const parts = /^P(?=.)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(given)?.slice(1);
  return parts?.reduce((sum, part, at) => sum + Number(part ?? 0) * UNITS[at]!, 0) ?? NaN;
}
