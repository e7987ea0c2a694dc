// What each status means for a record: only a 2xx that was not redirected lets go of it, only some statuses give it up.

import { describe, expect, it } from 'vitest';
import { verdictOf } from '../../../src/delivery/verdict.js';

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);

const RETRY = [
  0,
  408,
  409,
  421,
  423,
  425,
  429,
  ...range(500, 599).filter((status) => status !== 501 && status !== 505),
];
const CONFIGURATION = [...range(300, 399), 401, 402, 403, 404, 405, 407, 410, 501, 505];
const ACKNOWLEDGED = range(200, 299);
const EVERY = [0, ...range(100, 599)];
const REJECTED = EVERY.filter((status) => ![...RETRY, ...CONFIGURATION, ...ACKNOWLEDGED].includes(status));

describe.each([
  ['acknowledged', ACKNOWLEDGED],
  ['retry', RETRY],
  ['configuration', CONFIGURATION],
  ['rejected', REJECTED],
])('%s', (verdict, statuses) => {
  it('is the verdict on exactly these of 0 and 100 to 599', () => {
    expect(EVERY.filter((status) => verdictOf(status, false) === verdict)).toEqual(statuses.sort((a, b) => a - b));
  });
});

it.each([400, 406, 411, 413, 414, 415, 422, 431, 451])('%i gives the record up', (status) => {
  expect(verdictOf(status, false)).toBe('rejected');
});

it('takes no redirected answer for an acknowledgement, nor for a refusal, whatever its status', () => {
  expect(EVERY.filter((status) => verdictOf(status, true) !== 'configuration')).toEqual([]);
});
