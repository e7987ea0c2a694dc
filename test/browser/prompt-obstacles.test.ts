// What a prompt waits for, and steps back for; and that waiting is not losing.

import type { Page } from 'playwright-core';
import { hear, heard } from '../support/in-page.js';
import { expect, test } from '../support/scene.js';
import { until } from '../support/until.js';

const RATING = '<curtsy-rating touchpoint="shop"></curtsy-rating>';
const PROMPT = `<curtsy-prompt trigger="load">${RATING}</curtsy-prompt>`;

const card = (page: Page) => page.getByRole('dialog', { name: 'How satisfied' });
const isShown = async (page: Page) => (await heard(page, 'shown')).length > 0;

/** Waits until the prompt has wanted to speak and has looked around at least twice. */
async function waits(page: Page): Promise<void> {
  await page.waitForFunction(() => !!customElements.get('curtsy-prompt') && document.readyState === 'complete');
  const started = await page.evaluate(() => performance.now());
  await page.waitForFunction((then) => performance.now() - then > 2200, started);
}

const obstacles: [what: string, there: string, goes: () => void][] = [
  [
    'an open dialog',
    '<dialog id="it" open>Cart</dialog>',
    () => document.querySelector<HTMLDialogElement>('#it')!.close(),
  ],
  [
    'a popover',
    '<div id="it" popover="manual">Menu</div><script>it.showPopover()</script>',
    () => document.querySelector<HTMLElement>('#it')!.hidePopover(),
  ],
  [
    'a dialog of a library',
    '<div id="it" role="dialog" aria-modal="true">Sizes</div>',
    () => document.querySelector('#it')!.remove(),
  ],
  ['a field with the focus', '<input id="it" autofocus>', () => document.querySelector<HTMLElement>('#it')!.blur()],
  [
    'a frame with the focus, which may hold the field of a card number',
    '<iframe id="it" srcdoc="<input>"></iframe><script>it.focus()</script>',
    () => document.querySelector<HTMLElement>('#it')!.blur(),
  ],
  [
    'a cookie banner',
    '<div id="it" style="position:fixed;inset:auto 0 0;height:80px;background:#eee">We use cookies</div>',
    () => document.querySelector('#it')!.remove(),
  ],
  [
    'a chat button in its corner',
    '<button id="it" style="position:fixed;bottom:24px;right:24px;width:60px;height:60px">Chat</button>',
    () => document.querySelector('#it')!.remove(),
  ],
];

test.for(obstacles)('waits for %s, and comes when it has gone', async ([, there, goes], { visit }) => {
  const page = await visit(there + PROMPT);
  await waits(page);
  expect(await isShown(page)).toBe(false);
  await page.evaluate(goes);
  await card(page).waitFor({ timeout: 3000 });
});

test('comes on a page whose frame is fixed, has a header that sticks, and whose every ancestor is transformed', async ({
  visit,
}) => {
  const page = await visit(
    `<div style="position:fixed;inset:0;overflow:auto;transform:scale(1)"><header style="position:sticky;top:0">Shop</header>
     <div style="transform:translateX(40px);filter:blur(0)">${PROMPT}</div></div>`,
  );
  await card(page).waitFor();
  const box = (await card(page).boundingBox())!;
  const { width, height } = page.viewportSize()!;
  expect([box.x + box.width, box.y + box.height]).toEqual([width - 16, height - 16]);
});

test('steps back for a dialog that opens over it, and comes back with what was chosen', async ({ visit }) => {
  const page = await visit(
    `<dialog id="cart">Cart <form method="dialog"><button>Done</button></form></dialog>${PROMPT}`,
  );
  await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
  await page.evaluate(() => document.querySelector<HTMLDialogElement>('#cart')!.showModal());
  await card(page).waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Done' }).click();
  await card(page).waitFor();
  expect(await page.getByRole('radio', { name: 'Satisfied', exact: true }).isChecked()).toBe(true);
  expect((await heard(page)).map(({ type }) => type)).not.toContain('curtsy-dismissed');
  expect(await heard(page, 'shown')).toHaveLength(1);
});

test('comes on a page whose drawers are shut, though only transparent or told to nobody', async ({ visit }) => {
  const page = await visit(
    `<div role="dialog" style="opacity:0;pointer-events:none">Cart</div>
     <div role="dialog" aria-hidden="true" style="position:absolute;left:-900px">Menu</div>
     <div inert><div role="dialog" style="position:absolute;left:-900px">Filters</div></div>${PROMPT}`,
  );
  await card(page).waitFor();
});

test('steps back for a dialog in a component of the shop, whose insides are its own', async ({ visit }) => {
  const page = await visit(`<shop-cart></shop-cart>${PROMPT}`);
  await card(page).waitFor();
  const toggle = (call: 'showModal' | 'close') =>
    page.evaluate((call) => {
      const cart = document.querySelector('shop-cart')!;
      const inside = cart.shadowRoot ?? cart.attachShadow({ mode: 'open' });
      if (!inside.firstChild) inside.innerHTML = '<dialog>Cart <button>Buy</button></dialog>';
      inside.querySelector('dialog')![call]();
    }, call);
  await toggle('showModal');
  await card(page).waitFor({ state: 'hidden' });
  await toggle('close');
  await card(page).waitFor();
});

test('can be used inside the modal dialog that it stands in', async ({ visit }) => {
  const page = await visit(`<dialog id="cart"><p>Cart</p>${PROMPT}</dialog><script>cart.showModal()</script>`);
  await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
  await page.getByRole('button', { name: 'Close feedback' }).click();
  await card(page).waitFor({ state: 'hidden' });
});

test('closes no menu of the shop, and its own Escape leaves the shop’s dialog alone', async ({ visit }) => {
  const page = await visit(`${PROMPT}<div id="menu" popover>Menu</div>`);
  await card(page).waitFor();
  await page.evaluate(() => document.querySelector<HTMLElement>('#menu')!.showPopover());
  await card(page).waitFor({ state: 'hidden' });
  await page.keyboard.press('Escape');
  await card(page).waitFor();
  expect(await page.locator('#menu').isVisible()).toBe(false);
  expect((await heard(page)).map(({ type }) => type)).not.toContain('curtsy-dismissed');
});

test('never covers what has the focus', async ({ visit }) => {
  const links = [...Array(40).keys()].map(
    (n) => `<a href="#${n}" style="display:block;text-align:end">Teapot ${n}</a>`,
  );
  const page = await visit(PROMPT + links.join(''));
  await card(page).waitFor();
  await page.getByRole('link', { name: 'Teapot 0', exact: true }).focus();
  const covered = () =>
    page.evaluate(() => {
      const box = document.querySelector('curtsy-prompt')!.shadowRoot!.querySelector('.base')!.getBoundingClientRect();
      const focus = document.activeElement!.getBoundingClientRect();
      return focus.right > box.x && focus.bottom > box.y && focus.top < box.bottom && focus.left < box.right;
    });
  let stepped = 0;
  for (let n = 1; n < 40; n++) {
    await page.keyboard.press('Tab');
    await expect.poll(covered).toBe(false);
    if (!(await card(page).isVisible())) stepped++;
  }
  expect(stepped).toBeGreaterThan(0);
  await page.getByRole('link', { name: 'Teapot 1', exact: true }).focus();
  await card(page).waitFor();
});

test('two tabs that want to speak in the same moment: one does', async ({ visit, visitor, shop }) => {
  const url = (await visit(PROMPT)).url();
  await visitor.context.pages()[0]!.evaluate(() => localStorage.clear());
  await visitor.context.pages()[0]!.close();
  expect(shop.origin).toBeTruthy();
  const pages = await Promise.all([1, 2].map(() => visitor.context.newPage()));
  await Promise.all(pages.map((page) => hear(page)));
  await Promise.all(pages.map((page) => page.goto(url)));
  await until(async () => (await Promise.all(pages.map(isShown))).some(Boolean));
  for (const page of pages) {
    await page.bringToFront();
    await waits(page);
  }
  expect((await Promise.all(pages.map(isShown))).filter(Boolean)).toHaveLength(1);
});
