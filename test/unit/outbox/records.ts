// A response as `put` is given it, and the outbox of one page with it; in happy-dom it lives in memory.

import { onTestFinished, vi } from 'vitest';
import type { NewRecord } from '../../../src/outbox/outbox.js';
import type { OutboxRecord } from '../../../src/outbox/record.js';
import type { Store } from '../../../src/outbox/store.js';
import { ID } from '../response/submission.js';

export const NOW = Date.UTC(2026, 10, 22, 9, 30);
export const SECOND = 1e3;
export const MINUTE = 6e4;
export const HOUR = 36e5;
export const DAY = 864e5;
export const ENDPOINT = 'https://shop.example/feedback';

/** The id of the n-th answer: later ones sort later. */
export const idAt = (n: number): string => ID.replace(/^0/, String(n));

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

/** For this test, what `open` gives stands for IndexedDB. */
export function openInstead(open: () => Promise<Store>): void {
  vi.doMock('../../../src/outbox/indexeddb-store.js', () => ({ openIndexedDbStore: open }));
  onTestFinished(() => vi.doUnmock('../../../src/outbox/indexeddb-store.js'));
}

export const openOutbox = () => import('../../../src/outbox/outbox.js');

/** All that is kept, in key order. */
export async function kept(): Promise<OutboxRecord[]> {
  return (await openOutbox()).change('', (records) => records);
}

/** Stores a response, and then changes of the record what `over` says. */
export async function stored(more: Partial<NewRecord> = {}, over: Partial<OutboxRecord> = {}): Promise<OutboxRecord> {
  const { put, change } = await openOutbox();
  const { record } = await put(fresh(more), 0, false);
  const changed = { ...record, ...over };
  await change(record.key, (_, keep) => keep(changed));
  return changed;
}

export const marked = (): boolean => localStorage.getItem('curtsy.waiting') !== null;
