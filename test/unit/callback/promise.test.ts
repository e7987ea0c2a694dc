// By when a shop will have called. Around clock changes and over zones see also forty-moments.test.ts.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { promiseOf } from '../../../src/callback/promise.js';
import { expectedOpenings, expectedPromise, isOpenAt, isQuiet, type Shop } from '../../support/temporal-hours.js';
import { arbitraryShop, termsOfShop, zones } from './shops.js';

const MINUTE = 60_000;
/** Temporal as a polyfill takes its time. */
const PATIENCE = 30_000;

const SHOP: Shop = {
  week: {
    Mo: [['09:00', '18:00']],
    We: [
      ['09:00', '12:00'],
      ['13:00', '18:00'],
    ],
    Th: [['09:00', '18:00']],
  },
  closed: [],
  timeZone: 'UTC',
  quiet: ['21:00', '08:00'],
  slotLength: 30,
  lead: 15,
  daysAhead: 5,
  respondWithin: 10,
};

/** `MM-DD hh:mm` in UTC, and when the shop opens. 2026-11-25 is a Wednesday. */
function told(now: string, respondWithin: number, differing: Partial<Shop> = {}, theirZone = 'UTC'): string {
  const promise = promiseOf(termsOfShop({ ...SHOP, respondWithin, ...differing }), Date.parse(`${now}Z`), theirZone);
  const short = (instant: number): string => new Date(instant).toISOString().slice(5, 16).replace('T', ' ');
  return !promise ? 'none' : short(promise.by) + (promise.opensAt ? `, opens ${short(promise.opensAt)}` : '');
}

describe('the promise', () => {
  it.each([
    ['while open', '2026-11-25T15:30', 10, '11-25 15:40'],
    ['to a full minute, and never earlier than was said', '2026-11-25T15:30:00.001', 10, '11-25 15:41'],
    ['up to closing time', '2026-11-25T17:50', 10, '11-25 18:00'],
    ['over a break, after which the rest goes on', '2026-11-25T11:55', 10, '11-25 13:05, opens 11-25 13:00'],
    ['over a night', '2026-11-25T17:55', 10, '11-26 09:05, opens 11-26 09:00'],
    ['before the shop opens', '2026-11-26T07:00', 10, '11-26 09:10, opens 11-26 09:00'],
    ['at the moment in which it opens', '2026-11-26T09:00', 10, '11-26 09:10'],
    ['at the moment in which it closes', '2026-11-26T18:00', 10, '11-30 09:10, opens 11-30 09:00'],
    ['over a weekend', '2026-11-26T17:00', 120, '11-30 10:00, opens 11-30 09:00'],
    ['over days', '2026-11-25T13:00', 1080, '11-30 13:00, opens 11-30 09:00'],
  ])('%s', (_, now, within, promise) => {
    expect(told(now, within)).toBe(promise);
  });

  it('waits until a holiday is over', () => {
    expect(told('2026-11-25T17:55', 10, { closed: ['2026-11-26'] })).toBe('11-30 09:05, opens 11-30 09:00');
  });

  it('waits until the shopper is up, and says nothing of opening when the shop is open', () => {
    expect(told('2026-11-25T13:00', 10, {}, 'America/Los_Angeles')).toBe('11-25 16:10');
    expect(told('2026-11-25T17:55', 10, {}, 'America/Los_Angeles')).toBe('11-26 16:05, opens 11-26 09:00');
  });

  it('stops for quiet hours that begin, and goes on when they end', () => {
    expect(told('2026-11-26T13:55', 10, { quiet: ['14:00', '15:30'] })).toBe('11-26 15:35');
    expect(told('2026-11-26T13:50', 10, { quiet: ['14:00', '15:30'] })).toBe('11-26 14:00');
  });

  it('goes through midnight where the shop does', () => {
    const week: Shop['week'] = { Mo: [['00:00', '24:00']], Tu: [['00:00', '24:00']] };
    expect(told('2026-11-23T23:55', 10, { week, quiet: ['00:00', '00:00'] })).toBe('11-24 00:05');
    expect(told('2026-11-22T23:55', 10, { week, quiet: ['00:00', '00:00'] })).toBe('11-23 00:10, opens 11-23 00:00');
  });

  it('is none without a time to respond in, in a shop that never opens, and where it is always quiet', () => {
    const terms = termsOfShop(SHOP);
    expect(promiseOf({ ...terms, respondWithin: undefined }, Date.parse('2026-11-25T15:30Z'), 'UTC')).toBeUndefined();
    expect(told('2026-11-25T15:30', 0)).toBe('none');
    expect(told('2026-11-25T15:30', 10, { week: {} })).toBe('none');
    expect(told('2026-11-25T15:30', 10, { quiet: ['00:00', '24:00'] })).toBe('none');
  });

  it(
    'of every shop lies ahead, in its hours and out of quiet hours, and the opening that goes with it is one',
    () => {
      let seen = 0;
      fc.assert(
        fc.property(arbitraryShop, zones, fc.integer({ min: 0, max: 1440 * 14 }), (shop, theirs, minute) => {
          const now = Date.UTC(2026, 9, 20) + minute * MINUTE + 12_345;
          const promise = promiseOf(termsOfShop(shop), now, theirs);
          if (!promise) return;
          const { by, opensAt } = promise;
          expect(by).toBeGreaterThanOrEqual(now + shop.respondWithin * MINUTE);
          const open = [...expectedOpenings(shop, now, Math.ceil((by - now) / (1440 * MINUTE)) + 1)];
          expect(isOpenAt(open, by - 1)).toBe(true);
          expect(isQuiet(shop, by - 1, theirs)).toBe(false);
          if (opensAt) {
            expect(opensAt).toBeGreaterThan(now);
            expect(isOpenAt(open, opensAt - 1)).toBe(false);
            expect(isOpenAt(open, opensAt)).toBe(true);
          } else {
            expect(isOpenAt(open, now)).toBe(true);
          }
          seen++;
        }),
        { numRuns: 100 },
      );
      expect(seen).toBeGreaterThan(0);
    },
    PATIENCE,
  );

  it(
    'of shops whose openings don’t overlap is what Temporal counts',
    () => {
      const plain = arbitraryShop.map((shop) => ({ ...shop, week: { Mo: [], ...SHOP.week }, closed: [] }));
      fc.assert(
        fc.property(plain, zones, fc.integer({ min: 0, max: 1440 * 14 }), (shop, theirs, minute) => {
          const now = Date.UTC(2026, 9, 20) + minute * MINUTE + 12_345;
          expect(promiseOf(termsOfShop(shop), now, theirs)).toEqual(expectedPromise(shop, now, theirs));
        }),
        { numRuns: 40 },
      );
    },
    PATIENCE,
  );
});
