// The shop's own code misbehaves: functions it gave, listeners, and what it does to the page and its built-ins.

import { expect } from 'vitest';
import { until } from '../support/until.js';
import { OWN_MISTAKE } from './ledger.js';
import { row, type ChromiumScene } from './row.js';
import { answer, answers, postponed } from './shopper.js';

const SECOND = 1000;
const THROWN = `new Error('${OWN_MISTAKE}')`;

/** A page whose settings are written in JavaScript. */
const begin = (scene: ChromiumScene, settings: string) =>
  scene.begin({ before: `var calls = 0; curtsy = [['configure', ${settings}]];` });

/** Fails for the first two calls, each in its way. */
for (const [what, failing] of Object.entries({
  throws: `{ throw ${THROWN} }`,
  rejects: `return Promise.reject(${THROWN})`,
  'gives a number': 'return 5',
  'gives a header that can not be': `return { 'bad name': 'x' }`,
  'gives a value that can not be': `return { token: 'a\\nb' }`,
})) {
  row(`headers() ${what}, twice`, async (scene) => {
    const { shopper, page } = await begin(
      scene,
      `{ headers() { if (calls++ < 2) ${failing}; return { 'x-token': 'late' } } }`,
    );
    await answers(page, 2);
    await shopper.drain(page, scene.collector);
    expect(scene.collector.newest().size).toBe(2);
  });
}

row('headers() never answers, once', async (scene) => {
  const { collector } = scene;
  const { shopper, page } = await begin(scene, `{ headers: () => (calls++ ? {} : new Promise(() => {})) }`);
  await answers(page, 2);
  await until(() => page.evaluate('calls > 0'));
  await shopper.pass(21 * SECOND);
  await shopper.drain(page, collector);
  expect(collector.newest().size).toBe(2);
});

for (const [what, failing] of Object.entries({
  throws: `{ throw ${THROWN} }`,
  rejects: `return Promise.reject(${THROWN})`,
  'says no': 'return false',
  'gives nothing': 'return',
})) {
  row(`acknowledge() ${what}, twice`, async (scene) => {
    const { shopper, page } = await begin(
      scene,
      `{ acknowledge({ status }) { if (calls++ < 2) ${failing}; return status === 204 } }`,
    );
    await answers(page, 2);
    await shopper.drain(page, scene.collector);
    expect(await page.evaluate('calls')).toBe(4);
  });
}

row('acknowledge() never answers, once', async (scene) => {
  const { shopper, page } = await begin(scene, `{ acknowledge: () => (calls++ ? true : new Promise(() => {})) }`);
  await answers(page, 2);
  await until(() => page.evaluate('calls > 0'));
  await shopper.pass(21 * SECOND);
  await shopper.drain(page, scene.collector);
  expect(scene.collector.newest().size).toBe(2);
});

for (const [what, serialize] of Object.entries({
  throws: `() => { throw ${THROWN} }`,
  'gives nothing': '() => undefined',
  'gives a number': '() => 5',
  'gives a promise': '() => Promise.resolve("{}")',
})) {
  row(`serialize() ${what}: the usual body is kept`, async (scene) => {
    const { shopper, page } = await begin(scene, `{ serialize: ${serialize} }`);
    await answers(page, 2);
    await shopper.drain(page, scene.collector);
    expect(scene.collector.newest().size).toBe(2);
  });
}

row('listeners of every event throw', async (scene) => {
  const names = ['change', 'submit', 'saved', 'delivered', 'rejected'];
  const before = names.map((name) => `addEventListener('curtsy-${name}', () => { throw ${THROWN} });`).join('');
  const { page } = await scene.begin({ before });
  scene.collector.behave((_, count) => (count === 1 ? { status: 400 } : {}));
  await answers(page, 3);
});

row('a listener of curtsy-saved calls outbox.flush() each time', async (scene) => {
  const { shopper, page } = await scene.begin({
    before: `addEventListener('curtsy-saved', () => curtsy.outbox?.flush());`,
  });
  scene.collector.behave((_, count) => (count % 2 ? {} : { status: 503 }));
  await answers(page, 5);
  await shopper.drain(page, scene.collector);
});

for (const [what, metadata] of Object.entries({
  'a circle': '(() => { const circle = {}; circle.self = circle; return circle })()',
  'a BigInt': '{ order: 10n }',
  'a getter that throws': `{ get order() { throw ${THROWN} } }`,
  'a function': '{ order() {} }',
})) {
  row(`metadata with ${what}, and then without`, async (scene) => {
    const body = '<curtsy-rating></curtsy-rating><curtsy-rating></curtsy-rating>';
    const before = `curtsy = [['configure', { metadata: ${metadata} }]];`;
    const { page } = await scene.begin({ body, before });
    await page.evaluate(() => void window.answer(1));
    const rating = page.locator('curtsy-rating').first();
    // Thanked, or told in words that it could not be kept.
    await rating.locator('h2, [role=status]:not(:empty)').first().waitFor();
    await page.evaluate(() => window.curtsy.configure({ metadata: { order: 'A-1001' } }));
    expect(await answer(page, 4, { at: 1 })).toBe('indexeddb');
  });
}

for (const [what, before] of Object.entries({
  'fetch that throws': `window.fetch = () => { throw ${THROWN} };`,
  'fetch that rejects': `window.fetch = () => Promise.reject(${THROWN});`,
  'fetch that never answers': 'window.fetch = () => new Promise(() => {});',
  'fetch that gives nothing': 'window.fetch = async () => undefined;',
})) {
  row(`a page with a ${what}; the next page has its own`, async (scene) => {
    const { shopper, page } = await scene.begin({ before });
    expect(await answers(page, 2)).toEqual(['indexeddb', 'indexeddb']);
    await shopper.pass(21 * SECOND);
    await postponed(page);
    await page.close();
  });
}

for (const [what, before] of Object.entries({
  'more on every object': `Object.prototype.extra = 'x'; Object.prototype.more = () => 1;`,
  'more on every array': `Array.prototype.extra = () => 'x'; Array.prototype.last = function () { return this[this.length - 1] };`,
  'no crypto.randomUUID': 'delete Crypto.prototype.randomUUID;',
  'built-ins that are frozen': 'for (const type of [Object, Array, Promise, Map, Set]) Object.freeze(type.prototype);',
})) {
  row(`a page with ${what}`, async (scene) => {
    const { collector } = scene;
    const { shopper, page } = await scene.begin({ before });
    collector.behave((_, count) => (count < 1 ? { status: 500 } : {}));
    await answers(page, 3);
    await shopper.drain(page, collector);
    expect(collector.newest().size).toBe(3);
  });
}

row('the element is taken out of the page as soon as Send is pressed', async (scene) => {
  const { collector, ledger } = scene;
  const before = `addEventListener('curtsy-submit', ({ target }) => setTimeout(() => target.remove()));`;
  const { page } = await scene.begin({ before });
  const durable = await answer(page, 4);
  await until(() => collector.newest().size === 1);
  // The window hears nothing of an element that is in no page; whoever listens to the element itself does.
  const [[id = ''] = []] = collector.newest();
  ledger.write({ type: 'saved', id, revision: 1, durable, complete: true });
});
