import { type Held } from './attempt.js';
/** What need not wait any longer: what only the network refused, or all but drafts. */
export type Haste = 'network' | 'all';
/** Begins to listen, and sends what is due. */
export declare function startDelivery(): void;
/** Looks as soon as may be. */
export declare function wake(): void;
/** Looks at `time`, if not before. */
export declare function wakeAt(time: number): void;
/** What `sendAtOnce` is sending, for who waits for all of it. */
export declare const atOnce: Set<Promise<boolean>>;
/** Sends `held`, which this page claimed when it stored it. */
export declare function sendAtOnce(held: Held): void;
/** Sends what is due, and what `haste` names besides. Resolves with the number delivered. */
export declare function drain(haste?: Haste): Promise<number>;
