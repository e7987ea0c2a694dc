/** One line a mistake and page, whichever copy of Curtsy says it: a mistake is told, and never shouted. */
import type { Message } from './messages.js';
import { pageQueue } from './page-queue.js';

/**
 * Warns once of `code` and its first detail. The sentence comes with a chunk that only a page with a mistake downloads; where
 * that can't be had, the bare facts are told.
 */
export function warnOnce(code: Message, ...details: unknown[]): void {
  const queue = pageQueue();
  const warned = (queue.warned ??= {});
  const once = `${code} ${details[0]}`;
  if (warned[once]) return;
  warned[once] = true;
  import('./messages.js')
    .then((chunk) => console.warn(`[curtsy] ${chunk.messages[code](...details)} (${code})`))
    .catch(() => console.warn('[curtsy]', code, ...details));
}
