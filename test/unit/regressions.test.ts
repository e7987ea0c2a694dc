// What went wrong once, across rooms: an answer lost, a shopper told something false, an error in the shop's page.
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { heldAnswer, stubEndpoint } from './delivery/endpoint-stub.js';
import { given, openInstead, openOrigin, openPage, stray, turn } from './delivery/open-page.js';
import { durableStore, ENDPOINT, kept, MINUTE, NOW, SECOND, stored } from './outbox/records.js';
import { freshPage, queueCalls, sentences, setHidden, switchStorageOff, warned } from './page/fresh-page.js';
import { KEY, said } from './response/submission.js';

beforeEach(freshPage);
beforeEach(openOrigin);
beforeEach(async () => {
  await openPage();
});
const ignore = () => {};

it('revision 1 first where storage is off', async () => {
  const switchOn = switchStorageOff();
  onTestFinished(switchOn);
  stubEndpoint({});
  const { hold } = await import('../../src/response/hold.js');
  hold(said());
  const { submit } = await import('../../src/delivery/submit.js');
  expect(await submit(said(), ignore)).toMatchObject({ revision: 1 });
});

it.each([
  ['a promise', async () => 'x'],
  ['a number', () => 5],
  ['an object without a body', () => ({ hello: 1 })],
])('serialize that gives %s', async (_, serialize) => {
  queueCalls(['configure', { endpoint: ENDPOINT, serialize }]);
  const { posted } = stubEndpoint({});
  const { submit } = await import('../../src/delivery/submit.js');
  await submit(said(), ignore);
  await turn();
  expect(posted[0]?.body).toEqual(expect.stringContaining('"score":4'));
  expect(warned()).toContain('shop-function serialize');
});

it.each(['-5', '1.5', '-1'])('Retry-After %s', async (header) => {
  const { retryAfter } = await import('../../src/delivery/schedule.js');
  expect(retryAfter(header)).toBeUndefined();
});

it('storage failing while leaving rejects nothing', async () => {
  const seen = stray();
  const page = await openPage();
  stubEndpoint({});
  page.startDelivery();
  await turn();
  const { store } = await given(page, { draft: true, nextAt: NOW + MINUTE });
  Object.assign(store, { change: () => Promise.reject(new Error('broken')) });
  setHidden(true);
  await turn();
  await turn();
  expect(seen).toEqual([]);
});

it.each([
  ['broken JSON', '{'],
  ['null', 'null'],
])('held %s hides nothing else and stops nothing', async (_, broken) => {
  localStorage.setItem('curtsy.held.0bad', broken);
  localStorage.setItem(`curtsy.held.${KEY}`, JSON.stringify({ submission: said(), at: 0 }));
  const { posted } = stubEndpoint({});
  const { prepare } = await import('../../src/delivery/submit.js');
  expect(() => prepare()).not.toThrow();
  await turn();
  expect(posted).toHaveLength(1);
});

it.each([
  ['an object', { event: 'view' }],
  ['nothing', undefined],
  ['watch of nothing', ['watch', null]],
])('a queued %s stops no other call', async (_, call) => {
  queueCalls(call as unknown[], ['configure', { source: 'right' }]);
  (window as unknown as { curtsy: { seek: unknown } }).curtsy.seek = (root: Node) => root.nodeName;
  const { settingsFor } = await import('../../src/settings/check.js');
  const { install } = await import('../../src/install.js');
  expect(() => install()).not.toThrow();
  expect(settingsFor()).toMatchObject({ source: 'right' });
});

it.each([
  [
    'headers',
    {
      headers: () => {
        throw new Error('no');
      },
    },
  ],
  [
    'acknowledge',
    {
      acknowledge: () => {
        throw new Error('no');
      },
    },
  ],
])('%s that throws is told', async (name, settings) => {
  queueCalls(['configure', { endpoint: ENDPOINT, source: 'webshop', ...settings }]);
  stubEndpoint({ status: 200 });
  await stored();
  const { drain } = await import('../../src/delivery/delivery.js');
  await drain();
  expect(warned()).toContain(`shop-function ${name}`);
});

it('headers that throw a TypeError are not CORS', async () => {
  queueCalls([
    'configure',
    {
      endpoint: ENDPOINT,
      source: 'webshop',
      headers: () => {
        throw new TypeError('undefined is not a function');
      },
    },
  ]);
  stubEndpoint({ status: 200 });
  await stored();
  const { drain } = await import('../../src/delivery/delivery.js');
  await drain();
  expect(warned().filter((w) => w.startsWith('cors'))).toEqual([]);
});

it.each([
  ['a BigInt', 5n],
  [
    'a circle',
    (() => {
      const a: Record<string, unknown> = {};
      a.a = a;
      return a;
    })(),
  ],
])('a setting that is %s', async (_, given) => {
  const seen = stray();
  queueCalls(['configure', { maxAge: given }]);
  const { settingsFor } = await import('../../src/settings/check.js');
  settingsFor();
  await sentences();
  await turn();
  expect(seen).toEqual([]);
  expect(await sentences()).toHaveLength(1);
});

it.each([
  ['customer', 'object'],
  ['headers', 'function'],
  ['serialize', 'function'],
  ['debug', 'constructor'],
])('%s: %j is refused', async (name, given) => {
  queueCalls(['configure', { [name]: given }]);
  const { settingsFor } = await import('../../src/settings/check.js');
  expect((settingsFor() as unknown as Record<string, unknown>)[name]).toBeUndefined();
});

it('leaving: one large body does not shut out the small ones', async () => {
  const page = await openPage();
  const { posted } = stubEndpoint({});
  page.startDelivery();
  await turn();
  for (const [id, size] of [
    ['1', 50_000],
    ['2', 10],
  ] as const) {
    const wire = () => ({ contentType: 'application/json', body: 'x'.repeat(size) });
    // Larger than what is taken today: it was stored before there was a limit.
    const { record, store } = await given(page, { id, draft: true, nextAt: NOW + MINUTE });
    page.follow({ record: { ...record, ...wire() }, store }, ignore);
  }
  setHidden(true);
  expect(posted).toHaveLength(1);
  await turn();
});

it('an answer in flight when it expires is not reported as refused', async () => {
  const page = await openPage();
  const slow = heldAnswer();
  stubEndpoint(slow.answer);
  const { settled } = await given(page, { expiresAt: NOW + SECOND });
  const drained = page.drain();
  await turn();
  vi.setSystemTime(NOW + 2 * SECOND);
  await (await openPage()).drain();
  slow.give({});
  await drained;
  expect(await kept()).toEqual([]);
  expect(settled).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ acknowledged: true }));
});

it('a draft adopted when Send was held', async () => {
  stubEndpoint(new TypeError('offline'));
  const { submit } = await import('../../src/delivery/submit.js');
  await submit(said({ complete: false }), ignore);
  const { hold } = await import('../../src/response/hold.js');
  hold(said({ complete: true }), true);
  await submit(said({ complete: true }), ignore, true);
  expect((await kept()).map((r) => JSON.parse(r.body).complete)).toContain(true);
});

it('what is cleared is not told as delivered', async () => {
  stubEndpoint(new TypeError('offline'));
  const settled = vi.fn();
  const { submit } = await import('../../src/delivery/submit.js');
  await submit(said(), settled);
  await turn();
  const { outbox } = await import('../../src/api.js');
  await outbox.clear();
  await outbox.flush();
  expect(settled).not.toHaveBeenCalledWith(expect.anything(), expect.objectContaining({ acknowledged: true }));
});

it('storage that fails midway tells nothing delivered', async () => {
  const store = durableStore();
  openInstead(async () => store);
  await openPage();
  stubEndpoint({ status: 503 });
  const settled = vi.fn();
  const { submit } = await import('../../src/delivery/submit.js');
  await submit(said(), settled);
  await turn();
  Object.assign(store, { change: () => Promise.reject(new Error('full')) });
  await submit(said({ key: KEY.replace('0199', '0200') }), ignore);
  await turn();
  expect(settled).not.toHaveBeenCalled();
});
