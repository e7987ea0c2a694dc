// Chromium for the rows that all engines run, over the Chrome DevTools Protocol.

import type { Page } from 'playwright-core';
import { findChromium } from '../../../.tools/browsers.mjs';
import { launchChromium } from '../../support/chromium.js';
import type { Engine, EnginePage } from '../engine.js';

export async function openChromium(): Promise<Engine | undefined> {
  if (!findChromium()) return undefined;
  const browser = await launchChromium();
  return {
    name: 'Chromium',
    async visitor() {
      const context = await browser.newContext();
      return {
        async open(url) {
          const page = await context.newPage();
          await page.goto(url);
          return drive(page);
        },
        close: () => context.close(),
      };
    },
    close: () => browser.close(),
  };
}

function drive(page: Page): EnginePage {
  return {
    evaluate: <T>(script: string) => page.evaluate<T>(`(async () => { ${script} })()`),
    async rate(score) {
      await page
        .getByRole('radio')
        .nth(score - 1)
        .check();
      await page.getByRole('button', { name: 'Send' }).click();
      await page.getByRole('heading', { name: /^Thank you/ }).waitFor();
    },
    press: (key) => page.keyboard.press(key),
    async goto(url) {
      await page.goto(url);
    },
    close: () => page.close(),
  };
}
