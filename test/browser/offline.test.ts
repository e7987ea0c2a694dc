// A shopper without a network: what was answered there arrives later, once, through whichever page comes next.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe } from 'vitest';
import { emptied, hear, heard, pending, ready } from '../support/in-page.js';
import { openProfile } from '../support/profile.js';
import { expect, test } from '../support/scene.js';
import { schemaFaults } from '../support/schema.js';
import { withCurtsy } from '../support/shop.js';
import { until } from '../support/until.js';

async function rate(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('heading', { name: /^Thank you/ }).waitFor();
}

describe('offline as soon as a face can be pressed', () => {
  test.for([
    ['with everything loaded', {}],
    ['before the outbox has arrived', { 'curtsy.outbox.js': { delay: 60_000 } }],
    [
      'before anything that follows a press has arrived',
      { 'curtsy.outbox.js': { delay: 60_000 }, 'curtsy.follow.js': { delay: 60_000 } },
    ],
  ] as const)(
    '%s: rated, closed, reopened online, it arrives once',
    async ([, faults], { visit, visitor, shop, endpoint }) => {
      for (const [file, fault] of Object.entries(faults)) shop.fault(file, fault);
      const page = await visit('<curtsy-rating touchpoint="product"></curtsy-rating>');
      await page.getByRole('radio').first().waitFor();
      if (!('curtsy.outbox.js' in faults)) await ready(page);
      await visitor.context.setOffline(true);
      await rate(page);
      await page.close();
      expect(endpoint.arrivals).toEqual([]);

      for (const file of Object.keys(faults)) shop.mend(file);
      await visitor.context.setOffline(false);
      const next = await visit('<h2>Nothing to rate here</h2>', { path: '/about' });
      await until(() => endpoint.bodies().length > 0);
      await emptied(next);
      expect(endpoint.bodies()).toHaveLength(1);
      expect(endpoint.bodies()[0]).toMatchObject({ complete: true, touchpoint: 'product', answer: { score: 4 } });
      expect(schemaFaults(endpoint.bodies()[0])).toEqual([]);
    },
  );
});

describe('offline and back on the same page', () => {
  test('it is said to be saved, sent when the network is back, and then said to be sent', async ({
    visit,
    visitor,
    endpoint,
  }) => {
    const page = await visit('<curtsy-rating></curtsy-rating>');
    await ready(page);
    await visitor.context.setOffline(true);
    await rate(page);
    await page.getByText(/Saved on this device\. We.ll send it when you.re back online\./).waitFor();
    expect(await pending(page)).toMatchObject([{ attempts: 0 }]);

    await visitor.context.setOffline(false);
    await page.getByText('Sent.').waitFor();
    await emptied(page);
    expect(endpoint.bodies()).toHaveLength(1);
    expect(await heard(page, 'delivered')).toHaveLength(1);
  });
});

describe('an endpoint that is gone while the browser believes itself online', () => {
  test('the answer waits and arrives after the endpoint is back', async ({ visit, visitor, endpoint }) => {
    const page = await visit('<curtsy-rating></curtsy-rating>');
    await ready(page);
    await endpoint.goAway();
    await rate(page);
    await until(async () => (await pending(page))[0]?.attempts === 1);
    await visitor.warned(/\[curtsy\].*CORS.*Idempotency-Key/s);
    await endpoint.comeBack();
    await page.getByText('Sent.').waitFor();
    await emptied(page);
    expect(endpoint.bodies()).toHaveLength(1);
  });
});

describe('a browser that is killed', () => {
  test('what it called saved arrives after it was started again, once', async ({ shop, endpoint, onTestFinished }) => {
    const folder = await mkdtemp(join(tmpdir(), 'curtsy-profile-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const tag = `data-endpoint="${endpoint.url}" data-source="webshop"`;
    const product = shop.page('/', withCurtsy('<curtsy-rating></curtsy-rating>', { tag }));
    const about = shop.page('/about', withCurtsy('<p>About us</p>', { tag }));

    await endpoint.goAway();
    const first = await openProfile(folder);
    const page = await first.context.newPage();
    await hear(page);
    await page.goto(product);
    await rate(page);
    await until(async () => (await heard(page, 'saved')).length === 2);
    await first.kill();

    await endpoint.comeBack();
    const second = await openProfile(folder);
    try {
      await second.context.clock.install({ time: Date.now() + 3_600_000 });
      const next = await second.context.newPage();
      await next.goto(about);
      await until(() => endpoint.bodies().length > 0);
      await emptied(next);
      expect(endpoint.bodies()).toMatchObject([{ complete: true, answer: { score: 4 } }]);
    } finally {
      await second.kill();
    }
  });
});
