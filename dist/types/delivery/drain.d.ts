import { type Haste } from './delivery.js';
export { judge } from './trouble.js';
/** Called when it is written down what an attempt came to. */
export declare const watchers: Set<() => void>;
/**
 * Sends everything that is due, or that `haste` names, one after the other. Resolves with the number delivered. A
 * call while one is under way joins it, and what came in meanwhile is sent too; one in haste comes after it.
 */
export declare function drain(haste?: Haste): Promise<number>;
