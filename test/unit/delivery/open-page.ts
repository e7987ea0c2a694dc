// Pages of one origin, on the tests' clock: their store stands for IndexedDB and outlives them, and their chunks are at hand.

import { onTestFinished, vi } from 'vitest';
import type { NewRecord, Stored } from '../../../src/outbox/outbox.js';
import type { Store } from '../../../src/outbox/store.js';
import type { Settled } from '../../../src/delivery/follow.js';
import { durableStore, ENDPOINT, fresh, NOW, placing } from '../outbox/records.js';
import { queueCalls } from '../page/fresh-page.js';

let open: () => Promise<Store>;

/** What stands for IndexedDB on pages that are opened from now on. */
export function openInstead(instead: () => Promise<Store>): void {
  open = instead;
}

/** For `beforeEach`, after `freshPage`. */
export function openOrigin(): void {
  vi.useFakeTimers({ now: NOW });
  // happy-dom's is on a clock of its own.
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((time) => {
    const control = new AbortController();
    setTimeout(() => control.abort(new DOMException('signal timed out', 'TimeoutError')), time);
    return control.signal;
  });
  const store = durableStore();
  openInstead(async () => store);
  vi.doMock('../../../src/outbox/indexeddb-store.js', () => ({ openIndexedDbStore: () => open() }));
  configure();
}

/** The page's settings, in the place of those before. */
export const configure = (settings: object = {}): void =>
  queueCalls(['configure', { endpoint: ENDPOINT, source: 'webshop', ...settings }]);

/** The rooms of a page; called again, those of another page. */
export async function openPage() {
  vi.resetModules();
  await import('../../../src/settings/messages.js');
  const { drain } = await import('../../../src/delivery/drain.js');
  return {
    ...(await import('../../../src/outbox/outbox.js')),
    ...(await import('../../../src/outbox/stores.js')),
    ...(await import('../../../src/delivery/follow.js')),
    ...(await import('../../../src/delivery/attempt.js')),
    ...(await import('../../../src/delivery/delivery.js')),
    ...(await import('../../../src/delivery/submit.js')),
    // This page's own, though another is opened before its first use.
    drain,
  };
}

export type Page = Awaited<ReturnType<typeof openPage>>;

/** An answer that was given on `page`, and what is called when it is settled. */
export async function given(
  page: Page,
  more: Partial<NewRecord> = {},
): Promise<Stored & { settled: ReturnType<typeof vi.fn<(settled: Settled) => void>> }> {
  const stored = await page.put(fresh(more), placing());
  const settled = vi.fn<(settled: Settled) => void>();
  page.follow(stored, settled);
  return { ...stored, settled };
}

/** Lets everything run that waits for nothing but its turn. */
export async function turn(): Promise<void> {
  await vi.dynamicImportSettled();
  await vi.advanceTimersByTimeAsync(0);
}

/** Lets `time` pass, and what falls due in it happen. */
export async function pass(time: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(time);
  await turn();
}

/** What the browser says of its network. */
export const setOnline = (online: boolean): unknown => vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(online);

/** Rejections that nobody caught, from now on: a browser throws them into the shop's page. */
export function stray(): unknown[] {
  const seen: unknown[] = [];
  const note = (error: unknown) => void seen.push(error);
  process.on('unhandledRejection', note);
  onTestFinished(() => void process.off('unhandledRejection', note));
  return seen;
}
