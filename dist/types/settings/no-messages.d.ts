/** Stands in for `messages.ts` in the one-file build, where no shopper should download sentences: the facts, and where they are explained. */
import type { Message } from './messages.js';
export declare const messages: Record<Message, (...details: unknown[]) => string>;
