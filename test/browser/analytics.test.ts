// What a shop can count: events for its tag manager, and impressions for its endpoint. Never a word that somebody wrote.

import { emptied } from '../support/in-page.js';
import { expect, test } from '../support/scene.js';
import { schemaFaults } from '../support/schema.js';
import { until } from '../support/until.js';

const PROMPT =
  '<curtsy-prompt trigger="load"><curtsy-rating touchpoint="shop" source="webshop"></curtsy-rating></curtsy-prompt>';
const settings = (more: object) => `<script>curtsy = [['configure', ${JSON.stringify(more)}]]</script>`;

declare global {
  interface Window {
    dataLayer?: unknown[];
  }
}

test('analytics: shown, answered and dismissed are pushed, with touchpoint and score, and nothing that was written', async ({
  visit,
}) => {
  const page = await visit(settings({ analytics: 'datalayer', customer: { email: 'ann@example.com' } }) + PROMPT);
  await page.getByRole('radio', { name: 'Dissatisfied', exact: true }).check();
  await page.getByRole('textbox').fill('Call me on 030 1234567');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect
    .poll(() => page.evaluate(() => window.dataLayer))
    .toEqual([
      { event: 'curtsy_shown', kind: 'rating', touchpoint: 'shop' },
      { event: 'curtsy_answered', kind: 'rating', touchpoint: 'shop', score: 2 },
    ]);
});

test('analytics: a dismissal, too; and nothing at all unless it is asked for', async ({ visit }) => {
  const page = await visit(settings({ analytics: 'datalayer' }) + PROMPT);
  await expect.poll(() => page.evaluate(() => window.dataLayer?.length)).toBe(1);
  await page.getByRole('button', { name: 'Close feedback' }).click();
  expect(await page.evaluate(() => window.dataLayer)).toContainEqual({
    event: 'curtsy_dismissed',
    kind: 'rating',
    touchpoint: 'shop',
  });
  const other = await visit('<curtsy-rating touchpoint="shop"></curtsy-rating>', { path: '/other' });
  await other.getByRole('radio', { name: 'Satisfied', exact: true }).check();
  await other.getByRole('button', { name: 'Send' }).click();
  await emptied(other);
  expect(await other.evaluate(() => window.dataLayer)).toBeUndefined();
});

test('impressions: shown and dismissed go to the endpoint as responses of their own', async ({ visit, endpoint }) => {
  const page = await visit(settings({ impressions: 'on' }) + PROMPT);
  await until(() => endpoint.bodies().length === 1);
  await page.getByRole('button', { name: 'Close feedback' }).click();
  await until(() => endpoint.bodies().length === 2);
  expect(endpoint.bodies()).toMatchObject([
    {
      kind: 'impression',
      touchpoint: 'shop',
      source: 'webshop',
      complete: true,
      answer: { event: 'shown', kind: 'rating' },
    },
    { kind: 'impression', touchpoint: 'shop', answer: { event: 'dismissed', kind: 'rating' } },
  ]);
  for (const body of endpoint.bodies()) expect(schemaFaults(body)).toEqual([]);
});

test('impressions: none unless they are asked for', async ({ visit, endpoint }) => {
  const page = await visit(PROMPT);
  await page.getByRole('button', { name: 'Close feedback' }).click();
  await emptied(page);
  expect(endpoint.bodies()).toEqual([]);
});
