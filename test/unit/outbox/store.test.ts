// Reading in pages: all of it, once, and never more than a page in memory.

import { expect, it } from 'vitest';
import { memoryStore } from '../../../src/outbox/memory-store.js';
import { pages } from '../../../src/outbox/store.js';
import { keep, recordAt } from './records.js';

/** The numbers of records in each page, and the keys in the order they came. */
async function read(count: number, first?: number, after?: string) {
  const store = memoryStore();
  await keep(store, ...Array.from({ length: count }, (_, n) => recordAt(n)), recordAt(0, { key: 'd/other' }));
  return store.change(async (access) => {
    const sizes: number[] = [];
    const keys: string[] = [];
    for await (const page of pages(access, 'q/', first, after)) {
      sizes.push(page.length);
      keys.push(...page.map(({ key }) => key));
    }
    return { sizes, keys };
  });
}

const keysFrom = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => recordAt(from + n).key);

it('gives an empty page where nothing is', async () => {
  expect(await read(0)).toEqual({ sizes: [0], keys: [] });
});

it('reads a hundred at a time', async () => {
  expect(await read(250)).toEqual({ sizes: [100, 100, 50], keys: keysFrom(0, 250) });
});

it('ends where a page is just full', async () => {
  expect(await read(200)).toEqual({ sizes: [100, 100, 0], keys: keysFrom(0, 200) });
});

it('may begin with a smaller page', async () => {
  expect(await read(250, 4)).toEqual({ sizes: [4, 100, 100, 46], keys: keysFrom(0, 250) });
});

it('begins after a key', async () => {
  expect(await read(10, 4, recordAt(2).key)).toEqual({ sizes: [4, 3], keys: keysFrom(3, 10) });
});

it('reads no further than it is asked', async () => {
  const store = memoryStore();
  await keep(store, ...Array.from({ length: 250 }, (_, n) => recordAt(n)));
  const asked = await store.change(async (access) => {
    let reads = 0;
    const counting = { ...access, all: (...given: Parameters<typeof access.all>) => (reads++, access.all(...given)) };
    for await (const page of pages(counting as typeof access, 'q/', 4)) if (page.length) break;
    return reads;
  });
  expect(asked).toBe(1);
});

it('goes on past a page of what it does not understand', async () => {
  const store = memoryStore();
  const newer = Array.from({ length: 100 }, (_, n) => ({ ...recordAt(n), v: 2 as unknown as 1 }));
  await keep(store, ...newer, recordAt(100));
  const found = await store.change(async (access) => {
    const keys: string[] = [];
    for await (const page of pages(access, 'q/')) keys.push(...page.map(({ key }) => key));
    return keys;
  });
  expect(found).toEqual([recordAt(100).key]);
});
