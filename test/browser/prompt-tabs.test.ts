// The tabs of a browser are one visit: one of them shows, the others do not, in the same second, later, and from the background.

import type { Page } from 'playwright-core';
import { heard } from '../support/in-page.js';
import { expect, test } from '../support/scene.js';
import { until } from '../support/until.js';

const prompt = (id: string) =>
  `<curtsy-prompt id="${id}" trigger="event shop:ask" min-pages="99"><curtsy-rating touchpoint="shop"></curtsy-rating></curtsy-prompt>`;
const reasons = async (page: Page) => (await heard(page, 'suppressed')).map(({ detail }) => detail['reason']);
const ask = (page: Page) => page.evaluate(() => document.dispatchEvent(new Event('shop:ask')));

/** How many of the tabs show their prompt. */
async function showing(pages: Page[]): Promise<number> {
  const shown = await Promise.all(pages.map((page) => page.locator('curtsy-prompt [role=dialog]').isVisible()));
  return shown.filter(Boolean).length;
}

/** A browser without windows has all of its tabs in front, so a tab is told that it is behind. */
const behind = (page: Page, isBehind: boolean) =>
  page.evaluate((is) => Object.assign(window, { isBehind: is }), isBehind);

/** `test` with `tabs(ids)`: each opens a tab with a prompt of that name, whose trigger is armed; their clock stands still. */
const scene = test.extend('tabs', ({ visit, visitor }) => {
  return async (...ids: string[]): Promise<Page[]> => {
    await visitor.context.clock.install();
    await visitor.context.addInitScript(() =>
      Object.defineProperty(document, 'hidden', { get: () => 'isBehind' in window && window.isBehind }),
    );
    const pages = await Promise.all(ids.map((id) => visit(prompt(id), { path: `/${id}` })));
    for (const page of pages) {
      // Nobody hears an event before the trigger is armed; that a rule refuses shows that it is.
      await until(async () => {
        await ask(page);
        return (await reasons(page)).length > 0;
      });
      await page.evaluate(() => {
        document.querySelector('curtsy-prompt')!.removeAttribute('min-pages');
        window.heard = [];
      });
    }
    await visitor.context.clock.pauseAt(Date.now() + 60_000);
    return pages;
  };
});

scene('of three that want to speak in the same moment one does, and the others are told', async ({ tabs, visitor }) => {
  const pages = await tabs('tea', 'coffee', 'milk');
  await Promise.all(pages.map(ask));
  await visitor.context.clock.runFor(500);
  await expect.poll(() => showing(pages)).toBe(1);
  await visitor.context.clock.runFor(5_000);
  await expect.poll(async () => (await Promise.all(pages.map(reasons))).flat()).toEqual(['one-a-visit', 'one-a-visit']);
  expect(await showing(pages)).toBe(1);
});

scene('the same prompt in two tabs speaks in one of them', async ({ tabs, visitor, visit }) => {
  const [tea] = await tabs('tea');
  const other = await visit(prompt('tea').replace(' min-pages="99"', ''), { path: '/other' });
  await ask(tea!);
  await visitor.context.clock.runFor(1_100);
  await expect.poll(() => showing([tea!])).toBe(1);
  await until(async () => {
    await ask(other);
    await visitor.context.clock.runFor(1_100);
    return (await reasons(other))[0] === 'cooldown';
  });
  expect(await showing([tea!, other])).toBe(1);
});

scene(
  'minutes later it is still the same visit; half an hour in which nobody stirs ends it',
  async ({ tabs, visitor }) => {
    const [tea, coffee] = (await tabs('tea', 'coffee')) as [Page, Page];
    await ask(tea);
    await visitor.context.clock.runFor(1_100);
    await expect.poll(() => showing([tea])).toBe(1);
    await tea.getByRole('button', { name: 'Close feedback' }).click();
    await visitor.context.clock.fastForward('20:00');
    // In the tab that spoke somebody is still there.
    await tea.keyboard.press('Shift');
    await visitor.context.clock.fastForward('20:00');
    await ask(coffee);
    await visitor.context.clock.runFor(1_100);
    await expect.poll(() => reasons(coffee)).toEqual(['one-a-visit']);
    await visitor.context.clock.fastForward('31:00');
    await ask(coffee);
    await visitor.context.clock.runFor(1_100);
    await expect.poll(() => showing([coffee])).toBe(1);
  },
);

scene('in the background it waits, and speaks once it is looked at', async ({ tabs, visitor }) => {
  const [tea] = (await tabs('tea')) as [Page];
  await behind(tea, true);
  await ask(tea);
  await visitor.context.clock.runFor(10_000);
  expect([await showing([tea]), await reasons(tea)]).toEqual([0, []]);
  await behind(tea, false);
  await visitor.context.clock.runFor(1_100);
  await expect.poll(() => showing([tea])).toBe(1);
});

scene('what waits in the background gives way to another tab that speaks meanwhile', async ({ tabs, visitor }) => {
  const [tea, coffee] = (await tabs('tea', 'coffee')) as [Page, Page];
  await behind(tea, true);
  await ask(tea);
  await visitor.context.clock.runFor(2_000);
  await ask(coffee);
  await visitor.context.clock.runFor(1_100);
  await expect.poll(() => showing([coffee])).toBe(1);
  await behind(tea, false);
  await visitor.context.clock.runFor(2_000);
  await expect.poll(() => reasons(tea)).toEqual(['one-a-visit']);
  expect(await showing([tea, coffee])).toBe(1);
});
