/**
 * IndexedDB by way of idb-keyval's promises, with a connection of our own: durability where it is promised, limits on waiting,
 * and stepping aside for others (idb-keyval's own store blocks a delete in another tab for ever).
 */
import { promisifyRequest } from 'idb-keyval';
import { CurtsyError } from '../settings/error.js';
import { shown } from './shown.js';
import type { Access, Kept, Step, Store } from './store.js';

const OPEN_WITHIN = 2e3;
const COMMIT_WITHIN = 5e3;
/** A timer that is so late was late because the machine slept, or the page; so often is a page that is only slow. */
const NAP = 2e4;
const NAPS = 9;

let opening: Promise<IDBDatabase> | undefined;
const running = new Set<IDBTransaction>();

// What is cut off here is begun anew when the page comes back.
addEventListener('pagehide', ({ persisted }) => persisted && running.forEach(abort));

/** A store that is known to open. @throws {CurtsyError} storage-failed */
export async function openIndexedDbStore(): Promise<Store> {
  await open();
  return {
    durable: 'indexeddb',
    change: (step, strict) =>
      run(step, strict).catch((error: unknown) => {
        if (!shown()) opening = undefined;
        if (error instanceof CurtsyError) throw error;
        // A browser may close a connection at will, and says so only at its next use: opened anew and tried once more.
        return run(step, strict);
      }),
  };
}

async function run<Result>(step: Step<Result>, strict?: boolean): Promise<Result> {
  await shown();
  const transaction = (await open()).transaction('kv', 'readwrite', { durability: strict ? 'strict' : 'relaxed' });
  running.add(transaction);
  const committed = promisifyRequest(transaction).finally(() => running.delete(transaction));
  // Rejected also where nobody waits for it yet: a read fails first when the transaction does.
  committed.catch(() => {});
  const work = async () => {
    const result = await step(accessTo(transaction.objectStore('kv')));
    // Said outright, a commit begun while the page is left is still carried out.
    transaction.commit();
    await committed;
    return result;
  };
  // What is said to have failed shall not be carried out after all: one that is being committed is waited for once more.
  const silent = () => abort(transaction);
  try {
    return await within(COMMIT_WITHIN, work(), silent);
  } catch (error) {
    abort(transaction);
    throw error;
  }
}

/** Says whether nothing of `transaction` will be carried out. */
function abort(transaction: IDBTransaction): boolean {
  try {
    transaction.abort();
    return true;
  } catch {
    return false;
  }
}

function accessTo(records: IDBObjectStore): Access {
  const below = (prefix: string, after = prefix) => IDBKeyRange.bound(after, prefix + '\uffff', after !== prefix);
  const readable = <T extends Kept>(values: (T | undefined)[]) => values.filter((value): value is T => value?.v === 1);
  return {
    keys: (prefix, limit, after) =>
      promisifyRequest(records.getAllKeys(below(prefix, after), limit)) as Promise<string[]>,
    all: async <T extends Kept>(prefix: string, limit?: number, after?: string) =>
      readable(await promisifyRequest<(T | undefined)[]>(records.getAll(below(prefix, after), limit))),
    get: async <T extends Kept>(key: string) => readable([await promisifyRequest<T | undefined>(records.get(key))])[0],
    put: (record) => void records.put(record, record.key),
    remove: (key) => void records.delete(key),
    clear: () => void records.clear(),
  };
}

function open(): Promise<IDBDatabase> {
  return (opening ??= connect().catch((error: unknown) => {
    opening = undefined;
    throw error;
  }));
}

async function connect(): Promise<IDBDatabase> {
  const request = indexedDB.open('curtsy');
  request.onupgradeneeded = () => request.result.createObjectStore('kv');
  const opened = promisifyRequest<IDBDatabase>(request).then((database) => {
    // Also where it came too late to be used: it shall not be in another's way.
    database.onclose = database.onversionchange = () => {
      database.close();
      opening = undefined;
    };
    // Somebody else's, by the same name.
    if (!database.objectStoreNames.contains('kv')) throw new CurtsyError('storage-failed', 'no store kv');
    return database;
  });
  return within(OPEN_WITHIN, opened);
}

/** `isOver` may ask for as long again. */
function within<T>(limit: number, work: Promise<T>, isOver = () => true): Promise<T> {
  return new Promise((resolve, reject) => {
    let alarm: ReturnType<typeof setTimeout>;
    const giveUp = () => reject(new CurtsyError('storage-failed', `silent for ${limit} ms`));
    const wait = (naps: number) => {
      const due = Date.now() + limit;
      alarm = setTimeout(() => {
        // A page that slept hears of its timers before all else: one that comes far too late says nothing.
        if (naps && Date.now() - due > NAP) wait(naps - 1);
        else if (isOver()) giveUp();
        else alarm = setTimeout(giveUp, limit);
      }, limit);
    };
    wait(NAPS);
    work.finally(() => clearTimeout(alarm)).then(resolve, reject);
  });
}
