// Shops of any kind, for properties that must hold for all of them.

import fc from 'fast-check';
import { isFault, readHours } from '../../../src/callback/opening-hours.js';
import type { Terms } from '../../../src/callback/slots.js';
import { DAYS, notationOf, termsOf, type Hours, type Shop } from '../../support/temporal-hours.js';

const clock = (quarter: number): string =>
  [Math.floor(quarter / 4), (quarter % 4) * 15].map((part) => String(part).padStart(2, '0')).join(':');

/** At quarters of an hour, over midnight or not. */
const hours = fc
  .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 0, max: 96 }))
  .filter(([from, to]) => from !== to)
  .map(([from, to]): Hours => [clock(from), clock(to)]);

export const zones = fc.constantFrom(
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'America/Santiago',
  'UTC',
);

export const arbitraryShop: fc.Arbitrary<Shop> = fc.record({
  week: fc.record(Object.fromEntries(DAYS.map((day) => [day, fc.array(hours, { maxLength: 3 })]))),
  closed: fc.subarray(['2026-10-23', '2026-10-25', '2026-11-01', '2026-11-02']),
  timeZone: zones,
  quiet: fc.constantFrom<Hours>(['21:00', '08:00'], ['12:00', '14:00'], ['00:00', '00:00'], ['22:30', '24:00']),
  slotLength: fc.constantFrom(10, 15, 30, 45, 60, 180),
  lead: fc.constantFrom(0, 15, 60, 1440),
  daysAhead: fc.integer({ min: 1, max: 7 }),
  respondWithin: fc.constantFrom(1, 10, 60, 480, 1440),
});

export function termsOfShop(shop: Shop): Terms {
  const notation = notationOf(shop) || 'off';
  const read = readHours(notation);
  if (isFault(read)) throw new Error(`${notation}, column ${read.column}: ${read.found}`);
  return termsOf(shop, read);
}
