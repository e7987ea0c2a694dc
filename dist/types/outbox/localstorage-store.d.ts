import type { Kept, Store } from './store.js';
/** A store that is known to take a record; undefined where localStorage is switched off or full. */
export declare function localStorageStore(): Store | undefined;
/** Does `work` while no other tab changes what this store keeps, where the browser has locks. */
export declare function inTurn<Result>(work: () => Promise<Result>): Promise<Result>;
/** All that this store keeps; a row that can't be read is left alone. */
export declare function storedRows(): Map<string, Kept>;
export declare const removeRow: (key: string) => void;
