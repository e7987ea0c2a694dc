// What a shop's attributes say about its calls: usual values, and one warning for each that can't be read.

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { termsOf, type Stated } from '../../../src/elements/callback/terms.js';
import { warnOnce } from '../../../src/settings/warn.js';

vi.mock(import('../../../src/settings/warn.js'), () => ({ warnOnce: vi.fn() }));
const warned = vi.mocked(warnOnce);

beforeEach(() => {
  warned.mockClear();
});

const MINUTE = 60_000;
type Given = Partial<Stated>;
const read = (given: Given) => termsOf({ hours: 'Mo-Fr 09:00-18:00', timeZone: 'Europe/Berlin', ...given } as Stated);

describe('terms', () => {
  it('are the usual ones where a shop says nothing else', () => {
    expect(read({})).toMatchObject({
      timeZone: 'Europe/Berlin',
      closed: new Set(),
      quiet: { from: 21 * 60, to: 8 * 60 },
      slotLength: 30 * MINUTE,
      lead: 15 * MINUTE,
      daysAhead: 5,
      respondWithin: undefined,
    });
    expect(warned).not.toHaveBeenCalled();
  });

  it('are what a shop says', () => {
    expect(
      read({
        closed: '2026-12-25, 2026-12-26',
        quietHours: '20:30 – 24:00',
        slotLength: 'PT1H',
        lead: 'PT0M',
        daysAhead: 14,
        respondWithin: 'P1DT2H30M',
      }),
    ).toMatchObject({
      closed: new Set(['2026-12-25', '2026-12-26']),
      quiet: { from: 20.5 * 60, to: 24 * 60 },
      slotLength: 60 * MINUTE,
      lead: 0,
      daysAhead: 14,
      respondWithin: (26 * 60 + 30) * MINUTE,
    });
    expect(warned).not.toHaveBeenCalled();
  });

  it.each<[Given, unknown[]]>([
    [
      { hours: 'Mo-Fr 9-18' },
      ['bad-times', 'hours', 'Mo-Fr 9-18', expect.objectContaining({ column: 7, found: '9-18' })],
    ],
    [{ closed: 'Christmas' }, ['bad-times', 'closed', 'Christmas', expect.objectContaining({ column: 1 })]],
    [{ timeZone: 'Berlin' }, ['no-time-zone', 'Berlin']],
    [{ timeZone: '' }, ['no-time-zone', '']],
  ])('are none with %o, since a wrong promise is worse than none', (given, warning) => {
    expect(read(given)).toBeUndefined();
    expect(warned.mock.calls).toEqual([warning]);
  });

  it.each<[Given, string, object, string]>([
    [{ quietHours: '9pm to 8am' }, 'quiet-hours', { quiet: { from: 1260, to: 480 } }, '21:00-08:00'],
    [{ quietHours: '21:00-25:00' }, 'quiet-hours', { quiet: { from: 1260, to: 480 } }, '21:00-08:00'],
    [{ slotLength: '30' }, 'slot-length', { slotLength: 30 * MINUTE }, 'PT30M'],
    [{ slotLength: 'PT0M' }, 'slot-length', { slotLength: 30 * MINUTE }, 'PT30M'],
    [{ lead: 'PT' }, 'lead', { lead: 15 * MINUTE }, 'PT15M'],
    [{ daysAhead: 0 }, 'days-ahead', { daysAhead: 5 }, '5'],
    [{ daysAhead: 'five' }, 'days-ahead', { daysAhead: 5 }, '5'],
    [{ respondWithin: 'soon' }, 'respond-within', { respondWithin: undefined }, 'nothing'],
  ])('with %o are the usual ones, and a warning says so', (given, name, terms, used) => {
    expect(read(given)).toMatchObject(terms);
    expect(warned.mock.calls).toEqual([
      ['bad-attribute', `curtsy-callback ${name}`, Object.values(given)[0], [expect.any(String)], used],
    ]);
  });
});
