import type { Gate, OutboxRecord } from '../outbox/record.js';
import type { Step, Store } from '../outbox/store.js';
/** Why a record waits that was tried without a network: it is due as soon as there is one. */
export declare const OFFLINE = "offline";
/** How long to wait after an attempt without a network, unless the browser says before that there is one. */
export declare const OFFLINE_WAIT = 60000;
/** What this page may send now, and where. */
export interface Held {
    record: OutboxRecord;
    endpoint: string;
    store: Store;
}
export interface Ended {
    acknowledged: boolean;
    /** Nothing else needs to be tried now. */
    offline: boolean;
    /** Writes down what became of it; part of the next claim. */
    settle: Step<unknown>;
    /** Tells who waits for it, once that is written down. */
    tell: () => void;
}
/** Gates as this page last saw them. */
export declare let gates: Map<string, Gate>;
export declare function noteGates(seen: typeof gates): void;
/** Sends what is held, with its own `body` or a batch's; `leaving` in a way that outlives the page. */
export declare function attempt(held: Held, body: string, leaving?: boolean): Promise<Ended>;
