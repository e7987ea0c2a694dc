// The store of last resort keeps the contract that the outbox relies on.

import { beforeEach, describe, expect, it } from 'vitest';
import { memoryStore } from '../../../src/outbox/memory-store.js';
import type { OutboxRecord } from '../../../src/outbox/record.js';
import type { Store } from '../../../src/outbox/store.js';

let store: Store;

beforeEach(() => {
  store = memoryStore();
});

const record = (key: string, more: Partial<OutboxRecord> = {}) => ({ key, ...more }) as OutboxRecord;
const keys = (prefix: string) => store.change(prefix, (records) => records.map(({ key }) => key));
const keep = (...records: OutboxRecord[]) => store.change('', (_, put) => records.forEach((one) => put(one)));

it('says that it lasts no longer than the page', () => {
  expect(store.durable).toBe('memory');
});

it('is empty at first', async () => {
  expect(await keys('')).toEqual([]);
});

describe('a step', () => {
  it('sees the records whose keys begin with its prefix, in key order', async () => {
    await keep(record('q/b.0002'), record('d/a.0001'), record('q/b.0001'), record('q/a.0001'));
    expect(await keys('q/')).toEqual(['q/a.0001', 'q/b.0001', 'q/b.0002']);
    expect(await keys('q/b.')).toEqual(['q/b.0001', 'q/b.0002']);
    expect(await keys('')).toEqual(['d/a.0001', 'q/a.0001', 'q/b.0001', 'q/b.0002']);
  });

  it('replaces what has the same key', async () => {
    await keep(record('q/a', { attempts: 1 }));
    await keep(record('q/a', { attempts: 2 }));
    expect(await store.change('q/', (records) => records)).toEqual([{ key: 'q/a', attempts: 2 }]);
  });

  it('removes', async () => {
    await keep(record('q/a'), record('q/b'));
    await store.change('q/a', (_, _put, remove) => {
      remove('q/a');
      remove('q/never');
    });
    expect(await keys('')).toEqual(['q/b']);
  });

  it('gives its result', async () => {
    expect(await store.change('q/', () => 'result')).toBe('result');
  });

  it('that throws rejects', async () => {
    await expect(
      store.change('q/', () => {
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
  });
});

it('shares nothing with another', async () => {
  await keep(record('q/a'));
  store = memoryStore();
  expect(await keys('')).toEqual([]);
});
