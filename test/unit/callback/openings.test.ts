// When a shop is open, as moments: at holidays, over midnight, and where clocks change.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFault, readHours } from '../../../src/callback/opening-hours.js';
import { openings } from '../../../src/callback/openings.js';
import { arbitraryShop, termsOfShop } from './shops.js';
import { expectedOpenings, isOpenAt } from '../../support/temporal-hours.js';

/** Temporal as a polyfill takes its time. */
const PATIENCE = 30_000;

function told(hours: string, timeZone: string, now: string, days: number, closed: string[] = []): string[] {
  const read = readHours(hours);
  if (isFault(read)) throw new Error(`Column ${read.column}`);
  const short = (instant: number): string => new Date(instant).toISOString().slice(5, 16).replace('T', ' ');
  return Array.from(openings({ hours: read, closed: new Set(closed), timeZone }, Date.parse(now), days)).map(
    ({ start, end }) => `${short(start)} – ${short(end)}`,
  );
}

describe('openings', () => {
  it('begin the day before, so that one over midnight is among them', () => {
    expect(told('Mo-Su 18:00-02:00', 'Europe/Berlin', '2026-11-25T00:30:00Z', 1)).toEqual([
      '11-24 17:00 – 11-25 01:00',
      '11-25 17:00 – 11-26 01:00',
    ]);
  });

  it('on closed dates are those of PH, and none without; what began the evening before goes on', () => {
    const hours = 'Mo-Fr 09:00-18:00, Th 20:00-02:00';
    const christmas = ['2026-12-25'];
    expect(told(hours, 'UTC', '2026-12-25T12:00:00Z', 1, christmas)).toEqual([
      '12-24 09:00 – 12-24 18:00',
      '12-24 20:00 – 12-25 02:00',
    ]);
    expect(told(`${hours}; PH 10:00-14:00`, 'UTC', '2026-12-25T12:00:00Z', 1, christmas)).toEqual([
      '12-24 09:00 – 12-24 18:00',
      '12-24 20:00 – 12-25 02:00',
      '12-25 10:00 – 12-25 14:00',
    ]);
  });

  it('closed dates are the shop’s, not the shopper’s nor UTC’s', () => {
    expect(told('Mo-Su 08:00-10:00', 'Pacific/Kiritimati', '2026-11-24T20:00:00Z', 1, ['2026-11-25'])).toEqual([
      '11-23 18:00 – 11-23 20:00',
    ]);
  });

  it('that overlap are told once', () => {
    expect(told('Mo-Fr 09:00-13:00,12:00-18:00, Mo-Fr 10:00-11:00', 'UTC', '2026-11-24T00:00:00Z', 0)).toEqual([
      '11-23 09:00 – 11-23 13:00',
      '11-23 13:00 – 11-23 18:00',
    ]);
    expect(told('Mo 20:00-09:00, Tu 08:00-12:00', 'UTC', '2026-11-24T00:00:00Z', 1)).toEqual([
      '11-23 20:00 – 11-24 09:00',
      '11-24 09:00 – 11-24 12:00',
    ]);
  });

  it.each([
    ['begin in the skipped hour', 'Su 02:30-08:00', '2027-03-28', '03-28 01:30 – 03-28 06:00'],
    ['end in the skipped hour', 'Su 01:00-02:30', '2027-03-28', '03-28 00:00 – 03-28 01:30'],
    ['end before they begin, by a clock that was moved', 'Su 02:30-03:15', '2027-03-28', undefined],
    ['begin in the repeated hour', 'Su 02:30-08:00', '2026-10-25', '10-25 00:30 – 10-25 07:00'],
    ['end in the repeated hour', 'Su 01:00-02:30', '2026-10-25', '10-24 23:00 – 10-25 00:30'],
    ['last an hour less', 'Sa 22:00-06:00', '2027-03-28', '03-27 21:00 – 03-28 04:00'],
    ['last an hour more', 'Sa 22:00-06:00', '2026-10-25', '10-24 20:00 – 10-25 05:00'],
  ])('%s', (_, hours, sunday, expected) => {
    expect(told(hours, 'Europe/Berlin', `${sunday}T12:00:00Z`, 1)).toEqual(expected ? [expected] : []);
  });

  it('come to an end for a shop that never opens', () => {
    expect(told('off', 'Europe/Berlin', '2026-11-25T00:00:00Z', 60)).toEqual([]);
  });

  it(
    'are in order, disjoint, and open when Temporal says so',
    () => {
      fc.assert(
        fc.property(arbitraryShop, fc.integer({ min: 0, max: 1440 * 60 }), (shop, minute) => {
          const now = Date.UTC(2026, 9, 20) + minute * 60_000;
          const found = [...openings(termsOfShop(shop), now, 3)];
          for (const [index, { start, end }] of found.entries()) {
            expect(start).toBeLessThan(end);
            expect(start).toBeGreaterThanOrEqual(found[index - 1]?.end ?? start);
          }
          const expected = [...expectedOpenings(shop, now, 3)];
          for (const { start, end } of [...found, ...expected]) {
            for (const at of [start - 1, start, (start + end) / 2, end - 1, end]) {
              expect(isOpenAt(found, at), new Date(at).toISOString()).toBe(isOpenAt(expected, at));
            }
          }
        }),
        { numRuns: 60 },
      );
    },
    PATIENCE,
  );
});
