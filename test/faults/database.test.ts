// The database itself is shared, closed, blocked, cleared, or written to by somebody else.

import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { until } from '../support/until.js';
import { row } from './row.js';
import { answer, answers } from './shopper.js';

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
