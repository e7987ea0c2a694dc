// One page with all that pages do to what they don't know: it resets every style, lies above everything, transforms, filters and
// clips every ancestor, has a header that sticks, a cookie banner, and a dialog that never lets the focus go.

import type { Page } from 'playwright-core';
import { heard } from '../support/in-page.js';
import { expect, test } from '../support/scene.js';
import { until } from '../support/until.js';

const RATING =
  '<curtsy-rating touchpoint="shop" reasons="price=The price, advice=The advice" comment="optional"></curtsy-rating>';
const OURS = `<curtsy-prompt id="ask" trigger="event shop:ready">${RATING}</curtsy-prompt>
  <curtsy-launcher label="Your opinion" placement="bottom-start"><curtsy-rating touchpoint="launcher"></curtsy-rating></curtsy-launcher>`;

/** Nobody's reset reaches an inline style that is important too. */
const style = (rules: string): string => `style="${rules.replace(/(;|$)/g, '!important$1')}"`;

const RESET = `<style>
  * { all: unset !important; }
  *::before, *::after, *::backdrop, ::slotted(*), :host, :host(*) { all: unset !important; }
  * { animation: none !important; transition: none !important; letter-spacing: inherit !important; }
  head, style, script, title, dialog:not([open]) { display: none !important; }
  body, main, h1, div { display: block !important; }
</style>`;

const HOSTILE = `
  <div ${style('position:fixed;inset:0 0 auto auto;width:200px;height:90px;z-index:2147483647;background:gold')}>Sale</div>
  <div ${style('position:absolute;inset:0;height:3000px;z-index:2147483647;pointer-events:none')}></div>
  <div ${style('position:sticky;top:0;height:40px;z-index:2147483647;background:pink')}>Header</div>
  <div ${style('transform:rotate(4deg) scale(0.6);perspective:40px')}>
    <div ${style('filter:blur(0) sepia(1);opacity:0.4;will-change:transform')}>
      <div ${style('contain:strict;width:100px;height:30px;overflow:hidden;clip-path:inset(50%);color:red;font-size:40px')}>
        <div ${style('color:initial;font-size:initial;backdrop-filter:blur(1px);isolation:isolate;z-index:-1')}>${OURS}</div>
      </div>
    </div>
  </div>
  <div id="cookies" ${style('position:fixed;inset:auto 0 0;height:60px;z-index:2147483647;background:silver')}>We use cookies</div>
  <dialog id="cart" ${style('padding:40px')}>Cart <input id="code"><button id="buy">Buy</button></dialog>
  <div id="sizes" role="dialog" aria-modal="true" ${style('position:fixed;inset:20% 30%;opacity:0;pointer-events:none')}>
    <button>Size M</button>
  </div>
  <script>
    // A trap as libraries build it: as long as the dialog is there, the focus is.
    const traps = { cart: () => cart.open, sizes: () => sizes.style.opacity === '1' };
    addEventListener('focusin', ({ target }) => {
      for (const [id, isOn] of Object.entries(traps)) {
        const trap = document.getElementById(id);
        if (isOn() && !trap.contains(target)) trap.querySelector('button').focus();
      }
    }, true);
    function library(open) {
      sizes.style.setProperty('opacity', open ? '1' : '0', 'important');
      for (const other of document.querySelector('main').children) if (other !== sizes) other.inert = open;
      if (open) sizes.querySelector('button').focus();
    }
  </script>`;

const card = (page: Page) => page.getByRole('dialog', { name: 'How satisfied' });
const opener = (page: Page) => page.getByRole('button', { name: 'Your opinion' });
const launched = (page: Page) => page.getByRole('dialog', { name: 'Your opinion' });
const inPrompt = (page: Page) => page.locator('curtsy-prompt');
const satisfied = (page: Page) => inPrompt(page).getByRole('radio', { name: 'Satisfied', exact: true });
const close = (page: Page) => inPrompt(page).getByRole('button', { name: 'Close feedback' });

/** Dispatches what the prompt waits for, until it has heard it. */
async function appear(page: Page): Promise<void> {
  await page.waitForFunction(() => !!document.querySelector('curtsy-rating')?.shadowRoot?.querySelector('legend'));
  await until(async () => {
    await page.evaluate(() => document.dispatchEvent(new Event('shop:ready')));
    return card(page).isVisible();
  });
}

/** Where each part of `tag` and of the rating in it is, and what it looks like. */
const looks = (page: Page, tag: string) =>
  page.evaluate((tag) => {
    const host = document.querySelector(tag)!;
    const PROPERTIES =
      'color background-color font-size font-family font-weight line-height letter-spacing text-align padding border border-radius display visibility cursor max-width box-shadow text-decoration';
    return [host, host.querySelector('curtsy-rating')!].flatMap((element) =>
      [...element.shadowRoot!.querySelectorAll('[part]')].map((part) => {
        const { x, y, width, height } = part.getBoundingClientRect();
        const computed = getComputedStyle(part);
        const box = [x, y, width, height].map((length) => Math.round(length * 10) / 10).join(' ');
        const styles = PROPERTIES.split(' ').map((name) => `${name}: ${computed.getPropertyValue(name)}`);
        return [`${element.localName} ${part.getAttribute('part')!}`, box, ...styles];
      }),
    );
  }, tag);

test('looks as on a page that lets it be: the prompt, the launcher, and the questions in both', async ({
  visit,
  invite,
}) => {
  const seen = [];
  for (const hostile of [false, true]) {
    const page = await visit(hostile ? HOSTILE : OURS, {
      head: hostile ? RESET : '',
      by: await invite({ reducedMotion: 'reduce' }),
    });
    await page.evaluate(() => document.querySelector('#cookies')?.remove());
    await appear(page);
    // What follows a press is there: a press before that opens it in another order.
    await page.waitForFunction(() =>
      [...document.querySelectorAll('curtsy-rating')].every(
        ({ shadowRoot }) => shadowRoot!.adoptedStyleSheets.length > 2,
      ),
    );
    await satisfied(page).check();
    await inPrompt(page).getByRole('textbox').waitFor();
    await page.mouse.move(0, 0);
    const prompt = await looks(page, 'curtsy-prompt');
    await close(page).click();
    const button = (await opener(page).boundingBox())!;
    // Only where it has to: else the shop says by `--curtsy-z` what lies above it.
    expect(await opener(page).evaluate((element) => element.matches(':popover-open'))).toBe(hostile);
    await opener(page).click();
    await launched(page).waitFor();
    await page.mouse.move(0, 0);
    seen.push({ prompt, button, launcher: await looks(page, 'curtsy-launcher') });
  }
  expect(seen[0]!.prompt.length).toBeGreaterThan(10);
  expect(seen[1]).toEqual(seen[0]);
});

test('waits for the banner and the dialog, steps back for each that opens, is caught in no trap, and is answered', async ({
  visit,
  endpoint,
}) => {
  const page = await visit(HOSTILE + '<script>cart.showModal()</script>', { head: RESET });
  await page.waitForFunction(() => !!document.querySelector('curtsy-rating')?.shadowRoot?.querySelector('legend'));
  const looked = await page.evaluate(() => performance.now());
  await page.waitForFunction((then) => {
    document.dispatchEvent(new Event('shop:ready'));
    return performance.now() - then > 2200;
  }, looked);
  await page.evaluate(() => document.querySelector<HTMLDialogElement>('#cart')!.close());
  const closed = await page.evaluate(() => performance.now());
  await page.waitForFunction((then) => performance.now() - then > 2200, closed);
  expect(await heard(page, 'shown')).toEqual([]);
  await page.evaluate(() => document.querySelector('#cookies')!.remove());
  await satisfied(page).check();

  await page.evaluate(() => (window as unknown as { library: (open: boolean) => void }).library(true));
  await card(page).waitFor({ state: 'hidden' });
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Size M');
  await page.evaluate(() => (window as unknown as { library: (open: boolean) => void }).library(false));
  await card(page).waitFor();

  await page.evaluate(() => document.querySelector<HTMLDialogElement>('#cart')!.showModal());
  await card(page).waitFor({ state: 'hidden' });
  await page.locator('#code').fill('SPRING');
  await page.evaluate(() => document.querySelector<HTMLDialogElement>('#cart')!.close());
  await card(page).waitFor();

  expect(await satisfied(page).isChecked()).toBe(true);
  await inPrompt(page).getByRole('textbox').pressSequentially('Sturdy.');
  await inPrompt(page).getByRole('button', { name: 'Send' }).click();
  await until(() => endpoint.bodies().some(({ complete }) => complete));
  expect(endpoint.responses()).toMatchObject([{ answer: { score: 4, comment: 'Sturdy.' } }]);
  expect(await heard(page, 'shown')).toHaveLength(1);
  await close(page).click();
  await card(page).waitFor({ state: 'hidden' });
  expect(await heard(page, 'dismissed')).toEqual([]);
});

test('the launcher gives the focus in and back where a page moves, filters and clips all around it', async ({
  visit,
  endpoint,
}) => {
  const page = await visit(HOSTILE, { head: RESET });
  await opener(page).press('Enter');
  await launched(page).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Escape');
  await launched(page).waitFor({ state: 'hidden' });
  expect(await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.className)).toContain('opener');
  await page.evaluate(() => document.querySelector<HTMLDialogElement>('#cart')!.showModal());
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('code');
  await page.keyboard.press('Escape');
  await opener(page).press('Enter');
  await launched(page).waitFor();
  await page.locator('curtsy-launcher').getByRole('button', { name: 'Send' }).click();
  await until(() => endpoint.bodies().some(({ complete }) => complete));
});
