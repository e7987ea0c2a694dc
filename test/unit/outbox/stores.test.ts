// Which stores a page uses: the best that opens, the next best once it fails, and never back again.

import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Store } from '../../../src/outbox/store.js';
import { freshPage, switchStorageOff, warned } from '../page/fresh-page.js';
import {
  durableStore,
  keep,
  kept,
  keptIn,
  marked,
  MINUTE,
  NOW,
  openInstead,
  openOutbox,
  openStores,
  recordAt,
} from './records.js';

const open = vi.fn<() => Promise<Store>>();

beforeEach(freshPage);
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  open.mockReset();
  openInstead(open);
});

const denied = new DOMException('denied', 'SecurityError');
const storeInstead = async (failed: Store, error: unknown) =>
  (await import('../../../src/outbox/stores.js')).storeInstead(failed, error);
const durables = async () => (await openStores()).map(({ durable }) => durable);
/** A row as an earlier page left it in localStorage. */
const leave = (record: ReturnType<typeof recordAt>) =>
  localStorage.setItem(`curtsy.${record.key}`, JSON.stringify(record));

describe('opening', () => {
  it('is once a page, however many ask', async () => {
    open.mockResolvedValue(durableStore());
    const [one, other] = await Promise.all([openStores(), openStores()]);
    expect(one).toBe(other);
    expect(await durables()).toEqual(['indexeddb']);
    expect(open).toHaveBeenCalledOnce();
    expect(warned()).toEqual([]);
  });

  it('is of localStorage where IndexedDB can not be opened, and one warning says so', async () => {
    open.mockRejectedValue(denied);
    expect(await durables()).toEqual(['localstorage']);
    expect(await durables()).toEqual(['localstorage']);
    expect(open).toHaveBeenCalledOnce();
    expect(warned()).toEqual(['storage-fallback SecurityError: denied']);
  });

  it('is of memory where nothing can be stored at all', async () => {
    open.mockRejectedValue(denied);
    onTestFinished(switchStorageOff());
    expect(await durables()).toEqual(['memory']);
    expect(warned()).toEqual(['storage-off SecurityError: denied']);
  });

  it('needs no localStorage', async () => {
    open.mockResolvedValue(durableStore());
    onTestFinished(switchStorageOff());
    expect(await durables()).toEqual(['indexeddb']);
  });
});

describe('what an earlier page left in localStorage', () => {
  it.each(['q/', 'd/', 'b/'])('below %s, moves over before anything else is done', async (prefix) => {
    const record = recordAt(1, { key: `${prefix}one` });
    leave(record);
    open.mockResolvedValue(durableStore());
    expect(await keptIn((await openStores())[0]!)).toEqual([record]);
    expect(localStorage).toHaveLength(0);
  });

  it('is looked for nowhere else', async () => {
    for (const name of ['curtsy.waiting', 'curtsy.held.x', 'cart']) localStorage.setItem(name, '{}');
    open.mockResolvedValue(durableStore());
    expect(await keptIn((await openStores())[0]!)).toEqual([]);
    expect(localStorage).toHaveLength(3);
  });

  it('stays there where it can not be moved, and the page goes on', async () => {
    leave(recordAt(1));
    const store = durableStore();
    open.mockResolvedValue({ ...store, change: () => Promise.reject(denied) });
    expect(await durables()).toEqual(['localstorage', 'indexeddb']);
    expect(localStorage).toHaveLength(1);
  });

  it('is used as it is where IndexedDB still can not be opened', async () => {
    leave(recordAt(1));
    open.mockRejectedValue(denied);
    await openStores();
    expect(await kept()).toEqual([recordAt(1)]);
  });
});

describe('after a failure', () => {
  it('the next best comes besides', async () => {
    const store = durableStore();
    open.mockResolvedValue(store);
    await openStores();
    const next = await storeInstead(store, denied);
    expect(next.durable).toBe('localstorage');
    expect(await openStores()).toEqual([store, next]);
  });

  it('the first of several that met it decides', async () => {
    const store = durableStore();
    open.mockResolvedValue(store);
    const [one, other] = await Promise.all([storeInstead(store, denied), storeInstead(store, denied)]);
    expect(one).toBe(other);
    expect(await storeInstead(store, denied)).toBe(one);
    expect(await durables()).toEqual(['indexeddb', 'localstorage']);
    expect(warned()).toEqual(['storage-fallback SecurityError: denied']);
  });

  it('of the second as well, memory comes last', async () => {
    const store = durableStore();
    open.mockResolvedValue(store);
    const second = await storeInstead(store, denied);
    await storeInstead(second, new Error('full'));
    expect(await durables()).toEqual(['indexeddb', 'localstorage', 'memory']);
    expect(warned()).toEqual(['storage-fallback SecurityError: denied', 'storage-off Error: full']);
  });
});

describe('the marker', () => {
  it('stays while the better store holds something, whatever became of the second', async () => {
    const store = durableStore();
    open.mockResolvedValue(store);
    await keep(store, recordAt(1, { nextAt: NOW + MINUTE }));
    const second = await storeInstead(store, denied);
    localStorage.setItem('curtsy.waiting', '1');
    await keep(second, recordAt(2));
    const { acknowledge, hasWaiting } = await openOutbox();
    await hasWaiting(second, async (access) => acknowledge(access, recordAt(2)));
    expect(marked()).toBe(true);
  });

  it('stays while something is left in localStorage that could not be moved', async () => {
    localStorage.setItem('curtsy.waiting', '1');
    leave(recordAt(1, { lease: { token: 0.5, until: NOW + MINUTE } }));
    const store = durableStore();
    open.mockResolvedValue(store);
    const { hasWaiting } = await openOutbox();
    for (const opened of await openStores()) await hasWaiting(opened);
    expect(marked()).toBe(true);
  });
});
