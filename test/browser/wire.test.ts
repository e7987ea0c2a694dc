// The wire in each of its formats, as an endpoint reads it.

import type { Page } from 'playwright-core';
import type { Endpoint } from '../support/endpoint.js';
import { emptied, flush } from '../support/in-page.js';
import { expect, test } from '../support/scene.js';
import { schemaFaults } from '../support/schema.js';
import { until } from '../support/until.js';

const RATING = '<curtsy-rating touchpoint="checkout" reasons="experience"></curtsy-rating>';

async function rate(page: Page, endpoint: Endpoint): Promise<void> {
  await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
  await page.getByRole('checkbox', { name: 'The site' }).check();
  await page.getByRole('checkbox', { name: 'The brand' }).check();
  await page.getByRole('button', { name: 'Send' }).click();
  await until(() => endpoint.arrivals.length > 0);
  await emptied(page);
}

function tag(endpoint: Endpoint, format: string): string {
  return `data-endpoint="${endpoint.url}" data-source="webshop" data-format="${format}"`;
}

test('text: the same body as plain text, without a header of ours and so without a preflight', async ({
  visit,
  endpoint,
}) => {
  await rate(await visit(RATING, { tag: tag(endpoint, 'text') }), endpoint);
  expect(endpoint.preflights).toEqual([]);
  expect(endpoint.arrivals[0]?.headers['content-type']).toMatch(/^text\/plain/);
  expect(endpoint.arrivals[0]?.key).toBeUndefined();
  expect(schemaFaults(endpoint.bodies()[0])).toEqual([]);
});

test('form: nested names dotted, arrays by repeating the name, and no preflight', async ({ visit, endpoint }) => {
  await rate(await visit(RATING, { tag: tag(endpoint, 'form') }), endpoint);
  expect(endpoint.arrivals[0]?.headers['content-type']).toMatch(/^application\/x-www-form-urlencoded/);
  const fields = new URLSearchParams(endpoint.arrivals[0]?.text);
  expect(fields.get('kind')).toBe('rating');
  expect(fields.get('answer.score')).toBe('4');
  expect(fields.getAll('answer.reasons')).toEqual(['site', 'brand']);
  expect(fields.get('revision')).toBe('1');
  expect(endpoint.preflights).toEqual([]);
  expect(endpoint.arrivals[0]?.key).toBeUndefined();
});

test('cloudevents: structured mode, with the body as its data', async ({ visit, endpoint }) => {
  await rate(await visit(RATING, { tag: tag(endpoint, 'cloudevents') }), endpoint);
  expect(endpoint.arrivals[0]?.headers['content-type']).toMatch(/^application\/cloudevents\+json/);
  const event = JSON.parse(endpoint.arrivals[0]?.text ?? '') as Record<string, unknown>;
  const data = event['data'] as { id: string; createdAt: string };
  expect(event).toMatchObject({
    specversion: '1.0',
    type: 'dev.curtsy.rating.v1',
    source: 'webshop',
    id: `${data.id}.1`,
    time: data.createdAt,
  });
  expect(schemaFaults(data)).toEqual([]);
});

test('cloudevents-batch: an array of them', async ({ visit, endpoint }) => {
  await rate(await visit(RATING, { tag: tag(endpoint, 'cloudevents-batch') }), endpoint);
  expect(endpoint.arrivals[0]?.headers['content-type']).toMatch(/^application\/cloudevents-batch\+json/);
  const events = JSON.parse(endpoint.arrivals[0]?.text ?? '') as { type: string; data: unknown }[];
  expect(events).toMatchObject([{ specversion: '1.0', type: 'dev.curtsy.rating.v1' }]);
  expect(schemaFaults(events[0]?.data)).toEqual([]);
});

test('serialize: any other body, made once and sent unchanged', async ({ visit, endpoint }) => {
  const head = `<script>
    window.curtsy = window.curtsy || [];
    window.times = 0;
    curtsy.push(['configure', {
      endpoint: '${endpoint.url}',
      serialize: ({ id, answer }) => ({ contentType: 'application/xml', body: '<a n="' + ++times + '" id="' + id + '">' + answer.score + '</a>' }),
    }]);
  </script>`;
  endpoint.behave((_, count) => (count === 0 ? { status: 500 } : {}));
  const page = await visit('<curtsy-rating></curtsy-rating>', { tag: '', head });
  await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
  await page.getByRole('button', { name: 'Send' }).click();
  await until(() => endpoint.arrivals.length === 1);
  await until(async () => (await flush(page)).waiting === 0);
  expect(endpoint.arrivals).toHaveLength(2);
  expect(endpoint.arrivals[0]?.headers['content-type']).toBe('application/xml');
  expect(endpoint.arrivals[0]?.text).toMatch(/^<a n="\d" id="[0-9a-f-]+">4<\/a>$/);
  expect(endpoint.arrivals[1]?.text).toBe(endpoint.arrivals[0]?.text);
});
