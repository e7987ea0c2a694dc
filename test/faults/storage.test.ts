// The browser has no storage, or none that takes an answer: what is told to the page is what is true.

import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { pending } from '../support/in-page.js';
import { until } from '../support/until.js';
import { row } from './row.js';
import { answer, answers, type Shopper } from './shopper.js';

const NO_INDEXED_DB = `Object.defineProperty(window, 'indexedDB', { value: undefined });`;
const NO_LOCAL_STORAGE = `Object.defineProperty(window, 'localStorage', {
  get() { throw new DOMException('switched off', 'SecurityError') }
});`;
const FULL = `new DOMException('full', 'QuotaExceededError')`;
/** Whatever the host keeps there: not a byte is left. */
const FULL_LOCAL_STORAGE = `try {
  for (let size = 1 << 22; size; size >>= size > 1 ? 1 : 0) {
    for (let number = 0; ; number++) {
      try { localStorage.setItem('host.' + size + '.' + number, 'x'.repeat(size)) } catch { break }
    }
    if (size === 1) break;
  }
} catch {}`;

const BROKEN_DATABASES: Record<string, string> = {
  'is missing': NO_INDEXED_DB,
  'throws at opening': `IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError') };`,
  'never answers at opening': `IDBFactory.prototype.open = () => new EventTarget();`,
  'fails at opening': `const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function () { return open.call(this, 'curtsy', -1) };`,
  'throws at every put, being full': `IDBObjectStore.prototype.put = () => { throw ${FULL} };`,
  'ends every transaction that puts, being full': `const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...given) {
      const request = put.apply(this, given);
      this.transaction.abort();
      return request;
    };`,
};

async function quota(shopper: Shopper, page: Page, bytes?: number): Promise<void> {
  const session = await shopper.context.newCDPSession(page);
  const origin = `${new URL(page.url()).origin}/`;
  await session.send('Storage.overrideQuotaForOrigin', { origin, ...(bytes !== undefined && { quotaSize: bytes }) });
}

for (const [what, before] of Object.entries(BROKEN_DATABASES)) {
  row(
    `IndexedDB ${what}: kept in localStorage, and sent by the next page`,
    async (scene) => {
      const { collector } = scene;
      const { shopper, page } = await scene.begin({ before });
      await collector.goAway();
      expect(await answers(page, 3)).toEqual(['localstorage', 'localstorage', 'localstorage']);
      expect(await pending(page)).toHaveLength(3);
      await page.close();
      await collector.comeBack();
      const next = await shopper.visit(scene.address());
      await shopper.drain(next, collector);
      const left = await next.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('curtsy.q/')));
      expect(left).toEqual([]);
      expect(collector.newest().size).toBe(3);
    },
    { short: what === 'is missing' },
  );
}

row('IndexedDB is missing for good: localStorage alone keeps and sends', async (scene) => {
  const { collector } = scene;
  const { shopper, page } = await scene.begin({ before: NO_INDEXED_DB });
  await collector.goAway();
  await answers(page, 3);
  await page.close();
  await collector.comeBack();
  const next = await shopper.visit(scene.address({ before: NO_INDEXED_DB }));
  await shopper.drain(next, collector);
  expect(collector.newest().size).toBe(3);
});

row('six tabs without IndexedDB on 30 waiting answers', async (scene) => {
  const { collector } = scene;
  const { shopper, page } = await scene.begin({ before: NO_INDEXED_DB });
  await collector.goAway();
  await answers(page, 30);
  await page.close();
  await collector.comeBack();
  const url = scene.address({ before: NO_INDEXED_DB });
  const pages = await Promise.all(Array.from({ length: 6 }, () => shopper.visit(url)));
  await shopper.drain(pages[0]!, collector);
  expect(collector.newest().size).toBe(30);
});

for (const [what, before] of Object.entries({
  'are both missing': NO_INDEXED_DB + NO_LOCAL_STORAGE,
  'are missing and full': NO_INDEXED_DB + FULL_LOCAL_STORAGE,
})) {
  row(`IndexedDB and localStorage ${what}: sent from memory`, async (scene) => {
    const { collector } = scene;
    const { shopper, page } = await scene.begin({ before });
    collector.behave((_, count) => (count < 2 ? { status: 503 } : {}));
    expect(await answers(page, 3)).toEqual(['memory', 'memory', 'memory']);
    await shopper.drain(page, collector);
    expect(collector.newest().size).toBe(3);
  });
}

row('localStorage is missing', async (scene) => {
  const { collector } = scene;
  const { shopper, page } = await scene.begin({ before: NO_LOCAL_STORAGE });
  await collector.goAway();
  expect(await answers(page, 2)).toEqual(['indexeddb', 'indexeddb']);
  await page.close();
  await collector.comeBack();
  const next = await shopper.visit(scene.address({ before: NO_LOCAL_STORAGE }));
  await shopper.drain(next, collector);
  expect(collector.newest().size).toBe(2);
});

row('the host has filled localStorage', async (scene) => {
  const { collector } = scene;
  const { shopper, page } = await scene.begin({ before: FULL_LOCAL_STORAGE });
  await collector.goAway();
  expect(await answers(page, 2)).toEqual(['indexeddb', 'indexeddb']);
  await page.close();
  await collector.comeBack();
  const next = await shopper.visit(scene.address());
  await shopper.drain(next, collector);
  expect(collector.newest().size).toBe(2);
});

row(
  'the origin’s quota is used up: kept in localStorage, and sent by the next page, which has no room either',
  async (scene) => {
    const { collector } = scene;
    const { shopper, page } = await scene.begin();
    await quota(shopper, page, 1);
    await collector.goAway();
    expect(await answers(page, 2)).toEqual(['localstorage', 'localstorage']);
    await page.close();
    await collector.comeBack();
    const next = await shopper.visit(scene.address());
    await shopper.drain(next, collector);
    await quota(shopper, next);
    expect(collector.newest().size).toBe(2);
  },
);

row('puts begin to fail: this page sends what it keeps elsewhere, the next page the rest', async (scene) => {
  const { collector } = scene;
  const { shopper, page } = await scene.begin();
  await collector.goAway();
  await answers(page, 2);
  await page.evaluate(BROKEN_DATABASES['throws at every put, being full']!);
  expect(await answer(page, 5)).toBe('localstorage');
  expect(await pending(page)).toHaveLength(3);
  await collector.comeBack();
  await until(async () => {
    await shopper.pass(60_000);
    return collector.newest().size > 0;
  });
  await page.close();
  await shopper.drain(await shopper.visit(scene.address()), collector);
  expect(collector.newest().size).toBe(3);
});

row('puts begin to fail where there is no network: the page is told at once where its answers are', async (scene) => {
  const { collector } = scene;
  const { shopper, page } = await scene.begin();
  await shopper.context.setOffline(true);
  await page.evaluate(BROKEN_DATABASES['throws at every put, being full']!);
  const told = answers(page, 2);
  await until(() => Promise.race([told, pause(20)]));
  expect(await told).toEqual(['localstorage', 'localstorage']);
  await page.close();
  await shopper.context.setOffline(false);
  await shopper.drain(await shopper.visit(scene.address()), collector);
  expect(collector.newest().size).toBe(2);
});
