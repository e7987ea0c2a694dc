// What people complain of in questions that come by themselves, each a test that carries the complaint as its name.

import type { Page } from 'playwright-core';
import { heard } from '../../support/in-page.js';
import { expect, test } from '../../support/scene.js';
import { until } from '../../support/until.js';

const RATING = '<curtsy-rating touchpoint="shop"></curtsy-rating>';
const prompt = (attributes = 'trigger="load"', inside = RATING) =>
  `<curtsy-prompt ${attributes}>${inside}</curtsy-prompt>`;
const card = (page: Page) => page.getByRole('dialog', { name: 'How satisfied' });
const close = (page: Page) => page.getByRole('button', { name: 'Close feedback' });
const reasons = async (page: Page) => (await heard(page, 'suppressed')).map(({ detail }) => detail['reason']);
interface Shown extends HTMLElement {
  show: () => void;
  hide: () => void;
}

const DAY = 24 * 60 * 60 * 1000;

/** Lets days pass: all that is remembered happened so much earlier. */
async function pass(page: Page, days: number): Promise<void> {
  await page.evaluate((time) => {
    const notes = localStorage.getItem('curtsy.prompts')!;
    localStorage.setItem(
      'curtsy.prompts',
      notes.replace(/\b\d{13}\b/g, (at) => `${Number(at) - time}`),
    );
  }, days * DAY);
}

test('1: it is shown on every page until it is dismissed', async ({ visit }) => {
  const page = await visit(prompt());
  await card(page).waitFor();
  for (const path of ['/teapots', '/cups']) {
    const next = await visit(prompt(), { path });
    await expect.poll(() => reasons(next)).toEqual(['cooldown']);
    expect(await card(next).count()).toBe(0);
  }
});

test('2: it is shown again though it was answered', async ({ visit }) => {
  const page = await visit(prompt('trigger="load" cooldown="PT0S"'));
  await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('Thank you').waitFor();
  await close(page).click();
  await pass(page, 89);
  await page.reload();
  await expect.poll(() => reasons(page)).toEqual(['answered-cooldown']);
});

test('3: how often it may be shown is ignored', async ({ visit }) => {
  const page = await visit(prompt('trigger="load" cooldown="P7D" answered-cooldown="P7D"'));
  await close(page).click();
  await pass(page, 6);
  await page.reload();
  await expect.poll(() => reasons(page)).toEqual(['cooldown']);
  await pass(page, 1);
  await page.reload();
  await card(page).waitFor();
});

test('4: closed once, it never comes again', async ({ visit }) => {
  const page = await visit(prompt());
  await close(page).click();
  await pass(page, 90);
  await page.reload();
  await card(page).waitFor();
});

test('5: it can’t be opened again by code once it was closed', async ({ visit }) => {
  const page = await visit(prompt('id="ask" trigger="load"'));
  await close(page).click();
  for (let n = 0; n < 2; n++) {
    await page.evaluate(() => document.querySelector<Shown>('curtsy-prompt')!.show());
    await card(page).waitFor();
    await page.evaluate(() => document.querySelector<Shown>('curtsy-prompt')!.hide());
    await card(page).waitFor({ state: 'hidden' });
  }
});

test('6: it can’t stand in the page, where it belongs', async ({ visit }) => {
  const page = await visit(
    `<p id="before">Before</p>${prompt('trigger="load" placement="inline"')}<p id="after">After</p>`,
  );
  await card(page).waitFor();
  const [before, box, after] = await Promise.all(
    [page.locator('#before'), card(page), page.locator('#after')].map((one) => one.boundingBox()),
  );
  expect(box!.y).toBeGreaterThanOrEqual(before!.y + before!.height);
  expect(after!.y).toBeGreaterThanOrEqual(box!.y + box!.height);
  await close(page).click();
  await card(page).waitFor({ state: 'hidden' });
});

test('14: the shop’s CSS breaks it, or it the shop’s', async ({ visit }) => {
  const hostile = '* { all: unset !important; } div, p { transform: rotate(0) !important; }';
  const page = await visit(`<p id="text">Teapots</p>${prompt()}`, { head: `<style>${hostile}</style>` });
  await card(page).waitFor();
  const box = (await card(page).boundingBox())!;
  const { width, height } = page.viewportSize()!;
  expect([box.x + box.width, box.y + box.height]).toEqual([width - 16, height - 16]);
  expect(await page.locator('#text').evaluate((element) => getComputedStyle(element).color)).toBe('rgb(0, 0, 0)');
});

test('15: it lies below what has a z-index, or over a dialog', async ({ visit }) => {
  const page = await visit(
    `<div style="position:absolute;inset:0;z-index:2147483647;background:#eee">Everything</div><dialog id="cart">Cart</dialog>${prompt()}`,
  );
  await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
  await page.evaluate(() => document.querySelector<HTMLDialogElement>('#cart')!.showModal());
  await card(page).waitFor({ state: 'hidden' });
});

test('16: nobody can type in it while a modal of the shop traps the focus', async ({ visit }) => {
  const trap = `addEventListener('focusin', ({target}) => cart.contains(target) || cart.querySelector('button').focus(), true)`;
  const page = await visit(
    `<dialog id="cart"><button>Buy</button>${prompt('trigger="event shop:full"')}</dialog><script>cart.showModal(); ${trap}</script>`,
  );
  await page.waitForFunction(() => !!document.querySelector('curtsy-rating')?.shadowRoot?.querySelector('legend'));
  await until(async () => {
    await page.evaluate(() => document.dispatchEvent(new Event('shop:full')));
    return card(page).isVisible();
  });
  await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
  await page.getByRole('textbox').pressSequentially('Sturdy.');
  expect(await page.getByRole('textbox').inputValue()).toBe('Sturdy.');
});

test('17: it takes the focus, or nobody who can’t see it hears of it', async ({ visit }) => {
  const page = await visit(`<button id="buy">Buy</button>${prompt('trigger="click #buy"')}`);
  await page.waitForFunction(() => !!document.querySelector('curtsy-rating')?.shadowRoot?.querySelector('legend'));
  await until(async () => {
    await page.locator('#buy').click();
    return card(page).isVisible();
  });
  expect(await page.evaluate(() => document.activeElement!.id)).toBe('buy');
  const status = () =>
    page.evaluate(
      () => document.querySelector('curtsy-prompt')!.shadowRoot!.querySelector('[role=status]')!.textContent,
    );
  await expect.poll(status).toBe('A question for you: How satisfied are you with your visit today?');
});

test('20: iOS zooms when a field gets the focus', async ({ visit }) => {
  const page = await visit(prompt(), {
    head: '<style>body { font-size: 12px } :root { --curtsy-font-size: 12px }</style>',
  });
  await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
  const size = await page.getByRole('textbox').evaluate((field) => parseFloat(getComputedStyle(field).fontSize));
  expect(size).toBeGreaterThanOrEqual(16);
});

test('21: a phone’s keyboard covers it', async ({ visit, visitor }) => {
  await visitor.context.addInitScript(() => {
    // What a phone says of its window while the keyboard is there.
    Object.defineProperty(visualViewport, 'height', { get: () => innerHeight - 250 });
  });
  const page = await visit(prompt());
  await card(page).waitFor();
  await expect
    .poll(async () => {
      const box = (await card(page).boundingBox())!;
      return [box.y >= 0, box.y + box.height <= page.viewportSize()!.height - 250];
    })
    .toEqual([true, true]);
});

test('24: the page scrolls as it appears', async ({ visit }) => {
  const page = await visit(`${'<p>Teapots</p>'.repeat(80)}${prompt()}`);
  await card(page).waitFor();
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

test('25: it vanishes on a press inside, or as the window changes', async ({ visit }) => {
  const page = await visit(prompt());
  await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
  await page.setViewportSize({ width: 320, height: 480 });
  const box = (await card(page).boundingBox())!;
  expect([box.x >= 0, box.y >= 0, box.x + box.width <= 320, box.y + box.height <= 480]).toEqual([
    true,
    true,
    true,
    true,
  ]);
});

test('26: its button vanishes when a framework draws the page anew', async ({ visit }) => {
  const page = await visit('');
  await page.evaluate(() =>
    document.body.insertAdjacentHTML('beforeend', '<curtsy-launcher label="Opinion"></curtsy-launcher>'),
  );
  const button = page.getByRole('button', { name: 'Opinion' });
  await button.waitFor();
  await page.evaluate(() => document.body.replaceChildren());
  await button.waitFor();
});

test('27: without consent it does nothing at all', async ({ visit }) => {
  const page = await visit(`<script>curtsy = [['configure', {privacy: 'minimal'}]]</script>${prompt()}`);
  await close(page).click();
  expect(await page.evaluate(() => localStorage.getItem('curtsy.prompts'))).toBeNull();
  await page.reload();
  await expect.poll(() => reasons(page)).toEqual(['cooldown']);
});
