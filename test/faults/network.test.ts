// Between the page and the endpoint: cut lines, no answer, no permission, no network, or somebody in the middle.

import { expect } from 'vitest';
import { pending, rejected } from '../support/in-page.js';
import { until } from '../support/until.js';
import { row } from './row.js';
import { answer, answers, postponed } from './shopper.js';

const SECOND = 1000;

row(
  'offline at Send, then online',
  async (scene) => {
    const { collector } = scene;
    const { shopper, page } = await scene.begin();
    await shopper.context.setOffline(true);
    expect(await answer(page, 4)).toBe('indexeddb');
    for (let turn = 0; turn < 5; turn++) await shopper.pass(20 * SECOND);
    expect(await pending(page)).toMatchObject([{ attempts: 0 }]);
    await shopper.context.setOffline(false);
    await until(() => collector.newest().size === 1);
    expect(collector.arrivals).toHaveLength(1);
  },
  { short: true },
);

row('the browser believes itself online, and nothing gets through', async (scene) => {
  const { shopper, page } = await scene.begin();
  await shopper.context.route(`${scene.collector.origin}/**`, (route) => route.abort('connectionrefused'));
  await answers(page, 3);
  await postponed(page);
  await shopper.context.unroute(`${scene.collector.origin}/**`);
  await shopper.drain(page, scene.collector);
  expect(await rejected(page)).toEqual([]);
});

row('the browser believes itself offline, and is not', async (scene) => {
  const { collector } = scene;
  const before = `Object.defineProperty(Navigator.prototype, 'onLine', { get: () => false })`;
  const { shopper, page } = await scene.begin({ before });
  await answers(page, 3);
  for (let turn = 0; turn < 20 && collector.newest().size < 3; turn++) {
    await shopper.pass(6 * SECOND);
    await pending(page);
  }
  await until(() => collector.newest().size === 3);
});

row('an extension of the browser that blocks the endpoint, until it is switched off', async (scene) => {
  const { shopper, page } = await scene.begin();
  await shopper.context.route(`${scene.collector.origin}/**`, (route) => route.abort('blockedbyclient'));
  await answer(page, 1);
  await postponed(page);
  await shopper.context.unroute(`${scene.collector.origin}/**`);
});

row('a page whose policy forbids the endpoint, then one that allows it', async (scene) => {
  const policy = { 'content-security-policy': `connect-src 'self'` };
  const { page } = await scene.begin({ headers: policy });
  expect(await answer(page, 4)).toBe('indexeddb');
  await postponed(page);
  await page.close();
});

row(
  'the endpoint is gone, and comes back',
  async (scene) => {
    const { collector } = scene;
    const { shopper, page } = await scene.begin();
    await collector.goAway();
    const before = await page.evaluate(() => Date.now());
    await answers(page, 5);
    await postponed(page);
    const times = (await pending(page)).map(({ nextAttemptAt }) => Date.parse(nextAttemptAt ?? ''));
    // One was tried; the others wait for what became of it, a second at least.
    expect(Math.min(...times)).toBeGreaterThanOrEqual(before + SECOND);
    await collector.comeBack();
    await shopper.drain(page, collector);
    expect(collector.arrivals).toHaveLength(5);
  },
  { short: true },
);

row('an address that does not exist, mended in the page', async (scene) => {
  const { collector } = scene;
  const { shopper, page } = await scene.begin({ data: { endpoint: 'http://nowhere.invalid/feedback' } });
  await answers(page, 3);
  await postponed(page);
  await page.evaluate((endpoint) => window.curtsy.configure({ endpoint }), collector.url);
  await until(() => collector.newest().size === 3);
  await shopper.drain(page, collector);
});

row('the answer is lost after the endpoint has read it, on a cold connection', async (scene) => {
  const { collector } = scene;
  const { shopper, page } = await scene.begin();
  collector.behave((_, count) => (count < 2 ? { reset: 'after' } : {}));
  await answer(page, 4);
  await shopper.drain(page, collector);
  expect(new Set(collector.arrivals.map(({ text }) => text)).size).toBe(1);
});

row('the answer is lost after the endpoint has read it, on a warm connection', async (scene) => {
  const { collector } = scene;
  const { shopper, page } = await scene.begin();
  await answers(page, 2);
  await shopper.drain(page, collector);
  collector.behave({ reset: 'after' });
  await answers(page, 3);
  await postponed(page);
  collector.behave({});
  await shopper.drain(page, collector);
});

row('the connection is cut before the endpoint reads', async (scene) => {
  const { collector } = scene;
  const { shopper, page } = await scene.begin();
  collector.behave({ reset: 'before' });
  await answers(page, 2);
  await postponed(page);
  collector.behave({});
  await shopper.drain(page, collector);
});

row('the connection is cut in the middle of the answer', async (scene) => {
  const { collector } = scene;
  const { shopper, page } = await scene.begin();
  collector.behave({ status: 200, reset: 'during' });
  await answers(page, 2);
  await postponed(page);
  expect(await pending(page)).toHaveLength(2);
  collector.behave({});
  await shopper.drain(page, collector);
});

row('an answer that never ends', async (scene) => {
  const { collector } = scene;
  const { shopper, page } = await scene.begin();
  collector.behave((_, count) => (count < 1 ? { status: 200, endless: true } : {}));
  await answer(page, 4);
  await until(() => collector.arrivals.length > 0);
  await shopper.pass(21 * SECOND);
  await postponed(page);
  await shopper.drain(page, collector);
});

row('an answer of 5 MB', async (scene) => {
  const { collector } = scene;
  const { shopper, page } = await scene.begin();
  collector.behave({ status: 200, body: 'x'.repeat(5e6) });
  await answers(page, 2);
  await shopper.drain(page, collector);
  expect(collector.arrivals).toHaveLength(2);
});

row('an endpoint that never answers', async (scene) => {
  const { collector } = scene;
  const { shopper, page } = await scene.begin();
  collector.behave((_, count) => (count < 1 ? { silent: true } : {}));
  await answer(page, 4);
  await until(() => collector.arrivals.length > 0);
  await shopper.pass(21 * SECOND);
  await postponed(page);
  await shopper.drain(page, collector);
  expect(new Set(collector.arrivals.map(({ text }) => text)).size).toBe(1);
});

row('no permission for the page to read the answer', async (scene) => {
  const { collector } = scene;
  const { shopper, page } = await scene.begin();
  collector.behave({ cors: false });
  await answers(page, 2);
  await postponed(page);
  expect(await pending(page)).toHaveLength(2);
  expect(shopper.warnings.filter((text) => text.includes('CORS'))).toHaveLength(1);
});

row('the question before the POST is refused; as text it needs none', async (scene) => {
  const { collector } = scene;
  const { page } = await scene.begin();
  collector.behave({ preflight: { status: 403 } });
  await answer(page, 4);
  await postponed(page);
  expect(collector.arrivals).toEqual([]);
  const plain = await scene.begin({ data: { format: 'text' } });
  await answer(plain.page, 2);
  await until(() => collector.newest().size === 1);
});

for (const [what, preflight] of [
  ['never answered', { silent: true }],
  ['cut off', { reset: 'before' }],
] as const) {
  row(`the question before the POST is ${what}`, async (scene) => {
    const { collector } = scene;
    const { shopper, page } = await scene.begin();
    collector.behave({ preflight });
    await answer(page, 4);
    await until(() => collector.preflights.length > 0);
    await shopper.pass(21 * SECOND);
    await postponed(page);
    collector.behave({});
    await shopper.drain(page, collector);
    expect(collector.arrivals).toHaveLength(1);
  });
}

for (const [what, respond] of [
  ['answers 503 to every request', `new Response('', { status: 503 })`],
  ['swallows every request', 'new Promise(() => {})'],
  ['fails at every request', 'Promise.reject(new Error())'],
]) {
  row(`a service worker of the shop ${what}, until it is gone`, async (scene) => {
    const { collector, shop } = scene;
    const isOurs = `event.request.method === 'POST'`;
    const worker = `addEventListener('activate', (event) => event.waitUntil(clients.claim()));
      addEventListener('fetch', (event) => ${isOurs} && event.respondWith(${respond}));`;
    shop.page('/worker.js', worker, { 'content-type': 'text/javascript' });
    const { shopper, page } = await scene.begin();
    await page.evaluate(async () => {
      await navigator.serviceWorker.register('/worker.js');
      await new Promise((resolve) => {
        if (navigator.serviceWorker.controller) resolve(undefined);
        else navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true });
      });
    });
    await answers(page, 2);
    await shopper.pass(21 * SECOND);
    await postponed(page);
    expect(collector.arrivals).toEqual([]);
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.unregister());
    await page.close();
  });
}
