/** Stands in for `messages.ts` in the one-file build, where no shopper should download sentences: the facts, and where they are explained. */
import type { Message } from './messages.js';

const facts =
  (code: Message) =>
  (...details: unknown[]): string =>
    `${code}: ${JSON.stringify(details)}, see Messages in the README of @curtsy/feedback`;

export const messages = new Proxy({} as Record<Message, (...details: unknown[]) => string>, {
  get: (_, code: Message) => facts(code),
});
