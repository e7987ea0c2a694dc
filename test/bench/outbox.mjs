// `npm run bench:outbox`: what the outbox costs beside the same work done with bare IndexedDB, in one page of a real Chromium.
// Product and floor take turns, so that a busy machine slows both; what counts is the ratio of the medians.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { provideChromium } from '../../.tools/browsers.mjs';

const ROUNDS = 5;
const SAVES = 60;
const WAITING = [100, 10_000];

const DIST = join(import.meta.dirname, '../../dist');
const { version } = JSON.parse(await readFile(join(DIST, '../package.json'), 'utf8'));
const TYPES = { '.js': 'text/javascript', '.css': 'text/css' };

const server = createServer(async (request, response) => {
  const file = request.url.startsWith('/curtsy/') && join(DIST, request.url.slice(8).split('?')[0]);
  const body = file ? await readFile(file).catch(() => null) : '<!doctype html><title>Bench</title>';
  response
    .writeHead(body === null ? 404 : 200, { 'content-type': TYPES[extname(file || '')] ?? 'text/html' })
    .end(body);
});
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const origin = `http://127.0.0.1:${server.address().port}`;

const browser = await chromium.launch({
  executablePath: provideChromium(),
  args: ['--no-sandbox', '--enable-precise-memory-info', '--js-flags=--expose-gc'],
});

/** Runs in the page, before all of it: what both sides share. */
function prepare(module) {
  window.bench = {
    outbox: () => import(module),
    said: (n) => ({
      key: Date.now().toString(16) + n.toString(16).padStart(6, '0') + Math.random().toString(16).slice(2, 15),
      kind: 'rating',
      createdAt: new Date().toISOString(),
      answer: {
        score: 4,
        scale: 5,
        format: 'svg',
        reasons: ['price'],
        comment: 'It took a while to find the size. '.repeat(6),
      },
      complete: true,
      instrument: 'rating/1',
      locale: 'en',
      page: { url: location.href, referrer: '', title: 'Bench', viewport: [1280, 720] },
    }),
    settled: (request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = request.oncomplete = () => resolve(request.result);
        request.onerror = request.onabort = () => reject(request.error);
      }),
    async open(name) {
      const request = indexedDB.open(name);
      request.onupgradeneeded = () => request.result.createObjectStore('kv');
      return window.bench.settled(request);
    },
    /** Puts `count` answers like the first that the product stored, as if they had been given over days. */
    async fill(database, record, count) {
      for (let n = 0; n < count;) {
        const store = database.transaction('kv', 'readwrite').objectStore('kv');
        for (const end = Math.min(n + 1000, count); n < end; n++) {
          const id = `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
          store.put({ ...record, id, key: `q/${id}.0001` }, `q/${id}.0001`);
        }
        await window.bench.settled(store.transaction);
      }
    },
    /** Time, and the longest time that the main thread was not free. */
    async timed(work) {
      let [gap, last, busy] = [0, performance.now(), true];
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        const now = performance.now();
        gap = Math.max(gap, now - last);
        last = now;
        if (busy) channel.port2.postMessage(0);
      };
      const start = performance.now();
      channel.port2.postMessage(0);
      await work();
      busy = false;
      return { time: performance.now() - start, gap };
    },
    /** The most memory that was held at any time, beyond what was held before; collecting it makes all slower. */
    async weighed(work) {
      window.gc();
      const before = performance.memory.usedJSHeapSize;
      let most = before;
      const look = setInterval(() => {
        window.gc();
        most = Math.max(most, performance.memory.usedJSHeapSize);
      }, 50);
      await work();
      clearInterval(look);
      return { memory: most - before };
    },
  };
}

async function page(settings) {
  const context = await browser.newContext();
  const opened = await context.newPage();
  await opened.addInitScript(prepare, `${origin}/curtsy/curtsy.outbox.js?v=${version}`);
  await opened.goto(origin);
  await opened.evaluate((given) => (window.curtsy = [['configure', given]]), settings);
  return { opened, close: () => context.close() };
}

/** Times to a saved answer, the product's and one strict put of the same bytes. */
async function saves() {
  const { opened, close } = await page({ maxPending: 100_000, maxBytes: 1e9, privacy: 'minimal' });
  const times = await opened.evaluate(async (count) => {
    const { outbox, said, open, settled } = window.bench;
    const { submit } = await outbox();
    const raw = await open('raw');
    const product = [];
    const floor = [];
    for (let n = 0; n < count + 5; n++) {
      const body = JSON.stringify(said(n));
      const before = performance.now();
      const transaction = raw.transaction('kv', 'readwrite', { durability: 'strict' });
      transaction.objectStore('kv').put({ key: `q/${n}`, body }, `q/${n}`);
      transaction.commit();
      await settled(transaction);
      const between = performance.now();
      await submit(said(n), () => {});
      const after = performance.now();
      // The first of both open and warm.
      if (n >= 5) {
        floor.push(between - before);
        product.push(after - between);
      }
    }
    return { product, floor };
  }, SAVES);
  await close();
  return times;
}

/** Time to read and delete `count` waiting answers, while the endpoint takes each at once. */
async function drains(count, batch, how) {
  const { opened, close } = await page({
    endpoint: `${origin}/feedback`,
    batch,
    maxPending: 100_000,
    maxBytes: 1e9,
    privacy: 'minimal',
  });
  const result = await opened.evaluate(
    async ([waiting, way]) => {
      const { outbox, said, open, settled, fill, [way]: watched } = window.bench;
      // What the network takes is nobody's merit.
      window.fetch = async () => new Response(null, { status: 200 });
      const { submit, prepare } = await outbox();
      await submit(said(0), () => {});
      const ours = await open('curtsy');
      const sample = {
        v: 1,
        key: '',
        id: '',
        revision: 1,
        kind: 'rating',
        source: location.origin,
        createdAt: Date.now(),
        expiresAt: Date.now() + 6e8,
        contentType: 'application/json',
        body: JSON.stringify(said(0)),
        attempts: 0,
        nextAt: 0,
      };
      const left = () => settled(ours.transaction('kv').objectStore('kv').count(IDBKeyRange.bound('q/', 'q/\uffff')));
      while (await left()) await new Promise((go) => setTimeout(go, 20));
      await fill(ours, sample, waiting);
      prepare();
      const product = await watched(async () => {
        document.dispatchEvent(new Event('visibilitychange'));
        while (await left()) await new Promise((go) => setTimeout(go, 5));
      });

      const raw = await open('raw');
      await fill(raw, sample, waiting);
      const floor = await watched(async () => {
        for (;;) {
          const range = IDBKeyRange.bound('q/', 'q/\uffff');
          const page = await settled(raw.transaction('kv').objectStore('kv').getAll(range, 500));
          if (page.length === 0) return;
          const transaction = raw.transaction('kv', 'readwrite');
          transaction.objectStore('kv').delete(IDBKeyRange.bound(page[0].key, page.at(-1).key));
          transaction.commit();
          await settled(transaction);
        }
      });
      return { product, floor };
    },
    [count, how],
  );
  await close();
  return result;
}

const median = (values) => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];
const row = (...cells) =>
  console.log(
    cells[0].padEnd(48) +
      cells
        .slice(1)
        .map((cell) => String(cell).padStart(14))
        .join(''),
  );

row('saved answer, ms', 'Curtsy', 'strict put', 'ratio');
const saved = [];
for (let round = 0; round < ROUNDS; round++) saved.push(await saves());
const [product, floor] = ['product', 'floor'].map((side) => median(saved.map((times) => median(times[side]))));
row(`median of ${ROUNDS} runs of ${SAVES}`, product.toFixed(2), floor.toFixed(2), (product / floor).toFixed(2));

console.log();
row('drain, ms a thousand answers', 'Curtsy', 'getAll, delete', 'ratio', 'gap, ms', 'its gap, ms', 'memory, MB');
for (const batch of [1, 100]) {
  for (const count of WAITING) {
    const runs = [];
    for (let round = 0; round < (count > 1000 && batch === 1 ? 1 : 3); round++) {
      runs.push(await drains(count, batch, 'timed'));
    }
    const of = (side, what) => median(runs.map((run) => run[side][what]));
    const weighed = await drains(count, batch, 'weighed');
    row(
      `${count.toLocaleString('en-GB')} waiting, ${batch === 1 ? 'one POST each' : `batches of ${batch}`}`,
      ((of('product', 'time') * 1000) / count).toFixed(1),
      ((of('floor', 'time') * 1000) / count).toFixed(1),
      (of('product', 'time') / of('floor', 'time')).toFixed(2),
      of('product', 'gap').toFixed(1),
      of('floor', 'gap').toFixed(1),
      (weighed.product.memory / 1e6).toFixed(1),
    );
  }
}

await browser.close();
server.close();
