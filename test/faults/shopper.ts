// A shopper in Chromium, with a profile and a clock of their own, whose pages write down what they are told.

import type { BrowserContext, Page } from 'playwright-core';
import { pending, ready, rejected } from '../support/in-page.js';
import { until } from '../support/until.js';
import type { Collector } from './collector.js';
import type { Kept } from './invariants.js';
import type { Ledger } from './ledger.js';
import type { Line } from './shop-side.js';

/** Looks, 20 ms apart, in which nothing moved: no request is on its way. */
const QUIET = 5;
/** As many as say that what waits is in the hand of a page that is gone, until its claim ends. */
const PATIENCE = 25;
/** Longer than a claim holds, in milliseconds. */
const CLAIM = 50_000;

export class Shopper {
  /** Console warnings, oldest first. */
  readonly warnings: string[] = [];
  readonly context: BrowserContext;

  private constructor(context: BrowserContext) {
    this.context = context;
  }

  /** `clock: false` leaves the browser's own clock, for pages that are frozen or killed. */
  static async enter(context: BrowserContext, ledger: Ledger, clock = true): Promise<Shopper> {
    const shopper = new Shopper(context);
    context.setDefaultTimeout(15_000);
    await context.exposeBinding('tellLine', (_, line: Line) => ledger.write(line));
    context.on('console', (message) => {
      if (message.type() === 'warning') shopper.warnings.push(message.text());
    });
    if (clock) await context.clock.install();
    return shopper;
  }

  async open(url: string): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(url);
    return page;
  }

  /** Opens a page of the shop on which an answer can be given and stored, with or without a network from then on. */
  async visit(url: string): Promise<Page> {
    const page = await this.context.newPage();
    const followed = page.waitForEvent('requestfinished', (request) => request.url().includes('curtsy.follow.js'));
    followed.catch(() => {});
    await page.goto(url);
    await ready(page);
    if ((await page.locator('curtsy-rating').count()) > 0) await followed;
    return page;
  }

  /** Lets time pass for all pages of this shopper, timers included. */
  async pass(milliseconds: number): Promise<void> {
    await this.context.clock.fastForward(milliseconds);
  }

  /** Moves time from one due record to the next until nothing waits on `page`'s origin. */
  async drain(page: Page, collector: Collector, within = 45_000): Promise<void> {
    let still = 0;
    let before = '';
    let leap = CLAIM;
    const look = async (): Promise<boolean> => {
      const waiting = await pending(page);
      if (waiting.length === 0) return true;
      const state = JSON.stringify([waiting, collector.arrivals.length]);
      still = state === before && collector.running() === 0 ? still + 1 : 0;
      before = state;
      const next = await soonest(page);
      if (still > QUIET && next > 0) await this.pass(next + 100);
      else if (still > PATIENCE) await this.pass((leap *= 2));
      else return false;
      still = 0;
      return false;
    };
    await until(look, { within, what: 'an empty outbox' }).catch(async (error: unknown) => {
      throw new Error(`${String(error)} ${JSON.stringify((await pending(page)).slice(0, 3))}`, { cause: error });
    });
  }

  /** What the browser has of this origin's answers. */
  async kept(page: Page): Promise<Kept> {
    return { pending: await pending(page), rejected: await rejected(page) };
  }
}

/** Gives an answer on `page`, and says what the page was told: where it is saved, or why it isn't. */
export function answer(page: Page, score: number, { bytes = 0, at = 0 } = {}): Promise<string> {
  return page.evaluate(([...given]) => window.answer(...given), [score, bytes, at] as const);
}

/** Gives `count` answers, one after the other. */
export function answers(page: Page, count: number, { bytes = 0, at = 0 } = {}): Promise<string[]> {
  return page.evaluate(
    async ([times, size, index]) => {
      const told: string[] = [];
      for (let number = 0; number < times; number++) told.push(await window.answer((number % 5) + 1, size, index));
      return told;
    },
    [count, bytes, at] as const,
  );
}

/** How long the next attempt that is not due yet is away, in milliseconds by the page's clock; 0 if there is none. */
export async function soonest(page: Page): Promise<number> {
  const waiting = await pending(page);
  const now = await page.evaluate(() => Date.now());
  const waits = waiting.map(({ nextAttemptAt }) => Date.parse(nextAttemptAt ?? '') - now).filter((wait) => wait > 0);
  return waits.length > 0 ? Math.min(...waits) : 0;
}

/** Waits until an attempt has failed and is to be made again, and nothing moves; says how long that is away. */
export function postponed(page: Page): Promise<number> {
  let still = 0;
  let before = '';
  const look = async (): Promise<number> => {
    const state = JSON.stringify(await pending(page));
    still = state === before ? still + 1 : 0;
    before = state;
    return still < QUIET ? 0 : soonest(page);
  };
  return until(look, { within: 30_000, what: 'an attempt that is put off' });
}

/** Ends the process of `page`, and takes the dead tab away, which nothing can be asked any more. */
export async function crash(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  session.send('Page.crash').catch(() => {});
  await crashed;
  await page.close();
}
