// Sets the scene of a browser test: a shop, an endpoint on another origin, and a visitor with a fresh profile.

import type { BrowserContextOptions, Page } from 'playwright-core';
import { test as base } from 'vitest';
import { launchChromium, Visitor } from './chromium.js';
import { openEndpoint } from './endpoint.js';
import { hear } from './in-page.js';
import { openShop, withCurtsy, type PageWithCurtsy } from './shop.js';

export { expect } from 'vitest';

/** What a page of the shop is like, and who opens it. */
interface Visit extends PageWithCurtsy {
  path?: string;
  headers?: Record<string, string>;
  /** Instead of the test's own visitor. */
  by?: Visitor;
}

/**
 * `test` with `shop`, `endpoint` and `visitor`, new for every test. `visit(body)` opens a page with the script tag, whose
 * answers go to `endpoint` for the source `webshop`. `invite(options)` brings further visitors, such as one who prefers
 * dark. A test fails at its end when any visitor saw a warning, an error or an exception that the test
 * did not take off the list.
 */
export const test = base
  .extend('chromium', { scope: 'file' }, async ({}, { onCleanup }) => {
    const browser = await launchChromium();
    onCleanup(() => browser.close());
    return browser;
  })
  .extend('shop', async ({}, { onCleanup }) => {
    const shop = await openShop();
    onCleanup(() => shop.stop());
    return shop;
  })
  .extend('endpoint', async ({}, { onCleanup }) => {
    const endpoint = await openEndpoint();
    onCleanup(() => endpoint.stop());
    return endpoint;
  })
  .extend('invite', ({ chromium }, { onCleanup }) => {
    const visitors: Visitor[] = [];
    onCleanup(async () => {
      await Promise.all(visitors.map(({ context }) => context.close()));
      for (const visitor of visitors) visitor.expectCalm();
    });
    return async (options?: BrowserContextOptions): Promise<Visitor> => {
      const visitor = new Visitor(await chromium.newContext(options));
      visitors.push(visitor);
      return visitor;
    };
  })
  .extend('visitor', ({ invite }) => invite())
  .extend('visit', ({ shop, endpoint, visitor }) => {
    return async (body: string, { path = '/', headers, by = visitor, ...options }: Visit = {}): Promise<Page> => {
      const tag = `data-endpoint="${endpoint.url}" data-source="webshop"`;
      const url = shop.page(path, withCurtsy(body, { tag, ...options }), headers);
      const page = await by.context.newPage();
      await hear(page);
      await page.goto(url);
      return page;
    };
  });
