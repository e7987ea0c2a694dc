// Launches Chromium and lets a visitor loose in it, who writes down whatever a shop's own developer would complain of.

import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { findChromium } from '../../.tools/browsers.mjs';
import { until } from './until.js';

export const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--no-first-run',
  '--disable-component-update',
  '--disable-sync',
  // Names for an origin that is plain http and no loopback, so without what browsers keep for secure pages.
  '--host-resolver-rules=MAP *.test 127.0.0.1',
];

/** The browser's own lines about a failed request: a fault that a test made, not one of the page's. */
const NETWORK_NOISE = /^(Failed to load resource|Access to (fetch|script|CSS stylesheet) at)/;

export async function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: ARGS });
}

export function chromiumPath(): string {
  const path = findChromium();
  if (!path) throw new Error('No Chromium on this machine: set CHROMIUM_PATH or run `node .tools/browsers.mjs`.');
  return path;
}

/** Someone with a browser profile of their own. */
export class Visitor {
  /** Console warnings, oldest first. */
  readonly warnings: string[] = [];
  /** Console errors, without the browser's own about requests that failed. */
  readonly errors: string[] = [];
  /** Exceptions and rejections that nobody caught. */
  readonly crashes: string[] = [];
  readonly context: BrowserContext;

  constructor(context: BrowserContext) {
    this.context = context;
    // Far below the test's own, so that what failed is named.
    context.setDefaultTimeout(10_000);
    context.on('console', (message) => {
      if (message.type() === 'warning') this.warnings.push(message.text());
      if (message.type() === 'error' && !NETWORK_NOISE.test(message.text())) this.errors.push(message.text());
    });
    context.on('weberror', (error) => this.crashes.push(String(error.error().stack ?? error.error())));
  }

  /** Opens `url` in a tab of its own. */
  async open(url: string): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(url);
    return page;
  }

  /** Waits for a warning that the test provoked, and takes it off the list. */
  async warned(pattern: RegExp): Promise<string> {
    const warning = await until(() => this.warnings.find((text) => pattern.test(text)), {
      what: `a console warning like ${String(pattern)} among ${JSON.stringify(this.warnings)}`,
    });
    this.warnings.splice(this.warnings.indexOf(warning), 1);
    return warning;
  }

  /** Nothing reached the shop's console or its error handlers, but for what the test has taken off the lists. */
  expectCalm(): void {
    const { warnings, errors, crashes } = this;
    expect({ warnings, errors, crashes }, 'what the console and the error handlers of the shop saw').toEqual({
      warnings: [],
      errors: [],
      crashes: [],
    });
  }
}
