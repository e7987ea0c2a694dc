// A tap is never lost and typed words never leave by themselves: what is kept as a draft, and when it goes.

import type { Page } from 'playwright-core';
import { describe } from 'vitest';
import { emptied, heard, pending, ready } from '../support/in-page.js';
import { expect, test } from '../support/scene.js';
import { schemaFaults } from '../support/schema.js';
import { until } from '../support/until.js';

const MINUTE = 60_000;
const RATING = '<curtsy-rating reasons="experience"></curtsy-rating>';

async function tap(page: Page, name: string): Promise<void> {
  await page.getByRole('radio', { name, exact: true }).check();
  await until(async () => (await heard(page, 'saved')).length > 0, { what: 'a saved draft' });
}

describe('a tap and nothing else', () => {
  test('is kept, said to be kept, and not sent while the shopper stays', async ({ visit, endpoint }) => {
    const page = await visit(RATING);
    await tap(page, 'Satisfied');
    await page.getByText('Your choice is kept').waitFor();
    expect(await pending(page)).toMatchObject([{ kind: 'rating', revision: 1, attempts: 0 }]);
    expect(endpoint.arrivals).toEqual([]);
  });

  test.for(['closes the tab', 'goes to another page', 'looks at another tab'] as const)(
    'arrives once, incomplete, when the shopper %s',
    async (way, { visit, visitor, endpoint, shop }) => {
      const page = await visit(RATING);
      await tap(page, 'Satisfied');
      if (way === 'closes the tab') await page.close();
      if (way === 'goes to another page') await page.goto(shop.page('/next', '<h1>Next</h1>'));
      if (way === 'looks at another tab') await hide(page);
      await until(() => endpoint.bodies().length > 0);

      // Nobody was left to hear the answer, so a later page sends it once more, the same to the byte.
      await visitor.context.clock.install({ time: Date.now() + MINUTE });
      const next = await visit('<curtsy-rating></curtsy-rating>', { path: '/later' });
      await emptied(next);
      expect(endpoint.responses()).toHaveLength(1);
      expect(endpoint.bodies()[0]).toMatchObject({ revision: 1, complete: false, answer: { score: 4, scale: 5 } });
      expect(endpoint.bodies().flatMap(schemaFaults)).toEqual([]);
      expect(new Set(endpoint.arrivals.map(({ text }) => text)).size).toBe(1);
    },
  );

  test('arrives 60 seconds after its last change', async ({ visitor, visit, endpoint }) => {
    await visitor.context.clock.install();
    const page = await visit(RATING);
    await tap(page, 'Satisfied');
    await page.clock.fastForward(40_000);
    await page.getByRole('checkbox', { name: 'The site' }).check();
    await until(async () => (await heard(page, 'saved')).length === 2);
    await page.clock.fastForward(40_000);
    await ready(page);
    expect(endpoint.arrivals).toEqual([]);
    await page.clock.fastForward(25_000);
    await until(() => endpoint.bodies().length === 1);
    expect(endpoint.bodies()[0]).toMatchObject({ complete: false, answer: { score: 4, reasons: ['site'] } });
  });

  test('arrives through another page of the shop, when the page of the tap has crashed', async ({
    visitor,
    visit,
    endpoint,
  }) => {
    await visitor.context.clock.install();
    const other = await visit('<p>Basket</p><curtsy-expectation></curtsy-expectation>', { path: '/basket' });
    await ready(other);
    const page = await visit(RATING);
    await tap(page, 'Satisfied');
    page.goto('chrome://crash').catch(() => {});
    await page.waitForEvent('crash');
    await page.close();
    await other.clock.fastForward(65_000);
    await until(() => endpoint.bodies().length === 1);
    expect(endpoint.bodies()[0]).toMatchObject({ complete: false, answer: { score: 4 } });
  });
});

describe('a tap and more', () => {
  test('a tap, arrow keys, a comment, Send: one response, complete', async ({ visit, endpoint }) => {
    const page = await visit(RATING);
    await tap(page, 'Neither');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
    await page.getByRole('textbox').fill('The parcel came early.');
    await page.getByRole('button', { name: 'Send' }).click();
    await emptied(page);
    expect(endpoint.bodies()).toHaveLength(1);
    expect(endpoint.bodies()[0]).toMatchObject({
      revision: 1,
      complete: true,
      answer: { score: 4, comment: 'The parcel came early.' },
    });
  });

  test('arrow keys choose and never send', async ({ visit, endpoint }) => {
    const page = await visit(RATING);
    await ready(page);
    await page.getByRole('radio', { name: 'Very dissatisfied' }).focus();
    for (const key of ['Space', 'ArrowRight', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
    await until(async () => (await heard(page, 'saved')).length === 4);
    expect(await heard(page, 'submit')).toEqual([]);
    expect(await page.getByRole('radio', { name: 'Satisfied', exact: true }).isChecked()).toBe(true);
    expect(endpoint.arrivals).toEqual([]);
  });

  test('typed words that were not sent never leave, by whichever way the page is left', async ({
    visit,
    visitor,
    endpoint,
    shop,
  }) => {
    const page = await visit(RATING);
    await tap(page, 'Dissatisfied');
    await page.getByRole('textbox').fill('between me and my screen');
    await hide(page);
    await until(() => endpoint.bodies().length === 1);
    await page.goto(shop.page('/next', '<h1>Next</h1>'));
    await visitor.context.clock.install({ time: Date.now() + MINUTE });
    const next = await visit('<curtsy-rating></curtsy-rating>', { path: '/later' });
    await emptied(next);
    expect(endpoint.responses()).toMatchObject([{ complete: false, answer: { score: 2 } }]);
    expect(endpoint.arrivals.map(({ text }) => text).join()).not.toContain('screen');
  });

  test('what is added after a draft went out follows under the same id, as the next revision', async ({
    visit,
    endpoint,
  }) => {
    const page = await visit(RATING);
    await tap(page, 'Dissatisfied');
    await hide(page);
    await until(() => endpoint.bodies().length === 1);
    await show(page);
    await page.getByRole('textbox').fill('It was late.');
    await page.getByRole('button', { name: 'Send' }).click();
    await until(() => endpoint.bodies().length === 2);
    await emptied(page);
    const [first, second] = endpoint.bodies();
    expect(first).toMatchObject({ revision: 1, complete: false });
    expect(second).toMatchObject({ id: first?.id, revision: 2, complete: true, answer: { comment: 'It was late.' } });
    expect(endpoint.arrivals.map(({ key }) => key)).toEqual([`"${first?.id}.1"`, `"${first?.id}.2"`]);
  });
});

describe('a tap taken back', () => {
  test('Clear deletes the draft, says so, and asks anew', async ({ visit, endpoint, shop }) => {
    const page = await visit(RATING);
    await tap(page, 'Satisfied');
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.getByText('Your choice is cleared').waitFor();
    await emptied(page);
    expect(await page.locator('input:checked').count()).toBe(0);
    expect(await page.locator('curtsy-rating').getAttribute('data-stage')).toBe('asking');
    await expect
      .poll(() =>
        page
          .getByRole('radio')
          .first()
          .evaluate((radio) => radio.matches(':focus')),
      )
      .toBe(true);
    await page.goto(shop.page('/next', '<h1>Next</h1>'));
    const next = await visit('<curtsy-rating></curtsy-rating>', { path: '/later' });
    await emptied(next);
    expect(endpoint.arrivals).toEqual([]);
  });

  test('a shop that cancels curtsy-submit keeps the answer from being sent, and the draft is gone', async ({
    visit,
    endpoint,
  }) => {
    const page = await visit(RATING);
    await page.evaluate(() => {
      addEventListener('curtsy-submit', (event) => {
        event.preventDefault();
      });
    });
    await tap(page, 'Satisfied');
    await page.getByRole('button', { name: 'Send' }).click();
    await until(async () => (await heard(page, 'submit')).length === 1);
    await emptied(page);
    expect(await heard(page, 'delivered')).toEqual([]);
    expect(endpoint.arrivals).toEqual([]);
    expect(await page.getByRole('heading', { name: /^Thank you/ }).count()).toBe(0);
  });
});

/** As when another tab is brought to the front, which a headless browser does not tell its pages by itself. */
async function hide(page: Page): Promise<void> {
  await setVisibility(page, 'hidden');
}

async function show(page: Page): Promise<void> {
  await setVisibility(page, 'visible');
}

async function setVisibility(page: Page, state: DocumentVisibilityState): Promise<void> {
  await page.evaluate((value) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => value });
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => value === 'hidden' });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  }, state);
}
