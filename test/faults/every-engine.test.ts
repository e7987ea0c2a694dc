// The faults that every engine must survive: only what any browser driver can do, and a collector that misbehaves.

import { expect } from 'vitest';
import { until } from '../support/until.js';
import { everyRow } from './row.js';
import type { EnginePage } from './engine.js';

const HOUR = 3_600_000;
/** The next page: whatever one that is gone had in hand is free by then. */
const ABOUT = { body: '<h2>About us</h2>', shift: HOUR };

const pending = (page: EnginePage): Promise<number> =>
  page.evaluate<number>('return (await curtsy.outbox.pending()).length');

/** Gives answers by script, and says where the page was told that they are saved. */
const answers = (page: EnginePage, count: number): Promise<string[]> =>
  page.evaluate<string[]>(
    `const told = []; for (let n = 0; n < ${count}; n++) told.push(await answer((n % 5) + 1)); return told`,
  );

/** Sends what waits, whatever it waits for, until nothing does. */
async function flushed(page: EnginePage): Promise<void> {
  const script = 'await curtsy.outbox.flush(); return (await curtsy.outbox.pending()).length === 0';
  await until(() => page.evaluate<boolean>(script), { within: 60_000, what: 'an empty outbox' });
}

everyRow(
  'the endpoint is gone at Send; the next page sends',
  async ({ scene, visit, leave }) => {
    const page = await visit();
    await scene.collector.goAway();
    await page.rate(4);
    await leave(page);
    await scene.collector.comeBack();
    await flushed(await visit(ABOUT));
    expect(scene.collector.arrivals).toHaveLength(1);
  },
  { short: true },
);

everyRow('500 twice, then well', async ({ scene, visit }) => {
  scene.collector.behave((_, count) => (count < 2 ? { status: 500 } : {}));
  const page = await visit();
  await page.rate(3);
  await until(() => scene.collector.arrivals.length === 3, { within: 30_000 });
  await until(async () => (await pending(page)) === 0);
});

everyRow('the answer is lost after the endpoint has read it', async ({ scene, visit }) => {
  scene.collector.behave((_, count) => (count < 2 ? { reset: 'after' } : {}));
  const page = await visit();
  await page.rate(2);
  await flushed(page);
});

everyRow('the answer is cut off in the middle', async ({ scene, visit }) => {
  scene.collector.behave((_, count) => (count < 2 ? { status: 200, reset: 'during' } : {}));
  const page = await visit();
  await page.rate(2);
  await flushed(page);
  expect(scene.collector.arrivals.length).toBeGreaterThan(1);
});

everyRow('a captive portal: a redirect to a page that says 200', async ({ scene, visit }) => {
  scene.collector.behave({ redirect: '/welcome' });
  const page = await visit();
  await page.rate(5);
  await until(() => scene.collector.arrivals.length > 0);
  expect(await pending(page)).toBe(1);
  scene.collector.behave({});
  await flushed(page);
});

everyRow('400 for the first of three', async ({ scene, visit }) => {
  scene.collector.behave((_, count) => (count < 1 ? { status: 400 } : {}));
  const page = await visit();
  await answers(page, 3);
  await flushed(page);
  expect(scene.collector.newest().size).toBe(2);
});

everyRow('401, then mended', async ({ scene, visit }) => {
  scene.collector.behave({ status: 401 });
  const page = await visit();
  await page.rate(1);
  await until(() => scene.collector.arrivals.length > 0);
  scene.collector.behave({});
  await flushed(page);
});

everyRow('no permission for the page to read the answer', async ({ scene, visit }) => {
  scene.collector.behave({ cors: false, preflight: { status: 403 } });
  const page = await visit();
  await page.rate(1);
  await until(() => scene.collector.preflights.length > 0);
  expect(await pending(page)).toBe(1);
  scene.collector.behave({});
  await flushed(page);
});

everyRow('a tab closes while the endpoint makes its answer', async ({ scene, visit, leave }) => {
  scene.collector.behave({ silent: true });
  const page = await visit();
  await page.rate(4);
  await until(() => scene.collector.arrivals.length > 0);
  await leave(page);
  scene.collector.behave({});
  await flushed(await visit(ABOUT));
});

everyRow('a face is chosen, and the page left: the draft is sent', async ({ scene, visit }) => {
  const page = await visit();
  await page.evaluate('await choose(2)');
  for (const line of await page.evaluate<never[]>('return window.lines.splice(0)')) scene.ledger.write(line);
  await page.goto(scene.address(ABOUT));
  await until(() => scene.collector.newest().size === 1);
  expect([...scene.collector.newest().values()]).toMatchObject([{ complete: false, answer: { score: 2 } }]);
});

everyRow('three tabs open on 20 waiting answers: 20 POSTs', async ({ scene, visit, leave }) => {
  const page = await visit();
  await scene.collector.goAway();
  await answers(page, 20);
  await leave(page);
  await scene.collector.comeBack();
  const tabs = [];
  for (let number = 0; number < 3; number++) tabs.push(await visit(ABOUT));
  await Promise.all(tabs.map(flushed));
  expect(scene.collector.arrivals).toHaveLength(20);
});

everyRow('IndexedDB is missing: kept in localStorage, sent by the next page', async ({ scene, visit, leave }) => {
  const page = await visit({ before: `Object.defineProperty(window, 'indexedDB', { value: undefined });` });
  await scene.collector.goAway();
  expect(await answers(page, 3)).toEqual(['localstorage', 'localstorage', 'localstorage']);
  await leave(page);
  await scene.collector.comeBack();
  await flushed(await visit(ABOUT));
  expect(scene.collector.newest().size).toBe(3);
});

everyRow('IndexedDB never answers: kept in localStorage', async ({ scene, visit, leave }) => {
  const page = await visit({ before: 'IDBFactory.prototype.open = () => new EventTarget();' });
  await scene.collector.goAway();
  expect(await answers(page, 2)).toEqual(['localstorage', 'localstorage']);
  await leave(page);
});

everyRow('a strict receiver whose answers are lost', async ({ scene, visit }) => {
  scene.collector.beStrict();
  scene.collector.behave((_, count) => (count % 2 ? {} : { reset: 'after' }));
  const page = await visit();
  await answers(page, 5);
  await flushed(page);
  expect(scene.collector.answers).not.toContain(422);
});
