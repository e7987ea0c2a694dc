// A rating inside the shop's own form: it is a field like any other, and the form's submit releases its answer.

import { emptied } from '../support/in-page.js';
import { expect, test } from '../support/scene.js';
import { until } from '../support/until.js';

const FORM = `<form onsubmit="event.preventDefault(); window.submitted = [...new FormData(this)]">
  <label>Order <input name="order" value="A-1001"></label>
  <curtsy-rating name="satisfaction" required></curtsy-rating>
  <button>Place review</button> <button type="reset">Start over</button>
</form>`;

declare global {
  interface Window {
    submitted?: [string, string][];
  }
}

test('its value goes with the form, its answer to the outbox, and it has no Send of its own', async ({
  visit,
  endpoint,
}) => {
  const page = await visit(FORM);
  await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
  await page.getByRole('textbox', { name: /Tell us more/ }).fill('Sturdy.');
  expect(await page.getByRole('button', { name: 'Send' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Place review' }).click();
  await until(() => endpoint.bodies().length > 0);
  await emptied(page);
  expect(await page.evaluate(() => window.submitted)).toEqual([
    ['order', 'A-1001'],
    ['satisfaction', '4'],
  ]);
  expect(endpoint.bodies()).toMatchObject([{ complete: true, answer: { score: 4, comment: 'Sturdy.' } }]);
});

test('required: the form is not submitted without it, and the browser says so at its place', async ({
  visit,
  endpoint,
}) => {
  const page = await visit(FORM);
  await page.getByRole('radio').first().waitFor();
  const validity = await page.locator('curtsy-rating').evaluate((element) => ({
    invalid: element.matches(':invalid'),
    valid: element.closest('form')?.checkValidity(),
  }));
  expect(validity).toEqual({ invalid: true, valid: false });
  await page.getByRole('button', { name: 'Place review' }).click();
  expect(await page.evaluate(() => window.submitted)).toBeUndefined();
  await expect
    .poll(() => page.locator('curtsy-rating').evaluate((element) => element.matches(':focus-within')))
    .toBe(true);
  await page.getByRole('radio', { name: 'Neither' }).check();
  await page.getByRole('button', { name: 'Place review' }).click();
  await until(() => endpoint.bodies().length === 1);
});

test('a reset of the form takes the choice back', async ({ visit }) => {
  const page = await visit(FORM);
  await page.getByRole('radio', { name: 'Neither' }).check();
  await page.getByRole('button', { name: 'Start over' }).click();
  await expect.poll(() => page.locator('curtsy-rating input:checked').count()).toBe(0);
  expect(await page.evaluate(() => [...new FormData(document.forms[0])].map(([name]) => name))).toEqual(['order']);
});

test('a disabled fieldset disables it', async ({ visit }) => {
  const page = await visit(
    '<form><fieldset disabled><curtsy-rating name="satisfaction"></curtsy-rating></fieldset></form>',
  );
  await page.getByRole('radio').first().waitFor();
  await expect.poll(() => page.getByRole('radio', { disabled: true }).count()).toBe(5);
});

test('Enter submits the shop’s form, once', async ({ visit, endpoint }) => {
  const page = await visit(FORM);
  await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
  await page.getByRole('button', { name: 'Place review' }).focus();
  await page.keyboard.press('Enter');
  await until(() => endpoint.bodies().length > 0);
  await emptied(page);
  expect(endpoint.bodies()).toHaveLength(1);
});

test('value can be read and set by the shop’s script', async ({ visit }) => {
  const page = await visit('<form><curtsy-rating name="satisfaction"></curtsy-rating></form>');
  await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
  const rating = page.locator('curtsy-rating');
  expect(await rating.evaluate((element) => (element as HTMLInputElement).value)).toBe('4');
  await rating.evaluate((element) => {
    (element as HTMLInputElement).value = '2';
  });
  await expect.poll(() => page.getByRole('radio', { name: 'Dissatisfied', exact: true }).isChecked()).toBe(true);
});
