// When an element on a tablet forgets, on the tests' clock, and that nothing of it goes on where it is over.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepKiosk } from '../../../src/elements/kiosk.js';
import { CurtsyRating } from '../../../src/elements/rating/rating.js';
import { warnOnce } from '../../../src/settings/warn.js';

const { releaseDraft, unfollow, followWaiting } = vi.hoisted(() => {
  const unfollow = vi.fn<() => void>();
  const followWaiting = vi.fn<(follower: (count: number) => void) => () => void>(() => unfollow);
  return { releaseDraft: vi.fn(async () => {}), unfollow, followWaiting };
});

vi.mock(import('../../../src/settings/warn.js'), () => ({ warnOnce: vi.fn() }));
vi.mock(import('../../../src/delivery/kiosk.js'), () => ({ releaseDraft, followWaiting }));
vi.mock(
  import('../../../src/elements/conversation.js'),
  () => ({ begin: vi.fn(), details: vi.fn(), clearing: vi.fn(), thanks: vi.fn() }) as never,
);

const SECOND = 1e3;

/** happy-dom has none. */
const attachInternals = () => ({ states: new Set(), setFormValue() {}, setValidity() {} });

beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(HTMLElement.prototype, { attachInternals });
  vi.clearAllMocks();
});

afterEach(() => {
  document.body.replaceChildren();
  vi.useRealTimers();
});

/** An element that asks, with `kiosk` as it is given. */
async function opened(kiosk: unknown = '20'): Promise<CurtsyRating> {
  const element = new CurtsyRating();
  Object.assign(element, { kiosk });
  document.body.append(element);
  await element.updateComplete;
  keepKiosk(element);
  await vi.dynamicImportSettled();
  // What every element does at its beginning.
  await pass(element, 3);
  return element;
}

async function choose(element: CurtsyRating): Promise<void> {
  element.value = '4';
  element.said = { key: 'a' } as never;
  await element.updateComplete;
}

const sign = (element: CurtsyRating, type: string) =>
  element.shadowRoot!.querySelector('.options')!.dispatchEvent(new Event(type, { bubbles: true, composed: true }));

async function pass(element: CurtsyRating, seconds: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(seconds * SECOND);
  await element.updateComplete;
}

describe('an element with kiosk="20"', () => {
  it('forgets 20 seconds after something was chosen, and lets its draft go', async () => {
    const element = await opened();
    await choose(element);
    await pass(element, 19.9);
    expect(element.stage).toBe('chosen');
    await pass(element, 0.1);
    expect([element.stage, element.value, element.said]).toEqual(['asking', '', undefined]);
    expect(releaseDraft).toHaveBeenCalledExactlyOnceWith('a');
  });

  it('forgets 20 seconds after the thanks, and has no draft to let go', async () => {
    const element = await opened();
    await choose(element);
    await pass(element, 15);
    element.stage = 'thanked';
    await pass(element, 19);
    expect(element.stage).toBe('thanked');
    await pass(element, 1);
    expect(element.stage).toBe('asking');
    expect(releaseDraft).not.toHaveBeenCalled();
  });

  it.each(['pointerdown', 'pointermove', 'keydown', 'input', 'focusin', 'click'])(
    'counts from the last %s',
    async (type) => {
      const element = await opened();
      await choose(element);
      await pass(element, 15);
      sign(element, type);
      await pass(element, 15);
      expect(element.stage).toBe('chosen');
      await pass(element, 5);
      expect(element.stage).toBe('asking');
    },
  );

  it.each([
    ['pointermove', false],
    ['keydown', false],
    ['focusin', false],
    ['pointerdown', false],
    ['input', true],
    ['click', true],
  ])('that only asks: after %s something is to be forgotten: %s', async (type, forgets) => {
    const element = await opened();
    const reset = vi.spyOn(element, 'reset');
    sign(element, type);
    await pass(element, 60);
    expect(reset).toHaveBeenCalledTimes(forgets ? 1 : 0);
  });

  it('goes by a new value from the next touch on', async () => {
    const element = await opened();
    await choose(element);
    element.kiosk = 60;
    sign(element, 'pointerdown');
    await pass(element, 59);
    expect(element.stage).toBe('chosen');
    await pass(element, 1);
    expect(element.stage).toBe('asking');
  });

  it.each(['taken from the page', 'no kiosk any more'])('does nothing once it is %s', async (how) => {
    const element = await opened();
    await choose(element);
    if (how === 'taken from the page') element.remove();
    else element.kiosk = undefined;
    await element.updateComplete;
    expect(unfollow).toHaveBeenCalledOnce();
    expect(vi.getTimerCount()).toBe(0);
    sign(element, 'input');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(vi.getTimerCount()).toBe(0);
    expect(element.stage).toBe('chosen');
  });

  it('that is gone before its delivery was there follows nothing', async () => {
    const element = new CurtsyRating();
    element.kiosk = 20;
    document.body.append(element);
    await element.updateComplete;
    keepKiosk(element);
    await element.updateComplete;
    element.remove();
    await vi.dynamicImportSettled();
    expect(followWaiting.mock.calls.length).toBe(unfollow.mock.calls.length);
  });

  it('shows how many wait, and nothing where none does', async () => {
    const element = await opened();
    const tell = followWaiting.mock.calls[0]![0];
    const line = () => element.shadowRoot!.querySelector('[part=waiting]')?.textContent;
    tell(0);
    expect(line()).toBeUndefined();
    tell(1);
    expect(line()).toBe('1 answer waits to be sent');
    tell(1200);
    expect(line()).toBe('1,200 answers wait to be sent');
    tell(0);
    expect(line()).toBeUndefined();
  });
});

describe('a press on a face', () => {
  async function press(element: CurtsyRating): Promise<boolean> {
    const option = element.shadowRoot!.querySelector('input')!;
    const isFree = option.dispatchEvent(new Event('click', { bubbles: true, composed: true, cancelable: true }));
    await element.updateComplete;
    return isFree;
  }

  it.each([
    [4.9, false],
    [5, true],
  ])('%d seconds after an answer is free: %s', async (seconds, isFree) => {
    const element = await opened('2');
    element.stage = 'thanked';
    await pass(element, seconds);
    expect(element.stage).toBe('asking');
    expect(await press(element)).toBe(isFree);
    expect(element.note).toBe(isFree ? '' : 'moment');
  });

  it('is free where nobody has answered, and while a mind is changed', async () => {
    const element = await opened('2');
    expect(await press(element)).toBe(true);
    element.stage = 'thanked';
    await pass(element, 2);
    await choose(element);
    expect(await press(element)).toBe(true);
  });
});

it.each(['soon', '0', '-1', '', '86401', 0, -1, Number.NaN])('kiosk=%j is none, which is told', async (kiosk) => {
  const element = await opened(kiosk);
  await choose(element);
  await pass(element, 3600);
  expect(element.stage).toBe('chosen');
  expect(followWaiting).not.toHaveBeenCalled();
  expect(vi.mocked(warnOnce).mock.calls[0]).toEqual([
    'bad-attribute',
    'curtsy-rating kiosk',
    kiosk,
    [expect.any(String)],
    'nothing',
  ]);
});
