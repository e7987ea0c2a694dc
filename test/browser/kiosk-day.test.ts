// A day in a shop without a network: every answer is kept, over reloads too, and arrives once when the network is back.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { CurtsyRating } from '../../src/elements/rating/rating.js';
import { pending } from '../support/in-page.js';
import { expect, test } from '../support/scene.js';
import { schemaFaults } from '../support/schema.js';
import { withCurtsy, type Shop } from '../support/shop.js';
import { until } from '../support/until.js';

const README = join(import.meta.dirname, '../../README.md');
const MINUTE = 60_000;
const HOURS = 24;
/** One person every six minutes. */
const PERSONS = HOURS * 10;
const KIOSK = '<curtsy-rating kiosk="20" touchpoint="till" reasons="experience"></curtsy-rating>';

/** The service worker that the README gives a shop. */
const WORKER = /```js\n(\/\/ worker\.js[^]*?)```/.exec(await readFile(README, 'utf8'))?.[1] ?? '';

const isKiosk = () => document.querySelector('curtsy-rating')?.shadowRoot?.querySelector('[autocomplete=off]');
/** What the outbox sends with, offline or not, is in the worker's hands. */
const isKept = async () => {
  const requests = await (await caches.open('shop')).keys();
  return ['kiosk', 'drain', 'follow', 'outbox'].every((name) => requests.some(({ url }) => url.includes(name)));
};

/** Opens the tablet's page for good: the second visit goes through the worker. */
async function openTablet(page: Page, shop: Shop, endpoint: string): Promise<void> {
  const tag = `data-endpoint="${endpoint}" data-source="webshop" data-batch="25"`;
  const head = '<script>navigator.serviceWorker.register("/worker.js")</script>';
  shop.page('/worker.js', WORKER, { 'content-type': 'text/javascript' });
  await page.goto(shop.page('/tablet', withCurtsy(KIOSK, { tag, head })));
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  await page.reload();
  await page.waitForFunction(isKept);
  await page.waitForFunction(isKiosk);
}

/** Somebody comes, chooses, and sends it or walks away; runs in the page, since hundreds come. */
async function person({ at, leaves }: { at: number; leaves: boolean }): Promise<void> {
  const element = document.querySelector<CurtsyRating>('curtsy-rating');
  const root = element?.shadowRoot;
  if (!element || !root) throw new Error('There is no tablet.');
  if (!element.matches('[data-stage=asking]')) throw new Error(`The tablet has not forgotten who came before ${at}.`);
  const event = (name: string) => new Promise((go) => element.addEventListener(name, go, { once: true }));
  const saved = event('curtsy-saved');
  root.querySelectorAll<HTMLElement>('input[name=score]')[at % 5]?.click();
  await saved;
  if (leaves) return;
  const sent = event('curtsy-saved');
  const comment = root.querySelector<HTMLTextAreaElement>('#comment');
  if (comment) comment.value = `Person ${at}`;
  root.querySelector<HTMLElement>('.submit')?.click();
  await sent;
  while (element.dataset['stage'] !== 'thanked') await element.updateComplete;
}

test('a day offline loses nothing', async ({ visitor, shop, endpoint }) => {
  const { context } = visitor;
  await context.clock.install();
  const page = await context.newPage();
  await openTablet(page, shop, endpoint.url);
  await context.setOffline(true);

  for (let at = 0; at < PERSONS; at++) {
    if (at % 80 === 79) {
      await page.reload();
      await page.waitForFunction(isKiosk);
    }
    await page.evaluate(person, { at, leaves: at % 10 === 9 });
    await page.clock.fastForward(6 * MINUTE);
  }
  expect(endpoint.arrivals).toEqual([]);
  await page.getByText(`${PERSONS} answers wait to be sent`).waitFor();
  expect(await pending(page)).toHaveLength(PERSONS);

  await context.setOffline(false);
  await until(() => endpoint.responses().length === PERSONS);
  await page.locator('[part=waiting]').waitFor({ state: 'detached' });
  expect(await pending(page)).toEqual([]);
  const bodies = endpoint.bodies();
  expect(bodies, 'each of them once').toHaveLength(PERSONS);
  expect(bodies.flatMap(schemaFaults)).toEqual([]);
  expect(bodies.filter(({ complete }) => !complete)).toHaveLength(Math.floor(PERSONS / 10));
  expect(new Set(bodies.flatMap(({ answer }) => answer['comment'] ?? [])).size).toBe(
    PERSONS - Math.floor(PERSONS / 10),
  );
  expect(endpoint.arrivals.length).toBeLessThan(PERSONS / 10);
  const [first] = bodies;
  const last = bodies.at(-1);
  expect(Date.parse(last?.createdAt ?? '') - Date.parse(first?.createdAt ?? '')).toBeGreaterThan(
    (HOURS - 1) * 60 * MINUTE,
  );
});
