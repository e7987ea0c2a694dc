// The device's clock jumps, back and forth, by hours and by years, while answers wait or are on their way.

import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { pending, rejected } from '../support/in-page.js';
import { until } from '../support/until.js';
import { row } from './row.js';
import { answer, answers, postponed, type Shopper } from './shopper.js';

const SECOND = 1000;
const HOUR = 3600 * SECOND;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;

/** The clock is set to another time; timers go on as before. */
async function shift(shopper: Shopper, page: Page, by: number): Promise<void> {
  await shopper.context.clock.setSystemTime((await page.evaluate(() => Date.now())) + by);
}

for (const [name, by] of [
  ['an hour', HOUR],
  ['a day', DAY],
  ['ten years', 10 * YEAR],
] as const) {
  row(
    `the clock goes back by ${name} while answers wait`,
    async (scene) => {
      const { collector } = scene;
      const { shopper, page } = await scene.begin();
      await collector.goAway();
      await answers(page, 3);
      await postponed(page);
      await shift(shopper, page, -by);
      await collector.comeBack();
      await answer(page, 5);
      await shopper.drain(page, collector);
      expect(collector.newest().size).toBe(4);
    },
    { short: by === DAY },
  );

  row(`the clock goes back by ${name} while an answer is on its way`, async (scene) => {
    const { collector } = scene;
    const { shopper, page } = await scene.begin();
    collector.behave((_, count) => (count < 1 ? { delay: SECOND } : {}));
    await answers(page, 2);
    await until(() => collector.arrivals.length > 0);
    await shift(shopper, page, -by);
    await shopper.drain(page, collector);
    expect(collector.newest().size).toBe(2);
  });

  row(`the clock was ahead by ${name} when a tab with a claim was closed, and is set right`, async (scene) => {
    const { collector } = scene;
    const shopper = await scene.enter();
    const page = await shopper.visit(scene.address({ shift: by }));
    collector.behave({ silent: true });
    await answers(page, 2);
    await until(() => collector.arrivals.length > 0);
    await page.close();
    collector.behave({});
    const next = await shopper.visit(scene.address());
    await shopper.drain(next, collector);
    expect(collector.newest().size).toBe(2);
  });
}

row('the clock goes forward by a day while answers wait', async (scene) => {
  const { collector } = scene;
  const { shopper, page } = await scene.begin();
  await collector.goAway();
  await answers(page, 3);
  await postponed(page);
  await shift(shopper, page, DAY);
  await collector.comeBack();
  await shopper.drain(page, collector);
  expect(collector.newest().size).toBe(3);
});

row('the clock goes forward by ten years and back again: nothing is thrown away', async (scene) => {
  const { collector } = scene;
  const { shopper, page } = await scene.begin();
  await collector.goAway();
  await answers(page, 3);
  await postponed(page);
  await shift(shopper, page, 10 * YEAR);
  await shopper.pass(HOUR);
  await until(async () => (await rejected(page)).length === 3);
  await shift(shopper, page, -10 * YEAR);
  await collector.comeBack();
  await page.evaluate(() => window.curtsy.outbox.retry());
  await shopper.drain(page, collector);
  expect(collector.newest().size).toBe(3);
});

row('the clock jumps between every two answers', async (scene) => {
  const { collector } = scene;
  const { shopper, page } = await scene.begin();
  collector.behave((_, count) => (count % 3 === 0 ? { status: 503 } : {}));
  for (const by of [DAY, -2 * DAY, HOUR, -YEAR, YEAR, -HOUR, 3 * DAY]) {
    await answer(page, 3);
    await shift(shopper, page, by);
  }
  await shopper.drain(page, collector);
});

row(
  'an answer older than maxAge: a dead letter, and no POST',
  async (scene) => {
    const { collector } = scene;
    const { shopper, page } = await scene.begin();
    await collector.goAway();
    await answers(page, 2);
    await page.close();
    await shopper.pass(8 * DAY);
    await collector.comeBack();
    const next = await shopper.visit(scene.address());
    await until(async () => (await rejected(next)).length === 2);
    expect(await pending(next)).toEqual([]);
    expect(collector.arrivals).toEqual([]);
  },
  { short: true },
);

row('the machine sleeps for a night with a POST under way', async (scene) => {
  const { collector } = scene;
  const { shopper, page } = await scene.begin();
  collector.behave((_, count) => (count < 1 ? { silent: true } : {}));
  await answers(page, 2);
  await until(() => collector.arrivals.length > 0);
  await shopper.pass(8 * HOUR);
  await shopper.drain(page, collector);
  expect(collector.newest().size).toBe(2);
});

row(
  'the machine sleeps again and again while answers are stored: storage is not taken for one that fails',
  async (scene) => {
    const { collector } = scene;
    const { shopper, page } = await scene.begin();
    let isOver = false;
    const told = answers(page, 30).finally(() => (isOver = true));
    while (!isOver) await shopper.pass(HOUR);
    expect(new Set(await told)).toEqual(new Set(['indexeddb']));
    await shopper.drain(page, collector);
  },
);
