/** What is used where IndexedDB can't be, and the way back. A chunk of its own, which only those browsers download. */
import { warnOnce } from '../settings/warn.js';
import { inTurn, localStorageStore, removeRow, storedRows } from './localstorage-store.js';
import { memoryStore } from './memory-store.js';
import { isHeld, membersOf, type OutboxRecord } from './record.js';
import type { Kept, Store } from './store.js';

export { localStorageStore };

/** The store that comes after `failed`, which failed with `error`; none has failed where IndexedDB can't be opened. */
export function storeAfter(failed: Store | undefined, error: unknown): Store {
  const next = failed?.durable === 'localstorage' ? undefined : localStorageStore();
  warnOnce(next ? 'storage-fallback' : 'storage-off', String(error));
  return next ?? memoryStore();
}

/** Carries what localStorage keeps over into `store`, save what another page is about to send. */
export function moveInto(store: Store): Promise<void> {
  // In one turn, or a page could put into a batch what is moved at that moment.
  return inTurn(async () => {
    const stored = storedRows();
    const held = new Set([...stored.values()].filter(isInUse).flatMap((record) => [record.key, ...membersOf(record)]));
    const rows = [...stored].filter(([key, record]) => record?.v === 1 && !held.has(key));
    await store.change(async (access) => {
      for (const [key, record] of rows) if (!(await access.get(key))) access.put(record);
    }, true);
    // What a page that had waited too long for its turn has changed is not what was moved.
    const now = storedRows();
    for (const [key, record] of rows) if (JSON.stringify(now.get(key)) === JSON.stringify(record)) removeRow(key);
  });
}

/** As long as a draft may be replaced. */
const MINUTE = 6e4;

function isInUse(record: Kept): record is OutboxRecord {
  if (record?.v !== 1) return false;
  const { draft, nextAt } = record as OutboxRecord;
  const wait = nextAt - Date.now();
  return isHeld(record as OutboxRecord) || (!!draft && wait > 0 && wait <= MINUTE);
}
