// What each status that acknowledged nothing means for a record: only some give it up, and no success does.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verdictOf } from '../../../src/delivery/verdict.js';

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);

const RETRY = [
  0,
  // Successes, where the shop's own proof says that they were none.
  ...range(100, 299),
  408,
  409,
  421,
  423,
  425,
  429,
  ...range(500, 599).filter((status) => status !== 501 && status !== 505),
];
const CONFIGURATION = [...range(300, 399), 401, 402, 403, 404, 405, 407, 410, 501, 505];
const EVERY = [0, ...range(100, 599)];
const REJECTED = EVERY.filter((status) => ![...RETRY, ...CONFIGURATION].includes(status));

describe.each([
  ['retry', RETRY],
  ['configuration', CONFIGURATION],
  ['rejected', REJECTED],
])('%s', (verdict, statuses) => {
  it('is the verdict on exactly these of 0 and 100 to 599', () => {
    expect(EVERY.filter((status) => verdictOf(status, false) === verdict)).toEqual(statuses.toSorted((a, b) => a - b));
  });
});

it.each([400, 406, 411, 413, 414, 415, 422, 431, 451])('%i gives the record up', (status) => {
  expect(verdictOf(status, false)).toBe('rejected');
});

it('takes a redirect for the shop’s to mend, whatever its status', () => {
  expect(EVERY.filter((status) => verdictOf(status, true) !== 'configuration')).toEqual([]);
});

it('has one for every status, and gives nothing up but for what a client did', () => {
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 599 }), fc.boolean(), (status, redirected) => {
      const verdict = verdictOf(status, redirected);
      expect(['retry', 'configuration', 'rejected']).toContain(verdict);
      if (verdict === 'rejected') {
        expect(status).toBeGreaterThanOrEqual(400);
        expect(status).toBeLessThan(500);
      }
    }),
  );
});
