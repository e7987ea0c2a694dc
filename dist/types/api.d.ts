import type { OutboxEntry } from './outbox/record.js';
import { type Customer, type Settings } from './settings/settings.js';
export { ask, type Outcome } from './manners/ask.js';
export { explain, type Explained } from './manners/explain.js';
export type { Customer, Settings };
/** Changes settings from now on, over all that was set before. A bad one warns and is left out. */
export declare function configure(settings: Partial<Settings>): void;
/** Says who is shopping. Kept in this page's memory only. */
export declare function identify(customer: Customer): void;
/** Erases all that Curtsy holds in this browser, answers that were not sent among it. */
export declare function forget(): Promise<void>;
/** Looks for elements inside a shadow root, which the script tag can't see. Where modules are imported it is not needed. */
export declare function watch(root: ShadowRoot): void;
/** The queue of answers on this device. */
export declare const outbox: {
    /** What waits to be sent, oldest first. */
    pending: () => Promise<OutboxEntry[]>;
    /** What the endpoint refused: kept, never sent again by itself. */
    rejected: () => Promise<OutboxEntry[]>;
    /** Sends now what waits, whatever it waits for; drafts stay. */
    flush(): Promise<{
        delivered: number;
        waiting: number;
    }>;
    /** Tries refused answers again: those of `id`, or all. */
    retry(id?: string): Promise<void>;
    /** Every response on this device, whole; one in a format other than JSON as its text. */
    export: () => Promise<unknown[]>;
    /** Erases every answer that was not sent. */
    clear(): Promise<void>;
};
