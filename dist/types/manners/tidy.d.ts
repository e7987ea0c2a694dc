/** Keeps what is remembered where it is meant to be, and from growing without end; at idle, since no prompt waits for it. */
import { type Memory } from './memory.js';
/** Erases what lies in the storage that is not meant now, as `across` says, and all but the newest names of `memory`. */
export declare function tidy(memory: Memory, across: boolean): void;
