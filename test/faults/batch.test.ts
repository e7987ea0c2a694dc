// Several answers in one POST, and receivers that are strict about the key of a POST.

import { expect } from 'vitest';
import { rejected } from '../support/in-page.js';
import { until } from '../support/until.js';
import type { Arrival } from '../support/endpoint.js';
import { row } from './row.js';
import { answer, answers, postponed } from './shopper.js';

const SECOND = 1000;
const sizeOf = ({ text }: Arrival): number => [JSON.parse(text)].flat().length;

row('20 answers in POSTs of 5', async (scene) => {
  const { collector } = scene;
  const { shopper, page } = await scene.begin({ data: { batch: '5' } });
  await collector.goAway();
  await answers(page, 20);
  await postponed(page);
  await collector.comeBack();
  await shopper.drain(page, collector);
  expect(Math.max(...collector.arrivals.map(sizeOf))).toBe(5);
  // Those that were tried alone, while the endpoint was gone, may stay alone.
  expect(collector.arrivals.length).toBeLessThan(10);
});

row('a batch whose answer is lost: the same key, the same bytes', async (scene) => {
  const { collector } = scene;
  const { shopper, page } = await scene.begin({ data: { batch: '10' } });
  await shopper.context.setOffline(true);
  await answers(page, 10);
  collector.behave((_, count) => (count < 3 ? { reset: 'after' } : {}));
  await shopper.context.setOffline(false);
  await shopper.drain(page, collector);
  expect(Math.max(...collector.arrivals.map(sizeOf))).toBeGreaterThan(1);
});

row('an answer that was sent alone, and its answer lost, is not sent again in a batch', async (scene) => {
  const { collector } = scene;
  const { shopper, page } = await scene.begin({ data: { batch: '10' } });
  collector.behave({ reset: 'after' });
  await answer(page, 4);
  await postponed(page);
  await answers(page, 4);
  collector.behave({});
  await shopper.drain(page, collector);
  expect(collector.newest().size).toBe(5);
});

row('a tab is closed whose answers another tab has put into a batch', async (scene) => {
  const { collector } = scene;
  const data = { batch: '10' };
  const { shopper, page } = await scene.begin({ data });
  // What the first tab sends is never answered, so that the rest is left to the second.
  collector.behave((_, count) => (count < 2 ? { silent: true } : count < 3 ? { delay: SECOND, reset: 'after' } : {}));
  await answers(page, 6);
  await until(() => collector.arrivals.length === 2);
  const other = await shopper.visit(scene.address({ data }));
  await until(() => collector.arrivals.some((arrival) => sizeOf(arrival) > 1));
  await page.close();
  await shopper.drain(other, collector);
  expect(collector.newest().size).toBe(6);
});

row('a batch that a closed tab had in hand, finished by the next', async (scene) => {
  const { collector } = scene;
  const { shopper, page } = await scene.begin({ data: { batch: '10' } });
  await shopper.context.setOffline(true);
  await answers(page, 10);
  collector.behave({ delay: 3 * SECOND });
  await shopper.context.setOffline(false);
  await until(() => collector.arrivals.length > 0);
  await page.close();
  const next = await shopper.visit(scene.address({ data: { batch: '10' } }));
  collector.behave({});
  await shopper.drain(next, collector);
});

row('413 for more than two in one POST', async (scene) => {
  const { collector } = scene;
  const { shopper, page } = await scene.begin({ data: { batch: '16' } });
  await shopper.context.setOffline(true);
  await answers(page, 16);
  collector.behave((arrival) => (sizeOf(arrival) > 2 ? { status: 413 } : {}));
  await shopper.context.setOffline(false);
  await shopper.drain(page, collector);
  expect(collector.newest().size).toBe(16);
  expect(await rejected(page)).toEqual([]);
});

row('400 for every batch that has the first answer in it', async (scene) => {
  const { collector } = scene;
  const { shopper, page } = await scene.begin({ data: { batch: '8' } });
  await shopper.context.setOffline(true);
  await answers(page, 8);
  let poison: string | undefined;
  collector.behave(({ text }) => {
    poison ??= /"id":"([^"]+)"/.exec(text)?.[1] ?? '';
    return text.includes(poison) ? { status: 400 } : {};
  });
  await shopper.context.setOffline(false);
  await shopper.drain(page, collector);
});

row('500 for every batch, from six tabs', async (scene) => {
  const { collector } = scene;
  const { shopper, page } = await scene.begin({ data: { batch: '7' } });
  await shopper.context.setOffline(true);
  await answers(page, 30);
  await page.close();
  collector.behave((_, count) => (count < 5 ? { status: 500 } : {}));
  await shopper.context.setOffline(false);
  const url = scene.address({ data: { batch: '7' } });
  const pages = await Promise.all(Array.from({ length: 6 }, () => shopper.visit(url)));
  await shopper.drain(pages[0]!, collector);
});

row('CloudEvents in batches', async (scene) => {
  const { collector } = scene;
  const { shopper, page } = await scene.begin({ data: { format: 'cloudevents-batch', batch: '4' } });
  await shopper.context.setOffline(true);
  await answers(page, 8);
  collector.behave((_, count) => (count < 2 ? { reset: 'after' } : {}));
  await shopper.context.setOffline(false);
  await shopper.drain(page, collector);
});

for (const format of ['text', 'form', 'cloudevents']) {
  row(`format ${format}: the answer is lost, then 500, then well`, async (scene) => {
    const { collector } = scene;
    const { shopper, page } = await scene.begin({ data: { format } });
    collector.behave((_, count) => (count < 2 ? { reset: 'after' } : count < 4 ? { status: 500 } : {}));
    await answers(page, 3);
    await shopper.drain(page, collector);
  });
}

row(
  'a strict receiver that takes 10 seconds, with two tabs: no POST twice',
  async (scene) => {
    const { collector } = scene;
    collector.beStrict();
    collector.behave({ delay: 10 * SECOND });
    const { shopper, page } = await scene.begin();
    const other = await shopper.visit(scene.address());
    await Promise.all([answer(page, 4), answer(other, 2)]);
    await until(() => collector.answers.length === 2 && collector.running() === 0, { within: 40_000 });
    await shopper.drain(page, collector);
    expect(collector.answers).toEqual([204, 204]);
  },
  { timeout: 90_000 },
);

row('a strict receiver that takes 25 seconds: 409 while it works, never 422', async (scene) => {
  const { collector } = scene;
  collector.beStrict();
  collector.behave((_, count) => (count < 1 ? { delay: 25 * SECOND } : {}));
  const { shopper, page } = await scene.begin();
  await answer(page, 4);
  await until(() => collector.arrivals.length > 0);
  await shopper.pass(21 * SECOND);
  await shopper.pass((await postponed(page)) + 100);
  await until(() => collector.answers.includes(409));
  await until(() => collector.running() === 0, { within: 30_000 });
  await shopper.drain(page, collector);
  expect(collector.answers).not.toContain(422);
});

row('a strict receiver whose answers are lost, with batches', async (scene) => {
  const { collector } = scene;
  collector.beStrict();
  const { shopper, page } = await scene.begin({ data: { batch: '6' } });
  await shopper.context.setOffline(true);
  await answers(page, 12);
  collector.behave((_, count) => (count % 2 === 0 ? { reset: 'after' } : {}));
  await shopper.context.setOffline(false);
  await shopper.drain(page, collector);
  expect(collector.answers).not.toContain(422);
});
