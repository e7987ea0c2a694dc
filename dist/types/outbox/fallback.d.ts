import { localStorageStore } from './localstorage-store.js';
import type { Store } from './store.js';
export { localStorageStore };
/** The store that comes after `failed`, which failed with `error`; none has failed where IndexedDB can't be opened. */
export declare function storeAfter(failed: Store | undefined, error: unknown): Store;
/** Carries what localStorage keeps over into `store`, save what another page is about to send. */
export declare function moveInto(store: Store): Promise<void>;
