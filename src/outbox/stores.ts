/** Which stores this page uses: IndexedDB, and after a failure the next best besides. */
import { later } from '../settings/later.js';
import { openIndexedDbStore } from './indexeddb-store.js';
import type { Store } from './store.js';

let stores: Promise<Store[]> | undefined;
/** What takes the place of a store that failed is on its way, which may be long without a network. */
export let isChanging = false;

/**
 * Opens the stores, once a page. New answers go into the last; those before it failed to take one, and are still drained. The
 * page never goes back, so that a failing store is not asked for every answer.
 */
export function openStores(): Promise<Store[]> {
  return (stores ??= openIndexedDbStore().then(
    async (store) => {
      if (!hasFallen()) return [store];
      const { localStorageStore, moveInto } = await fallback();
      await moveInto(store).catch(() => {});
      // What another page is about to send could not be moved.
      const rest = hasFallen() && localStorageStore();
      return rest ? [rest, store] : [store];
    },
    async (error: unknown) => [(await fallback()).storeAfter(undefined, error)],
  ));
}

/** The store to use now that `failed` did not take an answer. */
export async function storeInstead(failed: Store, error: unknown): Promise<Store> {
  const before = openStores();
  const opened = await before;
  // Several answers may have met the same failure: the first of them decides.
  if (stores === before && opened.at(-1) === failed) {
    stores = fallback().then(({ storeAfter }) => [...opened, storeAfter(failed, error)]);
  }
  return (await openStores()).at(-1)!;
}

function fallback(): Promise<typeof import('./fallback.js')> {
  isChanging = true;
  return later(() => import('./fallback.js')).finally(() => (isChanging = false));
}

/** Whether a page fell back to localStorage, and something is left there. */
export function hasFallen(): boolean {
  try {
    return Object.keys(localStorage).some((key) => /^curtsy\.[bdq]\//.test(key));
  } catch {
    return false;
  }
}
