// One line of HTML: what the script tag fetches and when, and what it does while a part of it is missing.

import { describe } from 'vitest';
import { emptied, heard, pending, ready } from '../support/in-page.js';
import { expect, test } from '../support/scene.js';
import { fetched } from '../support/shop.js';
import { until } from '../support/until.js';

const RATING = '<curtsy-rating></curtsy-rating>';

describe('what is fetched', () => {
  test('a page without an element fetches the loader alone, once the tab has looked for leftovers', async ({
    visit,
    shop,
  }) => {
    const page = await visit('<p>About us</p>');
    await page.waitForLoadState('networkidle');
    shop.requests.length = 0;
    await page.reload({ waitUntil: 'networkidle' });
    expect(fetched(shop)).toEqual(['']);
  });

  test('a page with a rating never fetches another element, and all with the version', async ({ visit, shop }) => {
    const page = await visit(RATING);
    await ready(page);
    await page.waitForLoadState('networkidle');
    const files = fetched(shop);
    expect(files).toEqual(expect.arrayContaining(['', 'core', 'settings', 'outbox', 'follow']));
    expect(files).not.toContain('expectation');
    expect(files).not.toContain('callback');
    expect(files.filter((file) => file.startsWith('locale'))).toEqual([]);
    expect(new Set(files).size, files.join()).toBe(files.length);
    const versions = shop.requests.flatMap(({ url }) => /curtsy\.\w+\.js(.*)/.exec(url)?.[1] ?? []);
    expect(versions.filter((version) => !/^\?v=\d+\.\d+\.\d+/.test(version))).toEqual([]);
  });

  test('an element out of view is ready too: a shopper may be offline by the time it is seen', async ({
    visit,
    visitor,
  }) => {
    const page = await visit(`<div class="tall"></div>${RATING}`, { head: '<style>.tall { height: 9000px }</style>' });
    await ready(page);
    await visitor.context.setOffline(true);
    await page.getByRole('radio', { name: 'Neither' }).check();
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('heading', { name: /^Thank you/ }).waitFor();
    await visitor.context.setOffline(false);
    await emptied(page);
  });
});

describe('files that fail', () => {
  test.for(['curtsy.core.js', 'curtsy.settings.js', 'curtsy.outbox.js', 'curtsy.follow.js'])(
    '%s is asked for again until it is there',
    async (file, { visit, shop, endpoint }) => {
      shop.fault(file, { failures: 2 });
      const page = await visit(RATING);
      await page.getByRole('radio', { name: 'Satisfied', exact: true }).check({ timeout: 20_000 });
      await page.getByRole('button', { name: 'Send' }).click();
      await until(() => endpoint.bodies().length === 1, { within: 20_000 });
      expect(endpoint.bodies()[0]).toMatchObject({ complete: true, answer: { score: 4 } });
    },
  );

  test('without the vitals an answer is sent all the same', async ({ visit, shop, endpoint }) => {
    shop.fault('curtsy.vitals.js', { status: 404 });
    const page = await visit(RATING);
    await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
    await page.getByRole('button', { name: 'Send' }).click();
    await until(() => endpoint.bodies().length === 1);
  });
});

describe('a press before the outbox is there', () => {
  test('on Send: it is thanked for at once, and sent when the outbox has come', async ({ visit, shop, endpoint }) => {
    shop.fault('curtsy.outbox.js', { delay: 3_000 });
    shop.fault('curtsy.follow.js', { delay: 3_000 });
    const page = await visit(RATING);
    await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('heading', { name: /^Thank you/ }).waitFor();
    expect(await heard(page, 'saved'), 'nothing is called saved that is not').toEqual([]);
    await until(() => endpoint.bodies().length > 0);
    await emptied(page);
    expect(endpoint.bodies()).toMatchObject([{ revision: 1, complete: true, answer: { score: 4 } }]);
    expect((await heard(page, 'saved')).length).toBeGreaterThan(0);
  });

  test('on a face, and the tab is closed: it arrives with the next page, incomplete', async ({
    visit,
    shop,
    endpoint,
  }) => {
    shop.fault('curtsy.outbox.js', { delay: 60_000 });
    const page = await visit(RATING);
    await page.getByRole('radio', { name: 'Dissatisfied', exact: true }).check();
    await page.close();
    shop.mend('curtsy.outbox.js');
    const next = await visit('<p>About us</p>', { path: '/about' });
    await until(() => endpoint.bodies().length > 0);
    await emptied(next);
    expect(endpoint.bodies()).toMatchObject([{ revision: 1, complete: false, answer: { score: 2 } }]);
  });
});

test('a browser from before its time keeps the fallback content, and nothing is thrown', async ({
  visit,
  visitor,
  shop,
}) => {
  await visitor.context.addInitScript(() => {
    CSS.supports = () => false;
  });
  const page = await visit('<curtsy-rating><a href="mailto:hello@shop.example">Tell us how it was</a></curtsy-rating>');
  await page.waitForLoadState('networkidle');
  await page.getByRole('link', { name: 'Tell us how it was' }).waitFor();
  expect(fetched(shop)).toEqual(['']);
});

describe('leftovers of an earlier visit', () => {
  test('are sent from a page without an element, also when a killed browser lost the marker', async ({
    visit,
    endpoint,
    visitor,
  }) => {
    endpoint.behave({ status: 503 });
    const page = await visit(RATING);
    await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
    await page.getByRole('button', { name: 'Send' }).click();
    await until(async () => (await pending(page))[0]?.attempts === 1);
    await page.evaluate(() => {
      localStorage.clear();
    });
    await page.close();

    endpoint.behave({});
    endpoint.arrivals.length = 0;
    await visitor.context.clock.install({ time: Date.now() + 3_600_000 });
    const next = await visit('<p>About us</p>', { path: '/about' });
    await until(() => endpoint.bodies().length > 0);
    await emptied(next);
    expect(endpoint.bodies()).toHaveLength(1);
  });
});
