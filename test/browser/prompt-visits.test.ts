// Visits as the loader and a prompt count them together: pages with and without a prompt, tabs, and the first ten seconds.

import type { Page } from 'playwright-core';
import { heard } from '../support/in-page.js';
import { expect, test } from '../support/scene.js';

const PROMPT = '<curtsy-prompt trigger="scroll 50%"><curtsy-rating touchpoint="shop"></curtsy-rating></curtsy-prompt>';
const LONG = `<p>${'Teapots. '.repeat(3000)}</p>`;
const card = (page: Page) => page.getByRole('dialog', { name: 'How satisfied' });
const reasons = async (page: Page) => (await heard(page, 'suppressed')).map(({ detail }) => detail['reason']);

/** Scrolls to the end, again and again until the trigger, which comes late, has heard of it. */
const scroll = (page: Page) =>
  page.evaluate(() => {
    scrollTo(0, 0);
    requestAnimationFrame(() => scrollTo(0, document.body.scrollHeight));
  });

test('not on the first page; on the second, whether or not the first had a prompt, after ten seconds', async ({
  visit,
  shop,
}) => {
  const page = await visit(LONG + PROMPT, { path: '/one' });
  await expect
    .poll(async () => {
      await scroll(page);
      return reasons(page);
    })
    .toEqual(['first-page']);
  await page.goto(shop.page('/plain', '<p>No script here</p>'));
  await page.goto(`${shop.origin}/one`);
  const arrived = await page.evaluate(() => performance.now());
  await expect
    .poll(
      async () => {
        await scroll(page);
        return card(page).isVisible();
      },
      { timeout: 20_000 },
    )
    .toBe(true);
  expect(arrived).toBeGreaterThan(0);
  expect(await reasons(page)).toEqual([]);
  const { startedAt, pages } = await page.evaluate(
    () =>
      (JSON.parse(localStorage.getItem('curtsy.prompts')!) as { visit: { startedAt: number; pages: number } }).visit,
  );
  expect(pages).toBe(2);
  expect(Date.now() - startedAt).toBeGreaterThanOrEqual(10_000);
});

test('a page without a prompt is a page of the visit', async ({ visit, shop }) => {
  await visit(LONG + PROMPT, { path: '/prompt' });
  const page = await visit('<p>Teapots</p>', { path: '/plain' });
  await page.waitForFunction(() => sessionStorage.getItem('curtsy.looked'));
  await page.goto(`${shop.origin}/prompt`);
  await page.waitForFunction(() => {
    const notes = localStorage.getItem('curtsy.prompts');
    return !!notes && (JSON.parse(notes) as { visit: { pages: number } }).visit.pages === 3;
  });
});
