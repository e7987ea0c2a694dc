// A zone's clock, read and set, beside Temporal's.

import { Temporal } from '@js-temporal/polyfill';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf, isZone, wallOf } from '../../../src/callback/zone.js';

/** Temporal as a polyfill takes its time. */
const PATIENCE = 30_000;
const zones = Intl.supportedValuesOf('timeZone');
const wall = (text: string): number => Date.parse(`${text}Z`);

describe('isZone', () => {
  it.each(['Europe/Berlin', 'europe/berlin', 'Asia/Calcutta', 'Asia/Kolkata', 'America/Argentina/Ushuaia', 'UTC'])(
    '%s is one',
    (name) => expect(isZone(name)).toBe(true),
  );

  it.each(['', 'Berlin', 'Europe/Berlín', '+01:00', 'GMT+1', 'Mars/Olympus', '0'])('%j is none', (name) =>
    expect(isZone(name)).toBe(false),
  );

  it('takes any text', () => {
    fc.assert(fc.property(fc.string(), (name) => typeof isZone(name) === 'boolean'));
  });
});

describe('a clock', () => {
  it.each([
    ['Europe/Berlin', '2026-11-22T14:30:15.250Z', '2026-11-22T15:30:15.250'],
    ['Europe/Berlin', '2026-12-31T23:00:00Z', '2027-01-01T00:00:00'],
    ['America/New_York', '2026-07-01T03:59:59Z', '2026-06-30T23:59:59'],
    ['Asia/Kathmandu', '2026-11-22T14:30:00Z', '2026-11-22T20:15:00'],
    ['Australia/Lord_Howe', '2026-10-03T15:30:00Z', '2026-10-04T02:30:00'],
    ['Pacific/Kiritimati', '2026-11-22T14:30:00Z', '2026-11-23T04:30:00'],
    ['Pacific/Pago_Pago', '2026-11-22T10:30:00Z', '2026-11-21T23:30:00'],
  ])('in %s at %s shows %s', (zone, instant, shown) => {
    expect(new Date(wallOf(Date.parse(instant), zone)).toISOString()).toBe(new Date(wall(shown)).toISOString());
  });

  it.each([
    ['begins', 'Europe/Berlin', '2027-03-28T02:30', '2027-03-28T01:30:00Z'],
    ['ends', 'Europe/Berlin', '2026-10-25T02:30', '2026-10-25T00:30:00Z'],
    ['begins', 'America/New_York', '2027-03-14T02:00', '2027-03-14T07:00:00Z'],
    ['ends', 'America/New_York', '2026-11-01T01:59', '2026-11-01T05:59:00Z'],
    ['begins', 'Australia/Lord_Howe', '2026-10-04T02:10', '2026-10-03T15:40:00Z'],
    ['ends', 'Australia/Lord_Howe', '2027-04-04T01:45', '2027-04-03T14:45:00Z'],
    ['skipped a day', 'Pacific/Apia', '2011-12-30T12:00', '2011-12-30T22:00:00Z'],
  ])('when summer time %s in %s shows %s at %s', (_, zone, shown, instant) => {
    expect(new Date(instantOf(wall(shown), zone)).toISOString()).toBe(new Date(instant).toISOString());
  });

  it(
    'is as Temporal has it, in any zone at any time',
    () => {
      const anyTime = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2037, 11) });
      fc.assert(
        fc.property(fc.constantFrom(...zones), anyTime, (zone, at) => {
          const shown = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDateTime();
          expect(wallOf(at, zone)).toBe(shown.toZonedDateTime('UTC').epochMilliseconds);
        }),
        { numRuns: 200 },
      );
    },
    PATIENCE,
  );

  it(
    'is set as Temporal sets it, on the days on which clocks change',
    () => {
      const changing = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'America/Santiago', 'Africa/Cairo'];
      const year = fc.integer({ min: 2024, max: 2036 });
      const minutes = fc.integer({ min: -300, max: 300 });
      fc.assert(
        fc.property(fc.constantFrom(...changing), year, fc.boolean(), minutes, (zone, in_, first, away) => {
          const start = Temporal.PlainDateTime.from(`${in_}-01-01`).toZonedDateTime(zone);
          const change = start.getTimeZoneTransition('next')!;
          const day = first ? change : change.getTimeZoneTransition('next')!;
          const shown = day.toPlainDateTime().add({ minutes: away });
          expect(instantOf(shown.toZonedDateTime('UTC').epochMilliseconds, zone)).toBe(
            shown.toZonedDateTime(zone).epochMilliseconds,
          );
        }),
        { numRuns: 300 },
      );
    },
    PATIENCE,
  );
});
