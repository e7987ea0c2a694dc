// A visit goes on as long as somebody stirs in any of its tabs.

import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { drawOf } from '../../../src/manners/draw.js';
import { visitAt, type Visit } from '../../../src/manners/visit.js';
import { MINUTE, NOW } from '../outbox/records.js';

const FIRST: Visit = { number: 1, startedAt: NOW, seenAt: NOW, pages: 1, draw: 0.5 };
const landed = (last: Visit | undefined, now: number): Visit => visitAt(now, last, 1);

it('begins with its first page, and draws', () => {
  vi.spyOn(Math, 'random').mockReturnValueOnce(0.5);
  expect(landed(undefined, NOW)).toEqual(FIRST);
});

it('counts pages for as long as less than 30 minutes lie between two signs of life', () => {
  const second = landed(FIRST, NOW + 29 * MINUTE);
  const third = landed(second, NOW + 58 * MINUTE);
  expect(third).toEqual({ ...FIRST, seenAt: NOW + 58 * MINUTE, pages: 3 });
});

it('counts two pages of one moment', () => {
  expect(landed(landed(undefined, NOW), NOW)).toMatchObject({ number: 1, pages: 2 });
});

it('ends after 30 idle minutes: who spoke is forgotten, and drawn is anew', () => {
  const spoken: Visit = { ...FIRST, spoke: 'tea', draw: 0.1 };
  const later = NOW + 30 * MINUTE;
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  expect(landed(spoken, later)).toEqual({ ...FIRST, number: 2, startedAt: later, seenAt: later });
  expect(visitAt(later, spoken)).toEqual(landed(spoken, later));
});

it('keeps who spoke and what was drawn until then', () => {
  const spoken: Visit = { ...FIRST, spoke: 'tea', draw: 0.1 };
  expect(visitAt(NOW + 29 * MINUTE, spoken)).toMatchObject({ spoke: 'tea', draw: 0.1 });
});

it('ends when a clock is set back by more than that', () => {
  expect(landed(FIRST, NOW - 31 * MINUTE)).toMatchObject({ number: 2, pages: 1 });
});

it('has as many pages as were come to since the last gap, whatever the times', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1 }), (gaps) => {
      let now = NOW;
      let visit: Visit | undefined;
      let pages = 0;
      for (const gap of gaps) {
        now += gap * MINUTE;
        pages = gap < 30 ? pages + 1 : 1;
        visit = landed(visit, now);
        expect(visit.pages).toBe(pages);
      }
      expect(visit!.number).toBe(1 + gaps.slice(1).filter((gap) => gap >= 30).length);
    }),
  );
});

it('gives every prompt a draw of its own: as even as the visit’s, the same in all of it, and no other’s', () => {
  const visits = [...Array(4000).keys()].map((n) => ({ ...FIRST, draw: (n + 0.5) / 4000 }));
  const names = ['tea', 'coffee', 'rating checkout', 'rating product'];
  const share = (wanted: (visit: Visit) => boolean) => visits.filter(wanted).length / visits.length;
  for (const name of names) {
    for (const sample of [0.1, 0.5, 0.9]) expect(share((visit) => drawOf(visit, name) < sample)).toBeCloseTo(sample, 2);
    for (const other of names.filter((one) => one !== name))
      expect(share((visit) => drawOf(visit, name) < 0.3 && drawOf(visit, other) < 0.3)).toBeCloseTo(0.09, 1);
  }
});
