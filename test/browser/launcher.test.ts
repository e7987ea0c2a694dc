// The button at the page's edge: what it opens, where the focus goes, and how it closes.

import type { Page } from 'playwright-core';
import { heard } from '../support/in-page.js';
import { expect, test } from '../support/scene.js';
import { until } from '../support/until.js';

const LAUNCHER =
  '<curtsy-launcher label="Your opinion"><curtsy-rating touchpoint="shop"></curtsy-rating></curtsy-launcher>';
const opener = (page: Page) => page.getByRole('button', { name: 'Your opinion' });
const card = (page: Page) => page.getByRole('dialog', { name: 'Your opinion' });
const focus = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document;
    return `${activeElement!.localName} ${activeElement!.shadowRoot?.activeElement?.className ?? ''}`.trim();
  });

test('opens what is inside, with the focus, and says so', async ({ visit }) => {
  const page = await visit(LAUNCHER);
  await opener(page).waitFor();
  expect(await opener(page).getAttribute('aria-expanded')).toBe('false');
  expect(await card(page).isVisible()).toBe(false);
  await opener(page).press('Enter');
  await card(page).waitFor();
  expect(await opener(page).getAttribute('aria-expanded')).toBe('true');
  expect(await focus(page)).toContain('base');
  await page.keyboard.press('Tab');
  expect(await focus(page)).toContain('curtsy-rating');
  expect(await heard(page, 'shown')).toHaveLength(1);
});

test.for<[string, (page: Page) => Promise<void>]>([
  ['Escape', (page) => page.keyboard.press('Escape')],
  ['Close', (page) => page.getByRole('button', { name: 'Close feedback' }).click()],
  ['its own button', (page) => opener(page).click()],
])('closes on %s, and gives the focus back', async ([, act], { visit }) => {
  const page = await visit(LAUNCHER);
  await opener(page).press('Enter');
  await card(page).waitFor();
  await act(page);
  await card(page).waitFor({ state: 'hidden' });
  await expect.poll(() => focus(page)).toContain('opener');
  await expect.poll(() => opener(page).getAttribute('aria-expanded')).toBe('false');
});

test('closes on a press elsewhere, and not on one inside', async ({ visit, endpoint }) => {
  const page = await visit(`<p id="text">Teapots</p>${LAUNCHER}`);
  await opener(page).click();
  await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
  expect(await card(page).isVisible()).toBe(true);
  await page.locator('#text').click();
  await card(page).waitFor({ state: 'hidden' });
  await opener(page).click();
  expect(await page.getByRole('radio', { name: 'Satisfied', exact: true }).isChecked()).toBe(true);
  await page.getByRole('button', { name: 'Send' }).click();
  await until(() => endpoint.bodies().some(({ complete }) => complete));
});

test('stands in each corner, in both directions, and covers none of its card', async ({ visit }) => {
  const page = await visit(LAUNCHER);
  for (const dir of ['ltr', 'rtl']) {
    for (const placement of ['bottom-end', 'bottom-start', 'top-end', 'top-start']) {
      await page.evaluate(
        ([dir, placement]) => {
          document.documentElement.dir = dir!;
          document.querySelector('curtsy-launcher')!.setAttribute('placement', placement!);
          document.querySelector('curtsy-launcher')!.setAttribute('open', '');
        },
        [dir, placement],
      );
      await card(page).waitFor();
      const [button, box] = [(await opener(page).boundingBox())!, (await card(page).boundingBox())!];
      const { width, height } = page.viewportSize()!;
      const isRight = placement.endsWith('end') === (dir === 'ltr');
      expect(isRight ? width - button.x - button.width : button.x, `${dir} ${placement}`).toBe(16);
      expect(placement.startsWith('top') ? button.y : height - button.y - button.height).toBe(16);
      expect(button.y + button.height <= box.y || box.y + box.height <= button.y).toBe(true);
    }
  }
});

test('its card is never higher than the window, nor over its button, however much is asked on a small phone', async ({
  visit,
  invite,
}) => {
  const by = await invite({ viewport: { width: 320, height: 480 } });
  const page = await visit(LAUNCHER.replace('touchpoint', 'reasons="experience" touchpoint'), { by });
  await opener(page).click();
  await page.getByRole('radio').nth(1).check();
  await page.getByRole('checkbox').first().waitFor();
  for (const dir of ['ltr', 'rtl']) {
    for (const placement of ['bottom-end', 'bottom-start', 'top-end', 'top-start']) {
      await page.evaluate(
        ([dir, placement]) => {
          document.documentElement.dir = dir!;
          document.querySelector('curtsy-launcher')!.setAttribute('placement', placement!);
        },
        [dir, placement],
      );
      const boxes = async () => {
        const [button, box] = [(await opener(page).boundingBox())!, (await card(page).boundingBox())!];
        const isClear = button.y + button.height <= box.y || box.y + box.height <= button.y;
        const isSeen = box.y >= 16 && box.y + box.height <= 464 && box.x >= 16 && box.x + box.width <= 304;
        return { isTop: button.y < 240, isClear, isSeen };
      };
      await expect
        .poll(boxes, { message: `${dir} ${placement}` })
        .toEqual({ isTop: placement.startsWith('top'), isClear: true, isSeen: true });
      const [close, box] = [
        (await page.getByRole('button', { name: 'Close feedback' }).boundingBox())!,
        (await card(page).boundingBox())!,
      ];
      expect(close.height).toBeGreaterThanOrEqual(44);
      expect(close.y + close.height).toBeLessThanOrEqual(box.y + box.height);
    }
  }
  await page.getByRole('button', { name: 'Close feedback' }).click({ position: { x: 4, y: 2 } });
  await card(page).waitFor({ state: 'hidden' });
});

test('a press elsewhere gives the focus back, unless it puts it somewhere', async ({ visit }) => {
  const page = await visit(`<p id="text">Teapots</p><input id="search">${LAUNCHER}`);
  await opener(page).click();
  await card(page).waitFor();
  await page.locator('#text').click();
  await expect.poll(() => focus(page)).toContain('opener');
  expect(await opener(page).getAttribute('aria-expanded')).toBe('false');
  await opener(page).click();
  await card(page).waitFor();
  await page.locator('#search').click();
  await card(page).waitFor({ state: 'hidden' });
  await expect.poll(() => opener(page).getAttribute('aria-expanded')).toBe('false');
  expect(await focus(page)).toBe('input');
});

test('in forced colours one frame is drawn, not one in another', async ({ visit, invite }) => {
  const page = await visit(LAUNCHER, { by: await invite({ forcedColors: 'active' }) });
  await opener(page).click();
  await card(page).waitFor();
  const frames = await page.evaluate(() =>
    ['curtsy-launcher', 'curtsy-rating'].map(
      (tag) => getComputedStyle(document.querySelector(tag)!.shadowRoot!.querySelector('.base')!).borderTopWidth,
    ),
  );
  expect(frames).toEqual(['1px', '0px']);
});
