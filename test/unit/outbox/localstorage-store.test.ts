// The second-best store: it shares its room with the shop, its turns with other tabs, and says when it is full.

import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { localStorageStore, removeRow, storedRows } from '../../../src/outbox/localstorage-store.js';
import type { OutboxRecord } from '../../../src/outbox/record.js';
import type { Store } from '../../../src/outbox/store.js';
import { freshPage, switchStorageOff } from '../page/fresh-page.js';
import { keepsTheContract } from './contract.js';
import { keep, keptIn, recordAt } from './records.js';

beforeEach(freshPage);

const open = (): Store => localStorageStore()!;
/** A record that takes about `kilobytes` of the store's room. */
const big = (n: number, kilobytes: number, more: object = {}) =>
  recordAt(n, { body: 'x'.repeat(kilobytes * 1e3), ...more });

/** Lets all of localStorage have no more than `room` characters, as a full browser does. */
function limitTo(room: number): void {
  const real = localStorage;
  const setItem = (name: string, text: string) => {
    const others = Object.keys(real).filter((other) => other !== name);
    const size = others.reduce((sum, other) => sum + other.length + real.getItem(other)!.length, 0);
    if (size + name.length + text.length > room) throw new DOMException('full', 'QuotaExceededError');
    real.setItem(name, text);
  };
  const full = { getItem: real.getItem.bind(real), removeItem: real.removeItem.bind(real), setItem };
  const get = (_: Storage, name: string) => (full as Record<string, unknown>)[name];
  vi.stubGlobal('localStorage', new Proxy(real, { get }));
}

/** The characters that `records` take. */
const sizeOf = (...records: OutboxRecord[]) =>
  records.reduce((sum, record) => sum + `curtsy.${record.key}${JSON.stringify(record)}`.length, 0);

keepsTheContract(open);

describe('the store', () => {
  it('says where it keeps records', () => {
    expect(open().durable).toBe('localstorage');
  });

  it('leaves nothing behind of its trial', () => {
    open();
    expect(localStorage).toHaveLength(0);
  });

  it('is none where storage is switched off', () => {
    onTestFinished(switchStorageOff());
    expect(localStorageStore()).toBeUndefined();
  });

  it('is none where not a byte is left', () => {
    limitTo(0);
    expect(localStorageStore()).toBeUndefined();
  });

  it('keeps a row a record', async () => {
    await keep(open(), recordAt(1), recordAt(2));
    expect(Object.keys(localStorage).sort()).toEqual([1, 2].map((n) => `curtsy.${recordAt(n).key}`));
    expect(JSON.parse(localStorage.getItem(`curtsy.${recordAt(1).key}`)!)).toEqual(recordAt(1));
  });

  it('shows one tab what another has put', async () => {
    const [one, other] = [open(), open()];
    await keep(one, recordAt(1));
    expect(await keptIn(other)).toEqual([recordAt(1)]);
    await other.change(async (access) => access.remove(recordAt(1).key));
    expect(await keptIn(one)).toEqual([]);
  });

  it('touches only its own rows', async () => {
    const others = { cart: '[]', 'curtsy.waiting': '1', 'curtsy.held.x': '{}', 'curtsy.quiet': '{}' };
    for (const [name, text] of Object.entries(others)) localStorage.setItem(name, text);
    await keep(open(), recordAt(1));
    await open().change(async (access) => access.clear());
    expect({ ...localStorage }).toEqual(others);
  });

  it.each([
    ['of a newer version', JSON.stringify({ ...recordAt(1), v: 2 })],
    ['that is not JSON', '{'],
    ['that is no record', 'null'],
  ])('leaves a row %s as it is', async (_, text) => {
    localStorage.setItem('curtsy.q/odd.0001', text);
    const store = open();
    await keep(store, recordAt(1));
    expect(await keptIn(store)).toEqual([recordAt(1)]);
    expect(localStorage.getItem('curtsy.q/odd.0001')).toBe(text);
  });
});

describe('its room', () => {
  it('is 256 thousand characters, whichever tab took them', async () => {
    for (const n of [1, 2, 3, 4, 5]) await keep(open(), big(n, 48));
    await expect(keep(open(), big(6, 48))).rejects.toThrow('no more room');
    expect(await keptIn(open())).toHaveLength(5);
  });

  it('still takes what fits', async () => {
    for (const n of [1, 2, 3, 4, 5]) await keep(open(), big(n, 48));
    await keep(open(), big(6, 1));
    expect(await keptIn(open())).toHaveLength(6);
  });

  it('is not needed to change what is there', async () => {
    const store = open();
    for (const n of [1, 2, 3, 4, 5]) await keep(store, big(n, 50));
    await keep(store, big(1, 60));
    await keep(store, big(2, 50, { attempts: 1 }));
    expect((await keptIn(store)).map(({ attempts }) => attempts)).toEqual([0, 1, 0, 0, 0]);
  });

  it('is free again once a record is gone', async () => {
    const store = open();
    for (const n of [1, 2, 3, 4, 5]) await keep(store, big(n, 48));
    await store.change(async (access) => access.remove(recordAt(1).key));
    await keep(store, big(6, 48));
    expect(await keptIn(store)).toHaveLength(5);
  });

  it('is enough to put a record aside when it is full, since that takes none', async () => {
    const store = open();
    for (const n of [1, 2, 3, 4, 5]) await keep(store, big(n, 48));
    const { key } = recordAt(1);
    await store.change(async (access) => {
      access.remove(key);
      access.put(big(1, 48, { key: key.replace('q/', 'd/') }));
    });
    expect((await keptIn(store)).map((record) => record.key[0])).toEqual(['d', 'q', 'q', 'q', 'q']);
  });
});

describe('a browser that is full', () => {
  it('is told of by the step, and nothing is lost', async () => {
    const store = open();
    await keep(store, recordAt(1));
    limitTo(sizeOf(recordAt(1)));
    await expect(keep(store, recordAt(2))).rejects.toThrow('full');
    expect(await keptIn(store)).toEqual([recordAt(1)]);
  });

  it('takes all of a step or none of it', async () => {
    const store = open();
    await keep(store, recordAt(1));
    limitTo(sizeOf(recordAt(1), recordAt(2)));
    await expect(keep(store, recordAt(1, { attempts: 1 }), recordAt(2), recordAt(3))).rejects.toThrow('full');
    expect(await keptIn(store)).toEqual([recordAt(1)]);
  });
});

describe('turns among tabs', () => {
  it('are taken by a lock, where the browser has locks', async () => {
    let turn: Promise<unknown> = Promise.resolve();
    const request = vi.fn((_: string, __: LockOptions, work: () => Promise<unknown>) => (turn = turn.then(work)));
    vi.stubGlobal('navigator', { locks: { request } });
    const tabs = [open(), open(), open()];
    await keep(tabs[0]!, recordAt(1));
    await Promise.all(
      tabs.map((store) =>
        store.change(async (access) => {
          const { attempts } = (await access.get(recordAt(1).key))!;
          await access.keys('q/');
          access.put(recordAt(1, { attempts: attempts + 1 }));
        }),
      ),
    );
    expect(await keptIn(tabs[0]!)).toEqual([recordAt(1, { attempts: 3 })]);
    expect(new Set(request.mock.calls.map(([name]) => name))).toEqual(new Set(['curtsy']));
  });

  it('are not waited for where a tab does not give the lock back', async () => {
    const request = vi.fn((_: string, { signal }: LockOptions) => {
      return new Promise((_resolve, reject) => signal!.addEventListener('abort', () => reject(new Error('too long'))));
    });
    const tooLong = new AbortController();
    vi.spyOn(AbortSignal, 'timeout').mockReturnValue(tooLong.signal);
    vi.stubGlobal('navigator', { locks: { request } });
    const store = open();
    const kept = keep(store, recordAt(1));
    await vi.waitFor(() => expect(request).toHaveBeenCalled());
    tooLong.abort();
    await kept;
    expect([...storedRows().values()]).toEqual([recordAt(1)]);
  });
});

describe('storedRows', () => {
  it('gives what is kept by its keys, and leaves out what can not be read', async () => {
    await keep(open(), recordAt(1), recordAt(2, { key: 'd/two' }));
    localStorage.setItem('curtsy.q/odd.0001', '{');
    localStorage.setItem('curtsy.held.x', '{}');
    expect(storedRows()).toEqual(
      new Map([
        [recordAt(1).key, recordAt(1)],
        ['d/two', recordAt(2, { key: 'd/two' })],
      ]),
    );
  });
});

describe('removeRow', () => {
  it('removes that row alone', async () => {
    const store = open();
    await keep(store, recordAt(1), recordAt(2));
    removeRow(recordAt(1).key);
    expect(await keptIn(store)).toEqual([recordAt(2)]);
  });
});
