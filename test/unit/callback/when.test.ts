// Words for times in the three languages that ship, and in zones that are easily taken for one another.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byDay, clockOf, dayName, zoneName } from '../../../src/callback/when.js';

const now = Date.parse('2026-11-22T14:30:00Z');
const HOUR = 3_600_000;

/** Newer engines put narrow spaces where older ones put plain ones. */
const plain = (text: string): string => text.replace(/[\u202f\u00a0]/g, ' ');

describe('days', () => {
  it.each([
    ['en', 0, 'today'],
    ['en', 24, 'tomorrow'],
    ['en', -24, 'yesterday'],
    ['en-GB', 72, 'Wednesday 25 November'],
    ['en-US', 72, 'Wednesday, November 25'],
    ['de', 0, 'heute'],
    ['de-AT', 24, 'morgen'],
    ['de', 48, 'Dienstag, 24. November'],
    ['ar', 24, 'غدًا'],
    ['ar-EG', 72, 'الأربعاء، ٢٥ نوفمبر'],
    ['de_DE', 0, 'heute'],
    ['no language', 0, 'today'],
    ['', 0, 'today'],
  ])('in %j, %i hours away: %s', (locale, hours, name) => {
    expect(dayName(now + hours * HOUR, 'Europe/Berlin', locale, now)).toBe(name);
  });

  it('change at midnight where the shopper is', () => {
    const late = Date.parse('2026-11-22T23:30:00Z');
    expect(dayName(late, 'Europe/London', 'en', now)).toBe('today');
    expect(dayName(late, 'Europe/Berlin', 'en', now)).toBe('tomorrow');
    expect(dayName(late, 'Pacific/Kiritimati', 'en', now)).toBe('today');
  });

  it('hold the slots that begin on them there', () => {
    const slot = (start: string) => ({ start: Date.parse(start), end: Date.parse(start) + HOUR });
    const slots = [
      slot('2026-11-22T17:00Z'),
      slot('2026-11-22T22:30Z'),
      slot('2026-11-22T23:30Z'),
      slot('2026-11-24T09:00Z'),
    ];
    expect(byDay(slots, 'Europe/Berlin').map((day) => day.length)).toEqual([2, 1, 1]);
    expect(byDay(slots, 'Asia/Kathmandu').map((day) => day.length)).toEqual([1, 2, 1]);
    expect(byDay(slots, 'Asia/Kathmandu').flat()).toEqual(slots);
    expect(byDay([], 'Europe/Berlin')).toEqual([]);
  });
});

describe('clocks', () => {
  it.each([
    ['en-US', 'Europe/Berlin', '3:30 PM'],
    ['en-GB', 'Europe/Berlin', '15:30'],
    ['de', 'Europe/Berlin', '15:30'],
    ['de', 'Asia/Kathmandu', '20:15'],
    ['ar-EG', 'Europe/Berlin', '٣:٣٠ م'],
    ['ar-AE', 'Europe/Berlin', '3:30 م'],
    ['de_DE', 'Europe/Berlin', '15:30'],
  ])('in %s, %s: %s', (locale, zone, shown) => {
    expect(plain(clockOf(now, zone, locale))).toBe(shown);
  });
});

describe('zones', () => {
  it.each([
    ['en', 'Europe/Berlin', 'Central European Time (Berlin)'],
    ['de', 'Europe/Vienna', 'Mitteleuropäische Zeit (Vienna)'],
    ['en', 'America/New_York', 'Eastern Time (New York)'],
    ['en', 'America/Argentina/Buenos_Aires', 'Argentina Standard Time (Buenos Aires)'],
    ['en', 'Asia/Calcutta', 'India Standard Time (Kolkata)'],
    ['en', 'Europe/Kiev', 'Eastern European Time (Kyiv)'],
    ['ar', 'Europe/Berlin', 'توقيت وسط أوروبا (Berlin)'],
  ])('in %s, %s: %s', (locale, zone, name) => {
    expect(zoneName(zone, locale, now)).toBe(name);
  });

  it('have a name each', () => {
    const zones = Intl.supportedValuesOf('timeZone');
    expect(new Set(zones.map((zone) => zoneName(zone, 'en', now))).size).toBe(zones.length);
  });
});

it('any text will do for a language', () => {
  fc.assert(
    fc.property(fc.string(), (locale) => {
      expect(clockOf(now, 'UTC', locale)).not.toBe('');
      expect(dayName(now, 'UTC', locale, now)).not.toBe('');
      expect(zoneName('UTC', locale, now)).not.toBe('');
    }),
  );
});
