// What a shopper said before the outbox was there: kept in this browser, taken over when its page is gone.

import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Submission } from '../../../src/response/response.js';
import { freshPage, setHidden, switchStorageOff } from '../page/fresh-page.js';
import { KEY, said } from './submission.js';

beforeEach(freshPage);
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 10, 22) }));

/** The modules of one page; called again, those of another page of the origin. */
async function openPage() {
  vi.resetModules();
  const { hold, markWaiting } = await import('../../../src/response/hold.js');
  return { hold, markWaiting, ...(await import('../../../src/response/held.js')) };
}

const OTHER = KEY.replace('0199', '0200');
const MINUTE = 6e4;

const marked = () => localStorage.getItem('curtsy.waiting') !== null;
const pass = (time: number): unknown => vi.setSystemTime(Date.now() + time);

describe('hold', () => {
  it('keeps what was said, newest over older, and marks that something waits', async () => {
    const { hold } = await openPage();
    const keys = () => Object.keys(localStorage).filter((key) => key.startsWith('curtsy.held.'));
    expect(hold(said({ complete: false }))).toBe(true);
    expect(hold(said({ touchpoint: 'checkout' }))).toBe(true);
    expect(keys()).toEqual([`curtsy.held.${KEY}`]);
    expect(JSON.parse(localStorage.getItem(keys()[0]!)!)).toEqual({
      submission: said({ touchpoint: 'checkout' }),
      at: Date.now(),
      revision: 0,
    });
    expect(marked()).toBe(true);
  });

  it('says where it could not', async () => {
    const { hold } = await openPage();
    const switchOn = switchStorageOff();
    expect(hold(said())).toBe(false);
    switchOn();
    expect(localStorage).toHaveLength(0);
  });
});

describe('the marker', () => {
  it('is set and cleared', async () => {
    const { markWaiting } = await openPage();
    markWaiting(true);
    expect(marked()).toBe(true);
    markWaiting(false);
    expect(marked()).toBe(false);
  });

  it('is another each time, so that other tabs hear of it', async () => {
    const { markWaiting } = await openPage();
    markWaiting(true);
    const before = localStorage.getItem('curtsy.waiting');
    pass(1);
    markWaiting(true);
    expect(localStorage.getItem('curtsy.waiting')).not.toBe(before);
  });

  it('is nothing that fails where storage is off', async () => {
    const { markWaiting } = await openPage();
    const switchOn = switchStorageOff();
    expect(() => {
      markWaiting(true);
      markWaiting(false);
    }).not.toThrow();
    switchOn();
  });
});

describe('what is held', () => {
  it('is not takeOver to its own page, however long it takes', async () => {
    const { hold, takeOver } = await openPage();
    hold(said());
    pass(10 * MINUTE);
    expect(takeOver()).toEqual([]);
  });

  it('is another page’s only a minute after a crash', async () => {
    (await openPage()).hold(said());
    const { takeOver } = await openPage();
    pass(MINUTE);
    expect(takeOver()).toEqual([]);
    pass(1);
    expect(takeOver()).toEqual([said()]);
  });

  it('is another page’s at once when its page is left', async () => {
    (await openPage()).hold(said());
    setHidden(true);
    expect((await openPage()).takeOver()).toEqual([said()]);
  });

  it('is not left by a page that is only shown again', async () => {
    (await openPage()).hold(said());
    setHidden(false);
    expect((await openPage()).takeOver()).toEqual([]);
  });

  it('is all left, what was said first and what was said later', async () => {
    const { hold } = await openPage();
    hold(said());
    hold(said({ key: OTHER }));
    setHidden(true);
    const keys = (await openPage()).takeOver().map(({ key }: Submission) => key);
    expect(keys.sort()).toEqual([KEY, OTHER]);
  });

  it('is another page’s also when the clock was put back since', async () => {
    (await openPage()).hold(said());
    pass(-60 * MINUTE);
    expect((await openPage()).takeOver()).toEqual([said()]);
  });

  it('has nothing to do with what others keep in localStorage', async () => {
    localStorage.setItem('shop.cart', '{');
    localStorage.setItem('curtsy.waiting', '1');
    expect((await openPage()).takeOver()).toEqual([]);
  });

  it('is nothing where storage is off', async () => {
    const { takeOver } = await openPage();
    const switchOn = switchStorageOff();
    expect(takeOver()).toEqual([]);
    switchOn();
  });
});

describe('letGo', () => {
  it('forgets one, and it is not left behind later', async () => {
    const { hold, letGo } = await openPage();
    hold(said());
    hold(said({ key: OTHER }));
    letGo(KEY);
    setHidden(true);
    const { takeOver } = await openPage();
    expect(takeOver()).toEqual([said({ key: OTHER })]);
  });
});

describe('triedAs', () => {
  it('is the first once another page has let go of it', async () => {
    const here = await openPage();
    here.hold(said());
    expect(here.triedAs(KEY)).toBe(0);
    (await openPage()).letGo(KEY);
    expect(here.triedAs(KEY)).toBe(1);
  });

  it('is the revision after the one that this page may have stored', async () => {
    const here = await openPage();
    here.hold(said(), true, 2);
    const there = await openPage();
    expect(there.takeOver()).toEqual([said()]);
    expect(there.triedAs(KEY)).toBe(2);
    there.letGo(KEY);
    expect(here.triedAs(KEY)).toBe(3);
  });

  it('is none of what this page never held, or let go of itself', async () => {
    const { hold, letGo, triedAs } = await openPage();
    expect(triedAs(OTHER)).toBe(0);
    hold(said());
    letGo(KEY);
    expect(triedAs(KEY)).toBe(0);
  });
});

describe('forgetHeld', () => {
  it('erases what any page held, and nothing else', async () => {
    (await openPage()).hold(said());
    const { hold, forgetHeld, triedAs } = await openPage();
    hold(said({ key: OTHER }));
    localStorage.setItem('shop.cart', '1');
    forgetHeld();
    expect(Object.keys(localStorage).filter((key) => !key.startsWith('curtsy.waiting'))).toEqual(['shop.cart']);
    expect(triedAs(OTHER)).toBe(0);
    setHidden(true);
    expect(localStorage.getItem(`curtsy.held.${OTHER}`)).toBeNull();
  });
});
