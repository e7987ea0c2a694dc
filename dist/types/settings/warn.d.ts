/** One line a mistake and page, whichever copy of Curtsy says it: a mistake is told, and never shouted. */
import type { Message } from './messages.js';
/**
 * Warns once of `code` and its first detail. The sentence comes with a chunk that only a page with a mistake downloads; where
 * that can't be had, the bare facts are told.
 */
export declare function warnOnce(code: Message, ...details: unknown[]): void;
