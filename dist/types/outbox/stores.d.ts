import type { Store } from './store.js';
/** What takes the place of a store that failed is on its way, which may be long without a network. */
export declare let isChanging: boolean;
/**
 * Opens the stores, once a page. New answers go into the last; those before it failed to take one, and are still drained. The
 * page never goes back, so that a failing store is not asked for every answer.
 */
export declare function openStores(): Promise<Store[]>;
/** The store to use now that `failed` did not take an answer. */
export declare function storeInstead(failed: Store, error: unknown): Promise<Store>;
/** Whether a page fell back to localStorage, and something is left there. */
export declare function hasFallen(): boolean;
