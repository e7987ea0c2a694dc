/** A stay in the shop: all tabs together, until nobody has stirred for half an hour. */

export interface Visit {
  /** Which visit of this browser it is, as far as is remembered. */
  number: number;
  startedAt: number;
  /** The last sign of life. */
  seenAt: number;
  /** How many pages were looked at. */
  pages: number;
  /** The prompt that spoke without being asked. */
  spoke?: string;
  /** What each prompt drew for its `sample`, 0 to 1. */
  drawn: Record<string, number>;
}

const IDLE_END = 18e5;

export const isUnderWay = (visit: Visit | undefined, now: number): boolean =>
  !!visit && Math.abs(now - visit.seenAt) < IDLE_END;

/** The visit that `last` is still part of at `now`, else the next one; a clock that was set back by more begins one too. */
export function visitAt(now: number, last?: Visit): Visit {
  return isUnderWay(last, now)
    ? { ...last!, seenAt: now }
    : { number: (last?.number ?? 0) + 1, startedAt: now, seenAt: now, pages: 1, drawn: {} };
}

/** The visit after another page was come to at `now`. */
export function landed(last: Visit | undefined, now: number): Visit {
  const visit = visitAt(now, last);
  return isUnderWay(last, now) ? { ...visit, pages: visit.pages + 1 } : visit;
}
