// A row of the fault suite: a shop, a collector that misbehaves, and visitors; at its end the invariants are checked by shared code.

import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { afterAll, expect, test, type TestContext } from 'vitest';
import { ARGS, chromiumPath } from '../support/chromium.js';
import { openShop, withCurtsy, type Shop } from '../support/shop.js';
import { until } from '../support/until.js';
import { openCollector, type Collector } from './collector.js';
import type { Engine, EnginePage, EngineVisitor } from './engine.js';
import { openEngine, type EngineName } from './engines.js';
import { account, type Kept } from './invariants.js';
import { Ledger } from './ledger.js';
import { shopSide, type Line } from './shop-side.js';
import { Shopper } from './shopper.js';

declare module 'vitest' {
  interface TaskMeta {
    /** What the table says of the row. */
    fault?: { row: string; engine: string; answers: number; lost: number; twice: number };
  }
}

/** `npm test` takes only the rows that are marked so, in Chromium. */
export const isShort = process.env['CURTSY_FAULTS'] === 'short';

/** A page of the shop. */
export interface ShopPage {
  path?: string;
  body?: string;
  /** `data-*` of the script tag, over the collector's address and the source `webshop`. */
  data?: Record<string, string>;
  /** JavaScript that runs before the script tag, such as the host's own, or a fault of the browser. */
  before?: string;
  headers?: Record<string, string>;
  /** Milliseconds by which this page's clock is ahead. */
  shift?: number;
}

/** What all rows have. */
export class Scene {
  readonly ledger = new Ledger();
  readonly shop: Shop;
  readonly collector: Collector;
  #pages = 0;

  constructor(shop: Shop, collector: Collector) {
    this.shop = shop;
    this.collector = collector;
  }

  /** Serves a page with a rating, and gives its address. */
  address(page: ShopPage = {}): string {
    const { path = `/page-${this.#pages++}`, body = '<curtsy-rating></curtsy-rating>', before = '', shift } = page;
    const data = Object.entries({ endpoint: this.collector.url, source: 'webshop', ...page.data });
    const tag = data.map(([name, value]) => `data-${name}='${value}'`).join(' ');
    const head = `<script>(${String(shopSide)})();${before}</script>`;
    const url = this.shop.page(path, withCurtsy(body, { tag, head }), page.headers);
    return shift ? `${url}?shift=${shift}` : url;
  }

  /** The collector is well again. */
  async mend(): Promise<void> {
    this.collector.behave({});
    await this.collector.comeBack();
  }
}

/** A row in Chromium, whose visitors have a clock that the row moves. */
export class ChromiumScene extends Scene {
  readonly browser: Browser;
  readonly shoppers: Shopper[] = [];
  /** Pages that end the row, where an ordinary one can't see what is kept. */
  readonly witnesses = new Map<Shopper, Page>();

  constructor(shop: Shop, collector: Collector, browser: Browser) {
    super(shop, collector);
    this.browser = browser;
  }

  async enter(options: BrowserContextOptions & { clock?: boolean } = {}): Promise<Shopper> {
    const { clock, ...rest } = options;
    return this.welcome(await this.browser.newContext({ serviceWorkers: 'allow', ...rest }), clock);
  }

  /** Takes somebody in who has a browser of their own. */
  async welcome(context: BrowserContext, clock?: boolean): Promise<Shopper> {
    const shopper = await Shopper.enter(context, this.ledger, clock);
    this.shoppers.push(shopper);
    return shopper;
  }

  /** Somebody who will not come back: what they were told is still held against what arrived. */
  forgetAbout(shopper: Shopper): void {
    this.shoppers.splice(this.shoppers.indexOf(shopper), 1);
  }

  /** A shopper on a page with a rating. */
  async begin(page?: ShopPage): Promise<{ shopper: Shopper; page: Page }> {
    const shopper = await this.enter();
    return { shopper, page: await shopper.visit(this.address(page)) };
  }

  /** Everything is well, and what waits is sent: what is left then is all there is. */
  async settle(): Promise<Kept> {
    await this.mend();
    const kept: Kept = { pending: [], rejected: [] };
    for (const shopper of this.shoppers) {
      await shopper.context.setOffline(false);
      const page = this.witnesses.get(shopper) ?? (await shopper.visit(this.address()));
      await shopper.drain(page, this.collector);
      const { pending, rejected } = await shopper.kept(page);
      kept.pending.push(...pending);
      kept.rejected.push(...rejected);
    }
    return kept;
  }
}

/** Milliseconds in which a row must settle, also after it has failed. */
const SETTLING = 60_000;

interface RowOptions {
  /** Also part of `npm test`. */
  short?: boolean;
  /** Milliseconds. */
  timeout?: number;
}

let browser: Browser | undefined;
const engines = new Map<EngineName, Engine | undefined>();

afterAll(async () => {
  await browser?.close();
  for (const engine of engines.values()) await engine?.close();
});

/** A row that only Chromium can be brought to. */
export function row(name: string, play: (scene: ChromiumScene) => Promise<void>, options: RowOptions = {}): void {
  const { short = false, timeout = 60_000 } = options;
  test.runIf(short || !isShort)(name, { timeout: timeout + SETTLING }, async (context) => {
    browser ??= await chromium.launch({ executablePath: chromiumPath(), args: ARGS });
    const scene = new ChromiumScene(await openShop(), await openCollector(), browser);
    context.onTestFinished(async () => {
      await Promise.all(scene.shoppers.map((shopper) => shopper.context.close().catch(() => {})));
      await Promise.all([scene.shop.stop(), scene.collector.stop()]);
    });
    await judged(context, 'Chromium', scene, {
      row: name,
      play: () => play(scene),
      settle: () => scene.settle(),
    });
  });
}

/** What a row for every engine may use. */
export interface EveryScene {
  scene: Scene;
  /** Opens a page and waits until an answer can be stored. */
  visit: (page?: ShopPage) => Promise<EnginePage>;
  /** Leaves the page in good order, and keeps what it was told. */
  leave: (page: EnginePage) => Promise<void>;
}

/** A row for all engines. An engine that is not on this machine is skipped by name. */
export function everyRow(name: string, play: (every: EveryScene) => Promise<void>, options: RowOptions = {}): void {
  const { short = false, timeout = 90_000 } = options;
  for (const engineName of ['Chromium', 'Firefox', 'WebKitGTK'] as const) {
    const isWanted = !isShort || (short && engineName === 'Chromium');
    test.runIf(isWanted)(`${name} (${engineName})`, { timeout: timeout + SETTLING }, async (context) => {
      if (!engines.has(engineName)) engines.set(engineName, await openEngine(engineName));
      const engine = engines.get(engineName);
      if (!engine) context.skip(`no ${engineName}`);
      else await playIn(engine, name, play, context);
    });
  }
}

async function playIn(
  engine: Engine,
  name: string,
  play: (every: EveryScene) => Promise<void>,
  context: TestContext,
): Promise<void> {
  const scene = new Scene(await openShop(), await openCollector());
  const visitor = await engine.visitor();
  context.onTestFinished(async () => {
    await visitor.close().catch(() => {});
    await Promise.all([scene.shop.stop(), scene.collector.stop()]);
  });
  const open: EnginePage[] = [];
  const visit = async (page?: ShopPage): Promise<EnginePage> => {
    const opened = await openPage(visitor, scene.address(page));
    open.push(opened);
    return opened;
  };
  const read = async (page: EnginePage): Promise<void> => {
    for (const line of await page.evaluate<Line[]>('return window.lines.splice(0)')) scene.ledger.write(line);
  };
  const leave = async (page: EnginePage): Promise<void> => {
    await read(page);
    open.splice(open.indexOf(page), 1);
    await page.close();
  };
  await judged(context, engine.name, scene, {
    row: name,
    play: () => play({ scene, visit, leave }),
    async settle() {
      await scene.mend();
      // Whatever a page that is gone had in hand is free by then.
      const witness = await visit({ shift: 3_600_000 });
      const flushed = 'await curtsy.outbox.flush(); return (await curtsy.outbox.pending()).length === 0';
      await until(() => witness.evaluate<boolean>(flushed), { within: 30_000, what: 'an empty outbox' });
      for (const page of open) await read(page);
      return witness.evaluate<Kept>(
        'return { pending: await curtsy.outbox.pending(), rejected: await curtsy.outbox.rejected() }',
      );
    },
  });
}

/** Opens a page and waits until its answers are stored at once. */
async function openPage(visitor: EngineVisitor, url: string): Promise<EnginePage> {
  const page = await visitor.open(url);
  // A page without an element gets the API by calling.
  await page.evaluate(`if (!document.querySelector('curtsy-rating')) (window.curtsy ??= []).push(['configure', {}])`);
  await until(() => page.evaluate<boolean>('return !!window.curtsy?.outbox'), { what: 'the JavaScript API' });
  return page;
}

interface Course {
  row: string;
  play: () => Promise<void>;
  /** Makes everything well again, and says what the browser still has when nothing is left to send. */
  settle: () => Promise<Kept>;
}

/** Plays a row and writes down how the answers fared, also where the row itself failed. */
async function judged(
  context: TestContext,
  engine: EngineName,
  { ledger, collector }: Scene,
  { row, play, settle }: Course,
): Promise<void> {
  context.task.meta.fault = { row, engine, answers: 0, lost: 0, twice: 0 };
  const failures: unknown[] = [];
  const failed = (error: unknown): void => void failures.push(error);
  await play().catch(failed);
  const kept = await settle().catch(failed);
  const { answers, lost, twice, faults } = account(ledger, collector, kept ?? { pending: [], rejected: [] });
  context.task.meta.fault = { row, engine, answers, lost: lost.length, twice: twice.length };
  // Where it did not settle, what is left is not known.
  if (!kept) throw failures[0];
  expect({ lost, twice, faults }, 'what became of the answers').toEqual({ lost: [], twice: [], faults: [] });
  if (failures.length > 0) throw failures[0];
  expect(answers, 'answers that were called saved').toBeGreaterThan(0);
}
