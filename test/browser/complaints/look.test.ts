// What people complain of in how it looks and how it is handled, each a test that carries the complaint as its name.

import type { Page } from 'playwright-core';
import { emptied, heard, ready } from '../../support/in-page.js';
import { expect, test } from '../../support/scene.js';
import { until } from '../../support/until.js';

const RATING = '<curtsy-rating touchpoint="shop" reasons="experience"></curtsy-rating>';
const PROMPT = `<curtsy-prompt trigger="load">${RATING}</curtsy-prompt>`;
const card = (page: Page) => page.locator('curtsy-prompt [role=dialog]');

/** The three channels of a colour that is painted, 0 to 255. */
const painted = (page: Page, selector: string, property: string): Promise<number[]> =>
  page
    .locator(selector)
    .first()
    .evaluate((element, name) => {
      const canvas = document.createElement('canvas').getContext('2d')!;
      canvas.fillStyle = getComputedStyle(element).getPropertyValue(name);
      canvas.fillRect(0, 0, 1, 1);
      return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
    }, property);

test('12: a strict Content Security Policy breaks it', async ({ shop, endpoint, visitor }) => {
  const policy = `default-src 'none'; script-src 'self'; style-src 'none'; connect-src ${endpoint.origin};
    require-trusted-types-for 'script'; trusted-types lit-html`;
  const html = `<!doctype html><html lang="de"><title>Shop</title>
    <script async src="/curtsy/curtsy.js" data-endpoint="${endpoint.url}"></script>
    ${PROMPT}<curtsy-launcher label="Opinion" placement="top-end">${RATING.replace('shop', 'site')}</curtsy-launcher>`;
  const page = await visitor.open(shop.page('/', html, { 'content-security-policy': policy.replace(/\s+/g, ' ') }));
  for (const [opened, part] of [
    ['curtsy-prompt', 'close'],
    ['curtsy-launcher', 'launcher'],
  ] as const) {
    if (part === 'launcher') await page.getByRole('button', { name: 'Opinion' }).click();
    await page.locator(`${opened} curtsy-rating`).getByRole('radio').nth(3).check();
    await page.locator(`${opened} curtsy-rating button[part~=submit]`).click();
    await page.locator(`${opened} curtsy-rating[data-receipt=sent]`).waitFor();
    expect(await page.locator(`${opened} [role=dialog]`).evaluate((base) => getComputedStyle(base).borderRadius)).toBe(
      '16px',
    );
    await page.locator(`${opened} [part=close]`).click();
  }
  expect(endpoint.responses().map(({ touchpoint }) => touchpoint)).toEqual(['shop', 'site']);
});

test('18: arrow keys send it before anybody meant to', async ({ visit, endpoint }) => {
  const page = await visit(RATING);
  await ready(page);
  await page.getByRole('radio').first().focus();
  await page.keyboard.press('Space');
  for (let n = 0; n < 3; n++) await page.keyboard.press('ArrowRight');
  await until(async () => (await heard(page, 'saved')).length > 0);
  expect(await heard(page, 'submit')).toEqual([]);
  expect(endpoint.arrivals).toEqual([]);
  await page.getByRole('button', { name: 'Send' }).click();
  await emptied(page);
  expect(endpoint.bodies()).toMatchObject([{ revision: 1, complete: true, answer: { score: 4 } }]);
});

test('19: it can’t be used from right to left', async ({ visit, endpoint }) => {
  const page = await visit(PROMPT, { html: 'lang="ar" dir="rtl"' });
  const faces = page.getByRole('radio');
  await faces.nth(4).waitFor();
  expect((await card(page).boundingBox())!.x, 'the card is where lines end').toBe(16);
  const places = await Promise.all((await faces.all()).map((face) => face.boundingBox()));
  const across = places.map((place) => place!.x);
  expect(across, 'the worst is where lines begin').toEqual([...across].sort((a, b) => b - a));
  expect(new Set(across).size).toBe(5);
  await faces.nth(2).check();
  await page.keyboard.press('ArrowLeft');
  expect(await page.locator('curtsy-rating [part~=question]').innerText()).toMatch(/\p{Script=Arabic}/u);
  await page.locator('curtsy-rating button[part~=submit]').click();
  await until(() => endpoint.bodies().length === 1);
  expect(endpoint.bodies()[0]).toMatchObject({ locale: 'ar', answer: { score: 4 } });
});

test('22: it is a white box in a dark shop', async ({ visit, invite }) => {
  const by = await invite({ colorScheme: 'dark' });
  const head = '<style>:root { color-scheme: light dark; --curtsy-motion: 0s }</style>';
  for (const [scheme, isDark] of [
    ['light dark', true],
    ['light', false],
  ] as const) {
    const page = await visit(PROMPT.replace('trigger="load"', 'open'), {
      by,
      head: head.replace('light dark', scheme),
      path: `/${scheme.length}`,
    });
    await page.getByRole('dialog', { name: 'How satisfied' }).waitFor();
    const ground = await painted(page, 'curtsy-prompt [role=dialog]', 'background-color');
    for (const words of [
      'curtsy-rating [part~=question]',
      'curtsy-rating [part~=label]',
      'curtsy-prompt [part=close]',
    ]) {
      const ink = await painted(page, words, 'color');
      expect([Math.max(...ground) < 60, Math.min(...ink) > 160], words).toEqual([isDark, isDark]);
    }
  }
});

test('23: it can’t be made to look like the shop', async ({ visit }) => {
  const page = await visit(
    `<curtsy-prompt trigger="load"><curtsy-rating>
       <h3 slot="question">How did we do?</h3><p slot="thanks">Ta!</p>
     </curtsy-rating></curtsy-prompt>`,
    {
      head: `<style>
        :root { --curtsy-accent: rgb(0, 90, 60); --curtsy-radius: 0; --curtsy-font: "Times New Roman"; --curtsy-motion: 0s }
        curtsy-prompt::part(base) { background: none; border: 0; box-shadow: none }
        curtsy-prompt::part(close), curtsy-rating::part(submit) { text-transform: uppercase }
        curtsy-rating::part(face) { width: 50px }
      </style><script>curtsy = [['configure', { strings: { en: { send: 'Off it goes', close: 'No, thanks' } } }]]</script>`,
    },
  );
  await page.getByRole('dialog', { name: 'How did we do?' }).waitFor();
  await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
  const send = page.getByRole('button', { name: 'Off it goes' });
  await send.waitFor();
  const looks = (selector: string, ...names: string[]) =>
    page
      .locator(selector)
      .first()
      .evaluate((element, names) => names.map((name) => getComputedStyle(element).getPropertyValue(name)), names);
  expect(await looks('curtsy-prompt [role=dialog]', 'background-color', 'border-width', 'box-shadow')).toEqual([
    'rgba(0, 0, 0, 0)',
    '0px',
    'none',
  ]);
  expect(await looks('curtsy-rating [part~=submit]', 'background-color', 'text-transform')).toEqual([
    'rgb(0, 90, 60)',
    'uppercase',
  ]);
  expect(await looks('curtsy-prompt [part=close]', 'font-family', 'text-transform')).toEqual([
    '"Times New Roman"',
    'uppercase',
  ]);
  expect(await looks('curtsy-rating [part~=face]', 'width')).toEqual(['50px']);
  await page.getByText('No, thanks').waitFor();
  await send.click();
  await page.getByText('Ta!').waitFor();
});
