/** What is promised about a time before a request is sent, and what is agreed once the endpoint has it, in words and as an event. */
import { html, type TemplateResult } from 'lit';
import { calendarOf } from '../../callback/calendar.js';
import { promiseOf } from '../../callback/promise.js';
import type { Span } from '../../callback/opening-hours.js';
import { cityOf, clockOf, dayName, zoneName } from '../../callback/when.js';
import { wallOf } from '../../callback/zone.js';
import { languageOf } from '../../language/language.js';
import { textLanguage } from '../../language/strings.js';
import type { CallbackAnswer } from '../../response/response.js';
import { idOf } from '../../response/uuid.js';
import type { Appointment } from './appointment.js';
import type { CurtsyCallback } from './callback.js';

/** A request that the endpoint has, for its confirmation. */
export interface Agreement {
  heading: string;
  /** The clocks that it goes by, where they differ. */
  zones: string | undefined;
  /** It was over when the endpoint got it. */
  late: boolean;
}

/**
 * In which language, and by which country's habits, times are written: the page's, else the shopper's own where they share the
 * language. It decides between 15:40 and 3:40 PM.
 */
export function localeOf(element: CurtsyCallback): string {
  const tag = languageOf(element);
  const language = textLanguage(tag);
  const region = new RegExp(`^${language}[-_]`, 'i');
  return [tag, ...navigator.languages].find((other) => region.test(other)) ?? language;
}

/** Until when the shop will have called. A slot is kept to its end, unless the shop's next opening, in that slot, promises more. */
export function promised({ terms, zone, slot }: Appointment): { by: number; opensAt?: number } | undefined {
  if (!terms?.respondWithin) return;
  const promise = promiseOf(terms, Date.now(), zone);
  if (!slot) return promise;
  return promise?.opensAt && slot.start < promise.by && promise.by <= slot.end ? promise : { by: slot.end };
}

/** Its clock time stands out. */
export function promiseIn(times: Appointment): TemplateResult | string {
  const { element, slot } = times;
  const { by, opensAt } = promised(times) ?? {};
  if (!by) return '';
  if (slot && by === slot.end) return element.text('promiseSlot', span(times, slot));
  const { day, clock } = words(times);
  const isOpening = opensAt && day(opensAt) === day(by);
  const key = isOpening ? 'promiseOpening' : day(by) === day(Date.now()) ? 'promiseBy' : 'promiseDayBy';
  const values = { day: day(by), opens: opensAt && clock(opensAt), time: '{time}' };
  const [before, after] = element.text(key, values).split(values.time);
  return html`${before}<b>${clock(by)}</b>${after}`;
}

export function agreementOf(times: Appointment, { slot, promisedBy }: CallbackAnswer): Agreement | undefined {
  const { element, terms, zone } = times;
  const agreed = slot === 'asap' ? undefined : { start: Date.parse(slot.start), end: Date.parse(slot.end) };
  const by = promisedBy ? Date.parse(promisedBy) : agreed?.end;
  if (!by) return;
  const { day, clock } = words(times);
  const late = by < element.heardAt;
  const isSlot = agreed && by === agreed.end;
  const key = late ? 'agreedLate' : isSlot ? 'agreedSlot' : day(by) === day(Date.now()) ? 'agreedBy' : 'agreedDayBy';
  return {
    heading: element.text(key, isSlot && !late ? span(times, agreed) : { day: day(by), time: clock(by) }),
    zones: terms && isElsewhere(terms.timeZone, zone, [by]) ? bothZones(times, agreed?.start ?? by) : undefined,
    late,
  };
}

/** An agreed slot as a file for calendars. */
export function eventOf(times: Appointment, { slot, reference }: CallbackAnswer): string | undefined {
  if (slot === 'asap') return;
  const { element } = times;
  const { business } = element;
  return calendarOf({
    uid: idOf(element.said!.key),
    start: Date.parse(slot.start),
    end: Date.parse(slot.end),
    summary: element.text(business ? 'calendarTitle' : 'calendarTitleWe', { business }),
    description: element.text('calendarReference', { reference }),
    stamp: Date.now(),
  });
}

/** Whose clock the times are shown by, and what the shop's shows at one of them, where they differ; `short` by cities alone. */
export function bothZones(times: Appointment, at: number, short?: boolean): string {
  const { element, terms, zone, slots } = times;
  const locale = localeOf(element);
  const name = (of: string) => (short ? cityOf(of) : zoneName(of, locale, at));
  const own = element.text('yourTime', { zone: name(zone) });
  if (!terms || !isElsewhere(terms.timeZone, zone, [at, ...slots.map(({ start }) => start)])) return own;
  const { timeZone } = terms;
  return `${own} ${element.text('shopTime', { zone: name(timeZone), time: clockOf(at, timeZone, locale) })}`;
}

const isElsewhere = (one: string, other: string, moments: number[]): boolean =>
  moments.some((moment) => wallOf(moment, one) !== wallOf(moment, other));

function words({ element, zone }: Appointment): { day: (at: number) => string; clock: (at: number) => string } {
  const locale = localeOf(element);
  const now = Date.now();
  return { day: (at) => dayName(at, zone, locale, now), clock: (at) => clockOf(at, zone, locale) };
}

function span(times: Appointment, { start, end }: Span): Record<'day' | 'start' | 'end', string> {
  const { day, clock } = words(times);
  return { day: day(start), start: clock(start), end: clock(end) };
}
