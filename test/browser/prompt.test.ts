// A question that comes by itself: how it appears, what it leaves alone, how it goes, and what stays of it.

import type { Page } from 'playwright-core';
import { heard } from '../support/in-page.js';
import { expect, test } from '../support/scene.js';
import { until } from '../support/until.js';

const RATING = '<curtsy-rating touchpoint="shop"></curtsy-rating>';
const prompt = (attributes = '', inside = RATING) =>
  `<curtsy-prompt trigger="load" ${attributes}>${inside}</curtsy-prompt>`;
const TEXT = `<p>${'Teapots, and what belongs to them. '.repeat(30)}</p>`;

const dialog = (page: Page) => page.getByRole('dialog', { name: 'How satisfied are you with your visit today?' });
const close = (page: Page) => page.getByRole('button', { name: 'Close feedback' });

/** The names of what the prompts of a page have said, oldest first. */
async function told(page: Page): Promise<string[]> {
  const names = ['shown', 'dismissed', 'suppressed'];
  return (await heard(page))
    .map(({ type, detail }) => [type.slice(7), detail['reason']].filter(Boolean).join(' '))
    .filter((text) => names.includes(text.split(' ')[0]!));
}

test('appears in its corner, above everything, with a role, a name and a Close, and takes no focus', async ({
  visit,
}) => {
  const page = await visit(
    `<input id="search"><button id="top" style="position:relative;z-index:2147483647">Top</button>${TEXT}${prompt()}`,
  );
  await dialog(page).waitFor();
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('body');
  const box = (await dialog(page).boundingBox())!;
  const { width, height } = page.viewportSize()!;
  expect([box.x + box.width, box.y + box.height]).toEqual([width - 16, height - 16]);
  await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
  await close(page).click();
  await dialog(page).waitFor({ state: 'hidden' });
  expect(await told(page)).toEqual(['shown']);
});

test('is announced once, politely, by what was there and empty before', async ({ visit }) => {
  const page = await visit(prompt('trigger="event shop:paid"').replace('trigger="load"', ''));
  const status = () =>
    page.evaluate(
      () => document.querySelector('curtsy-prompt')?.shadowRoot?.querySelector('[role=status]')?.textContent,
    );
  await expect.poll(status).toBe('');
  await page.waitForFunction(() => !!document.querySelector('curtsy-rating')?.shadowRoot?.querySelector('legend'));
  await until(async () => {
    await page.evaluate(() => document.dispatchEvent(new Event('shop:paid')));
    return (await told(page)).includes('shown');
  });
  expect(await status()).toBe('A question for you: How satisfied are you with your visit today?');
});

test('closes on Close: dismissed, and not shown again', async ({ visit }) => {
  const page = await visit(prompt());
  await close(page).click();
  expect(await told(page)).toEqual(['shown', 'dismissed']);
  await page.reload();
  await until(async () => (await told(page)).length > 0);
  expect(await told(page)).toEqual(['suppressed cooldown']);
});

test('closes on an Escape that nothing else took', async ({ visit }) => {
  const page = await visit(`<input id="search"><dialog id="cart">Cart</dialog>${prompt()}`);
  await dialog(page).waitFor();
  // What attends to it comes a moment later.
  await page.waitForFunction(
    () =>
      performance.getEntriesByName(
        performance
          .getEntriesByType('resource')
          .map(({ name }) => name)
          .find((name) => name.includes('attend')) ?? '',
      ).length > 0,
  );
  await page.focus('#search');
  await page.keyboard.press('Escape');
  expect(await told(page)).toEqual(['shown']);
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.evaluate(() =>
    addEventListener('keydown', (event) => event.preventDefault(), { capture: true, once: true }),
  );
  await page.keyboard.press('Escape');
  expect(await told(page)).toEqual(['shown']);
  await until(async () => {
    await page.keyboard.press('Escape');
    return (await told(page)).includes('dismissed');
  });
  expect(await dialog(page).count()).toBe(0);
});

test('a choice is an answer, though Send was not pressed, and is kept', async ({ visit, endpoint }) => {
  const page = await visit(prompt());
  await page.getByRole('radio', { name: 'Dissatisfied', exact: true }).check();
  await close(page).click();
  expect(await told(page)).toEqual(['shown']);
  await page.goto('about:blank');
  await until(() => endpoint.bodies().length > 0);
  expect(endpoint.bodies()).toMatchObject([{ complete: false, answer: { score: 2 } }]);
});

test('never closes by itself', async ({ visit, visitor }) => {
  await visitor.context.clock.install();
  const page = await visit(prompt());
  await dialog(page).waitFor();
  await page.clock.runFor('10:00');
  expect(await dialog(page).isVisible()).toBe(true);
});

test('stays under the finger, and hears of Escape, also in a shadow root of the shop', async ({ visit }) => {
  const page = await visit('<div id="host"></div>');
  await page.evaluate((markup) => {
    const root = document.querySelector('#host')!.attachShadow({ mode: 'open' });
    root.innerHTML = markup;
    window.curtsy.push(['watch', root]);
  }, prompt());
  await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
  await page.getByRole('textbox').pressSequentially('Sturdy.');
  const started = await page.evaluate(() => performance.now());
  // It is looked over once a second.
  await page.waitForFunction((then) => performance.now() - then > 1200, started);
  expect(await page.getByRole('textbox').inputValue()).toBe('Sturdy.');
  expect(await dialog(page).isVisible()).toBe(true);
  await page.getByRole('radio', { name: 'Satisfied', exact: true }).focus();
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'hidden' });
});

test('one that leaves the page before it is known what it asks for never comes, and stands in nobody’s way', async ({
  visit,
  shop,
}) => {
  shop.fault('curtsy.conditions.js', { delay: 1000 });
  const page = await visit(`<curtsy-prompt id="gone" trigger="load" pages="/*">${RATING}</curtsy-prompt>`);
  await page.waitForFunction(() => !!customElements.get('curtsy-prompt'));
  await page.evaluate((markup) => {
    document.querySelector('#gone')!.remove();
    document.body.insertAdjacentHTML('beforeend', markup);
  }, prompt());
  await dialog(page).waitFor();
  expect(await told(page)).toEqual(['shown']);
});

test('moved and removed in one task it leaves no error behind', async ({ visit }) => {
  const page = await visit(prompt());
  await dialog(page).waitFor();
  await page.evaluate(async () => {
    const other = document.createElement('curtsy-prompt');
    document.body.append(other);
    document.body.prepend(other);
    other.remove();
    await new Promise((done) => setTimeout(done, 50));
  });
  expect(await dialog(page).isVisible()).toBe(true);
});
