// Pages in every shape: the tag twice, elements by the dozen, early, late, moved and removed. Each answer arrives once.

import { emptied, heard } from '../support/in-page.js';
import { expect, test } from '../support/scene.js';
import { withCurtsy } from '../support/shop.js';
import { until } from '../support/until.js';

const RATING = '<curtsy-rating></curtsy-rating>';

test('the script tag twice: each answer arrives once, and one warning says so', async ({
  visit,
  visitor,
  endpoint,
}) => {
  const twice = `<script async src="/curtsy/curtsy.js" data-endpoint="${endpoint.url}" data-source="webshop"></script>`;
  const page = await visit(RATING, { head: twice });
  await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
  await page.getByRole('button', { name: 'Send' }).click();
  await until(() => endpoint.bodies().length > 0);
  await emptied(page);
  expect(endpoint.bodies()).toHaveLength(1);
  expect(await heard(page, 'delivered')).toHaveLength(1);
  await visitor.warned(/already/);
});

test('two tags for two sources: each element’s answers go where its source says', async ({ visit, endpoint }) => {
  const outlet = `<script async src="/curtsy/curtsy.js" data-endpoint="${endpoint.url}?outlet" data-source="outlet"></script>`;
  const page = await visit(`${RATING}<curtsy-expectation source="outlet"></curtsy-expectation>`, {
    head: outlet,
    tag: `data-endpoint="${endpoint.url}?webshop" data-source="webshop"`,
  });
  await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
  await page.locator('curtsy-rating').getByRole('button', { name: 'Send' }).click();
  await page.getByRole('radio', { name: 'Met them' }).check();
  await page.locator('curtsy-expectation').getByRole('button', { name: 'Send' }).click();
  await until(() => endpoint.arrivals.length === 2);
  await emptied(page);
  const went = endpoint.arrivals.map(({ url }, at) => [
    endpoint.bodies()[at]?.kind,
    endpoint.bodies()[at]?.source,
    url,
  ]);
  expect(went).toContainEqual(['expectation', 'outlet', '/feedback?outlet']);
  expect(went.filter(([kind]) => kind === 'rating')).toHaveLength(1);
});

test('two elements of a kind keep to themselves', async ({ visit, endpoint }) => {
  const page = await visit(
    '<curtsy-rating touchpoint="one"></curtsy-rating><curtsy-rating touchpoint="two"></curtsy-rating>',
  );
  const [one, two] = [page.locator('[touchpoint=one]'), page.locator('[touchpoint=two]')];
  await one.getByRole('radio', { name: 'Very satisfied' }).check();
  await two.getByRole('radio', { name: 'Very dissatisfied' }).check();
  expect(await one.getByRole('radio', { name: 'Very satisfied' }).isChecked()).toBe(true);
  await one.getByRole('button', { name: 'Send' }).click();
  await two.getByRole('button', { name: 'Send' }).click();
  await until(() => endpoint.responses().length === 2);
  await emptied(page);
  expect(
    endpoint
      .bodies()
      .map(({ touchpoint, answer }) => [touchpoint, answer['score']])
      .sort(),
  ).toEqual([
    ['one', 5],
    ['two', 1],
  ]);
});

test('elements added after load, alone and inside others, work like the first', async ({ visit, endpoint }) => {
  const page = await visit('<p>About us</p>');
  await page.evaluate(() => {
    const section = document.createElement('section');
    section.innerHTML = '<div><curtsy-rating touchpoint="late"></curtsy-rating></div>';
    document.querySelector('main')?.append(section, document.createElement('curtsy-expectation'));
  });
  await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
  await page.locator('curtsy-rating').getByRole('button', { name: 'Send' }).click();
  await page.getByRole('radio', { name: 'Met them' }).check();
  await page.locator('curtsy-expectation').getByRole('button', { name: 'Send' }).click();
  await until(() => endpoint.responses().length === 2);
  await emptied(page);
  expect(endpoint.bodies()).toHaveLength(2);
});

test('an element removed in the middle of sending: its answer arrives once', async ({ visit, endpoint }) => {
  endpoint.behave({ delay: 500 });
  const page = await visit(RATING);
  await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
  await page.getByRole('button', { name: 'Send' }).click();
  await until(() => endpoint.arrivals.length === 1);
  await page.locator('curtsy-rating').evaluate((element) => {
    element.remove();
  });
  await emptied(page);
  expect(endpoint.bodies()).toHaveLength(1);
});

test('an element removed at once after Send, before anything was stored: its answer arrives once', async ({
  visit,
  endpoint,
}) => {
  const page = await visit(RATING);
  await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
  await page.getByRole('button', { name: 'Send' }).evaluate((button: HTMLElement) => {
    button.click();
    document.querySelector('curtsy-rating')?.remove();
  });
  await until(() => endpoint.bodies().length > 0);
  await emptied(page);
  expect(endpoint.bodies()).toMatchObject([{ complete: true }]);
});

test('an element moved to another place keeps what was chosen', async ({ visit, endpoint }) => {
  const page = await visit(`${RATING}<aside></aside>`);
  await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
  await page.evaluate(() => document.querySelector('aside')?.append(document.querySelector('curtsy-rating') ?? ''));
  expect(await page.getByRole('radio', { name: 'Satisfied', exact: true }).isChecked()).toBe(true);
  await page.getByRole('button', { name: 'Send' }).click();
  await until(() => endpoint.bodies().length > 0);
  await emptied(page);
  expect(endpoint.bodies()).toHaveLength(1);
});

test('a tag inside a shadow root, which the loader is told to watch', async ({ visit }) => {
  const page = await visit('<shop-card></shop-card>');
  await page.evaluate(() => {
    const root = document.querySelector('shop-card')?.attachShadow({ mode: 'open' });
    if (!root) return;
    root.innerHTML = '<curtsy-rating></curtsy-rating>';
    window.curtsy.push(['watch', root]);
  });
  await page.getByRole('radio', { name: 'Satisfied', exact: true }).waitFor();
});

test('a double click on Send is one answer', async ({ visit, endpoint }) => {
  const page = await visit(RATING);
  await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
  await page.getByRole('button', { name: 'Send' }).evaluate((button: HTMLElement) => {
    button.click();
    button.click();
  });
  await until(() => endpoint.bodies().length > 0);
  await emptied(page);
  expect(endpoint.bodies()).toHaveLength(1);
  expect(await heard(page, 'submit')).toHaveLength(1);
});

test('plain http that is no loopback, where browsers keep things back', async ({ shop, endpoint, visitor }) => {
  const tag = `data-endpoint="${endpoint.url}" data-source="webshop"`;
  const url = shop.page('/', withCurtsy(RATING, { tag })).replace('127.0.0.1', 'shop.test');
  const page = await visitor.open(url);
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
  await page.getByRole('button', { name: 'Send' }).click();
  await until(() => endpoint.bodies().length === 1);
});

test('the script at the end of the page, neither async nor deferred', async ({ shop, endpoint, visitor }) => {
  const url = shop.page(
    '/',
    `<!doctype html><title>Shop</title>${RATING}<script src="/curtsy/curtsy.js" data-endpoint="${endpoint.url}"></script>`,
  );
  const page = await visitor.open(url);
  await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
  await page.getByRole('button', { name: 'Send' }).click();
  await until(() => endpoint.bodies().length === 1);
  expect(endpoint.bodies()[0]?.source).toBe(shop.origin);
});
