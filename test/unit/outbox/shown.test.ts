import { beforeEach, describe, expect, it } from 'vitest';
import { freshPage } from '../page/fresh-page.js';

beforeEach(freshPage);

const leave = (persisted: boolean) => dispatchEvent(Object.assign(new Event('pagehide'), { persisted }));
const comeBack = () => dispatchEvent(new Event('pageshow'));

/** The module as a page of its own has it. */
const open = async () => (await import('../../../src/outbox/shown.js')).shown;

/** Whether `work` has ended once all that can go on without an event has. */
async function hasEnded(work: Promise<unknown>): Promise<boolean> {
  let ended = false;
  void work.then(() => (ended = true));
  await new Promise((resolve) => setTimeout(resolve));
  return ended;
}

describe('a page', () => {
  it('that is shown has nothing to wait for', async () => {
    expect((await open())()).toBeUndefined();
  });

  it('that is unloaded begins what it can', async () => {
    const isShown = await open();
    leave(false);
    expect(isShown()).toBeUndefined();
  });

  it('in the back/forward cache waits for its return, and then for nothing', async () => {
    const isShown = await open();
    leave(true);
    const back = isShown()!;
    expect(await hasEnded(back)).toBe(false);
    comeBack();
    expect(await hasEnded(back)).toBe(true);
    expect(isShown()).toBeUndefined();
  });

  it('that goes there twice waits twice', async () => {
    const isShown = await open();
    leave(true);
    comeBack();
    await isShown();
    leave(true);
    expect(await hasEnded(isShown()!)).toBe(false);
  });
});
