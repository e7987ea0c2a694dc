// Pages that make themselves anew around a prompt: hydration, routers, and frameworks that mount and unmount.

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

/* eslint-disable @typescript-eslint/unbound-method -- the prototypes' own, put around */
test('removed from the page, nothing of it listens or observes any more, and no timer is left', async ({
  visit,
  visitor,
}) => {
  await visitor.context.addInitScript(() => {
    const left = new Map<string, number>();
    const note = (key: string, step: number) => left.set(key, (left.get(key) ?? 0) + step);
    const { addEventListener, removeEventListener } = EventTarget.prototype;
    EventTarget.prototype.addEventListener = function (...given: Parameters<typeof addEventListener>) {
      if (!(this instanceof Node) || this === document || this === document.documentElement) note(given[0], 1);
      addEventListener.apply(this, given);
    };
    EventTarget.prototype.removeEventListener = function (...given: Parameters<typeof removeEventListener>) {
      if (!(this instanceof Node) || this === document || this === document.documentElement) note(given[0], -1);
      removeEventListener.apply(this, given);
    };
    for (const name of ['IntersectionObserver', 'MutationObserver'] as const) {
      const { observe, disconnect } = window[name].prototype;
      const watching = new WeakSet();
      window[name].prototype.observe = function (...given: never[]) {
        if (!watching.has(this)) note(name, 1);
        watching.add(this);
        Reflect.apply(observe, this, given);
      };
      window[name].prototype.disconnect = function () {
        if (watching.delete(this)) note(name, -1);
        disconnect.call(this);
      };
    }
    Object.assign(window, { left });
  });
  const left = (): Promise<Record<string, number>> =>
    page.evaluate(() => Object.fromEntries((window as unknown as { left: Map<string, number> }).left));
  const page = await visit(RATING.replace('shop', 'other'));
  await page.waitForFunction(() => typeof (window.curtsy as unknown as { outbox?: object }).outbox === 'object');
  await page.evaluate(async (markup) => {
    document.body.insertAdjacentHTML('beforeend', markup);
    await customElements.whenDefined('curtsy-prompt');
    document.querySelector('curtsy-prompt')!.remove();
    await new Promise((go) => setTimeout(go, 300));
  }, PROMPT);
  const before = await left();
  await page.evaluate(async (markup) => {
    document.body.insertAdjacentHTML('beforeend', markup);
    const prompt = document.querySelector('curtsy-prompt')!;
    prompt.setAttribute(
      'trigger',
      'load; after 90s; scroll 60%; idle 20s; exit; visible footer; click #a; event b; manual',
    );
    await new Promise((go) => setTimeout(go, 300));
  }, PROMPT);
  await card(page).waitFor();
  const armed = await left();
  expect(armed['mouseleave']).toBeGreaterThan(before['mouseleave'] ?? 0);
  await page.evaluate(async () => {
    document.querySelector('curtsy-prompt')!.remove();
    await new Promise((go) => setTimeout(go, 300));
  });
  // The rating inside has listeners of its own, which are not the prompt's.
  const after = await left();
  const ours = [
    'pointerdown',
    'pointermove',
    'keydown',
    'scroll',
    'currententrychange',
    'popstate',
    'mouseleave',
    'click',
    'b',
  ];
  const of = (counts: Record<string, number>) =>
    [...ours, 'toggle', 'close', 'focusin', 'IntersectionObserver'].map((key) => `${key} ${counts[key] ?? 0}`);
  expect(of(after)).toEqual(of(before));
});
