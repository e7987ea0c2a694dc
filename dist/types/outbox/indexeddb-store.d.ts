import type { Store } from './store.js';
/** A store that is known to open. @throws {CurtsyError} storage-failed */
export declare function openIndexedDbStore(): Promise<Store>;
