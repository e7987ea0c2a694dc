import type { Store } from './store.js';
export declare function memoryStore(): Store;
