// Nothing that a shopper reads may jump: with the stylesheet, the elements come without any layout shift.

import { expect, test } from '../support/scene.js';
import { until } from '../support/until.js';

const BELOW = '<p id="below">Customers also bought this.</p>';

const OBSERVER = `<script>
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) shifts.push(value);
  }).observe({ type: 'layout-shift', buffered: true });
</script>`;

declare global {
  interface Window {
    shifts: number[];
  }
}

const shifts = (): number => window.shifts.reduce((sum, value) => sum + value, 0);

test.for([
  ['rating', '<curtsy-rating><a href="mailto:hello@shop.example">Tell us how it was</a></curtsy-rating>'],
  [
    'rating with a form to offer',
    '<curtsy-rating recover="2"><curtsy-callback slot="recover" country="GB" channels="phone, email"><a href="mailto:hello@shop.example">Write to us</a></curtsy-callback></curtsy-rating>',
  ],
  ['rating with stars', '<curtsy-rating faces="stars"></curtsy-rating>'],
  ['rating of three', '<curtsy-rating scale="3"></curtsy-rating>'],
  ['nps', '<curtsy-rating scale="nps"></curtsy-rating>'],
  ['expectation', '<curtsy-expectation></curtsy-expectation>'],
  ['expectation of three', '<curtsy-expectation scale="3"></curtsy-expectation>'],
  ['expectation with a promise', '<curtsy-expectation promise="Delivery by Tuesday"></curtsy-expectation>'],
  ['callback', '<curtsy-callback country="GB" channels="phone, email"></curtsy-callback>'],
  [
    'callback with times',
    '<curtsy-callback country="GB" channels="phone, email" hours="24/7" time-zone="UTC" respond-within="PT10M"></curtsy-callback>',
  ],
] as const)('0 with %s, wide and narrow', async ([, body], { visit, invite, shop }) => {
  // Slow enough that the page is painted before the element is there.
  shop.fault('curtsy.core.js', { delay: 400 });
  for (const width of [1280, 320]) {
    const by = await invite({ viewport: { width, height: 800 }, timezoneId: 'UTC' });
    const page = await visit(`${body}${BELOW}`, { by, head: OBSERVER });
    await page.locator('[data-stage]').first().waitFor();
    await page.waitForLoadState('networkidle');
    await twoFrames(page);
    expect(await page.evaluate(shifts), `at ${width} pixels`).toBe(0);
  }
});

test('what follows a press moves only what is below, and is no layout shift by the browser’s count', async ({
  visit,
}) => {
  const page = await visit(`<curtsy-rating reasons="experience"></curtsy-rating>${BELOW}`, { head: OBSERVER });
  await page.getByRole('radio', { name: 'Neither' }).click({ force: true });
  await page.getByRole('textbox').waitFor();
  await twoFrames(page);
  const moved = await page.evaluate(shifts);
  expect(moved).toBe(0);
});

test('without the stylesheet there is one, which the test above can see', async ({ visit, shop }) => {
  shop.fault('curtsy.css', { status: 404 });
  shop.fault('curtsy.core.js', { delay: 400 });
  const page = await visit(`<curtsy-rating></curtsy-rating>${BELOW}`, { head: OBSERVER });
  await page.locator('[data-stage]').waitFor();
  await until(() => page.evaluate(shifts));
});

async function twoFrames(page: { evaluate: (run: () => Promise<unknown>) => Promise<unknown> }): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}
