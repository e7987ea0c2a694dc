/**
 * What a shop says about its calls, read from the attributes, with a warning for each that can't be. Where it is not sure when the
 * shop is open there are no terms: no time is better than a wrong one.
 */
import { isFault, readClosed, readHours, type Fault } from '../../callback/opening-hours.js';
import type { Terms } from '../../callback/slots.js';
import { DAY, isZone, MINUTE } from '../../callback/zone.js';
import { warnOnce } from '../../settings/warn.js';
import type { CurtsyCallback } from './callback.js';

/** The attributes of a form that tell. */
export type Stated = Pick<
  CurtsyCallback,
  'hours' | 'timeZone' | 'closed' | 'quietHours' | 'slotLength' | 'lead' | 'daysAhead' | 'respondWithin'
>;

export function termsOf(element: Stated): Terms | undefined {
  const { hours: notation = '', timeZone = '', closed: dates = '' } = element;
  const hours = well('hours', notation, readHours(notation));
  const closed = well('closed', dates, readClosed(dates));
  const isKnown = isZone(timeZone);
  if (!isKnown) warnOnce('no-time-zone', timeZone);
  if (!hours || !closed || !isKnown) return;
  return {
    hours,
    closed,
    timeZone,
    quiet: read('quiet-hours', element.quietHours, clockRange, '21:00-08:00')!,
    slotLength: read('slot-length', element.slotLength, length, 'PT30M')!,
    lead: read('lead', element.lead, duration, 'PT15M')!,
    daysAhead: read('days-ahead', element.daysAhead, count, '5')!,
    respondWithin: read('respond-within', element.respondWithin, length),
  };
}

function well<T extends object>(name: string, given: string, value: T | Fault): T | undefined {
  if (!isFault(value)) return value;
  warnOnce('bad-times', name, given, value);
  return;
}

/** What `reader` makes of the attribute `name`; where it is not there or can't be read, of what is usual. */
function read<T>(
  name: string,
  given: string | number | undefined,
  reader: (text: string) => T | undefined,
  usual = '',
): T | undefined {
  const value = given === undefined ? undefined : reader(`${given}`);
  if (given !== undefined && value === undefined)
    warnOnce('bad-attribute', `curtsy-callback ${name}`, given, [EXAMPLES.get(reader)], usual || 'nothing');
  return value ?? reader(usual);
}

/** `P1DT2H30M` in milliseconds. */
function duration(given: string): number | undefined {
  const parts = /^P(?=.)(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(given)?.slice(1);
  return parts?.reduce((sum, part, at) => sum + Number(part ?? 0) * [DAY, 60 * MINUTE, MINUTE][at]!, 0);
}

/** One that is not nothing. */
const length = (given: string): number | undefined => duration(given) || undefined;

/** `21:00-08:00` in minutes from midnight. */
function clockRange(given: string): Terms['quiet'] | undefined {
  const [from, to, ...more] = given.split(/\s*[-–]\s*/).map((clock) => {
    const [, hours, minutes] = /^(?=24:00|[01]?\d:|2[0-3]:)(\d+):([0-5]\d)$/.exec(clock.trim()) ?? [];
    return hours && Number(hours) * 60 + Number(minutes);
  });
  return typeof from === 'number' && typeof to === 'number' && !more[0] ? { from, to } : undefined;
}

const count = (given: string): number | undefined => (/^[1-9]\d?$/.test(given) ? Number(given) : undefined);

/** What each of them reads, for who wrote something else. */
const EXAMPLES = new Map<unknown, string>([
  [duration, 'an ISO 8601 duration such as PT30M'],
  [length, 'an ISO 8601 duration such as PT30M'],
  [clockRange, 'times such as 21:00-08:00'],
  [count, 'a whole number from 1 to 99'],
]);
