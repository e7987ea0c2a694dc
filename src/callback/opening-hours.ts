/**
 * Opening hours as schema.org and OpenStreetMap write them, `Mo-Fr 09:00-12:00,13:00-18:00, Sa 10:00-14:00`, and dates that are
 * out of the ordinary.
 *
 * Days and times may be lists and ranges, over the end of the week and past midnight too; days without times are open all day,
 * times without days hold every day. A rule after a comma or on a new line adds to what was said about its days; after a
 * semicolon it replaces that, and `off` or `closed` always does. `PH` stands for the dates that a shop lists apart: no notation
 * knows when a country has its holidays.
 *
 * The library `opening_hours` reads more, in 88 kB (brotli). It knows no zone but the browser's, wants to be told a country for
 * `PH`, and takes `09:00-25:00`.
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

const WEEK = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'];
const ALL_DAY: Range = [0, 1440];

export const isFault = (read: object): read is Fault => 'column' in read;

export function readHours(notation: string): OpeningHours | Fault {
  const table: Range[][] = [...WEEK, 'ph'].map(() => []);
  let rest = notation;
  let days = [...WEEK.keys()];
  /** Days were named, their times may follow. */
  let waiting = false;
  let replaces = false;

  const take = (pattern: RegExp): string => {
    const found = pattern.exec(rest)?.[0] ?? '';
    rest = rest.slice(found.length);
    return found;
  };
  const takeDay = (names: string[]): number => {
    const index = names.indexOf(/^[a-z]*/i.exec(rest)![0].toLowerCase());
    if (index >= 0) rest = rest.slice(2);
    return index;
  };
  /** @param start where the range begins; it can't end there, as none begins at 24:00 */
  const takeTime = (start?: number): number => {
    const [found, hours, minutes] = /^(?=24:00|[01]?\d:|2[0-3]:)(\d+):([0-5]\d)/.exec(rest) ?? [];
    const time = Number(hours) * 60 + Number(minutes);
    if (!found || time === (start ?? 1440)) return -1;
    rest = rest.slice(found.length);
    return time;
  };
  const open = (range?: Range): void => {
    for (const day of days) table[day] = [...((range && !replaces && table[day]) || []), ...(range ? [range] : [])];
    waiting = replaces = false;
  };
  const fault = (allowed: string): Fault => {
    take(/^\s*/);
    return faultAt(notation, notation.length - rest.length, allowed);
  };

  take(GAP);
  do {
    const first = takeDay([...WEEK, 'ph']);
    if (first >= 0) {
      const last = first < 7 && take(DASH) ? takeDay(WEEK) : first;
      if (last < 0) return fault('Mo, Tu, We, Th, Fr, Sa, Su');
      if (!waiting) days = [];
      waiting = true;
      for (let day = first; days.push(day) && day !== last;) day = (day + 1) % 7;
    } else if (take(/^(off|closed)(?![a-z])/i)) {
      open();
    } else if (take(/^24\/7/)) {
      open(ALL_DAY);
    } else {
      const from = takeTime();
      if (from < 0) return fault('Mo to Su, PH, 09:00-18:00, 24/7, off');
      if (!take(DASH)) return fault('- and a time');
      const to = takeTime(from);
      if (to < 0) return fault('another time, up to 24:00');
      // The last minute of a day is how some write its end.
      open([from, to === 1439 ? 1440 : to > from ? to : to + 1440]);
    }
    const gap = take(GAP);
    // Times may stand on the line below their days.
    if (waiting && (!rest || (/[;\n]/.test(gap) && !/^\d/.test(rest)))) open(ALL_DAY);
    if (gap.includes(';') && !waiting) {
      days = [...WEEK.keys()];
      replaces = true;
    }
  } while (rest);
  return table.map((ranges) => ranges.sort(([a], [b]) => a - b));
}

const GAP = /^[\s,;]*/;
const DASH = /^\s*[-–—]\s*/;

/** Dates like `2026-12-25, 2026-12-31`, for which the week's hours don't hold. */
export function readClosed(dates: string): Set<string> | Fault {
  const read = new Set<string>();
  for (const { 0: date, index } of dates.matchAll(/[^\s,;]+/g)) {
    const instant = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(date) : NaN;
    // Some browsers take the 30th of February for a day in March.
    if (Number.isNaN(instant) || isoDate(instant) !== date) return faultAt(dates, index, '2026-12-25');
    read.add(date);
  }
  return read;
}

export const isoDate = (wall: number): string => new Date(wall).toISOString().slice(0, 10);

function faultAt(text: string, index: number, allowed: string): Fault {
  return { column: index + 1, found: /^[^\s,;]*/.exec(text.slice(index))![0], allowed };
}
