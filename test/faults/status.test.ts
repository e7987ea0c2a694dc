// The endpoint answers, but not as it should: what a status, a header or a body means for an answer that is called saved.

import { expect } from 'vitest';
import { heard, hear, pending, rejected } from '../support/in-page.js';
import { until } from '../support/until.js';
import { row } from './row.js';
import { answer, answers, postponed, soonest } from './shopper.js';

const SECOND = 1000;
const HOUR = 3600 * SECOND;

row(
  '500 three times, then well: further apart each time',
  async (scene) => {
    const { collector } = scene;
    const { shopper, page } = await scene.begin();
    collector.behave((_, count) => (count < 3 ? { status: 500 } : {}));
    await answer(page, 4);
    for (const attempt of [1, 2, 3]) {
      await until(async () => (await pending(page))[0]?.attempts === attempt);
      const wait = await soonest(page);
      const most = 2 * SECOND * 2 ** attempt;
      expect(wait).toBeGreaterThan(most / 2 - SECOND);
      expect(wait).toBeLessThanOrEqual(most);
      await shopper.pass(wait + 100);
    }
    await shopper.drain(page, collector);
    expect(collector.arrivals).toHaveLength(4);
  },
  { short: true },
);

row('every status that may pass: 408 409 421 423 425 429 500 502 503 504 599', async (scene) => {
  const { collector } = scene;
  const { shopper, page } = await scene.begin();
  for (const status of [408, 409, 421, 423, 425, 429, 500, 502, 503, 504, 599]) {
    collector.behave({ status });
    await answer(page, 3);
    await postponed(page);
    expect(await pending(page), `${status}`).toMatchObject([{ attempts: 1 }]);
    collector.behave({});
    await shopper.drain(page, collector);
  }
  expect(await rejected(page)).toEqual([]);
});

row('every status that the shop must mend: 301 302 307 308 401 402 403 404 405 410 501 505', async (scene) => {
  const { collector } = scene;
  const { shopper, page } = await scene.begin();
  for (const status of [301, 302, 307, 308, 401, 402, 403, 404, 405, 410, 501, 505]) {
    collector.behave({ status, headers: { location: '/elsewhere' } });
    await answer(page, 3);
    expect(await postponed(page), `${status}`).toBeGreaterThan(50 * SECOND);
    expect(await pending(page), `${status}`).toMatchObject([{ attempts: 0 }]);
    collector.behave({});
    await shopper.drain(page, collector);
  }
  expect(await rejected(page)).toEqual([]);
});

row('every status that refuses: 400 406 411 412 414 415 417 418 422 426 428 431 451', async (scene) => {
  const { collector } = scene;
  const { page } = await scene.begin();
  const statuses = [400, 406, 411, 412, 414, 415, 417, 418, 422, 426, 428, 431, 451];
  for (const status of statuses) {
    collector.behave({ status });
    await answer(page, 2);
    await until(async () => (await rejected(page)).some((entry) => entry.status === status), { what: `${status}` });
  }
  expect(collector.arrivals).toHaveLength(statuses.length);
});

row('401 for a day, then mended', async (scene) => {
  const { collector } = scene;
  const { shopper, page } = await scene.begin();
  collector.behave({ status: 401 });
  await answers(page, 3);
  for (let waited = 0; waited < 24 * HOUR;) {
    const before = collector.arrivals.length;
    const wait = await postponed(page);
    await shopper.pass(wait + 100);
    await until(() => collector.arrivals.length > before);
    waited += wait;
  }
  expect((await pending(page)).map(({ attempts }) => attempts)).toEqual([0, 0, 0]);
  collector.behave({});
  await shopper.drain(page, collector);
});

row(
  '400 for the first of five',
  async (scene) => {
    const { collector } = scene;
    const { shopper, page } = await scene.begin();
    await shopper.context.setOffline(true);
    await answers(page, 5);
    let poison: string | undefined;
    collector.behave(({ key }) => ((poison ??= key) === key ? { status: 400 } : {}));
    await shopper.context.setOffline(false);
    await until(() => collector.newest().size === 4);
    await shopper.drain(page, collector);
    expect(await rejected(page)).toMatchObject([{ status: 400 }]);
    expect(collector.arrivals).toHaveLength(5);
  },
  { short: true },
);

row('500 for one answer for ever, the others well', async (scene) => {
  const { collector } = scene;
  const { shopper, page } = await scene.begin();
  await shopper.context.setOffline(true);
  await answers(page, 6);
  let poison: string | undefined;
  collector.behave(({ key }) => ((poison ??= key) === key ? { status: 500 } : {}));
  await shopper.context.setOffline(false);
  await shopper.drain(page, collector);
  expect(collector.newest().size).toBe(5);
  expect(await rejected(page)).toMatchObject([{ status: 500 }]);
  expect(collector.arrivals.filter(({ key }) => key === poison)).toHaveLength(12);
});

row('500 for everybody for a day: nobody is given up', async (scene) => {
  const { collector } = scene;
  const { shopper, page } = await scene.begin();
  collector.behave({ status: 500 });
  await answers(page, 3);
  for (let waited = 0; waited < 24 * HOUR;) {
    const before = collector.arrivals.length;
    const wait = await postponed(page);
    await shopper.pass(wait + 100);
    await until(() => collector.arrivals.length > before);
    waited += wait;
  }
  expect(await pending(page)).toHaveLength(3);
  expect(await rejected(page)).toEqual([]);
});

row(
  '503 with Retry-After 5: nobody asks sooner, nor another tab, nor after a reload',
  async (scene) => {
    const { collector, ledger } = scene;
    const { shopper, page } = await scene.begin();
    collector.behave({ status: 503, retryAfter: '5' });
    await answer(page, 4);
    await postponed(page);
    const other = await shopper.visit(scene.address());
    await answer(other, 2);
    await page.reload();
    for (let half = 0; half < 14 && collector.arrivals.length < 2; half++) {
      await shopper.pass(SECOND / 2);
      await pending(other);
      await pending(page);
    }
    await until(() => collector.arrivals.length > 1);
    const [first = 0, second = 0] = ledger.posts;
    expect(second - first).toBeGreaterThanOrEqual(5 * SECOND);
  },
  { short: true },
);

row('Retry-After as a date, of a year, of nothing, and of nonsense', async (scene) => {
  const { collector } = scene;
  const { shopper, page } = await scene.begin();
  const now = await page.evaluate(() => Date.now());
  const date = new Date(now + HOUR).toUTCString();
  for (const [retryAfter, least, most] of [
    [date, HOUR - 60 * SECOND, HOUR],
    [`${365 * 24 * 3600}`, 24 * HOUR - 60 * SECOND, 24 * HOUR],
    ['Wed, 21 Oct 1015 07:28:00 GMT', 0, 4 * SECOND],
    ['0', 0, 4 * SECOND],
    ['-7', 0, 4 * SECOND],
    ['soon', 0, 4 * SECOND],
    ['1e99', 0, 4 * SECOND],
    ['9'.repeat(400), 24 * HOUR - 60 * SECOND, 24 * HOUR],
  ] as const) {
    collector.behave({ status: 503, retryAfter });
    await answer(page, 4);
    const wait = await postponed(page);
    expect(wait, retryAfter).toBeGreaterThan(least);
    expect(wait, retryAfter).toBeLessThanOrEqual(most);
    collector.behave({});
    await shopper.drain(page, collector);
  }
});

row('429 whose Retry-After the page may not read', async (scene) => {
  const { collector } = scene;
  const { page } = await scene.begin();
  collector.behave({ status: 429, retryAfter: '1', exposed: false });
  await answer(page, 4);
  expect(await postponed(page)).toBeGreaterThan(58 * SECOND);
});

row(
  'a captive portal: a redirect to a page that says 200',
  async (scene) => {
    const { collector } = scene;
    const { page } = await scene.begin();
    await hear(page);
    await page.reload();
    collector.behave({ redirect: '/welcome' });
    await answer(page, 4);
    await postponed(page);
    expect(await heard(page, 'delivered')).toEqual([]);
  },
  { short: true },
);

row('a captive portal that answers everything itself', async (scene) => {
  const { collector } = scene;
  const { page } = await scene.begin();
  collector.behave({ status: 200, body: '<h1>Welcome</h1>', cors: false });
  await answer(page, 4);
  await postponed(page);
  expect(await pending(page)).toHaveLength(1);
});

row('200 with a page, where the shop asks for {"ok": true}', async (scene) => {
  const { collector } = scene;
  const acknowledge = `({ text }) => text.includes('"ok"')`;
  const { shopper, page } = await scene.begin({ before: `curtsy = [['configure', { acknowledge: ${acknowledge} }]]` });
  collector.behave({ status: 200, body: '<h1>Sign in</h1>' });
  await answer(page, 4);
  await postponed(page);
  collector.behave({ redirect: '/welcome' });
  await shopper.pass(HOUR);
  await postponed(page);
  expect(await pending(page)).toHaveLength(1);
  collector.behave({ status: 200, body: '{"ok": true}' });
  await shopper.drain(page, collector);
});

row('every success: 200 201 202 203 204 205 206 226', async (scene) => {
  const { collector } = scene;
  const { shopper, page } = await scene.begin();
  for (const status of [200, 201, 202, 203, 204, 205, 206, 226]) {
    collector.behave({ status });
    await answer(page, 5);
    await shopper.drain(page, collector);
  }
  expect(collector.arrivals).toHaveLength(8);
});

row('413 for one answer that is alone', async (scene) => {
  const { collector } = scene;
  const { page } = await scene.begin();
  collector.behave({ status: 413 });
  await answer(page, 4, { bytes: 9000 });
  await until(async () => (await rejected(page)).length === 1);
  collector.behave({});
  await answer(page, 4);
});
