// What people complain of in what becomes of an answer or a request, each a test that carries the complaint as its name.

import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { createCollector } from '../../../examples/collector/collector.js';
import { emptied, flush, heard, pending, ready } from '../../support/in-page.js';
import { expect, test } from '../../support/scene.js';
import { until } from '../../support/until.js';

const RATING = '<curtsy-rating touchpoint="shop" reasons="experience"></curtsy-rating>';
const CALLBACK = '<curtsy-callback country="GB" channels="phone, email"></curtsy-callback>';
/** A shop in London that calls back on weekdays. */
const HOURS = CALLBACK.replace(
  ' ',
  ' hours="Mo-Fr 09:00-17:00" time-zone="Europe/London" lead="PT45M" slot-length="PT30M" days-ahead="2" ',
);

/** Stems of the patterns by which lists for ad blockers know what they block, wherever it comes from. */
const TELLING =
  /(^|[./_-])(ads?|advert\w*|analytics?|banner|beacon|collect\w*|events?|feedback|insights?|logger|metrics?|nps|overlay|pixel|poll|pop(up|over)|promo\w*|rum|stats?|survey\w*|telemetry|track\w*|visitors?|web-?vitals|widget)([./_-]|$)/;

const rate = async (page: Page): Promise<void> => {
  await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('heading', { name: /^Thank you/ }).waitFor();
};
const submit = (page: Page) => page.locator('curtsy-callback button[part~=submit]');

test('7: the emoji is lost when what follows it is skipped', async ({ visit, endpoint }) => {
  const page = await visit(`<curtsy-prompt trigger="load">${RATING}</curtsy-prompt>`);
  await page.getByRole('radio', { name: 'Very satisfied' }).check();
  await page.getByRole('button', { name: 'Close feedback' }).click();
  await page.close();
  const other = await visit('', { path: '/other' });
  await ready(other);
  await until(() => endpoint.bodies().some(({ answer }) => answer['score'] === 5));
});

test('8: it says thanks though nothing was sent', async ({ visit, visitor, endpoint }) => {
  const page = await visit(RATING);
  await ready(page);
  await visitor.context.setOffline(true);
  await rate(page);
  await page.getByText('Saved on this device. We’ll send it when you’re back online.').waitFor();
  expect(await page.getByText('Sent.').count()).toBe(0);
  await visitor.context.setOffline(false);
  await page.getByText('Sent.').waitFor();
  expect(endpoint.bodies()).toHaveLength(1);

  endpoint.behave({ status: 422 });
  const other = await visit(RATING, { path: '/other' });
  await rate(other);
  await other.getByText('Not delivered. It is kept on this device.').waitFor();
  await visitor.warned(/\[curtsy\].*422/);
});

test('9: ad blockers kill it', async ({ visit, visitor, endpoint }) => {
  const files = await readdir(join(import.meta.dirname, '../../../dist'));
  expect(files.filter((file) => TELLING.test(file))).toEqual([]);

  const isBlocked = (name: string) => visitor.context.route(name, (route) => route.abort('blockedbyclient'));
  await isBlocked('**/curtsy.core.js*');
  const blocked = visitor.context.waitForEvent('requestfailed', (request) => request.url().includes('.core.'));
  const without = await visit(`<curtsy-rating><a href="mailto:hello@shop.example">Tell us</a></curtsy-rating>`);
  await blocked;
  await without.getByRole('link', { name: 'Tell us' }).click({ trial: true });
  await without.close();
  await visitor.context.unroute('**/curtsy.core.js*');

  await isBlocked(`${endpoint.origin}/**`);
  const page = await visit(RATING);
  await rate(page);
  await until(async () => (await pending(page))[0]?.attempts === 1);
  await visitor.warned(/\[curtsy\].*CORS/);
  await visitor.context.unroute(`${endpoint.origin}/**`);
  const next = await visit('<p>Teapots</p>', { path: '/next' });
  await until(async () => (await flush(next)).waiting === 0);
  expect(endpoint.bodies()).toMatchObject([{ complete: true, answer: { score: 4 } }]);
});

test('10: it is stuck, and what was half answered is lost', async ({ visit, visitor, endpoint }) => {
  endpoint.behave({ silent: true });
  const page = await visit(`<curtsy-prompt trigger="load">${RATING}</curtsy-prompt>`);
  await rate(page);
  await until(() => endpoint.arrivals.length > 0);
  await page.getByRole('button', { name: 'Close feedback' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.close();
  const half = await visit(RATING, { path: '/half' });
  await half.getByRole('radio', { name: 'Dissatisfied', exact: true }).check();
  await half.getByRole('checkbox', { name: 'The site' }).check();
  await until(async () => (await heard(half, 'saved')).length > 1);
  await half.close();

  // What was under way is given up for lost by then.
  await visitor.context.clock.install({ time: Date.now() + 600_000 });
  const before = endpoint.arrivals.length;
  endpoint.behave({});
  await emptied(await visit('<p>Teapots</p>', { path: '/next' }));
  const came = endpoint.arrivals.slice(before).map(({ text }) => JSON.parse(text) as object);
  expect(came).toHaveLength(2);
  expect(came).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ complete: true, answer: expect.objectContaining({ score: 4 }) as object }),
      expect.objectContaining({
        complete: false,
        answer: expect.objectContaining({ score: 2, reasons: ['site'] }) as object,
      }),
    ]),
  );
});

test('11: a double click makes two of it', async ({ visit, endpoint }) => {
  endpoint.behave({ delay: 300 });
  const page = await visit(`${RATING}${CALLBACK}`);
  await page.getByRole('radio', { name: 'Satisfied', exact: true }).dblclick();
  await page.getByRole('button', { name: 'Send' }).dblclick();
  await page.getByLabel('Your number').fill('020 7946 0018');
  await submit(page).dblclick();
  await until(() => endpoint.arrivals.length === 2);
  await emptied(page);
  expect(endpoint.bodies().map(({ kind, revision }) => `${kind} ${revision}`)).toEqual(['rating 1', 'callback 1']);
  expect(new Set(endpoint.arrivals.map(({ key }) => key)).size).toBe(2);
});

test('13: it needs a script from somebody else', async ({ visit, visitor, shop, endpoint }) => {
  const asked = new Set<string>();
  visitor.context.on('request', (request) => asked.add(new URL(request.url()).origin));
  const page = await visit(
    `${RATING}<curtsy-expectation></curtsy-expectation>${HOURS}
     <curtsy-prompt trigger="load; slow; exit">${RATING.replace('shop', 'visit')}</curtsy-prompt>
     <curtsy-launcher label="Opinion" placement="top-start">${RATING.replace('shop', 'site')}</curtsy-launcher>`,
    { html: 'lang="de"' },
  );
  await page.locator('curtsy-prompt curtsy-rating').getByRole('radio').first().check();
  await page.getByRole('button', { name: 'Opinion' }).click();
  await page.locator('curtsy-launcher curtsy-rating').getByRole('radio').first().check();
  await page.locator('curtsy-launcher button[part~=submit]').click();
  await page.locator('.when .hint').waitFor();
  await until(() => endpoint.bodies().some(({ complete }) => complete));
  expect([...asked].sort()).toEqual([shop.origin, endpoint.origin].sort());
});

test('28: it demands a country code, and people give up', async ({ visit, endpoint }) => {
  const page = await visit(CALLBACK);
  await page.getByLabel('Your number').fill('(020) 7946-0018');
  await submit(page).click();
  await until(() => endpoint.bodies().length === 1);
  // A shop that says nothing of its country: whatever is typed is taken.
  const plain = await visit(CALLBACK.replace('country="GB"', ''), { path: '/plain' });
  await plain.getByLabel('Your number').fill('7946 0018');
  await until(async () => {
    await submit(plain).click();
    return endpoint.bodies().length === 2;
  });
  expect(endpoint.bodies().map(({ answer }) => answer)).toMatchObject([
    { phone: '+442079460018', phoneRaw: '(020) 7946-0018' },
    { phoneRaw: '7946 0018' },
  ]);
});

test('29: it brings spam', async ({ visit, endpoint, onTestFinished }) => {
  const page = await visit(CALLBACK);
  await page.getByLabel('Your number').fill('020 7946 0018');
  await page.locator('curtsy-callback input[tabindex="-1"]').evaluate((trap: HTMLInputElement) => {
    trap.value = 'https://spam.example';
  });
  await submit(page).click();
  await page.getByRole('heading', { level: 2 }).waitFor();
  await emptied(page);
  expect(endpoint.arrivals).toEqual([]);

  // What sends a flood is told to wait by the collector, and a person whom that meets loses nothing.
  const folder = await mkdtemp(join(tmpdir(), 'curtsy-spam-'));
  const collector = await createCollector({ dataDir: folder, perMinute: 1 });
  onTestFinished(async () => {
    await collector.close();
    await rm(folder, { recursive: true, force: true });
  });
  const address = await collector.listen({ port: 0, host: '127.0.0.1' });
  const flooded = await visit(RATING, { path: '/flood', tag: `data-endpoint="${address}/feedback"` });
  await rate(flooded);
  await emptied(flooded);
  await flooded.reload();
  await rate(flooded);
  await until(async () => (await pending(flooded))[0]?.status === 429);
});

test('30: it promises a call outside of the hours, or in the wrong zone, and is sent many times', async ({
  visit,
  invite,
  endpoint,
}) => {
  const by = await invite({ timezoneId: 'America/New_York', locale: 'en-GB' });
  const open = async (now: string, path: string): Promise<Page> => {
    const page = await visit('', { by, path });
    await page.clock.setFixedTime(now);
    const next = await visit(HOURS, { by, path });
    await next.clock.setFixedTime(now);
    await next.reload();
    await next.locator('.when .hint').waitFor();
    await next.getByRole('button', { name: 'More times' }).click();
    return next;
  };
  /** The times to choose from; none for "as soon as possible". */
  const times = (page: Page): Promise<(string | undefined)[]> =>
    page
      .locator('input[name=when]')
      .evaluateAll((inputs) => (inputs as HTMLInputElement[]).map(({ value }) => Number(value)))
      .then((all) => all.map((at) => (at ? new Date(at).toISOString() : undefined)));

  // A quarter past three on a Tuesday afternoon in London: with three quarters of an hour to prepare, from four on.
  const [asap, ...tuesday] = await times(await open('2026-11-24T15:15:00Z', '/open'));
  expect([asap, tuesday[0]]).toEqual([undefined, '2026-11-24T16:00:00.000Z']);
  expect(new Set(tuesday).size, 'no time twice').toBe(tuesday.length);
  expect(tuesday.filter((time) => !/T(09|1[0-6]):[03]0/.test(time ?? ''))).toEqual([]);

  // Friday evening: nobody is there before Monday at nine, whatever the shopper's own clock says.
  const page = await open('2026-11-27T19:00:00Z', '/closed');
  expect((await times(page))[0]).toBe('2026-11-30T13:00:00.000Z');
  expect(await page.getByRole('radio', { name: '08:00' }).first().isChecked()).toBe(true);
  await page.getByLabel('Your number').fill('+1 212 555 0123');
  await submit(page).evaluate((button: HTMLButtonElement) => {
    for (let n = 0; n < 5; n++) button.click();
  });
  await until(() => endpoint.bodies().length > 0);
  await emptied(page);
  // At one in London, since nobody is called before eight in the morning where they are.
  expect(endpoint.bodies()).toMatchObject([
    { answer: { slot: { start: '2026-11-30T13:00:00.000Z', timeZone: 'America/New_York' } } },
  ]);
});
