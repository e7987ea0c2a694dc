// Mistakes of a shop's developer: one clear warning each, which names what was given and what is used, and the page goes on.

import { describe } from 'vitest';
import { emptied, flush, heard, ready } from '../support/in-page.js';
import { expect, test } from '../support/scene.js';
import { until } from '../support/until.js';

const RATING = '<curtsy-rating></curtsy-rating>';

describe('attributes', () => {
  test.for([
    ['<curtsy-rating scale="7"></curtsy-rating>', /scale.*"7".*5, 3, 2, nps/],
    ['<curtsy-rating faces="cats"></curtsy-rating>', /faces.*"cats".*svg, emoji, stars/],
    ['<curtsy-expectation scale="4"></curtsy-expectation>', /scale.*"4".*5, 3/],
    [
      '<curtsy-callback country="GB" channels="pigeon, email"></curtsy-callback>',
      /channels.*pigeon.*phone, sms, whatsapp, email/,
    ],
    ['<curtsy-callback country="Atlantis" channels="phone, email"></curtsy-callback>', /country.*Atlantis/],
  ] as const)('%s', async ([body, warning], { visit, visitor }) => {
    const page = await visit(body);
    await page.getByRole('radio').or(page.getByRole('textbox')).first().waitFor();
    expect(await visitor.warned(warning)).toMatch(/^\[curtsy\] /);
  });

  test('a wrong one on two elements is told once', async ({ visit, visitor }) => {
    const page = await visit('<curtsy-rating scale="7"></curtsy-rating><curtsy-rating scale="7"></curtsy-rating>');
    await page.getByRole('radio').nth(9).waitFor();
    await visitor.warned(/scale/);
  });
});

describe('settings', () => {
  test.for([
    ['an unknown name', 'data-endpont="/feedback"', /endpont.*endpoint/],
    ['an unknown value', 'data-format="xml"', /format.*"xml".*json/],
    ['a bad URL', 'data-endpoint="http://"', /endpoint.*"http:\/\/".*http/],
    ['a scheme that can’t be posted to', 'data-endpoint="ftp://shop.example/"', /endpoint.*ftp.*http/],
    ['a bad duration', 'data-max-age="a week"', /maxAge.*"a week".*P7D/],
    ['a number out of range', 'data-batch="500"', /batch.*500.*1.*100/],
    ['a bad language tag', 'data-locale="not a language"', /locale.*not a language/],
    ['an object that is none', `data-customer="Ada"`, /customer.*Ada.*object/],
    ['broken JSON in an attribute', `data-metadata='{"a":'`, /metadata.*JSON/],
  ] as const)('%s', async ([, tag, warning], { visit, visitor }) => {
    const good = tag.includes('endpoint=') ? '' : 'data-endpoint="/feedback"';
    const page = await visit(RATING, { tag: `${good} ${tag}` });
    await page.getByRole('radio').first().waitFor();
    await ready(page);
    await page.evaluate(() => {
      window.curtsy.configure({ debug: false });
    });
    expect(await visitor.warned(warning)).toMatch(/^\[curtsy\] /);
  });

  test('a broken JSON block: the page goes on with what the tag says', async ({ visit, visitor, endpoint }) => {
    const page = await visit(RATING, { head: '<script type="application/json" data-curtsy>{ "source": </script>' });
    await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
    await page.getByRole('button', { name: 'Send' }).click();
    await until(() => endpoint.bodies()[0]?.source === 'webshop');
    await visitor.warned(/JSON/);
  });

  test('none of them stops an answer', async ({ visit, visitor, endpoint }) => {
    const page = await visit('<curtsy-rating scale="7" faces="cats" comment="maybe"></curtsy-rating>', {
      tag: `data-endpoint="${endpoint.url}" data-format="xml" data-batch="0" data-colour="red" data-max-age="soon" data-privacy="some"`,
    });
    await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
    await page.getByRole('button', { name: 'Send' }).click();
    await until(() => endpoint.bodies().length > 0);
    await emptied(page);
    expect(endpoint.bodies()).toMatchObject([{ answer: { score: 4, scale: 5, format: 'svg' } }]);
    for (const name of ['scale', 'faces', 'comment', 'format', 'batch', 'colour', 'maxAge', 'privacy']) {
      await visitor.warned(new RegExp(`\\b${name}\\b`));
    }
  });

  test('no endpoint: answers are kept, and it is said', async ({ visit, visitor }) => {
    const page = await visit(RATING, { tag: '' });
    await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
    await page.getByRole('button', { name: 'Send' }).click();
    expect(await visitor.warned(/endpoint/)).toMatch(/data-endpoint/);
    await page.getByText(/Saved on this device/).waitFor();
    expect(await page.evaluate(() => window.curtsy.outbox.pending())).toHaveLength(1);
  });

  test('calls that are none are told, and the good ones beside them are heard', async ({
    visit,
    visitor,
    endpoint,
  }) => {
    const head = `<script>
      window.curtsy = [['confgure', {}], 'configure', null, 7, ['configure', { source: 'heard' }]];
    </script>`;
    const page = await visit(RATING, { head, tag: `data-endpoint="${endpoint.url}"` });
    await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
    await page.getByRole('button', { name: 'Send' }).click();
    await until(() => endpoint.bodies()[0]?.source === 'heard');
    await visitor.warned(/confgure/);
    visitor.warnings.splice(0, visitor.warnings.length, ...visitor.warnings.filter((text) => !/call/i.test(text)));
  });

  test('a window.curtsy that is something else is no reason to fail', async ({ visit, visitor }) => {
    const page = await visit(`<div id="curtsy"></div>${RATING}`);
    await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
    expect(visitor.crashes).toEqual([]);
  });

  test('a serialize that throws is told, and the answer goes as JSON', async ({ visit, visitor, endpoint }) => {
    const head = `<script>
      window.curtsy = window.curtsy || [];
      curtsy.push(['configure', { serialize() { throw new Error('no'); } }]);
    </script>`;
    const page = await visit(RATING, { head });
    await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
    await page.getByRole('button', { name: 'Send' }).click();
    await until(() => endpoint.bodies().length > 0);
    await emptied(page);
    expect(endpoint.bodies()).toMatchObject([{ answer: { score: 4 } }]);
    expect(await visitor.warned(/serialize/)).toMatch(/^\[curtsy\] /);
  });

  test.for(['headers', 'acknowledge'])(
    '%s that throws is told by its name; the answer waits and is tried again',
    async (name, { visit, visitor, endpoint }) => {
      const head = `<script>
      window.curtsy = window.curtsy || [];
      window.broken = true;
      curtsy.push(['configure', { ${name}() { if (broken) throw new Error('no'); return ${name === 'headers' ? '{}' : 'true'}; } }]);
    </script>`;
      const page = await visit(RATING, { head });
      await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
      await page.getByRole('button', { name: 'Send' }).click();
      expect(await visitor.warned(new RegExp(`\\b${name}\\b`))).toMatch(/^\[curtsy\] /);
      expect(await heard(page, 'delivered')).toEqual([]);
      await page.evaluate(() => Object.assign(window, { broken: false }));
      await flush(page);
      await emptied(page);
      expect(endpoint.responses()).toHaveLength(1);
    },
  );
});

describe('an endpoint that does not do', () => {
  test('without CORS: one warning, which names the header to allow and the way without', async ({
    visit,
    visitor,
    endpoint,
  }) => {
    endpoint.behave({ cors: false });
    const page = await visit(RATING);
    await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
    await page.getByRole('button', { name: 'Send' }).click();
    const warning = await visitor.warned(/CORS/);
    expect(warning).toContain('Idempotency-Key');
    expect(warning).toMatch(/format: 'text'/);
    expect(await heard(page, 'delivered')).toEqual([]);
  });

  test('with a wrong path: the answer is kept, and sent when the address is mended', async ({
    visit,
    visitor,
    endpoint,
  }) => {
    endpoint.behave(({ url }) => ({ status: url === '/feedback' ? 204 : 404 }));
    const page = await visit(RATING, { tag: `data-endpoint="${endpoint.origin}/fedback"` });
    await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
    await page.getByRole('button', { name: 'Send' }).click();
    await visitor.warned(/404/);
    await page.evaluate((url) => {
      window.curtsy.configure({ endpoint: url });
    }, endpoint.url);
    await until(() => endpoint.arrivals.some(({ url }) => url === '/feedback'));
    await emptied(page);
  });
});

describe('storage switched off', () => {
  test.for([
    [
      'IndexedDB is missing',
      () =>
        Reflect.deleteProperty(window, 'indexedDB') && Object.defineProperty(window, 'indexedDB', { value: undefined }),
    ],
    [
      'IndexedDB can’t be opened',
      () => {
        IDBFactory.prototype.open = () => {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        };
      },
    ],
    [
      'localStorage throws',
      () => {
        Object.defineProperty(window, 'localStorage', {
          get() {
            throw new DOMException('Access is denied.', 'SecurityError');
          },
        });
      },
    ],
    [
      'all of it throws',
      () => {
        for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
          Object.defineProperty(window, name, {
            get() {
              throw new DOMException('Access is denied.', 'SecurityError');
            },
          });
        }
      },
    ],
  ] as const)(
    '%s: the answer is sent, and the page is told the truth',
    async ([what, breakIt], { visit, visitor, endpoint }) => {
      await visitor.context.addInitScript(breakIt);
      const page = await visit(RATING);
      await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
      await page.getByRole('button', { name: 'Send' }).click();
      await until(() => endpoint.bodies().length > 0);
      await emptied(page);
      expect(endpoint.bodies()).toMatchObject([{ complete: true, answer: { score: 4 } }]);
      const durable = (await heard(page, 'saved')).map(({ detail }) => detail['durable']);
      if (what === 'localStorage throws') {
        expect(durable).toContain('indexeddb');
      } else {
        expect(durable).not.toContain('indexeddb');
        await visitor.warned(/storage|keeps nothing|IndexedDB/i);
      }
    },
  );
});
