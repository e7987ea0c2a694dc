// What only another engine can tell: the built files in Firefox and in WebKitGTK, from a press to the POST, and where the two have
// ways of their own, as with a page that is left and kept.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine, EnginePage } from '../faults/engine.js';
import { ENGINES, LISTEN, sceneIn } from '../support/engine-scene.js';
import { schemaFaults } from '../support/schema.js';
import { withCurtsy } from '../support/shop.js';
import { until } from '../support/until.js';

const RATING = '<curtsy-rating></curtsy-rating>';

const NO_INDEXED_DB = `<script>Object.defineProperty(window, 'indexedDB', { value: undefined });</script>`;

const STRICT = (endpoint: string): Record<string, string> => ({
  'content-security-policy': [
    "default-src 'none'; script-src 'self'; style-src 'none'; img-src data:",
    `connect-src ${endpoint}`,
    "require-trusted-types-for 'script'; trusted-types lit-html",
  ].join('; '),
});

describe.for(ENGINES)('$name', ({ isHere, start }) => {
  let engine: Engine;
  beforeAll(async () => {
    if (isHere) engine = (await start())!;
  });
  afterAll(() => engine?.close());

  const scene = () => sceneIn(engine);

  test.skipIf(!isHere)('a rating goes from press to POST, and the focus to the thanks', async () => {
    const { endpoint, visitor, address } = await scene();
    const page = await visitor.open(address('/'));
    await page.rate(4);
    const [body] = await until(() => endpoint.bodies().length === 1 && endpoint.bodies());
    expect(schemaFaults(body)).toEqual([]);
    expect(body).toMatchObject({ kind: 'rating', answer: { score: 4, scale: 5 }, complete: true });
    await until(() => page.evaluate(`return document.querySelector('curtsy-rating').dataset.receipt === 'sent'`));
    const seen = await page.evaluate(`
      const rating = document.querySelector('curtsy-rating');
      return [rating.matches(':state(thanked)'), rating.shadowRoot.activeElement?.localName, saved, faults];
    `);
    expect(seen).toEqual([true, 'h2', ['indexeddb', 'indexeddb'], []]);
  });

  test.skipIf(!isHere)('an expectation and a callback arrive', async () => {
    const { endpoint, visitor, address } = await scene();
    const both = '<curtsy-expectation></curtsy-expectation><curtsy-callback country="GB"></curtsy-callback>';
    const page = await visitor.open(address('/', both));
    await ready(page, 'curtsy-expectation', 'curtsy-callback');
    await page.evaluate(`
      const [expectation, callback] = ['expectation', 'callback'].map((name) => document.querySelector('curtsy-' + name));
      expectation.shadowRoot.querySelectorAll('input[type=radio]')[1].click();
      await expectation.updateComplete;
      expectation.shadowRoot.querySelector('.submit').click();
      callback.shadowRoot.querySelector('input[type=tel]').value = '020 7946 0123';
      callback.shadowRoot.querySelector('.submit').click();
    `);
    const bodies = await until(() => endpoint.bodies().length >= 2 && endpoint.responses());
    expect(bodies.flatMap(schemaFaults)).toEqual([]);
    expect(bodies.map(({ kind }) => kind).sort()).toEqual(['callback', 'expectation']);
    expect(bodies.find(({ kind }) => kind === 'callback')?.answer).toMatchObject({ phone: '+442079460123' });
    expect(await page.evaluate('return faults')).toEqual([]);
  });

  test.skipIf(!isHere)('a rating in a form is a field of it', async () => {
    const { visitor, address } = await scene();
    const page = await visitor.open(address('/', '<form><curtsy-rating name="score" required></curtsy-rating></form>'));
    await ready(page, 'curtsy-rating');
    const seen = await page.evaluate(`
      const form = document.querySelector('form');
      const rating = document.querySelector('curtsy-rating');
      const before = [form.checkValidity(), [...new FormData(form)]];
      form.reportValidity();
      const focused = rating.shadowRoot.activeElement?.type;
      rating.shadowRoot.querySelectorAll('input')[3].click();
      await rating.updateComplete;
      return [before, focused, form.checkValidity(), [...new FormData(form)]];
    `);
    expect(seen).toEqual([[false, []], 'radio', true, [['score', '4']]]);
  });

  test.skipIf(!isHere)('under the strictest policy it is styled and sends', async () => {
    const { endpoint, visitor, address } = await scene();
    const page = await visitor.open(address('/', RATING, { head: '', headers: STRICT(endpoint.origin) }));
    await page.rate(5);
    await until(() => endpoint.bodies().length === 1);
    const padding = await page.evaluate<string>(`
      const base = document.querySelector('curtsy-rating').shadowRoot.querySelector('.base');
      return getComputedStyle(base).paddingTop;
    `);
    expect(parseFloat(padding)).toBeGreaterThan(8);
  });

  test.skipIf(!isHere)('what an endpoint that was away did not get, the next page delivers', async () => {
    const { endpoint, visitor, address } = await scene();
    await endpoint.goAway();
    const page = await visitor.open(address('/one'));
    await page.rate(2);
    const [entry] = await until(() => page.evaluate<{ id: string }[]>('return curtsy.outbox.pending()'));
    await page.close();
    await endpoint.comeBack();
    await visitor.open(address('/two'));
    const bodies = await until(() => endpoint.bodies().length > 0 && endpoint.bodies());
    expect(bodies.map(({ id, answer }) => [id, answer['score']])).toEqual([[entry?.id, 2]]);
  });

  test.skipIf(!isHere)('two pages that open on waiting answers send each of them once', async () => {
    const { shop, endpoint, visitor, address } = await scene();
    // Without an endpoint an answer waits, and nothing is tried that would have to be waited for.
    const aimless = shop.page('/aimless', withCurtsy(RATING, { tag: 'data-source="webshop"', head: LISTEN }));
    const page = await visitor.open(aimless);
    for (const score of [1, 2, 3]) {
      await page.goto(aimless);
      await page.rate(score);
    }
    await page.close();
    const pages = await Promise.all(['/left', '/right'].map((path) => visitor.open(address(path))));
    await Promise.all(pages.map((each) => ready(each, 'curtsy-rating')));
    await until(async () => (await pages[0]!.evaluate<unknown[]>('return curtsy.outbox.pending()')).length === 0, {
      what: 'an empty outbox',
    });
    expect(
      endpoint
        .bodies()
        .map(({ answer }) => answer['score'])
        .sort(),
    ).toEqual([1, 2, 3]);
  });

  test.skipIf(!isHere)('a page that is left with a draft releases it, and holds up no later page', async () => {
    const { endpoint, visitor, address } = await scene();
    const page = await visitor.open(address('/one'));
    await choose(page, 4);
    await page.goto(address('/two'));
    await page.rate(2);
    // A store that has to be waited for is given up, and another takes the answer.
    expect(await page.evaluate('return saved')).toEqual(['indexeddb', 'indexeddb']);
    await until(() => endpoint.bodies().some(({ answer, complete }) => complete === false && answer['score'] === 4));
    await until(() => endpoint.bodies().some(({ answer, complete }) => complete === true && answer['score'] === 2));
  });

  test.skipIf(!isHere)('without IndexedDB localStorage keeps the answers of page after page', async () => {
    const { endpoint, visitor, address } = await scene();
    const head = NO_INDEXED_DB + LISTEN;
    const page = await visitor.open(address('/one', RATING, { head }));
    await choose(page, 4);
    await page.goto(address('/two', RATING, { head }));
    await page.rate(2);
    expect(await page.evaluate('return saved')).toEqual(['localstorage', 'localstorage']);
    await until(() => endpoint.bodies().some(({ answer, complete }) => complete === true && answer['score'] === 2));
  });
});

/** Waits until the elements can be pressed and the outbox is there. */
async function ready(page: EnginePage, ...tags: string[]): Promise<void> {
  await until(() =>
    page.evaluate<boolean>(`
      const stages = ${JSON.stringify(tags)}.map((tag) => document.querySelector(tag)?.dataset.stage);
      return stages.every(Boolean) && typeof window.curtsy?.outbox === 'object';
    `),
  );
}

/** Presses a face, and waits until the choice is kept. */
async function choose(page: EnginePage, score: number): Promise<void> {
  await ready(page, 'curtsy-rating');
  await page.evaluate(`
    document.querySelector('curtsy-rating').shadowRoot.querySelectorAll('input')[${score - 1}].click();
  `);
  await until(() => page.evaluate('return saved.length > 0'));
}
