/**
 * IndexedDB by way of idb-keyval, with a `UseStore` of our own: strict durability, limits on waiting, and a connection
 * that steps aside for others (idb-keyval's own store blocks a delete in another tab for ever).
 */
import { promisifyRequest, type UseStore } from 'idb-keyval';
import { CurtsyError } from '../settings/error.js';
import type { OutboxRecord } from './record.js';
import type { Store } from './store.js';

const OPEN_WITHIN = 2e3;
const COMMIT_WITHIN = 5e3;

let opening: Promise<IDBDatabase> | undefined;

/** A store that is known to open. @throws {CurtsyError} storage-failed */
export async function openIndexedDbStore(): Promise<Store> {
  await open();
  return {
    durable: 'indexeddb',
    change: (prefix, step) =>
      withStore('readwrite', async (records) => {
        const committed = promisifyRequest(records.transaction);
        // Rejected also where nobody waits for it yet: the read below fails first when the transaction does.
        committed.catch(() => {});
        const result = step(
          await promisifyRequest<OutboxRecord[]>(records.getAll(IDBKeyRange.bound(prefix, prefix + '\uffff'))),
          (record) => records.put(record, record.key),
          (key) => records.delete(key),
        );
        // Said outright, a commit begun while the page is left is still carried out.
        records.transaction.commit();
        await committed;
        return result;
      }),
  };
}

const withStore: UseStore = (mode, callback) =>
  once(mode, callback).catch(() => {
    // A browser may close a connection at will, and says so only at its next use: opened anew and tried once more.
    opening = undefined;
    return once(mode, callback);
  });

const once: UseStore = async (mode, callback) => {
  const transaction = (await open()).transaction('kv', mode, { durability: 'strict' });
  return within(COMMIT_WITHIN, callback(transaction.objectStore('kv')));
};

function open(): Promise<IDBDatabase> {
  return (opening ??= connect().catch((error: unknown) => {
    opening = undefined;
    throw error;
  }));
}

async function connect(): Promise<IDBDatabase> {
  const request = indexedDB.open('curtsy');
  request.onupgradeneeded = () => request.result.createObjectStore('kv');
  const database = await within(OPEN_WITHIN, promisifyRequest<IDBDatabase>(request));
  database.onclose = database.onversionchange = () => {
    database.close();
    opening = undefined;
  };
  return database;
}

const within = <T>(limit: number, work: T | PromiseLike<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    setTimeout(reject, limit, new CurtsyError('storage-failed', `IndexedDB is silent for ${limit} ms`));
    Promise.resolve(work).then(resolve, reject);
  });
