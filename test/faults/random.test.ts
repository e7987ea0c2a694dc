// Faults at random: tabs open, close, crash, freeze and reload while the endpoint misbehaves and time jumps. The seed repeats what
// is done; how the machine's own timing falls is new each time.

import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { chanceOf } from '../support/chance.js';
import type { Behaviour } from '../support/endpoint.js';
import { ready } from '../support/in-page.js';
import { until } from '../support/until.js';
import { isShort, row, type ChromiumScene } from './row.js';
import { answers, crash, type Shopper } from './shopper.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const MOST_TABS = 6;
const ANSWERS = isShort ? 60 : 600;

const seed = Number(process.env['CURTSY_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

const MANNERS: Behaviour[] = [
  {},
  {},
  {},
  { status: 500 },
  { status: 503, retryAfter: '7' },
  { status: 429, retryAfter: '3', exposed: false },
  { status: 408 },
  { status: 404 },
  { status: 401 },
  { status: 400 },
  { status: 422 },
  { status: 413 },
  { status: 200, body: 'ok', delay: 300 },
  { silent: true },
  { reset: 'after' },
  { reset: 'after' },
  { status: 200, reset: 'during' },
  { redirect: '/welcome' },
  { cors: false },
];

class Storm {
  readonly #scene: ChromiumScene;
  readonly #shopper: Shopper;
  readonly #roll: () => number;
  readonly #url: string;
  readonly #tabs: Page[] = [];
  readonly #frozen = new Set<Page>();
  #isOffline = false;
  /** Whose answers are waited for: frozen, it would never have given them. */
  #giving: Page | undefined;

  constructor(scene: ChromiumScene, shopper: Shopper, roll: () => number) {
    this.#scene = scene;
    this.#shopper = shopper;
    this.#roll = roll;
    // One to answer, and one that is only chosen.
    const body = '<curtsy-rating></curtsy-rating>'.repeat(2);
    this.#url = scene.address({ body, data: { 'max-pending': '5000', 'max-bytes': '50000000' } });
  }

  /** Until so many answers were called saved. */
  async blow(count: number): Promise<void> {
    for (let tabs = 0; tabs < 3; tabs++) await this.#open();
    for (let left = count; left > 0; left = count - this.#saved()) {
      const tab = this.#awake();
      // Somebody answers, and whatever happens, happens meanwhile.
      const giving = tab ? this.#give(tab, Math.min(left, 1 + this.#upTo(8))) : undefined;
      await this.#happen();
      await giving;
    }
  }

  #saved(): number {
    return this.#scene.ledger.saved().filter(({ complete }) => complete).length;
  }

  async calm(): Promise<void> {
    for (const tab of this.#frozen) await this.#freeze(tab, false);
    await this.#shopper.context.setOffline(false);
    await this.#scene.mend();
    const page = await this.#shopper.visit(this.#url);
    await this.#shopper.drain(page, this.#scene.collector, 120 * SECOND);
    // What was refused in the storm is well again.
    await page.evaluate(() => window.curtsy.outbox.retry());
    await this.#shopper.drain(page, this.#scene.collector, 60 * SECOND);
  }

  async #give(tab: Page, count: number): Promise<void> {
    this.#giving = tab;
    const ends = ['close', 'crash', 'framenavigated'] as const;
    let hasEnded = false;
    const end = (): void => void (hasEnded = true);
    // A tab that goes in the middle of it tells no more.
    for (const event of ends) tab.once(event as 'close', end);
    answers(tab, count, { bytes: this.#upTo(3000) }).then(end, end);
    // What replaces storage that fails is a chunk, and can't be fetched offline.
    const told = (): Promise<unknown> =>
      until(() => hasEnded, { within: 20 * SECOND, what: `word of ${count} answers` });
    await told().catch(async () => {
      await this.#shopper.context.setOffline((this.#isOffline = false));
      await told();
    });
    for (const event of ends) tab.off(event as 'close', end);
    this.#giving = undefined;
  }

  async #happen(): Promise<void> {
    const happenings = [
      () => this.#open(),
      () => this.#open(),
      () => this.#close(),
      () => this.#reload(),
      () => this.#crash(),
      () => this.#thawOrFreeze(),
      () => this.#goOffOrOn(),
      () => this.#misbehave(),
      () => this.#misbehave(),
      () => this.#leaveOrReturn(),
      () => this.#wait(),
      () => this.#wait(),
      () => this.#choose(),
    ];
    await happenings[this.#upTo(happenings.length - 1)]!();
  }

  async #open(): Promise<void> {
    if (this.#isOffline || this.#tabs.length >= MOST_TABS) return;
    this.#tabs.push(await this.#shopper.visit(this.#url));
  }

  async #close(): Promise<void> {
    if (this.#tabs.length < 3) return;
    const [tab] = this.#tabs.splice(this.#upTo(this.#tabs.length - 1), 1);
    this.#frozen.delete(tab!);
    await tab!.close();
  }

  async #reload(): Promise<void> {
    const tab = this.#awake();
    if (!tab || this.#isOffline) return;
    await tab.reload();
    await ready(tab);
  }

  async #crash(): Promise<void> {
    const tab = this.#awake();
    if (!tab || this.#tabs.length < 3) return;
    this.#tabs.splice(this.#tabs.indexOf(tab), 1);
    await crash(tab);
  }

  async #thawOrFreeze(): Promise<void> {
    const tab = this.#tabs[this.#upTo(this.#tabs.length - 1)];
    if (tab && tab !== this.#giving) await this.#freeze(tab, !this.#frozen.has(tab));
  }

  async #freeze(tab: Page, isFrozen: boolean): Promise<void> {
    const session = await this.#shopper.context.newCDPSession(tab);
    await session.send('Page.setWebLifecycleState', { state: isFrozen ? 'frozen' : 'active' });
    if (isFrozen) this.#frozen.add(tab);
    else this.#frozen.delete(tab);
  }

  async #goOffOrOn(): Promise<void> {
    this.#isOffline = !this.#isOffline && this.#roll() < 0.5;
    await this.#shopper.context.setOffline(this.#isOffline);
  }

  async #misbehave(): Promise<void> {
    const first = MANNERS[this.#upTo(MANNERS.length - 1)]!;
    const second = MANNERS[this.#upTo(MANNERS.length - 1)]!;
    // Refused at random, and not as a whole.
    this.#scene.collector.behave((_, count) => (count % 2 ? first : second));
  }

  async #leaveOrReturn(): Promise<void> {
    await (this.#roll() < 0.4 ? this.#scene.collector.goAway() : this.#scene.collector.comeBack());
  }

  async #wait(): Promise<void> {
    await this.#shopper.pass(this.#roll() ** 3 * 20 * MINUTE);
  }

  async #choose(): Promise<void> {
    const tab = this.#awake();
    // Given or not: the storm waits for nobody's draft.
    tab?.evaluate(() => void window.choose(3, 0, 1)).catch(() => {});
  }

  #awake(): Page | undefined {
    const awake = this.#tabs.filter((tab) => !this.#frozen.has(tab));
    return awake[this.#upTo(awake.length - 1)];
  }

  /** A whole number from 0 to `most`. */
  #upTo(most: number): number {
    return Math.floor(this.#roll() * (most + 1));
  }
}

row(
  `faults at random, several tabs, ${ANSWERS} answers`,
  async (scene) => {
    process.stdout.write(`seed ${seed}\n`);
    const shopper = await scene.enter();
    const storm = new Storm(scene, shopper, chanceOf(seed));
    await storm.blow(ANSWERS);
    await storm.calm();
    await until(() => scene.collector.running() === 0);
    expect(scene.ledger.saved().length).toBeGreaterThanOrEqual(ANSWERS);
  },
  { timeout: 300_000 },
);
