/** A zone's clock and the moments it shows, by Intl alone: the Temporal polyfill takes 40 kB (brotli). */

export const MINUTE = 60_000;
export const DAY = 1440 * MINUTE;

/** What a clock on a wall shows, date included, as the milliseconds that it would be in UTC. `wall / DAY` counts its days. */
export type Wall = number;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Kept, since making one takes some hundred times as long as asking it. @param options told from others by their first name */
export function formatIn(timeZone: string, locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = [timeZone, locale, Object.keys(options)[0]].join();
  let format = formats.get(key);
  if (!format) formats.set(key, (format = new Intl.DateTimeFormat(locale, { ...options, timeZone })));
  return format;
}

const CLOCK: Intl.DateTimeFormatOptions = {
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
};

/** Whether `name` is in the IANA list that this browser has. A bare offset is not: it knows no summer time. */
export function isZone(name: string): boolean {
  try {
    wallOf(0, name);
    return /^[a-z]/i.test(name);
  } catch {
    return false;
  }
}

/** @throws {RangeError} if `timeZone` is none */
export function wallOf(instant: number, timeZone: string): Wall {
  const clock = formatIn(timeZone, 'en-US', CLOCK);
  const [month, day, year, hour, minute] = clock.format(instant).match(/\d+/g)!.map(Number);
  const shown = Date.UTC(year!, month! - 1, day, hour, minute);
  // Offsets are whole minutes; what the instant has of seconds stays.
  return instant + Math.ceil((shown - instant) / MINUTE) * MINUTE;
}

/** Which day it is there, counted from the first of 1970. */
export const dayOf = (instant: number, timeZone: string): number => Math.floor(wallOf(instant, timeZone) / DAY);

/**
 * When a clock shows this. Of two moments it is the earlier; a reading that is skipped is as far behind the change as it seemed
 * to be, so that 02:30 is 03:30. So does Temporal, which calls it "compatible".
 */
export function instantOf(wall: Wall, timeZone: string): number {
  const [before, after] = [-DAY, DAY].map((away) => 2 * wall + away - wallOf(wall + away, timeZone)) as [
    number,
    number,
  ];
  return before !== after && wallOf(after, timeZone) === wall && wallOf(before, timeZone) !== wall ? after : before;
}
