// Ids are UUIDs of version 7, and every page makes the same one of a key.

import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { idOf, newKey } from '../../../src/response/uuid.js';
import { ID, KEY } from './submission.js';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const VERSION_7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
/** Until the year 2527, when a time takes another digit. */
const times = fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2500, 0) });
const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

function keyAt(time: number, first: number, second: number): string {
  vi.useFakeTimers({ toFake: ['Date'], now: time });
  vi.spyOn(Math, 'random').mockReturnValueOnce(first).mockReturnValueOnce(second);
  return newKey();
}

it('is the same of the same key', () => {
  expect(idOf(KEY)).toBe(ID);
});

it('is a UUID of version 7, whatever time and chance make the key', () => {
  fc.assert(
    fc.property(times, chance, chance, (...drawn) => {
      expect(idOf(keyAt(...drawn))).toMatch(VERSION_7);
    }),
  );
});

it('begins with the time in milliseconds', () => {
  fc.assert(
    fc.property(times, chance, chance, (time, ...drawn) => {
      expect(
        parseInt(
          idOf(keyAt(time, ...drawn))
            .slice(0, 13)
            .replace('-', ''),
          16,
        ),
      ).toBe(time);
    }),
  );
});

it('sorts after those of earlier milliseconds', () => {
  fc.assert(
    fc.property(times, fc.integer({ min: 1, max: 1e9 }), chance, chance, (time, after, one, other) => {
      const earlier = idOf(keyAt(time, one, other));
      expect(earlier < idOf(keyAt(time + after, other, one))).toBe(true);
    }),
  );
});

describe('chance', () => {
  it('of nothing at all still makes an id', () => {
    expect(idOf(keyAt(Date.UTC(2026, 0), 0, 0))).toMatch(VERSION_7);
  });

  it('tells keys of one millisecond apart', () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 0) });
    const ids = Array.from({ length: 1000 }, () => idOf(newKey()));
    expect(new Set(ids).size).toBe(1000);
  });
});
