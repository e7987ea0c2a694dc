// A step over rows: what it reads, and that it changes nothing before it has ended well.

import { describe, expect, it } from 'vitest';
import { changesOf } from '../../../src/outbox/rows.js';
import type { Kept, Step } from '../../../src/outbox/store.js';
import { recordAt } from './records.js';

const row = (key: string, more: object = {}) => recordAt(1, { key, ...more });
const rowsOf = (...records: Kept[]) => new Map(records.map((record) => [record.key, record]));
const rows = rowsOf(...['q/b.0002', 'd/a.0001', 'q/b.0001', 'b/x', 'q/a.0001', 'q/c.0001'].map((key) => row(key)));

const run = async <T>(step: Step<T>) => (await changesOf(rows, step)).result;

describe('reading', () => {
  it('finds the keys below a prefix, in their order', async () => {
    expect(await run((access) => access.keys('q/'))).toEqual(['q/a.0001', 'q/b.0001', 'q/b.0002', 'q/c.0001']);
    expect(await run((access) => access.keys('q/b.'))).toEqual(['q/b.0001', 'q/b.0002']);
    expect(await run((access) => access.keys('g/'))).toEqual([]);
  });

  it('stops at the limit', async () => {
    expect(await run((access) => access.keys('q/', 2))).toEqual(['q/a.0001', 'q/b.0001']);
    expect(await run((access) => access.all('q/', 1))).toEqual([row('q/a.0001')]);
  });

  it('goes on after a key, without it', async () => {
    expect(await run((access) => access.keys('q/', 2, 'q/a.0001'))).toEqual(['q/b.0001', 'q/b.0002']);
    expect(await run((access) => access.all('q/', undefined, 'q/b.0002'))).toEqual([row('q/c.0001')]);
    expect(await run((access) => access.keys('q/', 2, 'q/c.0001'))).toEqual([]);
  });

  it('goes on after a key that is not there', async () => {
    expect(await run((access) => access.keys('q/', 1, 'q/b.0001a'))).toEqual(['q/b.0002']);
  });

  it('gets that key and no longer one', async () => {
    expect(await run((access) => access.get('q/b.0001'))).toEqual(row('q/b.0001'));
    expect(await run((access) => access.get('q/b'))).toBeUndefined();
  });

  it.each([{ v: 2 }, { v: undefined }, { v: '1' }])('passes over what has the version $v', async ({ v }) => {
    const odd = rowsOf(row('q/a.0001', { v }), row('q/b.0001'));
    const { result } = await changesOf(odd, async (access) => [await access.all(''), await access.get('q/a.0001')]);
    expect(result).toEqual([[row('q/b.0001')], undefined]);
  });

  it.each([null, 42, 'text', []])('passes over %j', async (garbage) => {
    const odd = new Map([['q/a.0001', garbage as unknown as Kept]]);
    const { result } = await changesOf(odd, async (access) => [await access.all(''), await access.get('q/a.0001')]);
    expect(result).toEqual([[], undefined]);
  });
});

describe('changing', () => {
  it('leaves the rows to whoever asked', async () => {
    const before = new Map(rows);
    await changesOf(rows, async (access) => {
      access.put(row('q/a.0001', { attempts: 9 }));
      access.remove('q/b.0001');
    });
    expect(rows).toEqual(before);
  });

  it('is told as the new record of each key, or that it is gone', async () => {
    const { changes } = await changesOf(rows, async (access) => {
      access.put(row('q/new'));
      access.put(row('q/a.0001', { attempts: 9 }));
      access.remove('q/b.0001');
      access.put(row('q/c.0001'));
      access.remove('q/c.0001');
    });
    expect([...changes]).toEqual([
      ['q/new', row('q/new')],
      ['q/a.0001', row('q/a.0001', { attempts: 9 })],
      ['q/b.0001', undefined],
      ['q/c.0001', undefined],
    ]);
  });

  it('is nothing where a step only reads', async () => {
    expect((await changesOf(rows, (access) => access.all(''))).changes.size).toBe(0);
  });

  it('clears every row', async () => {
    const { changes } = await changesOf(rows, async (access) => access.clear());
    expect([...changes.keys()].sort()).toEqual([...rows.keys()].sort());
    expect([...changes.values()].filter(Boolean)).toEqual([]);
  });
});
