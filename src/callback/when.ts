/** Words for times, as a reader of the language says them. */
import type { Span } from './opening-hours.js';
import { DAY, formatIn, wallOf } from './zone.js';

/** Pages also write `de_DE`, and worse, which is then taken for English. */
function valid(tag: string): string {
  try {
    return new Intl.Locale(tag.replaceAll('_', '-')).toString();
  } catch {
    return 'en';
  }
}

const dayOf = (instant: number, timeZone: string): number => Math.floor(wallOf(instant, timeZone) / DAY);

/** Slots that begin on the same day there, together. */
export function byDay(slots: readonly Span[], timeZone: string): Span[][] {
  const days = new Map<number, Span[]>();
  for (const slot of slots) {
    const day = dayOf(slot.start, timeZone);
    days.set(day, [...(days.get(day) ?? []), slot]);
  }
  return [...days.values()];
}

/** `today`, `tomorrow`, else like `Wednesday, 25 November`. */
export function dayName(instant: number, timeZone: string, locale: string, now: number): string {
  const away = dayOf(instant, timeZone) - dayOf(now, timeZone);
  return Math.abs(away) < 2
    ? new Intl.RelativeTimeFormat(valid(locale), { numeric: 'auto' }).format(away, 'day')
    : new Intl.DateTimeFormat(valid(locale), { timeZone, weekday: 'long', day: 'numeric', month: 'long' }).format(
        instant,
      );
}

/** `15:40`, `3:40 PM`. */
export function clockOf(instant: number, timeZone: string, locale: string): string {
  return formatIn(timeZone, valid(locale), { timeStyle: 'short' }).format(instant);
}

/** Old names that browsers still answer with, for people who live there. */
const RENAMED: Record<string, string> = {
  Calcutta: 'Kolkata',
  Katmandu: 'Kathmandu',
  Kiev: 'Kyiv',
  Rangoon: 'Yangon',
  Saigon: 'Ho Chi Minh',
  Godthab: 'Nuuk',
};

/** `Berlin`: the city that a zone is named after, which no other zone has. */
export function cityOf(timeZone: string): string {
  const city = timeZone.split('/').pop()!.replaceAll('_', ' ');
  return RENAMED[city] ?? city;
}

/** `Central European Time (Berlin)`: the name that people know, in summer and winter, and the city that no other zone has. */
export function zoneName(timeZone: string, locale: string, at: number): string {
  // Not kept: of a list of zones each is named once.
  const parts = new Intl.DateTimeFormat(valid(locale), { timeZone, timeZoneName: 'longGeneric' }).formatToParts(at);
  const name = parts.find(({ type }) => type === 'timeZoneName')!.value;
  return `${name} (${cityOf(timeZone)})`;
}
