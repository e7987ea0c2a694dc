// When the outbox is drained, what becomes of each record, and what still goes out while a page is left.

import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { NewRecord } from '../../../src/outbox/outbox.js';
import type { OutboxRecord } from '../../../src/outbox/record.js';
import { memoryStore } from '../../../src/outbox/memory-store.js';
import {
  DAY,
  ENDPOINT,
  fresh,
  HOUR,
  idAt,
  kept,
  MINUTE,
  NOW,
  openInstead,
  openOutbox,
  SECOND,
  stored,
} from '../outbox/records.js';
import { freshPage, queueCalls, readTags, setHidden, warned } from '../page/fresh-page.js';
import { ID } from '../response/submission.js';
import { heldAnswer, stubEndpoint } from './endpoint-stub.js';

beforeEach(freshPage);
beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  // The longest wait that chance allows.
  vi.spyOn(Math, 'random').mockReturnValue(1);
  configure({ endpoint: ENDPOINT, source: 'webshop' });
});

const delivery = () => import('../../../src/delivery/delivery.js');
const configure = (settings: object) => queueCalls(['configure', settings]);

/** Lets everything run that waits for nothing but its turn. */
const turn = () => vi.advanceTimersByTimeAsync(0);
const pass = (time: number) => vi.advanceTimersByTimeAsync(time);

async function drain(early?: (record: OutboxRecord) => boolean): Promise<number> {
  return (await delivery()).drain(early);
}

/** Stores a response of this page, and gives what is called when it is settled. */
async function follow(more: Partial<NewRecord> = {}) {
  const { record } = await (await openOutbox()).put(fresh(more), 0, false);
  const settled = vi.fn();
  (await delivery()).follow(record, settled);
  return settled;
}

const ids = (posted: { headers: Record<string, string> }[]) =>
  posted.map(({ headers }) => headers['Idempotency-Key']!.slice(1, -1).replace('.1', ''));

describe('drain', () => {
  it('of an empty outbox asks nobody', async () => {
    const { posted } = stubEndpoint({});
    expect(await drain()).toBe(0);
    expect(posted).toEqual([]);
  });

  it('sends what is due, oldest first, and lets go of it', async () => {
    const { posted } = stubEndpoint({});
    for (const n of [3, 1, 2]) await stored({ id: idAt(n) });
    expect(await drain()).toBe(3);
    expect(ids(posted)).toEqual([1, 2, 3].map(idAt));
    expect(await kept()).toEqual([]);
  });

  it('sends one after the other', async () => {
    const first = heldAnswer();
    const { posted } = stubEndpoint(first.answer, {});
    await stored({ id: idAt(1) });
    await stored({ id: idAt(2) });
    const drained = drain();
    await turn();
    expect(ids(posted)).toEqual([idAt(1)]);
    first.give({});
    expect(await drained).toBe(2);
    expect(ids(posted)).toEqual([idAt(1), idAt(2)]);
  });

  it('counts what was delivered, and is stopped by nothing that was not', async () => {
    const { posted } = stubEndpoint({ status: 422 }, { status: 503 }, new TypeError('network'), { status: 204 });
    for (const n of [1, 2, 3, 4]) await stored({ id: idAt(n) });
    expect(await drain()).toBe(1);
    expect(posted).toHaveLength(4);
  });

  it('tries nothing twice', async () => {
    const { posted } = stubEndpoint({ status: 503 });
    await stored();
    await drain();
    await drain();
    expect(posted).toHaveLength(1);
  });

  it('is joined by a call while it is under way, and sends what came in meanwhile', async () => {
    const first = heldAnswer();
    const { posted } = stubEndpoint(first.answer, {});
    await stored({ id: idAt(2) });
    const one = drain();
    await turn();
    await stored({ id: idAt(1) });
    const other = drain();
    first.give({});
    expect(await Promise.all([one, other])).toEqual([2, 2]);
    expect(ids(posted)).toEqual([idAt(2), idAt(1)]);
  });

  it('looks once more for what came in after its last look', async () => {
    const usual = memoryStore();
    const store = memoryStore();
    openInstead(async () => store);
    const { posted } = stubEndpoint({});
    const change: typeof store.change = (...step) => usual.change(...step);
    let look!: () => void;
    // The first look finds nothing, and takes its time to say so.
    store.change = async (prefix, step) => {
      store.change = change;
      const result = await change(prefix, step);
      await new Promise<void>((resolve) => (look = resolve));
      return result;
    };
    const { drain } = await delivery();
    const one = drain();
    await vi.waitFor(() => expect(look).toBeDefined());
    await stored();
    const other = drain();
    look();
    expect(await Promise.all([one, other])).toEqual([1, 1]);
    expect(posted).toHaveLength(1);
  });

  it('rejects where storage fails', async () => {
    const store = { ...memoryStore(), change: () => Promise.reject(new Error('broken')) };
    openInstead(async () => store);
    await expect(drain()).rejects.toThrow('broken');
  });
});

describe('drain with `early`', () => {
  const anything = () => true;

  it('sends what it names, and leaves the rest to its time', async () => {
    const { posted } = stubEndpoint({});
    await stored({ id: idAt(1), nextAt: NOW + HOUR });
    await stored({ id: idAt(2), nextAt: NOW + HOUR });
    expect(await drain(({ id }) => id === idAt(2))).toBe(1);
    expect(ids(posted)).toEqual([idAt(2)]);
  });

  it('tries each once, though it would name it again', async () => {
    const { posted } = stubEndpoint({ status: 503 });
    await stored({ id: idAt(1), nextAt: NOW + HOUR });
    await stored({ id: idAt(2), nextAt: NOW + HOUR });
    expect(await drain(anything)).toBe(0);
    expect(ids(posted)).toEqual([idAt(1), idAt(2)]);
  });

  it('comes after one that is under way', async () => {
    const first = heldAnswer();
    const { posted } = stubEndpoint(first.answer, {});
    await stored({ id: idAt(1) });
    await stored({ id: idAt(2), nextAt: NOW + HOUR });
    const plain = drain();
    await turn();
    const early = drain(anything);
    first.give({});
    expect(await plain).toBe(1);
    expect(await early).toBe(1);
    expect(ids(posted)).toEqual([idAt(1), idAt(2)]);
  });
});

describe('what becomes of a record', () => {
  it('acknowledged: it is gone, and who waits is told', async () => {
    stubEndpoint({ status: 201 });
    const settled = await follow();
    await drain();
    expect(settled).toHaveBeenCalledExactlyOnceWith({ verdict: 'acknowledged', status: 201, reason: '201' });
    expect(await kept()).toEqual([]);
  });

  it('refused: it is a dead letter, who waits is told, and so is the developer', async () => {
    stubEndpoint({ status: 422 });
    const settled = await follow();
    await drain();
    expect(settled).toHaveBeenCalledExactlyOnceWith({ verdict: 'rejected', status: 422, reason: '422' });
    expect(await kept()).toMatchObject([{ key: `d/${ID}.0001`, last: { status: 422, endpoint: ENDPOINT, at: NOW } }]);
    expect(warned()).toContain(`refused ${ENDPOINT}`);
  });

  it('failed: an attempt is counted, and it waits longer each time', async () => {
    const { posted } = stubEndpoint({ status: 503 });
    const settled = await follow();
    await drain();
    expect(await kept()).toMatchObject([
      {
        attempts: 1,
        waits: 0,
        lease: undefined,
        nextAt: NOW + 4 * SECOND,
        last: { status: 503, reason: '503', at: NOW, endpoint: ENDPOINT },
      },
    ]);
    await pass(5 * SECOND);
    expect(posted).toHaveLength(2);
    const [record] = await kept();
    expect(record!.attempts).toBe(2);
    expect(record!.nextAt - record!.last!.at).toBe(8 * SECOND);
    expect(settled).not.toHaveBeenCalled();
  });

  it('is told also when it is delivered at a later attempt', async () => {
    stubEndpoint({ status: 503 }, { status: 200 });
    const settled = await follow();
    await drain();
    await pass(5 * SECOND);
    expect(settled).toHaveBeenCalledExactlyOnceWith({ verdict: 'acknowledged', status: 200, reason: '200' });
  });

  it('asked for patience: it waits as long as the endpoint says', async () => {
    const { posted } = stubEndpoint({ status: 503, headers: { 'Retry-After': '300' } }, {});
    await stored();
    await drain();
    await pass(299 * SECOND);
    expect(posted).toHaveLength(1);
    await pass(2 * SECOND);
    expect(posted).toHaveLength(2);
  });

  it('a set-up at fault: a wait is counted and no attempt, the developer is told, and it is kept', async () => {
    stubEndpoint({ status: 404 });
    const settled = await follow();
    await drain();
    expect(await kept()).toMatchObject([{ key: `q/${ID}.0001`, attempts: 0, waits: 1, nextAt: NOW + 2 * MINUTE }]);
    await pass(2 * MINUTE + SECOND);
    expect(await kept()).toMatchObject([{ attempts: 0, waits: 2 }]);
    expect(settled).not.toHaveBeenCalled();
    expect(warned()).toContain(`endpoint ${ENDPOINT}`);
  });

  it('the device offline: no attempt is counted, and it waits a minute at most', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    stubEndpoint(new TypeError('Failed to fetch'));
    await stored();
    await drain();
    expect(await kept()).toMatchObject([{ attempts: 0, waits: 0, nextAt: NOW + MINUTE, last: { status: 0 } }]);
    expect(warned()).not.toContain(`cors ${ENDPOINT}`);
  });

  it('older than allowed: it is a dead letter, and is not sent', async () => {
    const { posted } = stubEndpoint({});
    await stored({ expiresAt: NOW + DAY, nextAt: NOW + HOUR });
    vi.setSystemTime(NOW + DAY);
    await drain();
    expect(posted).toEqual([]);
    expect((await kept()).map(({ key }) => key)).toEqual([`d/${ID}.0001`]);
  });

  it('is explained in the console under debug, and only then', async () => {
    const info = vi.spyOn(console, 'info').mockImplementation(() => {});
    stubEndpoint({ status: 503 });
    await stored({ id: idAt(1) });
    await drain();
    expect(info).not.toHaveBeenCalled();
    configure({ endpoint: ENDPOINT, source: 'webshop', debug: true });
    await stored({ id: idAt(2) });
    await drain();
    expect(info).toHaveBeenCalledExactlyOnceWith(`[curtsy] rating ${idAt(2)}.1 → ${ENDPOINT}: retry, 503`);
  });
});

describe('a network error while online', () => {
  it('most likely is CORS, where the endpoint is another origin’s', async () => {
    stubEndpoint(new TypeError('Failed to fetch'));
    await stored();
    await drain();
    expect(await kept()).toMatchObject([{ attempts: 1 }]);
    expect(warned()).toContain(`cors ${ENDPOINT}`);
  });

  it.each([
    ['on this origin', '/feedback', new TypeError('Failed to fetch')],
    ['of a time-out', ENDPOINT, new DOMException('timed out', 'TimeoutError')],
  ])('is none %s', async (_, endpoint, error) => {
    configure({ endpoint, source: 'webshop' });
    stubEndpoint(error);
    await stored();
    await drain();
    expect(await kept()).toMatchObject([{ attempts: 1 }]);
    expect(warned().filter((code) => code.startsWith('cors'))).toEqual([]);
  });
});

describe('where a record goes', () => {
  it('is nowhere without an endpoint: it is kept, and one warning says so', async () => {
    configure({ source: 'webshop' });
    const { posted } = stubEndpoint({});
    await stored();
    await drain();
    expect(posted).toEqual([]);
    expect(await kept()).toHaveLength(1);
    expect(warned()).toContain('no-endpoint undefined');
  });

  it('is nowhere while its source is not on the page', async () => {
    const { posted } = stubEndpoint({});
    await stored({ source: 'outlet' });
    await stored({ id: idAt(9), source: 'outlet', endpoint: 'https://outlet.example/feedback' });
    await drain();
    expect(posted).toEqual([]);
    expect(warned().filter((code) => code.startsWith('no-endpoint'))).toEqual([]);
  });

  it('is the endpoint of its source', async () => {
    const outlet = 'https://outlet.example/feedback';
    readTags({ source: 'webshop', endpoint: ENDPOINT }, { source: 'outlet', endpoint: outlet });
    const { posted } = stubEndpoint({});
    await stored({ id: idAt(1) });
    await stored({ id: idAt(2), source: 'outlet' });
    await drain();
    expect(posted.map(({ url }) => url)).toEqual([ENDPOINT, outlet]);
  });

  it('is the page’s, where an element of this page names a source that has none', async () => {
    const { posted } = stubEndpoint({});
    await follow({ source: 'element' });
    await drain();
    expect(posted.map(({ url }) => url)).toEqual([ENDPOINT]);
  });

  it('is the element’s own before all', async () => {
    const { posted } = stubEndpoint({});
    await stored({ endpoint: '/own' });
    await drain();
    expect(posted[0]!.url).toBe(`${location.origin}/own`);
  });

  it('is the usual one where the element’s own is none, and a warning says so', async () => {
    const { posted } = stubEndpoint({});
    await stored({ endpoint: 'http://' });
    await drain();
    expect(posted[0]!.url).toBe(ENDPOINT);
    expect(warned()).toContain('bad-setting endpoint');
  });

  it('is asked at each attempt, and a corrected endpoint is tried at once', async () => {
    configure({ endpoint: 'https://typo.example/', source: 'webshop' });
    const { posted } = stubEndpoint({ status: 404 }, {});
    await stored();
    await drain();
    configure({ endpoint: ENDPOINT, source: 'webshop' });
    expect(await drain()).toBe(1);
    expect(posted.map(({ url }) => url)).toEqual(['https://typo.example/', ENDPOINT]);
    expect(posted[1]!.body).toBe(posted[0]!.body);
  });
});

describe('startDelivery', () => {
  it('sends what is due', async () => {
    const { posted } = stubEndpoint({});
    await stored();
    (await delivery()).startDelivery();
    await turn();
    expect(posted).toHaveLength(1);
  });

  it.each([
    ['is shown again', () => setHidden(false)],
    ['comes back', () => dispatchEvent(new Event('pageshow'))],
    ['comes online', () => dispatchEvent(new Event('online'))],
  ])('sends what is due when the page %s', async (_, happens) => {
    const { posted } = stubEndpoint({});
    (await delivery()).startDelivery();
    await turn();
    await stored();
    await turn();
    expect(posted).toEqual([]);
    happens();
    await turn();
    expect(posted).toHaveLength(1);
  });

  it('sends what falls due later', async () => {
    const { posted } = stubEndpoint({});
    await stored({ draft: true, nextAt: NOW + MINUTE });
    (await delivery()).startDelivery();
    await pass(MINUTE - 1);
    expect(posted).toEqual([]);
    await pass(10);
    expect(posted).toHaveLength(1);
  });

  it('sends early, when the browser comes online, what only the network refused', async () => {
    const { posted } = stubEndpoint(new TypeError('offline'), { status: 503 }, {});
    await stored({ id: idAt(1) });
    await stored({ id: idAt(2) });
    (await delivery()).startDelivery();
    await turn();
    expect(posted).toHaveLength(2);
    dispatchEvent(new Event('online'));
    await turn();
    expect(ids(posted).slice(2)).toEqual([idAt(1)]);
    expect((await kept()).map(({ id }) => id)).toEqual([idAt(2)]);
  });

  it('tells of storage that fails, and rejects nothing', async () => {
    const store = { ...memoryStore(), change: () => Promise.reject(new Error('broken')) };
    openInstead(async () => store);
    (await delivery()).startDelivery();
    await turn();
    expect(warned()).toEqual(['storage-failed Error: broken']);
  });
});

describe('what another page settled', () => {
  const settleElsewhere = async (forGood: boolean) => {
    const { acknowledge, claim, settle } = await openOutbox();
    const { record } = await claim(() => ENDPOINT);
    const last = { status: 422, reason: '422 Unprocessable', at: NOW, endpoint: ENDPOINT };
    await (forGood ? settle(record!, { last }, true) : acknowledge(record!));
  };

  it.each([
    [false, { verdict: 'acknowledged', status: 0, reason: '' }],
    [true, { verdict: 'rejected', status: 422, reason: '422 Unprocessable' }],
  ])('is told to who waits here, once (refused: %s)', async (forGood, outcome) => {
    const { posted } = stubEndpoint({});
    const settled = await follow();
    await settleElsewhere(forGood);
    await drain();
    await drain();
    expect(posted).toEqual([]);
    expect(settled).toHaveBeenCalledOnce();
    expect(settled).toHaveBeenCalledWith(expect.objectContaining(outcome));
  });

  it('is nothing while it waits or is being sent there', async () => {
    stubEndpoint({});
    const settled = await follow({ id: idAt(1), nextAt: NOW + HOUR });
    const sent = await follow({ id: idAt(2) });
    await (await openOutbox()).claim(() => ENDPOINT);
    await drain();
    expect(settled).not.toHaveBeenCalled();
    expect(sent).not.toHaveBeenCalled();
  });
});

describe('a tab that put something and went', () => {
  const changed = (key: string, newValue: string | null) =>
    dispatchEvent(Object.assign(new Event('storage'), { key, newValue }));

  it.each([
    ['curtsy.waiting', `${NOW}`, 1],
    ['curtsy.waiting', null, 0],
    ['shop.cart', '1', 0],
  ])('is seen to a little more than a minute after %s became %s, %i times', async (key, newValue, times) => {
    const { posted } = stubEndpoint({});
    (await delivery()).startDelivery();
    await turn();
    await stored({ draft: true, nextAt: NOW + MINUTE });
    changed(key, newValue);
    await pass(MINUTE);
    expect(posted).toEqual([]);
    await pass(6 * SECOND);
    expect(posted).toHaveLength(times);
  });
});

describe('leaving the page', () => {
  const begin = async () => {
    (await delivery()).startDelivery();
    await turn();
  };
  const leavePage = () => dispatchEvent(new Event('pagehide'));
  const draft = { draft: true, nextAt: NOW + MINUTE };

  it.each([
    ['hidden', () => setHidden(true)],
    ['unloaded', leavePage],
  ])('releases its drafts when it is %s, in a way that outlives it, before the event is over', async (_, leave) => {
    const { posted } = stubEndpoint({});
    await begin();
    const settled = await follow(draft);
    leave();
    expect(posted).toMatchObject([{ keepalive: true, url: ENDPOINT }]);
    await turn();
    expect(await kept()).toEqual([]);
    expect(settled).toHaveBeenCalledOnce();
  });

  it('releases them once, though it is hidden and then unloaded', async () => {
    const { posted } = stubEndpoint({});
    await begin();
    await follow(draft);
    setHidden(true);
    await turn();
    leavePage();
    await turn();
    expect(posted).toHaveLength(1);
  });

  it('keeps a draft that did not arrive', async () => {
    stubEndpoint(new TypeError('gone'));
    await begin();
    await follow(draft);
    setHidden(true);
    await turn();
    expect(await kept()).toMatchObject([{ key: `q/${ID}.0001`, draft: false, attempts: 1 }]);
  });

  it('sends no draft that another page left, nor one that was taken back', async () => {
    const { posted } = stubEndpoint({});
    await begin();
    await stored({ ...draft, id: idAt(1) });
    await follow({ ...draft, id: idAt(2) });
    (await delivery()).unfollow(idAt(2));
    setHidden(true);
    await turn();
    expect(posted).toEqual([]);
  });

  it('sends again what is under way, with the same bytes, when it is unloaded', async () => {
    const slow = heldAnswer();
    const { posted } = stubEndpoint(slow.answer, {});
    await begin();
    await follow();
    void drain();
    await turn();
    leavePage();
    expect(posted.map(({ keepalive }) => keepalive)).toEqual([false, true]);
    expect(posted[1]).toMatchObject({ body: posted[0]!.body, headers: posted[0]!.headers });
    slow.give({});
    await turn();
    expect(await kept()).toEqual([]);
  });

  it('goes on sending what is under way when it is only hidden', async () => {
    const slow = heldAnswer();
    const { posted } = stubEndpoint(slow.answer, {});
    await begin();
    await follow();
    void drain();
    await turn();
    setHidden(true);
    expect(posted).toHaveLength(1);
    slow.give({});
    await turn();
  });

  it('sends again nothing that was settled or waits for its time', async () => {
    const { posted } = stubEndpoint({ status: 204 }, { status: 503 });
    await begin();
    await follow({ id: idAt(1) });
    await follow({ id: idAt(2) });
    await drain();
    leavePage();
    await turn();
    expect(posted).toHaveLength(2);
  });

  it('sends no more at once than a browser lets outlive a page, and keeps the rest', async () => {
    const { posted } = stubEndpoint({});
    await begin();
    const wire = () => ({ contentType: 'application/json', body: 'x'.repeat(16 * 1024) });
    for (const n of [1, 2, 3, 4]) await follow({ ...draft, id: idAt(n), wire });
    setHidden(true);
    expect(ids(posted)).toEqual([1, 2, 3].map(idAt));
    await turn();
    expect((await kept()).map(({ id }) => id)).toEqual([idAt(4)]);
  });

  it('sends nothing where there is no endpoint', async () => {
    const { posted } = stubEndpoint({});
    configure({ source: 'webshop' });
    await begin();
    await follow(draft);
    setHidden(true);
    await turn();
    expect(posted).toEqual([]);
    expect(await kept()).toMatchObject([{ draft: true }]);
  });
});
