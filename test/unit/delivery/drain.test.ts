// What is sent, in which order, and to whom no longer: one record after the other, a gate before each destination that failed.

import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Gate } from '../../../src/outbox/record.js';
import {
  durableStore,
  ENDPOINT,
  FAILED,
  HOUR,
  idAt,
  keep,
  kept,
  keptIn,
  MINUTE,
  NOW,
  OTHER_ENDPOINT,
  recordAt,
  SECOND,
  stored,
} from '../outbox/records.js';
import { freshPage, readTags, warned } from '../page/fresh-page.js';
import { ID } from '../response/submission.js';
import { heldAnswer, keysOf, stubEndpoint, type Posted } from './endpoint-stub.js';
import { configure, given, openInstead, openOrigin, openPage, pass, setOnline, turn } from './open-page.js';

beforeEach(freshPage);
beforeEach(openOrigin);

const inKeyOrder = (...numbers: number[]) => numbers.map((n) => `${idAt(n)}.1`);
const waiting = async () => (await kept()).filter(({ key }) => key.startsWith('q/')).map(({ id }) => id);
const OFFLINE = new TypeError('Failed to fetch');

describe('drain', () => {
  it('of an empty outbox asks nobody', async () => {
    const { drain } = await openPage();
    const { posted } = stubEndpoint({});
    expect(await drain()).toBe(0);
    expect(posted).toEqual([]);
  });

  it('sends what is due, oldest first, and lets go of it', async () => {
    const { drain } = await openPage();
    const { posted } = stubEndpoint({});
    for (const n of [3, 1, 2]) await stored({ id: idAt(n) });
    await stored({ id: idAt(4), nextAt: NOW + 1 });
    expect(await drain()).toBe(3);
    expect(keysOf(posted)).toEqual(inKeyOrder(1, 2, 3));
    expect(await waiting()).toEqual([idAt(4)]);
  });

  it('sends one after the other', async () => {
    const { drain } = await openPage();
    const first = heldAnswer();
    const { posted } = stubEndpoint(first.answer, {});
    for (const n of [1, 2]) await stored({ id: idAt(n) });
    const drained = drain();
    await turn();
    expect(keysOf(posted)).toEqual(inKeyOrder(1));
    first.give({});
    expect(await drained).toBe(2);
    expect(keysOf(posted)).toEqual(inKeyOrder(1, 2));
  });

  it('claims each just before its request', async () => {
    const { drain, LEASE } = await openPage();
    const first = heldAnswer();
    const second = heldAnswer();
    stubEndpoint(first.answer, second.answer);
    for (const n of [1, 2]) await stored({ id: idAt(n) });
    const drained = drain();
    await pass(15 * SECOND);
    first.give({});
    await turn();
    expect(await kept()).toMatchObject([{ id: idAt(2), lease: { until: NOW + 15 * SECOND + LEASE } }]);
    second.give({});
    await drained;
  });

  it('counts what was delivered; a refusal stops nothing', async () => {
    const { drain } = await openPage();
    stubEndpoint({ status: 201 }, { status: 422 }, { status: 204 });
    for (const n of [1, 2, 3]) await stored({ id: idAt(n) });
    expect(await drain()).toBe(2);
    expect((await kept()).map(({ key }) => key)).toEqual([`d/${idAt(2)}.0001`]);
  });

  it('tries nothing twice before its time', async () => {
    const { drain } = await openPage();
    const { posted } = stubEndpoint({ status: 503 });
    await stored();
    await drain();
    await drain();
    expect(posted).toHaveLength(1);
  });

  it('leaves to its page what another page has claimed', async () => {
    const { drain } = await openPage();
    const { posted } = stubEndpoint({});
    await stored({}, { lease: { token: 7, until: NOW + 1 } });
    expect(await drain()).toBe(0);
    expect(await drain('all')).toBe(0);
    expect(posted).toEqual([]);
  });
});

describe('a call while one is under way', () => {
  it('joins it, and what came in meanwhile is sent too', async () => {
    const { drain } = await openPage();
    const first = heldAnswer();
    const { posted } = stubEndpoint(first.answer, {});
    await stored({ id: idAt(2) });
    const one = drain();
    await turn();
    await stored({ id: idAt(1) });
    const other = drain();
    first.give({});
    expect(await Promise.all([one, other])).toEqual([2, 2]);
    expect(keysOf(posted)).toEqual(inKeyOrder(2, 1));
  });

  it('makes it look once more, if its last look was over', async () => {
    const store = durableStore();
    openInstead(async () => store);
    const { drain } = await openPage();
    const { posted } = stubEndpoint({});
    const usual = { ...store };
    let look!: () => void;
    // The first look finds nothing, and takes its time to say so.
    vi.spyOn(store, 'change').mockImplementationOnce(async (...step) => {
      const result = await usual.change(...step);
      await new Promise<void>((resolve) => (look = resolve));
      return result;
    });
    const one = drain();
    await vi.waitFor(() => expect(look).toBeDefined());
    await keep(store, recordAt(1));
    const other = drain();
    look();
    expect(await Promise.all([one, other])).toEqual([1, 1]);
    expect(posted).toHaveLength(1);
  });

  it('comes after it, if it is in haste', async () => {
    const { drain } = await openPage();
    const first = heldAnswer();
    const { posted } = stubEndpoint(first.answer, {});
    await stored({ id: idAt(1) });
    await stored({ id: idAt(2), nextAt: NOW + HOUR });
    const plain = drain();
    await turn();
    const hasty = drain('all');
    first.give({});
    expect([await plain, await hasty]).toEqual([1, 1]);
    expect(keysOf(posted)).toEqual(inKeyOrder(1, 2));
  });

  it('of one in haste brings nothing a second turn', async () => {
    const { drain } = await openPage();
    const slow = heldAnswer();
    const { posted } = stubEndpoint(slow.answer, { status: 503 });
    await stored();
    const hasty = drain('all');
    await turn();
    const plain = drain();
    slow.give({ status: 503 });
    await Promise.all([hasty, plain]);
    expect(posted).toHaveLength(1);
  });
});

describe('a destination that failed', () => {
  it.each([
    ['the endpoint', { status: 503 }],
    ['the set-up', { status: 404 }],
    ['the network', OFFLINE],
  ])('is left alone (%s), and others go on', async (_, answer) => {
    readTags({ source: 'webshop', endpoint: ENDPOINT }, { source: 'outlet', endpoint: OTHER_ENDPOINT });
    const { drain } = await openPage();
    const { posted } = stubEndpoint(answer, {});
    for (const n of [1, 2]) await stored({ id: idAt(n) });
    await stored({ id: idAt(3), source: 'outlet' });
    expect(await drain()).toBe(1);
    expect(keysOf(posted)).toEqual(inKeyOrder(1, 3));
  });

  it('is probed by one record at a time, each time the next, and what waits follows the first that arrives', async () => {
    const { drain, openStores } = await openPage();
    const [store] = await openStores();
    const { posted } = stubEndpoint({ status: 503 }, { status: 503 }, {});
    const key = `g/${ENDPOINT}`;
    await keep(
      store!,
      { v: 1, key, attempts: 1, nextAt: NOW, probe: recordAt(1).key },
      ...[1, 2, 3].map((n) => recordAt(n)),
    );
    await drain();
    expect(keysOf(posted)).toEqual(inKeyOrder(2));
    await pass(8 * SECOND + 10);
    expect(keysOf(posted)).toEqual(inKeyOrder(2, 3));
    await pass(16 * SECOND + 10);
    expect(keysOf(posted)).toEqual(inKeyOrder(2, 3, 1, 2, 3));
    expect(await kept()).toEqual([]);
  });

  it('is left alone by other pages as well', async () => {
    const one = await openPage();
    const { posted } = stubEndpoint({ status: 503 });
    for (const n of [1, 2]) await stored({ id: idAt(n) });
    await one.drain();
    const other = await openPage();
    await other.drain();
    expect(posted).toHaveLength(1);
  });

  it('is open again after what arrived: what fails then waits as for the first time', async () => {
    const { drain } = await openPage();
    stubEndpoint({ status: 503 }, { status: 204 }, { status: 503 });
    for (const n of [1, 2, 3]) await stored({ id: idAt(n) });
    await drain();
    await pass(4 * SECOND + 10);
    const gate = (await kept()).find(({ key }) => key.startsWith('g/')) as Gate | undefined;
    expect(gate).toMatchObject({ attempts: 1, openedAt: gate!.last!.at });
    expect(gate!.nextAt - gate!.last!.at).toBeLessThanOrEqual(4 * SECOND);
  });

  it('is another one once the endpoint was corrected', async () => {
    configure({ endpoint: 'https://typo.example/' });
    const { drain } = await openPage();
    const { posted } = stubEndpoint({ status: 404 }, {});
    for (const n of [1, 2]) await stored({ id: idAt(n) });
    await drain();
    configure();
    expect(await drain()).toBe(2);
    expect(posted.map(({ url }) => url)).toEqual(['https://typo.example/', ENDPOINT, ENDPOINT]);
    expect(posted[1]!.body).toBe(posted[0]!.body);
  });
});

describe('without a network', () => {
  it('nothing else is tried', async () => {
    setOnline(false);
    const { drain } = await openPage();
    const { posted } = stubEndpoint(OFFLINE);
    for (const n of [1, 2]) await stored({ id: idAt(n) });
    expect(await drain()).toBe(0);
    expect(posted).toHaveLength(1);
  });

  it('no gate closes: all is sent as soon as there is one', async () => {
    setOnline(false);
    const { drain } = await openPage();
    const { posted } = stubEndpoint(OFFLINE, {});
    for (const n of [1, 2]) await stored({ id: idAt(n) });
    await drain();
    setOnline(true);
    expect(await drain()).toBe(2);
    expect(keysOf(posted)).toEqual(inKeyOrder(1, 1, 2));
  });
});

describe('in haste for the network', () => {
  const LATER = { nextAt: NOW + HOUR };
  const unreached = { ...FAILED, status: 0, reason: 'TypeError: Failed to fetch' };
  const gate = (last: typeof FAILED) => ({ v: 1 as const, key: `g/${last.endpoint}`, attempts: 3, last, ...LATER });

  it('goes what only the network refused, whatever it waits for', async () => {
    const { drain, openStores } = await openPage();
    const { posted } = stubEndpoint({});
    const [store] = await openStores();
    await keep(
      store!,
      gate(unreached),
      recordAt(1, { ...LATER, last: unreached }),
      recordAt(2, { ...LATER, last: FAILED }),
    );
    expect(await drain('network')).toBe(1);
    expect(keysOf(posted)).toEqual(inKeyOrder(1));
  });

  it('an endpoint that asked for patience is left alone', async () => {
    const { drain, openStores } = await openPage();
    const { posted } = stubEndpoint({});
    const [store] = await openStores();
    await keep(store!, gate(FAILED), recordAt(1, { last: unreached }));
    expect(await drain('network')).toBe(0);
    expect(posted).toEqual([]);
  });

  it('one that fails again speaks for all', async () => {
    const { drain, openStores } = await openPage();
    const { posted } = stubEndpoint(OFFLINE);
    const [store] = await openStores();
    await keep(store!, gate(unreached), ...[1, 2, 3].map((n) => recordAt(n, { ...LATER, last: unreached })));
    expect(await drain('network')).toBe(0);
    expect(posted).toHaveLength(1);
  });
});

describe('in haste for all', () => {
  /** Lets an endless haste end, so that it is seen. */
  const atMost = (requests: number, status: number, headers: Record<string, string> = {}) => {
    let left = requests;
    return () => (left-- > 0 ? { status, headers } : { status: 204 });
  };

  it('goes all that waits, whatever it waits for, save drafts', async () => {
    const { drain } = await openPage();
    const { posted } = stubEndpoint({ status: 503 }, {});
    await stored({ id: idAt(1) });
    await drain();
    await stored({ id: idAt(2), nextAt: NOW + HOUR });
    await stored({ id: idAt(3), nextAt: NOW + HOUR, draft: true });
    expect(await drain('all')).toBe(2);
    expect(keysOf(posted.slice(1)).sort()).toEqual(inKeyOrder(1, 2));
    expect(await waiting()).toEqual([idAt(3)]);
  });

  it.each([
    ['an endpoint that fails', 503, {}],
    ['one that is not there', 404, {}],
    ['one that wants a key', 401, {}],
    ['one that asks for patience', 429, { 'Retry-After': '1' }],
  ])('each is tried once by %s', async (_, status, headers) => {
    const { drain } = await openPage();
    const { posted } = stubEndpoint(atMost(20, status, headers));
    for (const n of [1, 2, 3]) await stored({ id: idAt(n) });
    expect(await drain('all')).toBe(0);
    expect(keysOf(posted)).toEqual(inKeyOrder(1, 2, 3));
  });

  it('each is tried once, however long the answers take', async () => {
    const { drain } = await openPage();
    const answer = atMost(20, 503);
    const { posted } = stubEndpoint(() => {
      vi.setSystemTime(Date.now() + 15 * SECOND);
      return answer();
    });
    for (const n of [1, 2, 3]) await stored({ id: idAt(n) });
    expect(await drain('all')).toBe(0);
    expect(keysOf(posted)).toEqual(inKeyOrder(1, 2, 3));
  });
});

describe('a page that fell back to a second store', () => {
  it('goes on with the one, though the other fails, which is told', async () => {
    const broken = { ...durableStore(), change: () => Promise.reject(new Error('broken')) };
    openInstead(async () => broken);
    const page = await openPage();
    const { store } = await given(page);
    expect(store.durable).toBe('localstorage');
    const { posted } = stubEndpoint({});
    expect(await page.drain()).toBe(1);
    expect(posted).toHaveLength(1);
    expect(warned()).toContain('storage-failed Error: broken');
  });

  it('drains the first store, and then the second', async () => {
    const page = await openPage();
    const [first] = await page.openStores();
    await stored({ id: idAt(2) });
    const second = await page.storeInstead(first!, 'full');
    await stored({ id: idAt(1) });
    expect(await keptIn(second)).toHaveLength(1);
    const { posted } = stubEndpoint({});
    expect(await page.drain()).toBe(2);
    expect(keysOf(posted)).toEqual(inKeyOrder(2, 1));
    expect(await kept()).toEqual([]);
  });
});

describe('what another page settled', () => {
  it.each([
    [204, { acknowledged: true, status: 0, reason: '' }],
    [422, { acknowledged: false, status: 422, reason: '422' }],
  ])('is told to who waits here, once: %i', async (status, outcome) => {
    const here = await openPage();
    const { settled } = await given(here);
    const { posted } = stubEndpoint({ status });
    await (await openPage()).drain();
    expect(settled).not.toHaveBeenCalled();
    await here.drain();
    await here.drain();
    expect(posted).toHaveLength(1);
    expect(settled).toHaveBeenCalledOnce();
    expect(settled).toHaveBeenCalledWith(expect.objectContaining(outcome));
  });

  it('is nothing while it waits or is being sent there', async () => {
    const here = await openPage();
    const waits = await given(here, { id: idAt(1), nextAt: NOW + HOUR });
    const sent = await given(here, { id: idAt(2) });
    const slow = heldAnswer();
    stubEndpoint(slow.answer);
    const there = await openPage();
    const drained = there.drain();
    await turn();
    await here.drain();
    expect(waits.settled).not.toHaveBeenCalled();
    expect(sent.settled).not.toHaveBeenCalled();
    slow.give({});
    await drained;
  });

  it('is not what another page only moved to a better store', async () => {
    openInstead(() => Promise.reject(new Error('blocked')));
    const here = await openPage();
    const { settled, store } = await given(here, { nextAt: NOW + HOUR });
    expect(store.durable).toBe('localstorage');
    const better = durableStore();
    openInstead(async () => better);
    stubEndpoint({});
    await (await openPage()).openStores();
    expect(await keptIn(better)).toHaveLength(1);
    await here.drain();
    expect(settled).not.toHaveBeenCalled();
  });
});

describe('answers that share a request', () => {
  const bodies = (posted: Posted[]) => posted.map(({ body }) => JSON.parse(body) as unknown);
  const numbered = (n: number) => ({
    id: idAt(n),
    wire: () => ({ contentType: 'application/json', body: `{"n":${n}}` }),
  });

  it('go as a list under the batch’s own id, are counted each, and each is told', async () => {
    configure({ batch: 3 });
    const page = await openPage();
    const { posted } = stubEndpoint({ status: 202 });
    const answers = [];
    for (const n of [1, 2, 3, 4]) answers.push(await given(page, numbered(n)));
    expect(await page.drain()).toBe(4);
    expect(bodies(posted)).toEqual([[{ n: 1 }, { n: 2 }, { n: 3 }], { n: 4 }]);
    expect(keysOf(posted)[0]).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(keysOf(posted)[1]).toBe(`${idAt(4)}.1`);
    for (const { settled } of answers) {
      expect(settled).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ acknowledged: true, status: 202 }));
    }
    expect(await kept()).toEqual([]);
  });

  it('go again with the same bytes under the same id, whatever came in meanwhile', async () => {
    configure({ batch: 10 });
    const { drain } = await openPage();
    const { posted } = stubEndpoint({ status: 503 }, {});
    for (const n of [1, 2]) await stored(numbered(n));
    await drain();
    for (const n of [0, 3]) await stored(numbered(n));
    await pass(MINUTE);
    await drain();
    const [first, again] = posted.filter(({ body }) => body.includes('"n":1'));
    expect(again!.body).toBe(first!.body);
    expect(again!.headers).toEqual(first!.headers);
    expect(posted).toHaveLength(3);
  });

  it('that are CloudEvents are one list of events', async () => {
    configure({ batch: 2 });
    const { drain } = await openPage();
    const { posted } = stubEndpoint({});
    const contentType = 'application/cloudevents-batch+json; charset=utf-8';
    for (const n of [1, 2]) {
      await stored({ id: idAt(n), wire: () => ({ contentType, body: `[{"id":"${n}","data":[[]]}]` }) });
    }
    await drain();
    expect(bodies(posted)).toEqual([
      [
        { id: '1', data: [[]] },
        { id: '2', data: [[]] },
      ],
    ]);
    expect(posted[0]!.headers['Content-Type']).toBe(contentType);
  });

  it.each(['text/plain;charset=UTF-8', 'application/x-www-form-urlencoded', 'application/cloudevents+json'])(
    'are none of %s',
    async (contentType) => {
      configure({ batch: 2 });
      const { drain } = await openPage();
      const { posted } = stubEndpoint({});
      for (const n of [1, 2]) await stored({ id: idAt(n), wire: () => ({ contentType, body: `${n}` }) });
      await drain();
      expect(posted.map(({ body }) => body)).toEqual(['1', '2']);
    },
  );

  it('are none unless the shop says so', async () => {
    const { drain } = await openPage();
    const { posted } = stubEndpoint({});
    for (const n of [1, 2]) await stored(numbered(n));
    await drain();
    expect(posted).toHaveLength(2);
  });
});

it('names an answer by its id and revision', async () => {
  const { drain } = await openPage();
  const { posted } = stubEndpoint({});
  await stored();
  await drain();
  expect(keysOf(posted)).toEqual([`${ID}.1`]);
});
