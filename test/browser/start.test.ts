// `npm start`: the example shop and its collector, the way a newcomer meets them first.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe } from 'vitest';
import type { ReceivedResponse } from '../support/endpoint.js';
import { ready } from '../support/in-page.js';
import { expect, test as base } from '../support/scene.js';
import { schemaFaults } from '../support/schema.js';
import { start, type Started } from '../support/start.js';
import { until } from '../support/until.js';

/** A database is slow to make, so the tests share one shop, and each looks only at what came in its own time. */
const test = base
  .extend('folder', { scope: 'file' }, async ({}, { onCleanup }) => {
    const folder = await mkdtemp(join(tmpdir(), 'curtsy-start-'));
    onCleanup(() => rm(folder, { recursive: true, force: true }));
    return folder;
  })
  .extend('shopFront', { scope: 'file' }, async ({ folder }, { onCleanup }) => {
    const shopFront: { current: Started } = { current: await start(folder) };
    onCleanup(() => shopFront.current.stop());
    return shopFront;
  })
  .extend('address', ({ shopFront }) => shopFront.current.address)
  .extend('before', async ({ address }) => (await stored(address)).length);

async function stored(address: string): Promise<ReceivedResponse[]> {
  return (await (await fetch(`${address}/responses`)).json()) as ReceivedResponse[];
}

async function rate(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
  await page.locator('curtsy-rating').getByRole('button', { name: 'Send' }).click();
  await page.getByRole('heading', { name: /^Thank you/ }).waitFor();
}

test('rate, answer the expectation prompt, ask for a callback: all three are stored, and match the schema', async ({
  address,
  before,
  visitor,
}) => {
  const page = await visitor.open(address);
  await rate(page);
  await page.getByRole('navigation', { name: 'Shop' }).getByRole('link', { name: 'Your order' }).click();
  await page.getByRole('radio', { name: /Met them|About what I expected/ }).check();
  await page.locator('curtsy-expectation').getByRole('button', { name: 'Send' }).click();
  await page.getByRole('heading', { name: /^Thank you/ }).waitFor();
  await page.getByRole('navigation', { name: 'Shop' }).getByRole('link', { name: 'Help' }).click();
  await page.getByLabel('Your number').fill('020 7946 0018');
  await page.getByRole('button', { name: 'Ask for a call' }).click();
  await page.getByRole('heading', { name: /^We’ll call you/ }).waitFor();

  await until(async () => (await stored(address)).length === before + 3);
  const responses = (await stored(address)).slice(before);
  expect(responses.map(({ kind }) => kind)).toEqual(['rating', 'expectation', 'callback']);
  expect(responses.flatMap(schemaFaults)).toEqual([]);
  expect(responses.every(({ complete }) => complete)).toBe(true);

  const inbox = await visitor.open(`${address}/inbox`);
  await inbox.getByText('+442079460018').or(inbox.getByText('020 7946 0018')).first().waitFor();
});

test('one face, help asked for, another time, and taken back: three responses that belong together', async ({
  address,
  before,
  invite,
}) => {
  const visitor = await invite({ locale: 'en-GB', timezoneId: 'Europe/London' });
  let posts = 0;
  visitor.context.on('request', (request) => (posts += request.method() === 'POST' ? 1 : 0));
  // The shop is open: a Tuesday afternoon in London.
  await visitor.context.clock.setFixedTime('2026-11-24T15:12:00Z');
  const page = await visitor.open(address);
  const press = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('radio', { name: 'Very dissatisfied' }).check();
  await page.getByRole('checkbox', { name: 'The product' }).check();
  await page.locator('curtsy-rating').getByLabel('Tell us more').fill('The rose leaks.');
  await press('Send');
  await press('Ask for a call or a message');
  await page.getByLabel('Your number').fill('020 7946 0018');
  await page.getByRole('radio', { name: '16:30' }).first().check({ force: true });
  await press('Ask for a call');
  await page.getByRole('heading', { name: /16:30 to 17:00/ }).waitFor();
  await press('Change');
  await page.getByRole('radio', { name: '17:00' }).first().check({ force: true });
  await press('Send the change');
  await page.getByRole('heading', { name: /17:00 to 17:30/ }).waitFor();
  await press('Cancel');
  await press('Cancel the request');
  await page.getByRole('heading', { name: 'Cancelled', exact: true }).waitFor();

  await until(async () => (await stored(address)).length === before + 3);
  await until(() => page.evaluate(async () => (await window.curtsy.outbox.pending()).length === 0));
  const [rating, callback, cancelled] = (await stored(address)).slice(before);
  expect([rating, callback, cancelled].flatMap(schemaFaults)).toEqual([]);
  expect(rating).toMatchObject({ kind: 'rating', answer: { score: 1, reasons: ['product'] } });
  expect(callback).toMatchObject({ kind: 'callback', revision: 2, inReplyTo: rating!.id });
  expect(callback!.answer).toMatchObject({
    topic: 'product',
    handoff: expect.stringContaining('The rose leaks.') as string,
    slot: { start: '2026-11-24T17:00:00.000Z' },
  });
  expect(cancelled).toMatchObject({ kind: 'callback-cancelled', inReplyTo: callback!.id });
  expect(posts).toBe(4);
});

test('load the page, go offline at once, rate, close the tab, come back online in a new one: it arrives once', async ({
  address,
  before,
  visitor,
}) => {
  const page = await visitor.open(address);
  await page.getByRole('radio').first().waitFor();
  await visitor.context.setOffline(true);
  await rate(page);
  await page.close();
  await visitor.context.setOffline(false);
  const next = await visitor.open(`${address}/help.html`);
  await until(async () => (await stored(address)).length > before);
  await ready(next);
  await until(() => next.evaluate(async () => (await window.curtsy.outbox.pending()).length === 0));
  expect(await stored(address)).toHaveLength(before + 1);
});

test('what is stored survives kill -9', async ({ folder, shopFront, address, before, visitor }) => {
  await rate(await visitor.open(address));
  await until(async () => (await stored(address)).length > before);
  const kept = await stored(address);
  await shopFront.current.kill();
  shopFront.current = await start(folder);
  expect(await stored(shopFront.current.address)).toEqual(kept);
});

describe('the shop itself', () => {
  test.for(['/', '/order.html', '/help.html'])(
    '%s scrolls in one direction only, also at 320 pixels',
    async (path, { address, invite }) => {
      const visitor = await invite({ viewport: { width: 320, height: 640 } });
      const page = await visitor.open(address + path);
      await page.locator('[data-stage]').first().waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    },
  );

  test('files that are asked for by version are kept, and the loader is asked for anew', async ({ address }) => {
    const headers = async (path: string): Promise<string | null> => {
      const response = await fetch(address + path);
      await response.arrayBuffer();
      return response.headers.get('cache-control');
    };
    expect(await headers('/curtsy/curtsy.js')).toBe('no-cache');
    expect(await headers('/curtsy/curtsy.core.js?v=0.1.0')).toContain('immutable');
  });
});
