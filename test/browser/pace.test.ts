// What the elements cost a page: two round trips to a face that can be pressed, and no task that a shopper would feel.

import { describe } from 'vitest';
import { expect, test } from '../support/scene.js';
import { withCurtsy, type ShopRequest } from '../support/shop.js';
import { until } from '../support/until.js';

const LATENCY = 200;

/** How many requests stand one behind the other: each waited for an answer of the one before it. */
function roundTrips(requests: readonly ShopRequest[]): number {
  const depths = new Map<ShopRequest, number>();
  for (const request of requests) {
    const before = requests.filter(({ answered = Infinity }) => answered <= request.arrived);
    depths.set(request, 1 + Math.max(0, ...before.map((earlier) => depths.get(earlier) ?? 0)));
  }
  return Math.max(0, ...depths.values());
}

test.for([
  ['<curtsy-rating></curtsy-rating>', 'lang="en"'],
  ['<curtsy-expectation></curtsy-expectation>', 'lang="en"'],
  ['<curtsy-rating></curtsy-rating>', 'lang="de"'],
] as const)('two round trips at most until %s can be pressed, %s', async ([body, html], { visit, shop }) => {
  shop.fault('*', { delay: LATENCY });
  const page = await visit(body, { html });
  await page.getByRole('radio').nth(2).check();
  const pressable = performance.now();
  const ours = shop.requests.filter(({ url, answered = Infinity }) =>
    url.endsWith('.js') || url.includes('?v=') ? answered < pressable : false,
  );
  const needed = ours.filter(({ url }) => /curtsy\.js|settings|core|expectation|locale/.test(url));
  expect(needed.length).toBeGreaterThan(1);
  expect(roundTrips(needed), needed.map(({ url }) => url).join()).toBeLessThanOrEqual(2);
});

interface LongFrame {
  duration: number;
  scripts: { sourceURL: string; duration: number }[];
}

declare global {
  interface Window {
    longFrames: LongFrame[];
  }
}

/** Runs in the page: keeps every frame that took long, with the scripts that ran in it. */
function watchFrames(): void {
  window.longFrames = [];
  new PerformanceObserver((list) => {
    for (const { duration, scripts } of list.getEntries() as unknown as LongFrame[]) {
      const ran = scripts.map((script) => ({ sourceURL: script.sourceURL, duration: script.duration }));
      window.longFrames.push({ duration, scripts: ran });
    }
  }).observe({ type: 'long-animation-frame', buffered: true });
}

describe('under a processor slowed four times', () => {
  test('no task of ours is above 100 ms, from the first byte to the thanks', async ({ shop, visitor, endpoint }) => {
    const tag = `data-endpoint="${endpoint.url}" data-source="webshop"`;
    const url = shop.page('/', withCurtsy('<curtsy-rating reasons="experience"></curtsy-rating>', { tag }));
    await visitor.context.addInitScript(watchFrames);
    const page = await visitor.context.newPage();
    const cdp = await visitor.context.newCDPSession(page);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });

    const runs: LongFrame['scripts'][] = [];
    for (const count of [1, 2, 3]) {
      await page.goto(url);
      await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
      await page.getByRole('checkbox').first().check();
      await page.getByRole('button', { name: 'Send' }).click();
      await page.getByRole('heading', { name: /^Thank you/ }).waitFor();
      // By their ids: a page that is left before the acknowledgement came sends a copy.
      await until(() => new Set(endpoint.bodies().map(({ id }) => id)).size === count, { within: 30_000 });
      const scripts = (await page.evaluate(() => window.longFrames)).flatMap((frame) => frame.scripts);
      runs.push(scripts.filter(({ sourceURL, duration }) => sourceURL.includes('/curtsy/') && duration > 100));
    }
    // What else runs on this machine can only make a task longer: the calmest of three runs is the nearest to the truth.
    const [calmest] = runs.sort((one, other) => one.length - other.length);
    expect(calmest).toEqual([]);
  });

  test('a task that is too long would be seen', async ({ shop, visitor }) => {
    await visitor.context.addInitScript(watchFrames);
    const page = await visitor.open(shop.page('/', '<title>Slow shop</title><p>Slow shop</p>'));
    await page.evaluate(() => {
      requestAnimationFrame(() => {
        const end = performance.now() + 150;
        while (performance.now() < end);
      });
    });
    await until(() =>
      page.evaluate(() => window.longFrames.some(({ scripts }) => scripts.some(({ duration }) => duration > 100))),
    );
  });
});
