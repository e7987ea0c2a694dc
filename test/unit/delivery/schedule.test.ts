// When to try again: never at once, never all together, never longer than the caps.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { configurationDelay, retryAfter, retryDelay } from '../../../src/delivery/schedule.js';

const SECOND = 1e3;
const MINUTE = 6e4;
const HOUR = 36e5;

/** More attempts than an hour each for a lifetime. */
const times = fc.integer({ min: 1, max: 1e6 });
const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe.each([
  { name: 'retryDelay', delay: retryDelay, first: 4 * SECOND, cap: 15 * MINUTE, second: 8 * SECOND },
  { name: 'configurationDelay', delay: configurationDelay, first: 2 * MINUTE, cap: 6 * HOUR, second: 4 * MINUTE },
])('$name', ({ delay, first, cap, second }) => {
  it('is up to the first wait, then twice as long each time, up to the cap', () => {
    expect([1, 2].map((time) => delay(time, 1))).toEqual([first, second]);
    expect(delay(40, 1)).toBe(cap);
  });

  it('is at least half of its wait, and never more than it', () => {
    fc.assert(
      fc.property(times, chance, (time, random) => {
        const most = Math.min(cap, first * 2 ** (time - 1));
        expect(delay(time, random)).toBeGreaterThanOrEqual(most / 2);
        expect(delay(time, random)).toBeLessThanOrEqual(most);
      }),
    );
  });

  it('never falls with another attempt of the same luck', () => {
    fc.assert(
      fc.property(times, chance, (time, random) => {
        expect(delay(time + 1, random)).toBeGreaterThanOrEqual(delay(time, random));
      }),
    );
  });

  it('is longer with each attempt at the median, until the cap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (time) => {
        const [median, next] = [delay(time, 0.5), delay(time + 1, 0.5)];
        expect(next).toBe(Math.min(median * 2, cap * 0.75));
      }),
    );
  });

  it('spreads over its half by chance', () => {
    expect(delay(1, 0)).toBe(first / 2);
    expect(delay(1, 0.5)).toBe((first / 4) * 3);
    expect(new Set(Array.from({ length: 50 }, () => delay(1))).size).toBeGreaterThan(1);
  });
});

describe('retryAfter', () => {
  const now = Date.UTC(2026, 10, 22, 9, 30);
  const day = 24 * HOUR;

  it.each([
    ['5', 5 * SECOND],
    ['120', 2 * MINUTE],
    ['0', SECOND],
    ['86400', day],
    ['86401', day],
    ['99999999999999999999', day],
  ])('in seconds: %s', (header, wait) => {
    expect(retryAfter(header, now)).toBe(wait);
  });

  it.each([
    ['Sun, 22 Nov 2026 09:32:00 GMT', 2 * MINUTE],
    ['Sunday, 22-Nov-26 09:32:00 GMT', 2 * MINUTE],
    ['Sun, 22 Nov 2026 09:30:00 GMT', SECOND],
    ['Sun, 22 Nov 2020 09:30:00 GMT', SECOND],
    ['Wed, 25 Nov 2026 09:30:00 GMT', day],
  ])('as a date: %s', (header, wait) => {
    expect(retryAfter(header, now)).toBe(wait);
  });

  it.each([null, '', 'soon', '5s', '5 minutes', 'NaN', '1e'])('is unknown where it can not be read: %j', (header) => {
    expect(retryAfter(header, now)).toBeUndefined();
  });

  it('counts from now, unless it is told from when', () => {
    expect(retryAfter(new Date(Date.now() + HOUR).toUTCString())).toBeGreaterThan(HOUR / 2);
  });

  it('bears anything that a server may send', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constant(null)), (header) => {
        const wait = retryAfter(header, now) ?? SECOND;
        expect(wait).toBeGreaterThanOrEqual(SECOND);
        expect(wait).toBeLessThanOrEqual(day);
      }),
    );
  });

  it('is never outside of a second and a day', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.nat().map(String),
          fc.bigInt({ min: 0n, max: 10n ** 400n }).map(String),
          fc
            .date({ min: new Date(Date.UTC(1970, 0)), max: new Date(Date.UTC(9999, 11)), noInvalidDate: true })
            .map((date) => date.toUTCString()),
        ),
        (header) => {
          const wait = retryAfter(header, now);
          expect(wait).toBeGreaterThanOrEqual(SECOND);
          expect(wait).toBeLessThanOrEqual(day);
        },
      ),
    );
  });
});
