// A response as `put` is given it, and the stores of one page with what they keep. happy-dom has no IndexedDB: there it is
// localStorage, unless a test says what stands for IndexedDB.

import { onTestFinished, vi } from 'vitest';
import { memoryStore } from '../../../src/outbox/memory-store.js';
import type { NewRecord, Placing } from '../../../src/outbox/outbox.js';
import type { OutboxRecord } from '../../../src/outbox/record.js';
import type { Kept, Store } from '../../../src/outbox/store.js';
import { ID } from '../response/submission.js';

export const NOW = Date.UTC(2026, 10, 22, 9, 30);
export const SECOND = 1e3;
export const MINUTE = 6e4;
export const HOUR = 36e5;
export const DAY = 864e5;
export const ENDPOINT = 'https://shop.example/feedback';
export const OTHER_ENDPOINT = 'https://other.example/feedback';
export const FAILED = { status: 503, reason: '503', at: NOW, endpoint: ENDPOINT };

/** The id of the n-th answer: later ones sort later. */
export const idAt = (n: number): string => (0x1000 + n).toString(16) + ID.slice(4);

/** Lets `time` pass on the tests' clock; a negative one sets it back. */
export const pass = (time: number): unknown => vi.setSystemTime(Date.now() + time);

export function fresh(more: Partial<NewRecord> = {}): NewRecord {
  return {
    id: ID,
    kind: 'rating',
    source: 'webshop',
    expiresAt: NOW + 7 * DAY,
    draft: false,
    nextAt: NOW,
    wire: (revision) => ({ contentType: 'application/json', body: JSON.stringify({ revision }) }),
    ...more,
  };
}

/** A first submission, well within the limits, that is not claimed. */
export function placing(more: Partial<Placing> = {}): Placing {
  return {
    lastRevision: () => 0,
    adopt: false,
    maxPending: 200,
    maxBytes: 2e6,
    claims: false,
    rescue: () => {},
    ...more,
  };
}

/** A record as it stands in a store; of the n-th answer, if it says so. */
export function recordAt(n: number, more: Partial<OutboxRecord> = {}): OutboxRecord {
  const { wire, ...rest } = fresh({ id: idAt(n) });
  const base = { v: 1 as const, revision: 1, createdAt: NOW, attempts: 0, ...rest, ...wire(1), ...more };
  return { ...base, key: more.key ?? `q/${base.id}.${String(base.revision).padStart(4, '0')}` };
}

/** A store that passes for IndexedDB. */
export const durableStore = (): Store => ({ ...memoryStore(), durable: 'indexeddb' });

/** For this test, what `open` gives stands for IndexedDB. */
export function openInstead(open: () => Promise<Store>): void {
  vi.doMock('../../../src/outbox/indexeddb-store.js', () => ({ openIndexedDbStore: open }));
  onTestFinished(() => vi.doUnmock('../../../src/outbox/indexeddb-store.js'));
}

export const openOutbox = () => import('../../../src/outbox/outbox.js');
export const openStores = async (): Promise<Store[]> => (await import('../../../src/outbox/stores.js')).openStores();

/** Keeps `records` as they are. */
export const keep = (store: Store, ...records: Kept[]): Promise<void> =>
  store.change(async (access) => {
    for (const record of records) access.put(record);
  });

/** All that a store keeps, in key order. */
export const keptIn = (store: Store): Promise<OutboxRecord[]> => store.change((access) => access.all(''));

/** All that this page's stores keep. */
export async function kept(): Promise<OutboxRecord[]> {
  return (await Promise.all((await openStores()).map(keptIn))).flat();
}

/** Stores a response, and then changes of the record what `over` says. */
export async function stored(more: Partial<NewRecord> = {}, over: Partial<OutboxRecord> = {}): Promise<OutboxRecord> {
  const { put } = await openOutbox();
  const { id } = fresh(more);
  // The page knows what it said of that id.
  const lastRevision = (await kept()).findLast((record) => record.id === id)?.revision ?? 0;
  const { record, store } = await put(fresh(more), placing({ lastRevision: () => lastRevision }));
  const changed = { ...record, ...over };
  await keep(store, changed);
  return changed;
}

export const marked = (): boolean => localStorage.getItem('curtsy.waiting') !== null;
