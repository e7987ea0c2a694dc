/** The time by which a shop will have called. It is only ever said if it can be kept. */
import { openings } from './openings.js';
import { quietTimes, type Terms } from './slots.js';
import { MINUTE } from './zone.js';

/**
 * The end of `respondWithin` counted in time in which the shop can call: what is left of it at closing time, or when the called
 * party's quiet hours begin, goes on at the next opening. Rounded up to a minute, as clocks are read.
 * @returns also when the shop opens, if it is closed before that
 */
export function promiseOf(terms: Terms, now: number, theirZone: string): { by: number; opensAt?: number } | undefined {
  if (!terms.respondWithin) return;
  let left = terms.respondWithin;
  let opened = 0;
  let closes = 0;
  for (const opening of openings(terms, now)) {
    if (opening.start !== closes) opened = opening.start;
    closes = opening.end;
    let start = Math.max(opening.start, now);
    // The end of the opening is one more thing to stop at.
    for (const stop of [...quietTimes(terms, opening.start, theirZone), { start: closes, end: closes }]) {
      const room = Math.min(stop.start, closes) - start;
      if (room >= left) {
        const by = Math.ceil((start + left) / MINUTE) * MINUTE;
        return opened > now ? { by, opensAt: opened } : { by };
      }
      if (room > 0) left -= room;
      start = Math.max(start, stop.end);
    }
  }
  return;
}
