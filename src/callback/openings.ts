/** When a shop is open, as moments. */
import { isoDate, type OpeningHours, type Span } from './opening-hours.js';
import { DAY, dayOf, instantOf, MINUTE } from './zone.js';

/** Nobody arranges a call for later than that; a shop that never opens would be asked for ever. */
const HORIZON = 60;

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
export function* openings({ hours, closed, timeZone }: Calendar, now: number, days = HORIZON): Generator<Span> {
  const today = dayOf(now, timeZone);
  let reached = -Infinity;
  for (let day = today - 1; day < today + days; day++) {
    // The first day of 1970 was a Thursday.
    for (const range of hours[closed.has(isoDate(day * DAY)) ? 7 : (day + 10) % 7]!) {
      const [opens, end] = range.map((minutes) => instantOf(day * DAY + minutes * MINUTE, timeZone)) as [
        number,
        number,
      ];
      const start = Math.max(opens, reached);
      // A clock change may leave nothing of it.
      if (start < end) yield { start, end: (reached = end) };
    }
  }
}
