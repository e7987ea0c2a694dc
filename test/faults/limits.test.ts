// The outbox is full: the new answer is refused out loud, and nothing old is dropped.

import { expect } from 'vitest';
import { pending, rejected } from '../support/in-page.js';
import { until } from '../support/until.js';
import { row } from './row.js';
import { answer, answers } from './shopper.js';

row(
  'the 201st answer',
  async (scene) => {
    const { collector } = scene;
    const { shopper, page } = await scene.begin();
    await collector.goAway();
    await answers(page, 200);
    expect(await answer(page, 1)).toBe('outbox-full');
    expect(await pending(page)).toHaveLength(200);
    await collector.comeBack();
    await shopper.drain(page, collector, 120_000);
    expect(await answer(page, 5)).toBe('indexeddb');
    await until(() => collector.newest().size === 201);
  },
  { timeout: 180_000 },
);

row(
  'maxPending 3, from two tabs',
  async (scene) => {
    const { collector } = scene;
    const { shopper, page } = await scene.begin({ data: { 'max-pending': '3' } });
    const other = await shopper.visit(scene.address({ data: { 'max-pending': '3' } }));
    await collector.goAway();
    const told = await Promise.all([answers(page, 3), answers(other, 3)]);
    expect(told.flat().sort()).toEqual([...Array(3).fill('indexeddb'), ...Array(3).fill('outbox-full')]);
    await collector.comeBack();
    await shopper.drain(page, collector);
    expect(await answer(page, 5)).toBe('indexeddb');
  },
  { short: true },
);

row('maxBytes 20,000', async (scene) => {
  const { collector } = scene;
  const { shopper, page } = await scene.begin({ data: { 'max-bytes': '20000' } });
  await collector.goAway();
  const told = await answers(page, 6, { bytes: 5000 });
  expect(told).toEqual([...Array(3).fill('indexeddb'), ...Array(3).fill('outbox-full')]);
  await collector.comeBack();
  await shopper.drain(page, collector);
});

row('one answer that is too large', async (scene) => {
  const { collector } = scene;
  const { shopper, page } = await scene.begin();
  await collector.goAway();
  await answer(page, 2, { bytes: 40_000 });
  expect(await answer(page, 1, { bytes: 60_000 })).toBe('response-too-large');
  expect(await answer(page, 3)).toBe('indexeddb');
  await collector.comeBack();
  await shopper.drain(page, collector);
  expect(collector.newest().size).toBe(2);
});

row('dead letters take nobody’s place', async (scene) => {
  const { collector } = scene;
  const { shopper, page } = await scene.begin({ data: { 'max-pending': '4' } });
  collector.behave({ status: 400 });
  for (let number = 1; number <= 4; number++) {
    await answer(page, number);
    await until(async () => (await rejected(page)).length === number);
  }
  await collector.goAway();
  expect(await answers(page, 4)).toEqual(Array(4).fill('indexeddb'));
  expect(await answer(page, 1)).toBe('outbox-full');
  await collector.comeBack();
  collector.behave({});
  await shopper.drain(page, collector);
  expect(await rejected(page)).toHaveLength(4);
  await page.evaluate(() => window.curtsy.outbox.retry());
  await shopper.drain(page, collector);
  expect(collector.newest().size).toBe(8);
});

row('localStorage takes 256 kB and no more; what is refused is told', async (scene) => {
  const { collector } = scene;
  const before = `Object.defineProperty(window, 'indexedDB', { value: undefined });`;
  const { shopper, page } = await scene.begin({ before });
  await collector.goAway();
  const told = await answers(page, 12, { bytes: 30_000 });
  expect(told.filter((where) => where === 'localstorage').length).toBeGreaterThan(3);
  const bytes = await page.evaluate(() => JSON.stringify({ ...localStorage }).length);
  expect(bytes).toBeLessThan(300_000);
  await collector.comeBack();
  await shopper.drain(page, collector);
});
