// The way of one answer: given on a page, safe on the device, at the endpoint, and the shopper told the truth.

import { describe } from 'vitest';
import { emptied, flush, heard, pending, rejected } from '../support/in-page.js';
import { expect, test } from '../support/scene.js';
import { schemaFaults } from '../support/schema.js';
import { until } from '../support/until.js';

const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('an answer arrives', () => {
  test('a rating with a reason and a comment, as the surface describes it', async ({ visit, endpoint }) => {
    const page = await visit('<curtsy-rating touchpoint="checkout" reasons="experience"></curtsy-rating>');
    await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
    await page.getByRole('checkbox', { name: 'The product' }).check();
    await page.getByRole('textbox').fill('Just as I hoped.');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('heading', { name: /^Thank you/ }).waitFor();
    await emptied(page);

    expect(endpoint.arrivals).toHaveLength(1);
    const [body] = endpoint.bodies();
    expect(body).toMatchObject({
      version: 1,
      id: expect.stringMatching(UUID_V7) as string,
      revision: 1,
      kind: 'rating',
      source: 'webshop',
      touchpoint: 'checkout',
      locale: 'en',
      answer: { score: 4, scale: 5, format: 'svg', reasons: ['product'], comment: 'Just as I hoped.' },
      complete: true,
    });
    expect(schemaFaults(body)).toEqual([]);
  });

  test('an expectation, with the promise that it was measured against', async ({ visit, endpoint }) => {
    const page = await visit(
      '<curtsy-expectation touchpoint="delivery" promise="Delivery by Tuesday"></curtsy-expectation>',
    );
    await page.getByText('Delivery by Tuesday').waitFor();
    await page.getByRole('radio', { name: 'Exceeded them', exact: true }).check();
    await page.getByRole('button', { name: 'Send' }).click();
    await emptied(page);

    expect(endpoint.bodies()).toMatchObject([
      {
        kind: 'expectation',
        touchpoint: 'delivery',
        answer: { verdict: 'exceeded', score: 1, scale: 5, promise: 'Delivery by Tuesday' },
        complete: true,
      },
    ]);
    expect(schemaFaults(endpoint.bodies()[0])).toEqual([]);
  });

  test('of three elements on one page, each its own', async ({ visit, endpoint }) => {
    const page = await visit(
      '<curtsy-rating></curtsy-rating><curtsy-expectation></curtsy-expectation><curtsy-callback country="GB" channels="phone, email"></curtsy-callback>',
    );
    await page.getByRole('radio', { name: 'Very satisfied' }).check();
    await page.locator('curtsy-rating').getByRole('button', { name: 'Send' }).click();
    await page.getByRole('radio', { name: 'Met them' }).check();
    await page.locator('curtsy-expectation').getByRole('button', { name: 'Send' }).click();
    await page.locator('curtsy-callback input[type=tel]').fill('020 7946 0018');
    await page.locator('curtsy-callback button[part~=submit]').click();
    await until(() => endpoint.responses().length === 3);
    await emptied(page);

    expect(endpoint.arrivals).toHaveLength(3);
    expect(
      endpoint
        .responses()
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['callback', 'expectation', 'rating']);
    expect(endpoint.bodies().flatMap(schemaFaults)).toEqual([]);
  });

  test('with the two headers that the surface names, and no other of ours', async ({ visit, endpoint }) => {
    const page = await visit('<curtsy-rating></curtsy-rating>');
    await page.getByRole('radio', { name: 'Dissatisfied', exact: true }).check();
    await page.getByRole('button', { name: 'Send' }).click();
    await emptied(page);

    const [body] = endpoint.bodies();
    expect(endpoint.arrivals[0]?.headers['content-type']).toBe('application/json');
    expect(endpoint.arrivals[0]?.key).toBe(`"${body?.id}.${body?.revision}"`);
    expect(endpoint.preflights.map((headers) => headers['access-control-request-headers'])).toEqual([
      'content-type,idempotency-key',
    ]);
  });

  test('with the page that it was given on, without what an address may hide', async ({ visit, endpoint, shop }) => {
    const before = shop.page(
      '/search',
      '<title>Search</title><a href="/product?order=A-1001&utm=mail#reviews">Product</a>',
    );
    const page = await visit('<curtsy-rating></curtsy-rating>', { path: '/product' });
    await page.goto(`${before}?q=private`);
    await page.getByRole('link').click();
    await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
    await page.getByRole('button', { name: 'Send' }).click();
    await emptied(page);

    expect(endpoint.bodies()[0]?.context).toMatchObject({
      url: `${shop.origin}/product`,
      referrer: `${shop.origin}/search`,
      title: 'Bloom & Field',
      viewport: [1280, 720],
      timeZone: expect.any(String) as string,
      instrument: 'rating/1',
      vitals: { LCP: { value: expect.any(Number) as number, rating: expect.any(String) as string } },
    });
    expect(endpoint.arrivals[0]?.text).not.toMatch(/private|A-1001|utm|reviews/);
  });
});

describe('what the shop’s page is told', () => {
  test('chosen, saved as a draft, sent, saved, delivered, in this order and once each', async ({ visit }) => {
    const page = await visit('<curtsy-rating></curtsy-rating>');
    await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
    await until(async () => (await heard(page, 'saved')).length === 1);
    await page.getByRole('textbox').fill('secret words');
    await page.getByRole('button', { name: 'Send' }).click();
    await until(async () => (await heard(page, 'delivered')).length === 1);

    const events = await heard(page);
    expect(events.map(({ type }) => type)).toEqual([
      'curtsy-change',
      'curtsy-saved',
      'curtsy-submit',
      'curtsy-saved',
      'curtsy-delivered',
    ]);
    const [change, draft, submit, saved, delivered] = events.map(({ detail }) => detail);
    const { id } = draft as { id: string };
    expect(change).toEqual({ score: 4 });
    expect(draft).toEqual({ id, revision: 1, durable: 'indexeddb' });
    expect(submit).toMatchObject({
      response: { id, revision: 1, complete: true, answer: { comment: 'secret words' } },
    });
    expect(saved).toEqual({ id, revision: 1, durable: 'indexeddb' });
    expect(delivered).toEqual({ id, revision: 1, status: 204 });
    const spoken = events.filter(({ type }) => type !== 'curtsy-submit');
    expect(JSON.stringify(spoken)).not.toContain('secret words');
  });

  test('an answer that is refused for good is told, kept and listed', async ({ visit, endpoint, visitor }) => {
    endpoint.behave({ status: 422 });
    const page = await visit('<curtsy-rating></curtsy-rating>');
    await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
    await page.getByRole('button', { name: 'Send' }).click();
    await visitor.warned(/\[curtsy\].*422/);
    await until(async () => (await heard(page, 'rejected')).length === 1);

    const [{ detail } = { detail: {} }] = await heard(page, 'rejected');
    expect(detail).toMatchObject({ revision: 1, status: 422, reason: expect.any(String) as string });
    await expect.poll(() => page.locator('curtsy-rating').getAttribute('data-receipt')).toBe('refused');
    expect(await page.getByRole('status').allTextContents()).toContainEqual(
      expect.stringContaining('kept on this device'),
    );
    expect(await rejected(page)).toMatchObject([{ kind: 'rating', revision: 1, status: 422 }]);
    expect(await pending(page)).toEqual([]);
  });
});

describe('what the shopper is told', () => {
  test('nothing but thanks, where sending takes no longer than a moment', async ({ visit }) => {
    const page = await visit('<curtsy-rating></curtsy-rating>');
    await page.getByRole('radio', { name: 'Very satisfied' }).check();
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('heading', { name: /^Thank you/ }).waitFor();
    await expect.poll(() => page.locator('curtsy-rating').getAttribute('data-receipt')).toBe('sent');
    expect(
      await page
        .locator('curtsy-rating')
        .getByText(/Saved on this device/)
        .count(),
    ).toBe(0);
  });

  test('that it is saved, as soon as sending takes longer, and that it was sent in the end', async ({
    visit,
    endpoint,
  }) => {
    endpoint.behave({ delay: 3_000 });
    const page = await visit('<curtsy-rating></curtsy-rating>');
    await page.getByRole('radio', { name: 'Very satisfied' }).check();
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText(/Saved on this device\. We.ll send it/).waitFor();
    expect(await page.locator('curtsy-rating').getAttribute('data-receipt')).toBe('saved');
    await page.getByText('Sent.').waitFor();
    expect(await page.locator('curtsy-rating').getAttribute('data-receipt')).toBe('sent');
  });

  test('thanks that fit the score and the first reason', async ({ visit }) => {
    const page = await visit('<curtsy-rating reasons="experience"></curtsy-rating>');
    await page.getByRole('radio', { name: 'Very dissatisfied' }).check();
    await page.getByRole('checkbox', { name: 'The product' }).check();
    await page.getByRole('checkbox', { name: 'The site' }).check();
    await page.getByRole('button', { name: 'Send' }).click();
    const thanks = page.getByRole('heading', { name: 'Thank you. We’re sorry that the product let you down.' });
    await thanks.waitFor();
    await expect.poll(() => thanks.evaluate((node) => node.matches(':focus'))).toBe(true);
  });
});

describe('an endpoint that fails', () => {
  test.for([
    ['an error of its own', { status: 500 }],
    ['a connection cut after the body was read', { reset: 'after' }],
    ['a captive portal: a redirect to a page that says 200', { redirect: '/welcome' }],
  ] as const)(
    '%s is no acknowledgement: the answer waits, and arrives unchanged',
    async ([, fault], { visit, endpoint, visitor }) => {
      endpoint.behave(fault);
      const page = await visit('<curtsy-rating></curtsy-rating>');
      await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
      await page.getByRole('button', { name: 'Send' }).click();
      await until(() => endpoint.arrivals.length > 0);
      await until(async () => ((await pending(page))[0]?.nextAttemptAt ?? '') > new Date().toISOString());
      expect(await heard(page, 'delivered')).toEqual([]);
      if (!('status' in fault)) await visitor.warned(/\[curtsy\]/);

      endpoint.behave({});
      await flush(page);
      await emptied(page);
      expect(await heard(page, 'delivered')).toHaveLength(1);
      expect(new Set(endpoint.arrivals.map(({ text }) => text)).size).toBe(1);
      expect(new Set(endpoint.arrivals.map(({ key }) => key)).size).toBe(1);
    },
  );
});
