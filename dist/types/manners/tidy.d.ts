/** Keeps what is remembered where it is meant to be, and from growing without end; at idle, since no prompt waits for it. */
import { type Memory } from './memory.js';
/** Sees to it that `memory` lies in the storage that is meant now, as `across` says, and erases all but its newest names. */
export declare function tidy(memory: Memory, across: boolean): void;
