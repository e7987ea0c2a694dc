// The browser's storage is missing, full, hanging, foreign or broken: what is told to the page is what is true.

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

/** Runs `script` as the body of an async function in `page`; `store` is the open database's object store. */
function inDatabase(page: Page, script: string): Promise<unknown> {
  return page.evaluate(`new Promise((resolve, reject) => {
    const request = indexedDB.open('curtsy');
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const transaction = request.result.transaction('kv', 'readwrite');
      const store = transaction.objectStore('kv');
      ${script};
      transaction.oncomplete = () => { request.result.close(); resolve(true) };
      transaction.onabort = () => reject(transaction.error);
    };
  })`);
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
    expect(await pending(next)).toHaveLength(2);
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

row('every other transaction is ended by the browser', async (scene) => {
  const { collector } = scene;
  const before = `let turn = 0;
    const transaction = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (...given) {
      const made = transaction.apply(this, given);
      if (turn++ % 2) made.abort();
      return made;
    };`;
  const { shopper, page } = await scene.begin({ before });
  collector.behave((_, count) => (count % 3 ? {} : { status: 500 }));
  await answers(page, 5);
  await shopper.drain(page, collector);
});

row('the browser closes the connection between two answers', async (scene) => {
  const { collector } = scene;
  const before = `window.connections = [];
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (...given) {
      const request = open.apply(this, given);
      request.addEventListener('success', () => connections.push(request.result));
      return request;
    };`;
  const { shopper, page } = await scene.begin({ before });
  await collector.goAway();
  expect(await answer(page, 4)).toBe('indexeddb');
  await page.evaluate('connections.forEach((connection) => connection.close())');
  expect(await answer(page, 2)).toBe('indexeddb');
  await collector.comeBack();
  await shopper.drain(page, collector);
  expect(collector.newest().size).toBe(2);
});

row('the visitor clears the site’s data between two answers', async (scene) => {
  const { collector, shop } = scene;
  const { shopper, page } = await scene.begin();
  await answer(page, 4);
  await shopper.drain(page, collector);
  const session = await shopper.context.newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin: shop.origin, storageTypes: 'all' });
  await answer(page, 2);
  await shopper.drain(page, collector);
  expect(collector.newest().size).toBe(2);
});

row('another page holds the database in a transaction that does not end', async (scene) => {
  const { collector, shop } = scene;
  const { shopper, page } = await scene.begin();
  await answer(page, 3);
  await shopper.drain(page, collector);
  const other = await shopper.open(shop.page('/other', '<title>Other</title>'));
  await other.evaluate(`new Promise((resolve) => {
    const request = indexedDB.open('curtsy');
    request.onsuccess = () => {
      const store = request.result.transaction('kv', 'readwrite').objectStore('kv');
      const again = () => (store.get('nothing').onsuccess = again);
      again();
      resolve(true);
    };
  })`);
  const told = answer(page, 4);
  await until(async () => {
    await shopper.pass(1000);
    return Promise.race([told, Promise.resolve('')]);
  });
  expect(await told).toBe('localstorage');
  await other.close();
  await shopper.drain(page, collector);
  expect(collector.newest().size).toBe(2);
});

row('the next page can not open a database that is about to be deleted elsewhere', async (scene) => {
  const { collector, shop } = scene;
  const { shopper, page } = await scene.begin();
  await answer(page, 3);
  await shopper.drain(page, collector);
  const other = await shopper.open(shop.page('/other', '<title>Other</title>'));
  // A connection that does not step aside blocks the delete, and every later opening waits behind it.
  await other.evaluate(`new Promise((resolve) => {
    const request = indexedDB.open('curtsy');
    request.onsuccess = () => {
      window.connection = request.result;
      indexedDB.deleteDatabase('curtsy').onblocked = () => resolve(true);
    };
  })`);
  await collector.goAway();
  const next = await shopper.visit(scene.address());
  const told = answer(next, 4);
  await until(async () => {
    await shopper.pass(1000);
    return Promise.race([told, Promise.resolve('')]);
  });
  expect(await told).toBe('localstorage');
  await next.close();
  await other.close();
  await collector.comeBack();
});

row('a database of this name that somebody else has made', async (scene) => {
  const { collector, shop } = scene;
  const shopper = await scene.enter();
  const other = await shopper.open(shop.page('/other', '<title>Other</title>'));
  await other.evaluate(`new Promise((resolve) => {
    const request = indexedDB.open('curtsy', 7);
    request.onupgradeneeded = () => request.result.createObjectStore('theirs');
    request.onsuccess = () => { request.result.close(); resolve(true) };
  })`);
  const page = await shopper.visit(scene.address());
  collector.behave((_, count) => (count < 1 ? { status: 500 } : {}));
  expect(await answers(page, 2)).toEqual(['localstorage', 'localstorage']);
  await shopper.drain(page, collector);
});

row('records that somebody else has written, and some of a later version', async (scene) => {
  const { collector } = scene;
  const { shopper, page } = await scene.begin();
  await collector.goAway();
  await answers(page, 2);
  const foreign = `[
    ['q/', 1], ['q/0', null], ['q/00000000-0000-7000-8000-000000000001.0001', 'text'],
    ['q/00000000-0000-7000-8000-000000000002.0001', {}],
    ['q/00000000-0000-7000-8000-000000000003.0001', { v: 1, lease: 5, last: 'x', nextAt: 'soon', body: 7 }],
    ['q/00000000-0000-7000-8000-000000000004.0001', { v: 99, key: 'other', source: 'webshop', state: { deep: [] } }],
    ['q/zzzz', undefined], ['d/0', false], ['b/0', { keys: 'none' }], ['g/${collector.url}', 'closed'], ['x', []]
  ]`;
  await inDatabase(page, `${foreign}.forEach(([key, value]) => store.put(value, key))`);
  await page.close();
  await collector.comeBack();
  const next = await shopper.visit(scene.address());
  await until(async () => {
    await shopper.pass(60_000);
    return collector.newest().size === 2;
  });
  expect(await answer(next, 5)).toBe('indexeddb');
  await until(() => collector.newest().size === 3);
  await next.evaluate(() => Promise.all([window.curtsy.outbox.rejected(), window.curtsy.outbox.export()]));
  const later = `const found = store.get('q/00000000-0000-7000-8000-000000000004.0001');
    found.onsuccess = () => found.result?.v === 99 || transaction.abort()`;
  expect(await inDatabase(next, later), 'the later version is left as it is').toBe(true);
  await inDatabase(next, `${foreign}.forEach(([key]) => store.delete(key))`);
});

row('localStorage entries that somebody else has written', async (scene) => {
  const { collector } = scene;
  const before = `for (const [key, value] of [
    ['curtsy.q/x', '{'], ['curtsy.q/1.0001', '{}'], ['curtsy.q/', 'null'], ['curtsy.held.1', '[]'], ['curtsy.waiting', 'x']
  ]) localStorage.setItem(key, value);`;
  const { shopper, page } = await scene.begin({ before });
  collector.behave((_, count) => (count < 1 ? { status: 500 } : {}));
  await answers(page, 2);
  await until(async () => {
    await shopper.pass(20_000);
    return collector.newest().size === 2;
  });
  await page.evaluate(() => localStorage.clear());
});

row('outbox.clear() while an answer is on its way', async (scene) => {
  const { collector } = scene;
  const { page } = await scene.begin();
  collector.behave({ delay: 500 });
  await answer(page, 4);
  await until(() => collector.arrivals.length > 0);
  await page.evaluate(() => window.curtsy.outbox.clear());
  collector.behave({});
  await answer(page, 2);
  await until(() => collector.newest().size === 2);
});
