// The one-file build, for shops that pin a script by its hash: everything in it, and nothing fetched.

import { emptied } from '../support/in-page.js';
import { expect, test } from '../support/scene.js';
import { fetched } from '../support/shop.js';
import { until } from '../support/until.js';

const RATING = '<curtsy-rating></curtsy-rating>';

test('needs no further request, and has every element', async ({ visit, shop, endpoint }) => {
  const page = await visit(
    `${RATING}<curtsy-expectation></curtsy-expectation><curtsy-callback country="GB" channels="phone, email"></curtsy-callback>`,
    { file: 'curtsy.all.js' },
  );
  await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
  await page.locator('curtsy-rating').getByRole('button', { name: 'Send' }).click();
  await until(() => endpoint.bodies().length === 1);
  await page.locator('curtsy-expectation').getByRole('radio').first().waitFor();
  await page.locator('curtsy-callback input[type=tel]').waitFor();
  expect(fetched(shop)).toEqual(['all']);
  expect(endpoint.bodies()[0]).toMatchObject({
    source: 'webshop',
    context: { vitals: expect.any(Object) as object },
  });
});

test('speaks another language with a second classic file', async ({ visit, shop }) => {
  const page = await visit(RATING, {
    file: 'curtsy.all.js',
    html: 'lang="de"',
    head: '<script async src="/curtsy/curtsy.all.locale.de.js"></script>',
  });
  await page.getByRole('radio', { name: 'Sehr zufrieden' }).waitFor();
  expect(fetched(shop).sort()).toEqual(['all', 'all.locale.de']);
});

test.for([
  ['first', ['curtsy.all.js', 'curtsy.js']],
  ['second', ['curtsy.js', 'curtsy.all.js']],
] as const)(
  'beside the loader, and %s: one warning, and the answer arrives once',
  async ([, files], { shop, visitor, endpoint }) => {
    const scripts = files.map((file) => `<script src="/curtsy/${file}" data-endpoint="${endpoint.url}"></script>`);
    const html = `<!doctype html><html lang="en"><title>Shop</title>${scripts.join('')}${RATING}</html>`;
    const page = await visitor.open(shop.page('/', html));
    await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
    await page.getByRole('button', { name: 'Send' }).click();
    await until(() => endpoint.bodies().length > 0);
    await emptied(page);
    expect(endpoint.bodies()).toHaveLength(1);
    await visitor.warned(/\[curtsy\].*(already|second|copy)/i);
  },
);
