// What is used where IndexedDB can't be, and the way back from there: nothing is lost on it, and nothing taken from who sends it.

import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { moveInto, storeAfter } from '../../../src/outbox/fallback.js';
import { localStorageStore } from '../../../src/outbox/localstorage-store.js';
import type { OutboxRecord } from '../../../src/outbox/record.js';
import type { Store } from '../../../src/outbox/store.js';
import { freshPage, switchStorageOff, warned } from '../page/fresh-page.js';
import { durableStore, ENDPOINT, FAILED, HOUR, keep, keptIn, MINUTE, NOW, recordAt, SECOND } from './records.js';

beforeEach(freshPage);
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: NOW }));

const full = new Error('full');

describe('the store after', () => {
  it('none is localStorage', () => {
    expect(storeAfter(undefined, full).durable).toBe('localstorage');
    expect(warned()).toEqual(['storage-fallback Error: full']);
  });

  it('IndexedDB is localStorage', () => {
    expect(storeAfter(durableStore(), full).durable).toBe('localstorage');
  });

  it('localStorage is memory', () => {
    expect(storeAfter(localStorageStore(), full).durable).toBe('memory');
    expect(warned()).toEqual(['storage-off Error: full']);
  });

  it.each([undefined, durableStore()])('%o is memory where localStorage is off', (failed) => {
    onTestFinished(switchStorageOff());
    expect(storeAfter(failed, full).durable).toBe('memory');
    expect(warned()).toEqual(['storage-off Error: full']);
  });
});

describe('moveInto', () => {
  let store: Store;
  let second: Store;
  beforeEach(() => {
    store = durableStore();
    second = localStorageStore()!;
  });

  /** Keeps `records` in localStorage and moves what is to be moved; gives the keys that stayed. */
  async function moved(...records: Parameters<typeof keep>[1][]): Promise<string[]> {
    await keep(second, ...records);
    await moveInto(store);
    return Object.keys(localStorage).map((name) => name.replace('curtsy.', ''));
  }
  const batch = (more: Partial<OutboxRecord> = {}) =>
    recordAt(0, { key: 'b/one', id: 'one', kind: 'batch', keys: [recordAt(1).key, recordAt(2).key], ...more });

  it('carries every record over as it is, and leaves none behind', async () => {
    const gate = { v: 1 as const, key: `g/${ENDPOINT}`, attempts: 1, nextAt: NOW + HOUR, last: FAILED };
    const dead = recordAt(3, { key: 'd/three', last: FAILED });
    expect(await moved(recordAt(1, { attempts: 2 }), recordAt(2), dead, batch(), gate)).toEqual([]);
    expect(await keptIn(store)).toEqual([batch(), dead, gate, recordAt(1, { attempts: 2 }), recordAt(2)]);
  });

  it('asks for the disk, and lets go only of what is there', async () => {
    const change = vi.spyOn(store, 'change').mockImplementation(() => Promise.reject(full));
    await keep(second, recordAt(1));
    await expect(moveInto(store)).rejects.toThrow('full');
    expect(change.mock.calls.map(([, strict]) => strict)).toEqual([true]);
    expect(await keptIn(second)).toEqual([recordAt(1)]);
  });

  it('puts nothing in the place of what was moved before, and may have been tried since', async () => {
    await keep(store, recordAt(1, { attempts: 3 }));
    expect(await moved(recordAt(1))).toEqual([]);
    expect(await keptIn(store)).toEqual([recordAt(1, { attempts: 3 })]);
  });

  it('leaves what another page is about to send', async () => {
    const held = recordAt(1, { lease: { token: 0.5, until: NOW + 45 * SECOND } });
    expect(await moved(held, recordAt(2))).toEqual([held.key]);
    expect(await keptIn(store)).toEqual([recordAt(2)]);
  });

  it('leaves the members of a batch that another page is about to send', async () => {
    const held = batch({ lease: { token: 0.5, until: NOW + 45 * SECOND } });
    expect((await moved(held, recordAt(1), recordAt(2))).sort()).toEqual([held.key, ...held.keys!]);
    expect(await keptIn(store)).toEqual([]);
  });

  it('takes what a page held that is gone', async () => {
    const left = recordAt(1, { lease: { token: 0.5, until: NOW } });
    expect(await moved(left)).toEqual([]);
    expect(await keptIn(store)).toEqual([left]);
  });

  it('takes what was held under another clock', async () => {
    expect(await moved(recordAt(1, { lease: { token: 0.5, until: NOW + HOUR } }))).toEqual([]);
  });

  it('leaves a draft that may still be replaced, and takes one whose time has come', async () => {
    const open = recordAt(1, { draft: true, nextAt: NOW + MINUTE });
    const over = recordAt(2, { draft: true, nextAt: NOW });
    expect(await moved(open, over)).toEqual([open.key]);
    expect(await keptIn(store)).toEqual([over]);
  });

  it('takes what only waits', async () => {
    expect(await moved(recordAt(1, { nextAt: NOW + HOUR, last: FAILED }))).toEqual([]);
  });

  it.each([
    ['of a newer version', JSON.stringify({ v: 2, name: 'something else' })],
    ['that is no record', 'null'],
    ['that is a text', '"text"'],
    ['that is not JSON', '{'],
  ])('is stopped by no row %s, which it leaves', async (_, text) => {
    localStorage.setItem('curtsy.q/odd.0001', text);
    expect(await moved(recordAt(1))).toEqual(['q/odd.0001']);
    expect(localStorage.getItem('curtsy.q/odd.0001')).toBe(text);
    expect(await keptIn(store)).toEqual([recordAt(1)]);
  });

  it('moves nothing where nothing is', async () => {
    expect(await moved()).toEqual([]);
    expect(await keptIn(store)).toEqual([]);
  });
});
