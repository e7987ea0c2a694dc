/** The times that a shopper can choose from. */
import type { OpeningHours, Span } from './opening-hours.js';
import { openings, type Calendar } from './openings.js';
import { dayOf, MINUTE } from './zone.js';

/** What a shop says about its calls. Lengths are in milliseconds. */
export interface Terms extends Calendar {
  /** Nobody is called then, by the clock at the called party, in minutes from midnight; the end may be the next morning's. */
  quiet: { from: number; to: number };
  slotLength: number;
  /** How long before a slot it must be chosen. */
  lead: number;
  /** How many days have slots to choose from; days without any, in the shop's calendar, are not counted. */
  daysAhead: number;
  /** How long after a request an answer is promised, while the shop is open. */
  respondWithin?: number | undefined;
}

export function isOpen(terms: Terms, now: number): boolean {
  for (const { start, end } of openings(terms, now, 1)) {
    if (start <= now && now < end) return true;
  }
  return false;
}

/**
 * Slots one after another from each opening on, every one inside it and out of the quiet hours from its beginning to its end.
 * @param theirZone where the called party is
 */
export function slotsOf(terms: Terms, now: number, theirZone: string): Span[] {
  const length = Math.max(terms.slotLength, MINUTE);
  const days = new Set<number>();
  const slots: Span[] = [];
  for (const opening of openings(terms, now)) {
    const quiet = quietTimes(terms, opening.start, theirZone);
    for (let end, { start } = opening; (end = start + length) <= opening.end; start = end) {
      const slot = { start, end };
      if (start < now + terms.lead || quiet.some((time) => time.start < slot.end && start < time.end)) continue;
      days.add(dayOf(start, terms.timeZone));
      if (days.size > terms.daysAhead) return slots;
      slots.push(slot);
    }
  }
  return slots;
}

/** Whether somebody could call right now. */
export function asapAllowed(terms: Terms, now: number, theirZone: string): boolean {
  return isOpen(terms, now) && !quietTimes(terms, now, theirZone).some(({ start, end }) => start <= now && now < end);
}

/** When nobody is called, at and around an opening that begins at `start`. */
export function quietTimes({ quiet: { from, to } }: Terms, start: number, theirZone: string): Span[] {
  const hours = Array<OpeningHours[number]>(8).fill([[from, to < from ? to + 1440 : to]]);
  return [...openings({ hours, closed: new Set(), timeZone: theirZone }, start, 3)];
}
