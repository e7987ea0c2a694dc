// Under the strictest policy that a shop may have, everything still works, and where the script is blocked nothing is worse.

import { describe } from 'vitest';
import { emptied } from '../support/in-page.js';
import { expect, test } from '../support/scene.js';
import { until } from '../support/until.js';

const ALL = `<curtsy-rating reasons="experience"></curtsy-rating>
  <curtsy-expectation></curtsy-expectation>
  <curtsy-callback country="GB" channels="phone, email"></curtsy-callback>`;

function policy(endpoint: string, styles = "'self'"): Record<string, string> {
  return {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      `style-src ${styles}`,
      `connect-src ${endpoint}`,
      'img-src data:',
      "require-trusted-types-for 'script'",
      'trusted-types lit-html',
    ].join('; '),
  };
}

describe('default-src none, Trusted Types required', () => {
  test.for(['curtsy.js', 'curtsy.all.js'])(
    '%s: every element works, and nothing is reported',
    async (file, { visit, endpoint }) => {
      const page = await visit(ALL, { file, html: 'lang="de"', headers: policy(endpoint.origin) });
      await page.locator('curtsy-rating').getByRole('radio').nth(3).check();
      await page.locator('curtsy-rating').getByRole('checkbox').first().check();
      await page.locator('curtsy-rating button[part~=submit]').click();
      await page.locator('curtsy-expectation').getByRole('radio').nth(2).check();
      await page.locator('curtsy-expectation button[part~=submit]').click();
      await page.locator('curtsy-callback input[type=tel]').fill('020 7946 0018');
      await page.locator('curtsy-callback button[part~=submit]').click();
      await until(() => endpoint.responses().length === 3);
      await emptied(page);
    },
  );

  test('without any style of the page’s own the elements keep theirs', async ({ shop, endpoint, visitor }) => {
    const html = `<!doctype html><html lang="en"><title>Shop</title>
      <script async src="/curtsy/curtsy.js" data-endpoint="${endpoint.url}"></script>${ALL}</html>`;
    const page = await visitor.open(shop.page('/', html, policy(endpoint.origin, "'none'")));
    await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
    const padding = await page
      .locator('curtsy-rating [part~=base]')
      .evaluate((base) => getComputedStyle(base).paddingTop);
    expect(parseFloat(padding)).toBeGreaterThan(8);
    await page.locator('curtsy-rating').getByRole('button', { name: 'Send' }).click();
    await until(() => endpoint.responses().length === 1);
    expect(await page.locator('curtsy-rating [style]').count()).toBe(0);
  });

  test('settings in a JSON block need no inline script', async ({ visit, endpoint }) => {
    const settings = JSON.stringify({ endpoint: endpoint.url, source: 'from-block' });
    const page = await visit('<curtsy-rating></curtsy-rating>', {
      tag: '',
      head: `<script type="application/json" data-curtsy>${settings}</script>`,
      headers: policy(endpoint.origin),
    });
    await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
    await page.getByRole('button', { name: 'Send' }).click();
    await until(() => endpoint.bodies()[0]?.source === 'from-block');
  });
});

describe('a nonce', () => {
  test.for(["'nonce-abc123'", "'nonce-abc123' 'strict-dynamic'"])(
    'script-src %s',
    async (source, { shop, endpoint, visitor }) => {
      const html = `<!doctype html><html lang="en"><title>Shop</title>
      <script nonce="abc123" async src="/curtsy/curtsy.js" data-endpoint="${endpoint.url}"></script>
      <curtsy-rating></curtsy-rating></html>`;
      const self = source.includes('strict') ? source : `${source} 'self'`;
      const page = await visitor.open(
        shop.page('/', html, {
          'content-security-policy': `default-src 'none'; script-src ${self}; connect-src ${endpoint.origin}`,
        }),
      );
      await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
      await page.getByRole('button', { name: 'Send' }).click();
      await until(() => endpoint.bodies().length === 1);
    },
  );
});

describe('where the script is blocked', () => {
  test('the fallback content stays, and it can be used', async ({ visit, visitor }) => {
    const page = await visit(
      '<curtsy-rating><a href="mailto:hello@shop.example">Tell us how it was</a></curtsy-rating>',
      {
        headers: { 'content-security-policy': "script-src 'none'" },
      },
    );
    await page.getByRole('link', { name: 'Tell us how it was' }).click({ trial: true });
    // The browser's own word about the script that it did not load.
    await until(() => visitor.errors.splice(0).length > 0);
  });

  test('the fallback content is what is seen until the element is there, and then it is gone', async ({
    visit,
    shop,
  }) => {
    shop.fault('curtsy.core.js', { delay: 1_000 });
    const page = await visit(
      '<curtsy-rating><a href="mailto:hello@shop.example">Tell us how it was</a></curtsy-rating>',
    );
    await page.getByRole('link', { name: 'Tell us how it was' }).waitFor();
    await page.getByRole('radio').first().waitFor();
    expect(await page.getByRole('link', { name: 'Tell us how it was' }).isVisible()).toBe(false);
  });
});

test('integrity.json lets a shop pin the one-file build', async ({ visit, shop, endpoint }) => {
  const hashes = (await (await fetch(`${shop.origin}/curtsy/integrity.json`)).json()) as Record<string, string>;
  const page = await visit('<curtsy-rating></curtsy-rating>', {
    file: 'curtsy.all.js',
    tag: `data-endpoint="${endpoint.url}" integrity="${hashes['curtsy.all.js'] ?? ''}" crossorigin`,
  });
  await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
  await page.getByRole('button', { name: 'Send' }).click();
  await until(() => endpoint.bodies().length === 1);
  expect(hashes['curtsy.all.js']).toMatch(/^sha384-/);
});
