import type { Search } from './claim.js';
import { type OutboxEntry } from './record.js';
/** What waits to be sent, oldest first; `endpointOf` says where it would go now. */
export declare const pending: (endpointOf: Search["endpointOf"]) => Promise<OutboxEntry[]>;
/** What the endpoint refused, oldest first. */
export declare const rejected: () => Promise<OutboxEntry[]>;
/** Every response on this device, whole; one in a format other than JSON as its text. */
export declare const all: () => Promise<unknown[]>;
/** Puts dead letters (all, or those of `id`) back to wait, due now. */
export declare function revive(id?: string): Promise<void>;
/** Erases every record. */
export declare function clear(): Promise<void>;
