// What prompts and launchers cost a page on which nothing happens, and that nothing of them stays when they are taken away.

import type { Page } from 'playwright-core';
import { heard } from '../support/in-page.js';
import { keepCount, left } from '../support/left-behind.js';
import { expect, test } from '../support/scene.js';

const EVERY_TRIGGER =
  'after 600s; scroll 60%; idle 600s; exit; visible #late; click #buy; event shop:ready; slow; manual';
const rating = (touchpoint: string) => `<curtsy-rating touchpoint="${touchpoint}"></curtsy-rating>`;
const PAGE = `<button id="buy">Buy</button><p>${'Teapots. '.repeat(3000)}</p>
  ${['one', 'two', 'three'].map((id) => `<curtsy-prompt id="${id}" trigger="${EVERY_TRIGGER}">${rating(id)}</curtsy-prompt>`).join('')}
  <curtsy-prompt id="inline" placement="inline" trigger="visible footer">${rating('inline')}</curtsy-prompt>
  <curtsy-launcher label="Your opinion" placement="bottom-start">${rating('launcher')}</curtsy-launcher>`;
const BANNER = '<div id="cookies" style="position:fixed;inset:auto 0 0;height:60px">We use cookies</div>';
const card = (page: Page) => page.getByRole('dialog', { name: 'How satisfied' });

interface TraceEvent {
  name: string;
  ph: string;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  args?: { data?: { url?: string } };
}

/** Waits until every trigger is armed, and what comes at idle is there. */
async function armed(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      typeof (window.curtsy as { outbox?: object }).outbox === 'object' &&
      ['triggers', 'vitals'].every((name) =>
        performance.getEntriesByType('resource').some((entry) => entry.name.includes(`curtsy.${name}.js`)),
      ),
  );
  await page.evaluate(() => new Promise((go) => requestIdleCallback(go)));
}

/** Lets a minute pass on the page's own clock, and gives all that ran on its main thread meanwhile. */
async function minute(page: Page): Promise<TraceEvent[]> {
  const session = await page.context().newCDPSession(page);
  const browser = page.context().browser()!;
  await browser.startTracing(page, { categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'] });
  const over = new Promise((resolve) => session.once('Emulation.virtualTimeBudgetExpired', resolve));
  await session.send('Emulation.setVirtualTimePolicy', { policy: 'advance', budget: 60_000 });
  await over;
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  // Or time would stand still from now on.
  await session.send('Emulation.setVirtualTimePolicy', { policy: 'advance' });
  return trace.traceEvents.filter(({ ph }) => ph === 'X');
}

/** Tasks in which code of ours ran, in milliseconds of the processor's time; and how many of them a timer began. */
function ours(events: TraceEvent[]): { tasks: number[]; timers: number } {
  const calls = events.filter(({ args }) => args?.data?.url?.includes('/curtsy/'));
  const within = (name: string) =>
    events.filter(
      (event) =>
        event.name === name &&
        calls.some(({ tid, ts }) => tid === event.tid && ts >= event.ts && ts <= event.ts + (event.dur ?? 0)),
    );
  return { tasks: within('RunTask').map(({ tdur = 0 }) => tdur / 1e3), timers: within('TimerFire').length };
}

/** Of no other page does a minute show more: no long task, and no timer faster than once a second. */
function expectRest({ tasks, timers }: ReturnType<typeof ours>, looking = 1): void {
  expect(Math.max(0, ...tasks)).toBeLessThan(5);
  expect(timers).toBeLessThanOrEqual(61 * looking);
}

const ready = (page: Page) => page.evaluate(() => document.dispatchEvent(new Event('shop:ready')));

test('a minute with every trigger armed', async ({ visit }) => {
  const page = await visit(PAGE);
  await armed(page);
  expectRest(ours(await minute(page)));
});

test('a minute of three prompts that wait for a cookie banner', async ({ visit }) => {
  const page = await visit(BANNER + PAGE);
  await armed(page);
  await ready(page);
  const seen = ours(await minute(page));
  expectRest(seen);
  // They look around all the while, and come when it has gone.
  expect(seen.tasks.length).toBeGreaterThan(50);
  expect(await heard(page, 'shown')).toEqual([]);
  await page.evaluate(() => document.querySelector('#cookies')!.remove());
  await card(page).waitFor();
});

test('a minute of one that is open, and two that would like to be', async ({ visit }) => {
  const page = await visit(PAGE);
  await armed(page);
  await ready(page);
  await card(page).waitFor();
  const seen = ours(await minute(page));
  // One looks for what comes over the prompt, one for whose turn it is.
  expectRest(seen, 2);
  expect(seen.tasks.length).toBeGreaterThan(50);
});

test('a minute of a launcher that is open', async ({ visit }) => {
  const page = await visit(PAGE);
  await armed(page);
  await page.getByRole('button', { name: 'Your opinion' }).click();
  await page.getByRole('dialog', { name: 'Your opinion' }).waitFor();
  expectRest(ours(await minute(page)));
});

/** What stays by design: the loader's look for tags, and who sends what waits. */
const STAYS = [
  'curtsy.js: MutationObserver document',
  'curtsy.outbox.js: online window',
  'curtsy.outbox.js: pagehide window 3',
  'curtsy.outbox.js: pageshow window',
  'curtsy.outbox.js: storage window',
  'curtsy.outbox.js: visibilitychange document',
];
/** `web-vitals` takes no listener back: asked once by the questions and once by all prompts with `slow`, it goes on measuring. */
const isMeasuring = (line: string) => line.startsWith('curtsy.vitals.js');
const lasting = async (page: Page) => (await left(page)).filter((line) => !/setTimeout/.test(line));

test('taken away, nothing of them listens, observes or waits any more; a route that is come to adds nothing', async ({
  visit,
  visitor,
}) => {
  await visitor.context.addInitScript(keepCount);
  const page = await visit(BANNER + PAGE);
  await armed(page);
  const before = await lasting(page);
  expect(before).toEqual(
    expect.arrayContaining([
      'curtsy.attend.js: currententrychange Navigation',
      'curtsy.triggers.js: shop:ready window 3',
      'curtsy.triggers.js: MutationObserver document 4',
    ]),
  );
  await page.evaluate(() => ['/a', '/b', '/c'].forEach((path) => history.pushState(null, '', path)));
  await expect.poll(() => lasting(page)).toEqual(before);
  await ready(page);
  await page.evaluate(() => document.querySelector('#cookies')!.remove());
  await card(page).waitFor();
  await expect.poll(() => left(page)).toContain('curtsy.attend.js: focusin document');
  await page.getByRole('button', { name: 'Your opinion' }).click();
  await page.getByRole('dialog', { name: 'Your opinion' }).waitFor();
  // By now one prompt is open, others wait, and the launcher's card is open too.
  await page.evaluate(() => document.querySelectorAll('curtsy-prompt,curtsy-launcher').forEach((one) => one.remove()));
  const others = async () => (await left(page)).filter((line) => !isMeasuring(line));
  // A turn is held for two seconds, until the other tabs know of it.
  await expect.poll(others, { timeout: 5000 }).toEqual(STAYS);
  const measuring = (await left(page)).filter(isMeasuring);
  expect(measuring).toContain('curtsy.vitals.js: PerformanceObserver "layout-shift" 2');
});
