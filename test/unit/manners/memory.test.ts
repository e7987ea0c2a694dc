// What is remembered, where, and for how long; and what becomes of it where a browser or somebody else meddles.

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetPrompts } from '../../../src/manners/forget.js';
import { memory } from '../../../src/manners/memory.js';
import { tidy } from '../../../src/manners/tidy.js';
import { visitAt } from '../../../src/manners/visit.js';
import { HOUR, MINUTE, NOW } from '../outbox/records.js';
import { freshPage, switchStorageOff } from '../page/fresh-page.js';

const KEY = 'curtsy.prompts';

let across = true;
const open = () => memory(() => across);

beforeEach(freshPage);
beforeEach(() => {
  sessionStorage.clear();
  vi.useFakeTimers({ now: NOW });
  across = true;
});

/** Notes that tea was shown in a visit that begins now. */
function shown(page = open()) {
  page.note((notes) => {
    notes.visit = visitAt(Date.now(), notes.visit, 1);
    notes.past = { ...notes.past, 'shop tea': { shown: Date.now() } };
  });
}

it('begins with nothing', () => {
  expect(open().read()).toEqual({});
});

it('is there for the next page, years later too', () => {
  shown();
  vi.setSystemTime(NOW + 20_000 * HOUR);
  expect(open().read().past).toEqual({ 'shop tea': { shown: NOW } });
});

describe('where the shop may not remember across visits', () => {
  beforeEach(() => {
    across = false;
  });

  it('is in the tab alone', () => {
    shown();
    expect(localStorage).toHaveLength(0);
    expect(open().read().past).toEqual({ 'shop tea': { shown: NOW } });
  });

  it('is gone with the visit, and nothing counts visits', () => {
    shown();
    vi.setSystemTime(NOW + 30 * MINUTE);
    expect(open().read()).toEqual({});
    shown();
    expect(open().read().visit).toMatchObject({ number: 1 });
  });

  it('erases what was remembered when it was allowed', () => {
    across = true;
    shown();
    across = false;
    tidy(open(), across);
    expect(localStorage).toHaveLength(0);
  });

  it('moves to the browser’s when it is allowed', () => {
    shown();
    across = true;
    tidy(open(), across);
    shown();
    expect(sessionStorage).toHaveLength(0);
    expect(localStorage).toHaveLength(1);
  });
});

it.each([true, false])('is erased when the browser is asked to forget, remembered across visits: %s', (allowed) => {
  across = allowed;
  const page = open();
  shown(page);
  expect(localStorage.length + sessionStorage.length).toBe(1);
  forgetPrompts();
  expect(localStorage.length + sessionStorage.length).toBe(0);
  expect(page.read()).toEqual({});
});

it('lasts as long as the page where storage is switched off', () => {
  const switchOn = switchStorageOff();
  const page = open();
  shown(page);
  expect(page.read().past).toEqual({ 'shop tea': { shown: NOW } });
  switchOn();
});

it('lasts as long as the tab where the browser’s storage is full, and moves when there is room', () => {
  const setItem = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  vi.stubGlobal('localStorage', { getItem: () => null, setItem, removeItem: () => {} });
  shown();
  tidy(open(), true);
  expect(open().read().past).toEqual({ 'shop tea': { shown: NOW } });
  vi.unstubAllGlobals();
  tidy(open(), true);
  expect([localStorage.length, sessionStorage.length]).toEqual([1, 0]);
  expect(open().read().past).toEqual({ 'shop tea': { shown: NOW } });
});

it.each(['', 'null', '5', '[]', '{}', '{"past":5}', '{"past":', '"past"'])('begins anew over %s', (text) => {
  localStorage.setItem(KEY, text);
  expect(open().read().visit).toBeUndefined();
  shown();
  expect(open().read().past).toEqual({ 'shop tea': { shown: NOW } });
});

it('keeps the newest hundred of names without end', () => {
  const page = open();
  for (let n = 0; n < 120; n++)
    page.note((notes) => (notes.past = { ...notes.past, [`shop ${n}`]: { dismissed: NOW + n } }));
  tidy(page, true);
  const kept = Object.keys(page.read().past!);
  expect(kept).toHaveLength(100);
  expect(kept).toContain('shop 20');
  expect(kept).not.toContain('shop 19');
});
