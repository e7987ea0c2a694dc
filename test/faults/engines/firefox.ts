// Firefox, over WebDriver BiDi: a visitor is a container of its own in one browser, so that only the first has to wait for a start.

import puppeteer, { type Browser, type BrowserContext, type Page } from 'puppeteer-core';
import { provideFirefox } from '../../../.tools/browsers.mjs';
import type { Engine, EnginePage, EngineVisitor } from '../engine.js';

/** Undefined where there is no Firefox, which `provideFirefox` has said by then. */
export async function openFirefox(): Promise<Engine | undefined> {
  const executablePath = provideFirefox();
  if (!executablePath) return undefined;
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
  });
  return { name: 'Firefox', visitor: () => invite(browser), close: () => browser.close() };
}

async function invite(browser: Browser): Promise<EngineVisitor> {
  const context = await browser.createBrowserContext();
  return { open: (url) => open(context, url), close: () => context.close() };
}

async function open(context: BrowserContext, url: string): Promise<EnginePage> {
  // Not a tab: a page would be hidden by the next.
  const page = await context.newPage({ type: 'window' });
  const goto = async (address: string): Promise<void> => {
    await page.goto(address);
  };
  await goto(url);
  return {
    evaluate: (script) => evaluate(page, script),
    rate: (score) => rate(page, score),
    press: (key) => page.keyboard.press(key),
    goto,
    close: () => page.close(),
  };
}

async function evaluate<T>(page: Page, script: string): Promise<T> {
  const json = await page.evaluate(`(async () => { ${script} })().then((result) => JSON.stringify(result))`);
  return (typeof json === 'string' ? JSON.parse(json) : undefined) as T;
}

async function rate(page: Page, score: number): Promise<void> {
  await page.locator(`curtsy-rating >>> label:nth-of-type(${score}) input`).click();
  await page.locator('curtsy-rating >>> .submit').click();
  await page.waitForSelector('curtsy-rating[data-stage=thanked]');
}
