// Opening hours as people write them, and what is said about those that can't be read.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFault, readClosed, readHours } from '../../../src/callback/opening-hours.js';
import { DAYS } from '../../support/temporal-hours.js';

/** The week as it was understood, in one plain form: days that are alike together, minutes past midnight beyond 24:00. */
function understood(notation: string): string {
  const hours = readHours(notation);
  if (isFault(hours)) return `column ${hours.column}: ${hours.found}`;
  const clock = (minutes: number): string =>
    [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
  const alike = new Map<string, string[]>();
  hours.forEach((ranges, day) => {
    const told = ranges.map((range) => range.map(clock).join('-')).join(' ');
    if (told) alike.set(told, [...(alike.get(told) ?? []), DAYS[day]!]);
  });
  return [...alike].map(([told, days]) => `${days.join(' ')} ${told}`).join(', ');
}

const EVERY_DAY = 'Mo Tu We Th Fr Sa Su';
const WORKDAYS = 'Mo Tu We Th Fr';

describe('reads', () => {
  it.each([
    ['Mo-Fr 09:00-18:00', `${WORKDAYS} 09:00-18:00`],
    ['Mo-Fr 09:00-18:00, Sa 10:00-14:00', `${WORKDAYS} 09:00-18:00, Sa 10:00-14:00`],
    ['Mo-Fr 09:00-18:00; Sa 10:00-14:00', `${WORKDAYS} 09:00-18:00, Sa 10:00-14:00`],
    ['Mo-Fr 09:00-18:00\n  Sa 10:00-14:00\n', `${WORKDAYS} 09:00-18:00, Sa 10:00-14:00`],
    ['Mo-Fr 09:00-18:00 Sa 10:00-14:00', `${WORKDAYS} 09:00-18:00, Sa 10:00-14:00`],
    ['Tu,Th 16:00-20:00', 'Tu Th 16:00-20:00'],
    ['Mo, We, Fr 9:00-12:00', 'Mo We Fr 09:00-12:00'],
    ['Mo-Tu,Th-Fr 09:00-12:00', 'Mo Tu Th Fr 09:00-12:00'],
    ['mo – fr 09:00 – 18:00', `${WORKDAYS} 09:00-18:00`],
    ['Fr-Mo 10:00-16:00', 'Mo Fr Sa Su 10:00-16:00'],
    ['Su-Sa 10:00-16:00', `${EVERY_DAY} 10:00-16:00`],
    ['Mo-Fr 09:00-12:00,13:00-18:00', `${WORKDAYS} 09:00-12:00 13:00-18:00`],
    ['Mo-Fr 13:00-18:00, 09:00-12:00', `${WORKDAYS} 09:00-12:00 13:00-18:00`],
    ['Mo-Fr 09:00-12:00\n13:00-18:00', `${WORKDAYS} 09:00-12:00 13:00-18:00`],
    ['Mo 09:00-12:00, Mo 13:00-18:00', 'Mo 09:00-12:00 13:00-18:00'],
    ['Fr-Sa 18:00-02:00', 'Fr Sa 18:00-26:00'],
    ['Mo 18:00-00:00', 'Mo 18:00-24:00'],
    ['Mo 18:00-24:00', 'Mo 18:00-24:00'],
    ['Mo 00:00-23:59', 'Mo 00:00-24:00'],
    ['Mo-Su 00:00-24:00', `${EVERY_DAY} 00:00-24:00`],
    ['24/7', `${EVERY_DAY} 00:00-24:00`],
    ['Mo-Su', `${EVERY_DAY} 00:00-24:00`],
    ['Mo,We', 'Mo We 00:00-24:00'],
    ['Sa\nMo-Fr 09:00-18:00', `${WORKDAYS} 09:00-18:00, Sa 00:00-24:00`],
    ['Mo-Fr\n09:00-18:00', `${WORKDAYS} 09:00-18:00`],
    ['Mo-Fr; 09:00-18:00', `${WORKDAYS} 09:00-18:00`],
    ['09:00-18:00', `${EVERY_DAY} 09:00-18:00`],
  ])('%j', (notation, week) => {
    expect(understood(notation)).toBe(week);
  });
});

describe('reads exceptions', () => {
  it.each([
    ['Mo-Fr 09:00-18:00, We off', 'Mo Tu Th Fr 09:00-18:00'],
    ['Mo-Su 09:00-18:00; Su closed', 'Mo Tu We Th Fr Sa 09:00-18:00'],
    ['Mo-Fr 09:00-18:00, We 19:00-20:00', 'Mo Tu Th Fr 09:00-18:00, We 09:00-18:00 19:00-20:00'],
    ['Mo-Fr 09:00-18:00; We 10:00-11:00,12:00-13:00', 'Mo Tu Th Fr 09:00-18:00, We 10:00-11:00 12:00-13:00'],
    ['Mo-Fr 09:00-18:00; PH off', `${WORKDAYS} 09:00-18:00`],
    ['Mo-Fr 09:00-18:00; PH 10:00-14:00', `${WORKDAYS} 09:00-18:00, PH 10:00-14:00`],
    ['Su,PH 10:00-14:00', 'Su PH 10:00-14:00'],
    ['Mo-Fr 09:00-18:00, PH', `${WORKDAYS} 09:00-18:00, PH 00:00-24:00`],
    ['24/7; PH off', `${EVERY_DAY} 00:00-24:00`],
    ['off', ''],
  ])('%j', (notation, week) => {
    expect(understood(notation)).toBe(week);
  });
});

describe('says where it can’t read on', () => {
  it.each([
    ['', 'column 1: '],
    [' ,; ', 'column 5: '],
    ['Montag 09:00-18:00', 'column 1: Montag'],
    ['Mon-Fri 09:00-17:00', 'column 1: Mon-Fri'],
    ['Mo-Fx 09:00-18:00', 'column 4: Fx'],
    ['Mo-PH 09:00-18:00', 'column 4: PH'],
    ['PH-Mo 09:00-18:00', 'column 3: -Mo'],
    ['Mo-', 'column 4: '],
    ['Mo-Fr 9-17', 'column 7: 9-17'],
    ['Mo-Fr 09:00', 'column 12: '],
    ['Mo-Fr 09:00 18:00', 'column 13: 18:00'],
    ['Mo-Fr 09:00-25:00', 'column 13: 25:00'],
    ['Mo-Fr 09:00-24:30', 'column 13: 24:30'],
    ['Mo-Fr 09:60-18:00', 'column 7: 09:60-18:00'],
    ['Mo-Fr 24:00-02:00', 'column 7: 24:00-02:00'],
    ['Mo-Fr 09:00-18:000', 'column 18: 0'],
    ['Mo-Fr 9:00am-5:00pm', 'column 11: am-5:00pm'],
    ['Mo-Fr 09:00-09:00', 'column 13: 09:00'],
    ['Mo-Fr 09:00-18:00, SH off', 'column 20: SH'],
    ['Mo-Fr 09:00-18:00, sunrise-sunset', 'column 20: sunrise-sunset'],
    ['Mo-Fr 09:00-18:00\nSa 10h-14h', 'column 22: 10h-14h'],
  ])('%j', (notation, fault) => {
    expect(understood(notation)).toBe(fault);
  });

  it('and what could stand there', () => {
    expect(readHours('Mo-Fr 09:00-25:00')).toEqual({
      column: 13,
      found: '25:00',
      allowed: 'another time, up to 24:00',
    });
  });
});

const pieces = fc.constantFrom(
  'Mo',
  'su',
  'PH',
  '-',
  ',',
  ';',
  '\n',
  ' ',
  '09:00',
  '24:00',
  '7',
  ':',
  'off',
  '24/7',
  'x',
);
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(pieces).map((parts) => parts.join('')),
);

describe('whatever is written', () => {
  it('is a week with its ranges in order, or a fault at the place where it stands', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const read = readHours(text);
        if (isFault(read)) {
          expect(text.slice(read.column - 1)).satisfy((there: string) => there.startsWith(read.found));
        } else {
          expect(read).toHaveLength(8);
          for (const ranges of read) {
            expect(ranges).toEqual(ranges.toSorted(([a], [b]) => a - b));
            for (const [from, to] of ranges) {
              expect(from).toBeGreaterThanOrEqual(0);
              expect(from).toBeLessThan(1440);
              expect(to - from).toBeGreaterThan(0);
              expect(to - from).toBeLessThanOrEqual(1440);
            }
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('as dates is a set of them, or a fault at the place where it stands', () => {
    const date = fc.constantFrom('2026-12-25', '2026-02-30', '25.12.2026', ', ', ' ');
    fc.assert(
      fc.property(
        fc.oneof(
          anyText,
          fc.array(date).map((parts) => parts.join('')),
        ),
        (text) => {
          const read = readClosed(text);
          if (isFault(read)) expect(text.startsWith(read.found, read.column - 1)).toBe(true);
          else expect([...read].every((each) => text.includes(each))).toBe(true);
        },
      ),
    );
  });
});

describe('closed dates', () => {
  it.each([
    ['', []],
    ['2026-12-25', ['2026-12-25']],
    ['2026-12-25, 2026-12-31', ['2026-12-25', '2026-12-31']],
    [' 2026-12-25\n2028-02-29;2026-12-25 ', ['2026-12-25', '2028-02-29']],
  ])('%j', (dates, read) => {
    expect(readClosed(dates)).toEqual(new Set(read));
  });

  it.each([
    ['2026-12-25, 2026-02-30', 13, '2026-02-30'],
    ['2027-02-29', 1, '2027-02-29'],
    ['2026-13-01', 1, '2026-13-01'],
    ['2026-12-25 25.12.2027', 12, '25.12.2027'],
    ['2026-12-24/2026-12-26', 1, '2026-12-24/2026-12-26'],
  ])('%j is at fault', (dates, column, found) => {
    expect(readClosed(dates)).toEqual({ column, found, allowed: '2026-12-25' });
  });
});
