// What a shopper can choose from. Around clock changes and over zones see also forty-moments.test.ts.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asapAllowed, isOpen, slotsOf } from '../../../src/callback/slots.js';
import { expectedOpenings, touchesQuiet, type Shop } from '../../support/temporal-hours.js';
import { arbitraryShop, termsOfShop, zones } from './shops.js';

const MINUTE = 60_000;
/** Temporal as a polyfill takes its time. */
const PATIENCE = 30_000;

const shop = (week: Shop['week'], differing: Partial<Shop> = {}): Shop => ({
  week,
  closed: [],
  timeZone: 'UTC',
  quiet: ['00:00', '00:00'],
  slotLength: 60,
  lead: 0,
  daysAhead: 5,
  respondWithin: 10,
  ...differing,
});

/** The slots by their beginning, `MM-DD hh:mm` in UTC. 2026-11-25 is a Wednesday. */
function told(given: Shop, now: string, theirZone = 'UTC'): string[] {
  return slotsOf(termsOfShop(given), Date.parse(`${now}Z`), theirZone).map(({ start }) =>
    new Date(start).toISOString().slice(5, 16).replace('T', ' '),
  );
}

describe('slots', () => {
  it('begin when the shop opens and fit in whole before it closes', () => {
    expect(told(shop({ We: [['09:20', '12:00']] }), '2026-11-24T00:00').slice(0, 2)).toEqual([
      '11-25 09:20',
      '11-25 10:20',
    ]);
  });

  it('begin anew after a break, and where one opening takes over from another', () => {
    const week: Shop['week'] = {
      We: [
        ['09:00', '11:30'],
        ['11:30', '13:00'],
      ],
    };
    expect(told(shop(week, { daysAhead: 1 }), '2026-11-24T00:00')).toEqual([
      '11-25 09:00',
      '11-25 10:00',
      '11-25 11:30',
    ]);
  });

  it('are at least the lead away', () => {
    const given = shop({ We: [['09:00', '13:00']] }, { lead: 45, daysAhead: 1 });
    expect(told(given, '2026-11-25T09:15')).toEqual(['11-25 10:00', '11-25 11:00', '11-25 12:00']);
    expect(told(given, '2026-11-25T09:15:01')).toEqual(['11-25 11:00', '11-25 12:00']);
  });

  it('are on as many days as asked for, days without any not counted', () => {
    const week: Shop['week'] = { Mo: [['09:00', '10:00']], We: [['09:00', '10:00']], Th: [['09:00', '10:00']] };
    const given = shop(week, { daysAhead: 3, closed: ['2026-11-26'] });
    expect(told(given, '2026-11-25T08:00')).toEqual(['11-25 09:00', '11-30 09:00', '12-02 09:00']);
    expect(told(given, '2026-11-25T09:30')).toEqual(['11-30 09:00', '12-02 09:00', '12-03 09:00']);
  });

  it('go past midnight with the opening, from yesterday’s too', () => {
    const given = shop({ Tu: [['22:00', '02:00']] }, { daysAhead: 1 });
    expect(told(given, '2026-11-24T21:00')).toEqual(['11-24 22:00', '11-24 23:00']);
    expect(told(given, '2026-11-25T00:00')).toEqual(['11-25 00:00', '11-25 01:00']);
  });

  it('touch no quiet hour where the shopper is', () => {
    const given = shop(
      { We: [['09:00', '18:00']] },
      { quiet: ['21:00', '08:00'], daysAhead: 1, timeZone: 'Europe/Berlin' },
    );
    expect(told(given, '2026-11-25T00:00', 'America/New_York')).toEqual([
      '11-25 13:00',
      '11-25 14:00',
      '11-25 15:00',
      '11-25 16:00',
    ]);
    expect(told({ ...given, slotLength: 45 }, '2026-11-25T00:00', 'Asia/Kathmandu').at(-1)).toBe('11-25 14:00');
    expect(told(given, '2026-11-25T00:00', 'Pacific/Honolulu')).toEqual([]);
  });

  it('step over a quiet hour that lies within one', () => {
    const given = shop({ We: [['09:00', '18:00']] }, { quiet: ['13:00', '14:00'], slotLength: 180, daysAhead: 1 });
    expect(told(given, '2026-11-25T00:00')).toEqual(['11-25 09:00', '11-25 15:00']);
  });

  it('are none for a shop that never opens, nor where it is always quiet', () => {
    expect(told(shop({}), '2026-11-25T00:00')).toEqual([]);
    expect(told(shop({ We: [['09:00', '18:00']] }, { quiet: ['00:00', '24:00'] }), '2026-11-25T00:00')).toEqual([]);
  });

  it('without a length are taken for minutes, not for ever', () => {
    expect(told(shop({ We: [['09:00', '09:03']] }, { slotLength: 0, daysAhead: 1 }), '2026-11-25T00:00')).toHaveLength(
      3,
    );
  });

  it(
    'of every shop lie in its hours, after the lead, out of quiet hours, one after another, on no more days than asked for',
    () => {
      let seen = 0;
      fc.assert(
        fc.property(arbitraryShop, zones, fc.integer({ min: 0, max: 1440 * 14 }), (given, theirs, minute) => {
          const now = Date.UTC(2026, 9, 20) + minute * MINUTE + 12_345;
          const slots = slotsOf(termsOfShop(given), now, theirs);
          const last = slots.at(-1)?.end ?? now;
          const open = [...expectedOpenings(given, now, Math.ceil((last - now) / (1440 * MINUTE)) + 1)];
          for (const [index, slot] of slots.entries()) {
            expect(slot.end - slot.start).toBe(given.slotLength * MINUTE);
            expect(slot.start).toBeGreaterThanOrEqual(now + given.lead * MINUTE);
            expect(slot.start).toBeGreaterThanOrEqual(slots[index - 1]?.end ?? slot.start);
            expect(touchesQuiet(given, slot, theirs)).toBe(false);
            expect(open.some(({ start, end }) => start <= slot.start && slot.end <= end)).toBe(true);
          }
          const days = slots.map(({ start }) => new Date(start).toLocaleDateString('en', { timeZone: given.timeZone }));
          expect(new Set(days).size).toBeLessThanOrEqual(given.daysAhead);
          seen += slots.length;
        }),
        { numRuns: 40 },
      );
      expect(seen).toBeGreaterThan(0);
    },
    PATIENCE,
  );
});

describe('as soon as possible', () => {
  const given = shop({ We: [['09:00', '18:00']] }, { quiet: ['21:00', '08:00'] });

  it.each([
    ['2026-11-25T08:59:59.999', false, false],
    ['2026-11-25T09:00', true, true],
    ['2026-11-25T17:59:59.999', true, true],
    ['2026-11-25T18:00', false, false],
    ['2026-11-26T10:00', false, false],
  ])('at %s: open %s, allowed %s', (now, open, allowed) => {
    expect(isOpen(termsOfShop(given), Date.parse(`${now}Z`))).toBe(open);
    expect(asapAllowed(termsOfShop(given), Date.parse(`${now}Z`), 'UTC')).toBe(allowed);
  });

  it.each([
    ['2026-11-25T12:59', false],
    ['2026-11-25T13:00', true],
  ])('at %s in New York: %s', (now, allowed) => {
    expect(asapAllowed(termsOfShop(given), Date.parse(`${now}Z`), 'America/New_York')).toBe(allowed);
  });

  it('in an opening over midnight', () => {
    const night = termsOfShop(shop({ Tu: [['22:00', '02:00']] }));
    expect(asapAllowed(night, Date.parse('2026-11-25T01:59Z'), 'UTC')).toBe(true);
    expect(asapAllowed(night, Date.parse('2026-11-25T02:00Z'), 'UTC')).toBe(false);
  });
});
