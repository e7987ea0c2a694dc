// What a shop's slots and promise ought to be, worked out with the Temporal polyfill and by walking the clock minute by minute:
// another way than the sources take, and slow. Shops are told here as tables; `notationOf` writes what a page would say.

import { Temporal } from '@js-temporal/polyfill';
import type { Span } from '../../src/callback/opening-hours.js';
import type { Terms } from '../../src/callback/slots.js';

export const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su', 'PH'] as const;
export type Day = (typeof DAYS)[number];
/** Clock times; an end that is not later than its start is the next day's. */
export type Hours = readonly [opens: string, closes: string];

/** Lengths are in minutes. */
export interface Shop {
  week: Partial<Record<Day, readonly Hours[]>>;
  closed: readonly string[];
  timeZone: string;
  quiet: Hours;
  slotLength: number;
  lead: number;
  daysAhead: number;
  respondWithin: number;
}

const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;
const LOOKED_AHEAD = 60;

/** What the attribute `hours` would say. */
export const notationOf = ({ week }: Pick<Shop, 'week'>): string =>
  DAYS.flatMap((day) => (week[day] ?? []).map(([opens, closes]) => `${day} ${opens}-${closes}`)).join(', ');

/** What a page would write on the form. */
export const attributesOf = (shop: Shop): Record<string, string> => ({
  hours: notationOf(shop),
  'time-zone': shop.timeZone,
  closed: shop.closed.join(', '),
  'quiet-hours': shop.quiet.join('-'),
  'slot-length': `PT${shop.slotLength}M`,
  lead: `PT${shop.lead}M`,
  'days-ahead': `${shop.daysAhead}`,
  'respond-within': `PT${shop.respondWithin}M`,
});

/** What the form would make of the attributes, `hours` apart, which is for the sources to read. */
export const termsOf = (shop: Shop, hours: Terms['hours']): Terms => ({
  hours,
  closed: new Set(shop.closed),
  timeZone: shop.timeZone,
  quiet: { from: minutesOf(shop.quiet[0]), to: minutesOf(shop.quiet[1]) },
  slotLength: shop.slotLength * MINUTE,
  lead: shop.lead * MINUTE,
  daysAhead: shop.daysAhead,
  respondWithin: shop.respondWithin * MINUTE,
});

const minutesOf = (clock: string): number => {
  const { hour, minute } = Temporal.PlainTime.from(clock === '24:00' ? '00:00' : clock);
  return clock === '24:00' ? 1440 : hour * 60 + minute;
};

const known = new WeakMap<Shop, Map<string, Span[]>>();

/** The openings that begin on a day of the shop's calendar, as the notation has them. */
function openingsOn(shop: Shop, date: Temporal.PlainDate): Span[] {
  const days = known.get(shop) ?? new Map<string, Span[]>();
  known.set(shop, days);
  const day = date.toString();
  const openings = days.get(day) ?? workOut(shop, date);
  days.set(day, openings);
  return openings;
}

function workOut(shop: Shop, date: Temporal.PlainDate): Span[] {
  const day = shop.closed.includes(date.toString()) ? 'PH' : DAYS[date.dayOfWeek - 1]!;
  const moment = (on: Temporal.PlainDate, clock: string): number =>
    clock === '24:00'
      ? moment(on.add({ days: 1 }), '00:00')
      : on.toPlainDateTime(Temporal.PlainTime.from(clock)).toZonedDateTime(shop.timeZone).epochMilliseconds;
  return (shop.week[day] ?? [])
    .map(([opens, closes]) => ({
      start: moment(date, opens),
      end: moment(minutesOf(closes) > minutesOf(opens) ? date : date.add({ days: 1 }), closes),
    }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start);
}

const dateIn = (timeZone: string, instant: number): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).toPlainDate();

/** Every opening from the day before `now` on, in so many days. */
export function* expectedOpenings(shop: Shop, now: number, days = LOOKED_AHEAD): Generator<Span> {
  const today = dateIn(shop.timeZone, now);
  for (let ahead = -1; ahead < days; ahead++) yield* openingsOn(shop, today.add({ days: ahead }));
}

const quarters = new Map<string, boolean>();

/** Whether a clock at the called party shows one of the quiet hours, which begin and end at quarters of an hour. */
export function isQuiet({ quiet: [from, to] }: Pick<Shop, 'quiet'>, instant: number, theirZone: string): boolean {
  const quarter = instant - (instant % QUARTER);
  const key = [from, to, theirZone, quarter].join(' ');
  let quiet = quarters.get(key);
  if (quiet === undefined) {
    const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(quarter).toZonedDateTimeISO(theirZone);
    const clock = hour * 60 + minute;
    const [begins, ends] = [minutesOf(from), minutesOf(to)];
    quiet = begins <= ends ? begins <= clock && clock < ends : begins <= clock || clock < ends;
    quarters.set(key, quiet);
  }
  return quiet;
}

export const isOpenAt = (openings: readonly Span[], instant: number): boolean =>
  openings.some(({ start, end }) => start <= instant && instant < end);

export function expectedAsap(shop: Shop, now: number, theirZone: string): boolean {
  return isOpenAt([...expectedOpenings(shop, now, 1)], now) && !isQuiet(shop, now, theirZone);
}

/** For shops whose openings don't overlap. */
export function expectedSlots(shop: Shop, now: number, theirZone: string): Span[] {
  const length = shop.slotLength * MINUTE;
  const byDate = new Map<string, Span[]>();
  const today = dateIn(shop.timeZone, now);
  for (let ahead = -1; ahead < LOOKED_AHEAD && byDate.size <= shop.daysAhead; ahead++) {
    for (const { start, end } of openingsOn(shop, today.add({ days: ahead }))) {
      for (let from = start; from + length <= end; from += length) {
        const slot = { start: from, end: from + length };
        if (from < now + shop.lead * MINUTE || touchesQuiet(shop, slot, theirZone)) continue;
        const date = dateIn(shop.timeZone, from).toString();
        byDate.set(date, [...(byDate.get(date) ?? []), slot]);
      }
    }
  }
  return [...byDate.values()].slice(0, shop.daysAhead).flat();
}

export function touchesQuiet(shop: Pick<Shop, 'quiet'>, { start, end }: Span, theirZone: string): boolean {
  for (let at = start; at < end; at += QUARTER) if (isQuiet(shop, at, theirZone)) return true;
  return isQuiet(shop, end - 1, theirZone);
}

/** Counts the minutes in which somebody could call, one after another, until there were enough of them. */
export function expectedPromise(
  shop: Shop,
  now: number,
  theirZone: string,
): { by: number; opensAt?: number } | undefined {
  let left = shop.respondWithin * MINUTE;
  let before = -Infinity;
  let opensAt: number | undefined;
  for (const { start, end } of expectedOpenings(shop, now)) {
    const touches = start === before;
    before = end;
    if (end <= now) continue;
    if (start > now && !touches) opensAt = start;
    for (let at = Math.max(start, now); at < end;) {
      const next = Math.min((Math.floor(at / MINUTE) + 1) * MINUTE, end);
      if (!isQuiet(shop, at, theirZone)) left -= next - at;
      at = next;
      if (left <= 0) return opensAt === undefined ? { by: at } : { by: at, opensAt };
    }
  }
  return undefined;
}

const weekdays = (...hours: Hours[]): Shop['week'] => ({ Mo: hours, Tu: hours, We: hours, Th: hours, Fr: hours });

/** Open by day with a break at noon, and through the night in which clocks change, with a seam at half past two. */
const WEEK: Shop['week'] = {
  ...weekdays(['09:00', '12:30'], ['13:30', '18:00']),
  Sa: [
    ['10:00', '14:00'],
    ['20:00', '02:30'],
  ],
  Su: [['02:30', '12:00']],
};

const shop = (timeZone: string, differing: Partial<Shop> = {}): Shop => ({
  week: WEEK,
  closed: [],
  timeZone,
  quiet: ['21:00', '08:00'],
  slotLength: 30,
  lead: 15,
  daysAhead: 5,
  respondWithin: 10,
  ...differing,
});

/** In zones that change their clocks by an hour, by half an hour, and never. */
export const SHOPS: readonly Shop[] = [
  shop('Europe/Berlin', { closed: ['2026-12-25', '2026-12-26'] }),
  shop('America/New_York', { respondWithin: 240 }),
  shop('Australia/Lord_Howe', { slotLength: 45, lead: 60 }),
  shop('Asia/Kathmandu', {
    week: { ...weekdays(['18:00', '02:00']), PH: [['10:00', '14:00']] },
    closed: ['2026-11-26'],
  }),
  shop('Pacific/Apia', { week: Object.fromEntries(DAYS.map((day) => [day, [['00:00', '24:00']]])), daysAhead: 2 }),
];

/** On both sides of the date line, and with a quarter of an hour that no other has. */
export const SHOPPERS = [
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
] as const;

export interface Moment {
  name: string;
  shop: Shop;
  now: number;
}

const HOUR = 60 * MINUTE;

/** Eight moments a shop: open, closed, and around its next two clock changes, or Berlin's where it has none. */
export const MOMENTS: readonly Moment[] = SHOPS.flatMap((shop) => {
  const at = (date: string): Temporal.ZonedDateTime => Temporal.PlainDateTime.from(date).toZonedDateTime(shop.timeZone);
  const start = at('2026-07-01T12:00');
  const changes = start.getTimeZoneTransition('next') ? start : start.withTimeZone('Europe/Berlin');
  const first = changes.getTimeZoneTransition('next')!;
  const second = first.getTimeZoneTransition('next')!;
  const around = (change: Temporal.ZonedDateTime, name: string): (readonly [string, number])[] => [
    [`an hour before ${name}`, change.epochMilliseconds - HOUR],
    [`at ${name}`, change.epochMilliseconds],
    [`an hour after ${name}`, change.epochMilliseconds + HOUR],
  ];
  return [
    ['on a Wednesday, 12:27:13', at('2026-11-25T12:27:13').epochMilliseconds] as const,
    ['at night before a holiday', at('2026-12-24T23:50').epochMilliseconds] as const,
    ...around(first, 'a clock change'),
    ...around(second, 'the clock change after'),
  ].map(([name, now]) => ({ name: `${shop.timeZone} ${name}`, shop, now }));
});
