// Settings come in four ways and the later wins; what they change is seen on the wire.

import type { Page } from 'playwright-core';
import { describe } from 'vitest';
import { emptied, flush, ready } from '../support/in-page.js';
import { expect, test } from '../support/scene.js';
import type { Endpoint } from '../support/endpoint.js';
import { until } from '../support/until.js';

const RATING = '<curtsy-rating></curtsy-rating>';

async function rate(page: Page, endpoint: Endpoint): Promise<void> {
  const before = endpoint.arrivals.length;
  await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
  await page.getByRole('button', { name: 'Send' }).click();
  await until(() => endpoint.arrivals.length > before);
  await emptied(page);
}

function block(settings: object): string {
  return `<script type="application/json" data-curtsy>${JSON.stringify(settings)}</script>`;
}

function queued(settings: object): string {
  return `<script>window.curtsy = window.curtsy || []; curtsy.push(['configure', ${JSON.stringify(settings)}]);</script>`;
}

describe('four ways', () => {
  test('data-* on the script tag, objects as JSON', async ({ visit, endpoint }) => {
    const page = await visit(RATING, {
      tag: `data-endpoint="${endpoint.url}" data-source="from-tag" data-metadata='{"order":"A-1","gift":true}' data-keep-params='["ref"]'`,
      path: '/',
    });
    await page.goto(`${page.url()}?ref=mail&secret=1`);
    await rate(page, endpoint);
    expect(endpoint.bodies()[0]).toMatchObject({ source: 'from-tag', metadata: { order: 'A-1', gift: true } });
    expect(endpoint.bodies()[0]?.context['url']).toMatch(/\/\?ref=mail$/);
  });

  test('a JSON block', async ({ visit, endpoint }) => {
    const page = await visit(RATING, { tag: '', head: block({ endpoint: endpoint.url, source: 'from-block' }) });
    await rate(page, endpoint);
    expect(endpoint.bodies()[0]?.source).toBe('from-block');
  });

  test('a call queued before the script', async ({ visit, endpoint }) => {
    const page = await visit(RATING, { tag: '', head: queued({ endpoint: endpoint.url, source: 'from-queue' }) });
    await rate(page, endpoint);
    expect(endpoint.bodies()[0]?.source).toBe('from-queue');
  });

  test('configure(), once curtsy-ready was dispatched on the document', async ({ visit, endpoint }) => {
    const note = `<script>document.addEventListener('curtsy-ready', () => {
      curtsy.configure({ endpoint: '${endpoint.url}', source: 'from-call' });
    });</script>`;
    const page = await visit(RATING, { tag: '', head: note });
    await ready(page);
    await rate(page, endpoint);
    expect(endpoint.bodies()[0]?.source).toBe('from-call');
  });

  test('later wins: the tag, then the block, then the queue, then the call', async ({ visit, endpoint }) => {
    const page = await visit(RATING, {
      tag: `data-endpoint="${endpoint.url}" data-source="tag" data-customer='{"id":"tag"}' data-metadata='{"from":"tag"}'`,
      head:
        block({ source: 'block', customer: { id: 'block' }, metadata: { from: 'block' } }) +
        queued({ source: 'queue', metadata: { from: 'queue' } }),
    });
    await ready(page);
    await page.evaluate(() => {
      window.curtsy.configure({ metadata: { from: 'call' } });
    });
    await rate(page, endpoint);
    expect(endpoint.bodies()[0]).toMatchObject({
      source: 'queue',
      customer: { id: 'block' },
      metadata: { from: 'call' },
    });
  });

  test('push works before and after, and window.curtsy keeps it', async ({ visit, endpoint }) => {
    const page = await visit(RATING);
    await ready(page);
    await page.evaluate(() => window.curtsy.push(['configure', { metadata: { pushed: 'late' } }]));
    await rate(page, endpoint);
    expect(endpoint.bodies()[0]?.metadata).toEqual({ pushed: 'late' });
  });
});

describe('what they change', () => {
  test('an element’s own endpoint, source and metadata go before the settings', async ({ visit, endpoint }) => {
    const page = await visit(`<curtsy-rating endpoint="${endpoint.url}?own" source="outlet"></curtsy-rating>`, {
      tag: `data-endpoint="${endpoint.url}" data-metadata='{"a":1,"b":2}'`,
    });
    await page.locator('curtsy-rating').evaluate((element) => Object.assign(element, { metadata: { b: 3 } }));
    await rate(page, endpoint);
    expect(endpoint.arrivals[0]?.url).toBe('/feedback?own');
    expect(endpoint.bodies()[0]).toMatchObject({ source: 'outlet', metadata: { a: 1, b: 3 } });
  });

  test('identify() says who is shopping, and nothing of it is stored on its own', async ({ visit, endpoint }) => {
    const page = await visit(RATING);
    await ready(page);
    await page.evaluate(() => {
      window.curtsy.identify({ id: 'c-7', email: 'ada@shop.example' });
    });
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain('ada@');
    await rate(page, endpoint);
    expect(endpoint.bodies()[0]?.customer).toEqual({ id: 'c-7', email: 'ada@shop.example' });
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain('ada@');
  });

  test('privacy minimal: no page, no customer, no vitals', async ({ visit, endpoint, shop }) => {
    const page = await visit(RATING, {
      tag: `data-endpoint="${endpoint.url}" data-privacy="minimal" data-customer='{"id":"c-7"}'`,
    });
    await rate(page, endpoint);
    expect(endpoint.bodies()[0]?.context).toEqual({ instrument: 'rating/1' });
    expect(endpoint.bodies()[0]).not.toHaveProperty('customer');
    expect(shop.requests.map(({ url }) => url).join()).not.toContain('vitals');
  });

  test.for([
    ['forces minimal', '', { instrument: 'rating/1' }],
    ['gives way to a page that sets privacy itself', 'data-privacy="full"', { title: 'Bloom & Field' }],
  ] as const)('Global Privacy Control %s', async ([, tag, context], { visit, endpoint, visitor }) => {
    await visitor.context.addInitScript(() => {
      Object.defineProperty(navigator, 'globalPrivacyControl', { get: () => true });
    });
    const page = await visit(RATING, { tag: `data-endpoint="${endpoint.url}" ${tag}` });
    await rate(page, endpoint);
    if ('instrument' in context) expect(endpoint.bodies()[0]?.context).toEqual(context);
    else expect(endpoint.bodies()[0]?.context).toMatchObject(context);
  });

  test.for([
    ['omit, as it comes', '', undefined],
    ['include', 'data-credentials="include"', 'session=abc'],
  ] as const)('credentials: %s', async ([, tag, cookie], { visit, visitor, endpoint }) => {
    await visitor.context.addCookies([{ name: 'session', value: 'abc', url: endpoint.origin }]);
    const page = await visit(RATING, { tag: `data-endpoint="${endpoint.url}" ${tag}` });
    await rate(page, endpoint);
    expect(endpoint.arrivals[0]?.headers.cookie).toBe(cookie);
  });

  test('headers from a function, asked at each attempt', async ({ visit, endpoint }) => {
    const page = await visit(RATING, { tag: '' });
    await ready(page);
    await page.evaluate((url) => {
      let token = 0;
      window.curtsy.configure({ endpoint: url, headers: async () => Promise.resolve({ 'X-Token': `t${++token}` }) });
    }, endpoint.url);
    endpoint.behave((_, count) => (count === 0 ? { status: 500 } : {}));
    await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
    await page.getByRole('button', { name: 'Send' }).click();
    await until(() => endpoint.arrivals.length === 1);
    await until(async () => (await flush(page)).waiting === 0);
    expect(endpoint.arrivals.map(({ headers }) => headers['x-token'])).toEqual(['t1', 't2']);
  });

  test('acknowledge decides alone', async ({ visit, endpoint }) => {
    endpoint.behave((_, count) => ({ status: 200, body: JSON.stringify({ ok: count > 0 }) }));
    const page = await visit(RATING, { tag: '' });
    await ready(page);
    await page.evaluate((url) => {
      const acknowledge = ({ text }: { text: string }): boolean => (JSON.parse(text) as { ok: boolean }).ok;
      window.curtsy.configure({ endpoint: url, acknowledge });
    }, endpoint.url);
    await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
    await page.getByRole('button', { name: 'Send' }).click();
    await until(() => endpoint.arrivals.length === 1);
    const { waiting } = await page.evaluate(async () => {
      const waiting = (await window.curtsy.outbox.pending()).length;
      await window.curtsy.outbox.flush();
      return { waiting };
    });
    expect(waiting).toBe(1);
    await emptied(page);
    expect(endpoint.arrivals).toHaveLength(2);
  });

  test('an endpoint set later sends what was kept without one', async ({ visit, visitor, endpoint }) => {
    const page = await visit(RATING, { tag: 'data-source="webshop"' });
    await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
    await page.getByRole('button', { name: 'Send' }).click();
    await visitor.warned(/\[curtsy\].*endpoint/i);
    await page.getByText(/Saved on this device/).waitFor();
    await page.evaluate((url) => {
      window.curtsy.configure({ endpoint: url });
    }, endpoint.url);
    await until(() => endpoint.bodies().length === 1);
    await emptied(page);
  });

  test('forget() erases all that is held in this browser', async ({ visit, endpoint, visitor }) => {
    endpoint.behave({ status: 503 });
    const page = await visit(RATING);
    await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
    await page.getByRole('button', { name: 'Send' }).click();
    await until(() => endpoint.arrivals.length === 1);
    await page.evaluate(() => window.curtsy.forget());
    await emptied(page);
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('curtsy')))).toEqual([]);
    expect(await page.evaluate(() => window.curtsy.outbox.export())).toEqual([]);
    expect(visitor.crashes).toEqual([]);
  });

  test('any text can be put in other words, by language and by element', async ({ visit, endpoint }) => {
    const page = await visit(`${RATING}<curtsy-rating id="own"></curtsy-rating>`, {
      tag: `data-endpoint="${endpoint.url}" data-strings='{"en":{"rating4":"Over the moon","send":"Post it"}}'`,
    });
    await page.locator('#own').evaluate((element) => Object.assign(element, { strings: { rating4: 'Thrilled' } }));
    await page.locator('#own').getByRole('radio', { name: 'Thrilled' }).waitFor();
    await page.locator('curtsy-rating').first().getByRole('radio', { name: 'Over the moon' }).check();
    await page.locator('curtsy-rating').first().getByRole('button', { name: 'Post it' }).waitFor();
  });

  test('debug says in the console what each attempt did', async ({ visit, visitor, endpoint }) => {
    const lines: string[] = [];
    visitor.context.on('console', (message) => lines.push(message.text()));
    const page = await visit(RATING, { tag: `data-endpoint="${endpoint.url}" data-debug` });
    await rate(page, endpoint);
    expect(lines.filter((line) => line.startsWith('[curtsy]')).join()).toContain('204');
    expect(page.isClosed()).toBe(false);
  });
});
