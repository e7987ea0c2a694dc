/** The JavaScript surface: what `window.curtsy` and the package export. */
import { atOnce, drain, wake } from './delivery/delivery.js';
import { destinations } from './delivery/destinations.js';
import { unfollow } from './delivery/follow.js';
import { all, clear, pending, rejected, revive } from './outbox/inspect.js';
import type { OutboxEntry } from './outbox/record.js';
import { forgetPrompts } from './manners/forget.js';
import { forgetHeld } from './response/held.js';
import { observe } from './observe.js';
import { judgeSettings } from './settings/judge.js';
import { pageQueue } from './settings/page-queue.js';
import { addSettings, type Customer, type Settings } from './settings/settings.js';

export { ask, type Outcome } from './manners/ask.js';
export { explain, type Explained } from './manners/explain.js';
export type { Customer, Settings };

/** Changes settings from now on, over all that was set before. A bad one warns and is left out. */
export function configure(settings: Partial<Settings>): void {
  addSettings(settings);
  judgeSettings();
  observe();
  wake();
}

/** Says who is shopping. Kept in this page's memory only. */
export function identify(customer: Customer): void {
  configure({ customer });
}

/** Erases all that Curtsy holds in this browser, answers that were not sent among it. */
export async function forget(): Promise<void> {
  addSettings({ customer: undefined });
  forgetHeld();
  forgetPrompts();
  await outbox.clear();
}

/** Looks for elements inside a shadow root, which the script tag can't see. Where modules are imported it is not needed. */
export function watch(root: ShadowRoot): void {
  pageQueue().seek?.(root);
}

/** The queue of answers on this device. */
export const outbox = {
  /** What waits to be sent, oldest first. */
  pending: (): Promise<OutboxEntry[]> => pending(destinations()),
  /** What the endpoint refused: kept, never sent again by itself. */
  rejected,
  /** Sends now what waits, whatever it waits for; drafts stay. */
  async flush(): Promise<{ delivered: number; waiting: number }> {
    const sent = await Promise.all(atOnce);
    const delivered = sent.filter(Boolean).length + (await drain('all'));
    return { delivered, waiting: (await outbox.pending()).length };
  },
  /** Tries refused answers again: those of `id`, or all. */
  async retry(id?: string): Promise<void> {
    await revive(id);
    wake();
  },
  /** Every response on this device, whole; one in a format other than JSON as its text. */
  export: all,
  /** Erases every answer that was not sent. */
  async clear(): Promise<void> {
    unfollow();
    await clear();
  },
};
