// What a shop's own developer can reach in the page: the JavaScript API, and the events of the elements in their order.

import type { Page } from 'playwright-core';
import { until } from './until.js';

/** What `outbox.pending()` and `outbox.rejected()` list. */
export interface Entry {
  id: string;
  revision: number;
  kind: string;
  createdAt: string;
  attempts: number;
  nextAttemptAt?: string;
  status?: number;
}

/** An event of an element. */
export interface Heard {
  type: string;
  tag: string;
  detail: Record<string, unknown>;
}

interface Api {
  push: (call: unknown[]) => unknown;
  configure: (settings: Record<string, unknown>) => void;
  identify: (customer: Record<string, unknown>) => void;
  forget: () => Promise<void>;
  watch: (root: ShadowRoot) => void;
  outbox: {
    pending: () => Promise<Entry[]>;
    rejected: () => Promise<Entry[]>;
    flush: () => Promise<{ delivered: number; waiting: number }>;
    retry: (id?: string) => Promise<void>;
    export: () => Promise<unknown[]>;
    clear: () => Promise<void>;
  };
}

declare global {
  interface Window {
    curtsy: Api;
    heard: Heard[];
  }
}

const EVENTS = ['change', 'submit', 'saved', 'delivered', 'rejected', 'shown', 'dismissed', 'suppressed'];

/** Runs in the page, before all else of it: writes down every event of the elements. */
export function listen(names: string[]): void {
  window.heard = [];
  for (const name of names) {
    addEventListener(`curtsy-${name}`, (event) => {
      const target = event.composedPath()[0] as Element;
      const { detail } = event as CustomEvent<Record<string, unknown> | null>;
      window.heard.push({ type: event.type, tag: target.localName, detail: structuredClone(detail ?? {}) });
    });
  }
}

/** Makes every page of `page`'s tab keep its events for `heard`. */
export async function hear(page: Page): Promise<void> {
  await page.addInitScript(listen, EVENTS);
}

/** The events so far, oldest first; of one type, if it is named without its prefix. */
export async function heard(page: Page, name?: string): Promise<Heard[]> {
  const all = await page.evaluate(() => window.heard);
  return name ? all.filter(({ type }) => type === `curtsy-${name}`) : all;
}

/** Waits until `window.curtsy` has the API; a page without an element gets it by calling. */
export async function ready(page: Page): Promise<void> {
  await page.evaluate(() => {
    const isAsked = document.querySelector('curtsy-rating, curtsy-expectation, curtsy-callback');
    if (!isAsked) ((window.curtsy as Partial<Api> | undefined) ??= [] as unknown as Api).push?.(['configure', {}]);
  });
  await page.waitForFunction(() => typeof (window.curtsy as Partial<Api> | undefined)?.outbox === 'object');
}

export async function pending(page: Page): Promise<Entry[]> {
  await ready(page);
  return answered(
    'outbox.pending()',
    page.evaluate(() => window.curtsy.outbox.pending()),
  );
}

export async function rejected(page: Page): Promise<Entry[]> {
  await ready(page);
  return answered(
    'outbox.rejected()',
    page.evaluate(() => window.curtsy.outbox.rejected()),
  );
}

export async function flush(page: Page): Promise<{ delivered: number; waiting: number }> {
  await ready(page);
  return answered(
    'outbox.flush()',
    page.evaluate(() => window.curtsy.outbox.flush()),
  );
}

/** Waits until nothing is left to send: what came until then is all that comes. */
export async function emptied(page: Page): Promise<void> {
  await until(async () => (await pending(page)).length === 0, { what: 'an empty outbox' });
}

/** A promise of the page's that is never kept would otherwise end the test without a name. */
async function answered<T>(call: string, promise: Promise<T>): Promise<T> {
  let alarm: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    alarm = setTimeout(() => {
      reject(new Error(`${call} did not answer within 15 s`));
    }, 15_000);
  });
  return Promise.race([promise, tooLate]).finally(() => {
    clearTimeout(alarm);
  });
}
