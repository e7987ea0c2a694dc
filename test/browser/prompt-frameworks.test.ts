// Pages that make themselves anew around a prompt, in plain DOM: what is moved, wiped, replaced and taken away.

import type { Page } from 'playwright-core';
import { heard } from '../support/in-page.js';
import { expect, test } from '../support/scene.js';

const RATING = '<curtsy-rating touchpoint="shop"></curtsy-rating>';
const PROMPT = `<curtsy-prompt id="ask" trigger="load">${RATING}</curtsy-prompt>`;
const card = (page: Page) => page.getByRole('dialog', { name: 'How satisfied' });

test('a prompt that a framework makes anew while it is open goes on as it was', async ({ visit }) => {
  const page = await visit(`<div id="app">${PROMPT}</div>`);
  await card(page).waitFor();
  await page.evaluate(() => {
    const app = document.querySelector('#app')!;
    const anew = app.cloneNode(true);
    app.replaceWith(anew);
  });
  await card(page).waitFor();
  expect(await heard(page, 'shown')).toHaveLength(1);
  await page.getByRole('button', { name: 'Close feedback' }).click();
  expect(await heard(page, 'dismissed')).toHaveLength(1);
});

test('a prompt that a script put into the body is put back after hydration has wiped it, open or not', async ({
  visit,
}) => {
  const page = await visit('');
  await page.evaluate((markup) => document.body.insertAdjacentHTML('beforeend', markup), PROMPT);
  await card(page).waitFor();
  await page.evaluate(() => {
    document.body.replaceChildren();
    document.body.insertAdjacentHTML('beforeend', '<main>The page as it should have been</main>');
  });
  await card(page).waitFor();
  expect(await page.locator('curtsy-prompt').count()).toBe(1);
});

test('a prompt that is taken away stays away', async ({ visit }) => {
  const page = await visit('');
  await page.evaluate((markup) => document.body.insertAdjacentHTML('beforeend', markup), PROMPT);
  await card(page).waitFor();
  await page.evaluate(() => document.querySelector('curtsy-prompt')!.remove());
  await page.evaluate(() => new Promise((go) => setTimeout(go, 50)));
  expect(await page.locator('curtsy-prompt').count()).toBe(0);
});

test('a prompt that is moved while it is open stays open', async ({ visit }) => {
  const page = await visit(`${PROMPT}<section></section>`);
  await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
  await page.evaluate(() => document.querySelector('section')!.append(document.querySelector('curtsy-prompt')!));
  await card(page).waitFor();
  expect(await page.getByRole('radio', { name: 'Satisfied', exact: true }).isChecked()).toBe(true);
  expect(await heard(page, 'shown')).toHaveLength(1);
});

test('in a shop that routes without loading, each path is a page: a prompt for one comes there, and not on quiet ones', async ({
  visit,
}) => {
  const page = await visit(
    `<curtsy-prompt id="thanks" trigger="load" pages="/thanks*">${RATING}</curtsy-prompt>
     <script>curtsy = [['configure', {quietPages: ['/checkout*']}]]</script>`,
  );
  await expect.poll(() => heard(page, 'suppressed')).toMatchObject([{ detail: { reason: 'pages' } }]);
  expect(await page.evaluate(() => Object.getOwnPropertyNames(history))).toEqual([]);
  await page.evaluate(() => history.pushState(null, '', '/thanks'));
  await card(page).waitFor();
  await page.evaluate(() => history.pushState(null, '', '/checkout/pay'));
  await card(page).waitFor({ state: 'hidden' });
  await page.evaluate(() => history.pushState(null, '', '/thanks/again'));
  await card(page).waitFor();
});

test('a prompt that another spoke over, which was answered and taken away, comes back without that answer', async ({
  visit,
}) => {
  const page = await visit(`${PROMPT}<curtsy-prompt id="other">${RATING}</curtsy-prompt>`);
  await card(page).waitFor();
  await page.evaluate(() => document.querySelector<HTMLElement & { show: () => void }>('#other')!.show());
  await page.locator('#other').getByRole('radio', { name: 'Satisfied', exact: true }).check();
  await page.evaluate(() => document.querySelector('#other')!.remove());
  const own = page.locator('#ask').getByRole('radio', { name: 'Satisfied', exact: true });
  await own.waitFor();
  expect(await own.isChecked()).toBe(false);
  await page.getByRole('button', { name: 'Close feedback' }).click();
  expect(await heard(page, 'dismissed')).toHaveLength(1);
});
