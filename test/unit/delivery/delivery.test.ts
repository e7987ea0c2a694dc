// When a page looks what waits: at once, when something happens, and when the next record falls due.

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { durableStore, idAt, kept, MINUTE, NOW, SECOND, stored } from '../outbox/records.js';
import { freshPage, setHidden, warned } from '../page/fresh-page.js';
import { heldAnswer, keysOf, stubEndpoint } from './endpoint-stub.js';
import { configure, openInstead, openOrigin, openPage, pass, setOnline, turn, type Page } from './open-page.js';

beforeEach(freshPage);
beforeEach(openOrigin);

const NETWORK = new TypeError('Failed to fetch');
const happens = (type: string) => dispatchEvent(new Event(type));
const waiting = async () => (await kept()).filter(({ key }) => key.startsWith('q/')).map(({ id }) => id);

/** A page that has looked at an outbox that was empty. */
async function opened(): Promise<Page> {
  const page = await openPage();
  page.startDelivery();
  await turn();
  return page;
}

describe('a page', () => {
  it('sends what is due', async () => {
    const { posted } = stubEndpoint({});
    const { startDelivery } = await openPage();
    await stored();
    startDelivery();
    await turn();
    expect(posted).toHaveLength(1);
  });

  it.each([
    ['is shown again', () => setHidden(false)],
    ['comes back', () => happens('pageshow')],
    ['comes online', () => happens('online')],
  ])('sends what is due when it %s', async (_, event) => {
    const { posted } = stubEndpoint({});
    await opened();
    await stored();
    await turn();
    expect(posted).toEqual([]);
    event();
    await turn();
    expect(posted).toHaveLength(1);
  });

  it('sends what falls due later', async () => {
    const { posted } = stubEndpoint({});
    const { startDelivery } = await openPage();
    await stored({ draft: true, nextAt: NOW + MINUTE });
    startDelivery();
    await pass(MINUTE - 1);
    expect(posted).toEqual([]);
    await pass(10);
    expect(posted).toHaveLength(1);
  });

  it('asks for nothing more where nothing waits', async () => {
    const store = durableStore();
    openInstead(async () => store);
    const change = vi.spyOn(store, 'change');
    await opened();
    const looks = change.mock.calls.length;
    await pass(10 * MINUTE);
    expect(change).toHaveBeenCalledTimes(looks);
    expect(localStorage).toHaveLength(0);
  });

  it('tells of storage that fails, rejects nothing, and asks it again', async () => {
    const store = durableStore();
    openInstead(async () => store);
    const { posted } = stubEndpoint({});
    const { startDelivery } = await openPage();
    await stored();
    const change = vi.spyOn(store, 'change').mockRejectedValue(new Error('broken'));
    startDelivery();
    await turn();
    expect(warned()).toEqual(['storage-failed Error: broken']);
    change.mockRestore();
    await pass(MINUTE + 10);
    expect(posted).toHaveLength(1);
  });
});

describe('wakeAt', () => {
  it('keeps the earliest of what it was told', async () => {
    const { wakeAt, openStores } = await openPage();
    await openStores();
    const { posted } = stubEndpoint({});
    await stored();
    wakeAt(NOW + 20 * SECOND);
    wakeAt(NOW + 10 * SECOND);
    wakeAt(NOW + 30 * SECOND);
    await pass(10 * SECOND - 1);
    expect(posted).toEqual([]);
    await pass(10);
    expect(posted).toHaveLength(1);
  });

  it('takes what is past as now', async () => {
    const { wakeAt } = await openPage();
    const { posted } = stubEndpoint({});
    await stored();
    wakeAt(NOW - MINUTE);
    await pass(10);
    expect(posted).toHaveLength(1);
  });

  it('bears a time that no timer can', async () => {
    const { wakeAt } = await openPage();
    const set = vi.spyOn(globalThis, 'setTimeout');
    wakeAt(NOW + 1e12);
    expect(set).toHaveBeenCalledExactlyOnceWith(expect.any(Function), 864e5);
  });
});

describe('while the browser says that it is offline', () => {
  beforeEach(() => void setOnline(false));

  it('nothing is tried at once, but after five seconds: it may be wrong', async () => {
    const { posted } = stubEndpoint({});
    const { startDelivery } = await openPage();
    await stored();
    startDelivery();
    await pass(5 * SECOND - 1);
    expect(posted).toEqual([]);
    await pass(10);
    expect(posted).toHaveLength(1);
    expect(await kept()).toEqual([]);
  });

  it('it is tried once a minute, and no attempt is counted', async () => {
    const { posted } = stubEndpoint(NETWORK);
    const { startDelivery } = await openPage();
    await stored();
    startDelivery();
    await pass(6 * SECOND);
    expect(posted).toHaveLength(1);
    await pass(MINUTE - SECOND);
    expect(posted).toHaveLength(1);
    await pass(SECOND);
    expect(posted).toHaveLength(2);
    expect(await kept()).toMatchObject([{ attempts: 0, last: { reason: 'offline' } }]);
    expect(warned()).toEqual([]);
  });
});

describe('coming online', () => {
  it('sends at once what was tried without a network', async () => {
    setOnline(false);
    const { posted } = stubEndpoint(NETWORK, {});
    const { startDelivery } = await openPage();
    for (const n of [1, 2]) await stored({ id: idAt(n) });
    startDelivery();
    await pass(6 * SECOND);
    expect(posted).toHaveLength(1);
    setOnline(true);
    happens('online');
    await turn();
    expect(posted).toHaveLength(3);
    expect(await kept()).toEqual([]);
  });

  it('sends at once what only the network refused, and leaves the rest to its time', async () => {
    configure({ endpoint: '/feedback' });
    const { posted } = stubEndpoint(NETWORK, { status: 503 }, {});
    const { startDelivery } = await openPage();
    await stored({ id: idAt(1) });
    await stored({ id: idAt(2), endpoint: '/own' });
    startDelivery();
    await turn();
    expect(posted).toHaveLength(2);
    happens('online');
    await turn();
    expect(keysOf(posted).slice(2)).toEqual([`${idAt(1)}.1`]);
    expect(await waiting()).toEqual([idAt(2)]);
  });

  it('during a drain is not lost', async () => {
    const slow = heldAnswer();
    const { posted } = stubEndpoint(NETWORK, slow.answer, {});
    const { startDelivery, drain } = await openPage();
    await stored({ id: idAt(1) });
    await drain();
    await stored({ id: idAt(2), endpoint: '/own' });
    startDelivery();
    await turn();
    expect(posted).toHaveLength(2);
    happens('online');
    slow.give({});
    await turn();
    expect(keysOf(posted)).toEqual([1, 2, 1].map((n) => `${idAt(n)}.1`));
  });
});

describe('another tab', () => {
  const changed = (key: string, newValue: string | null) =>
    dispatchEvent(Object.assign(new Event('storage'), { key, newValue }));

  it('that put something and went is seen to a little more than a minute later', async () => {
    const { posted } = stubEndpoint({});
    await opened();
    await stored();
    changed('curtsy.waiting', `${NOW}`);
    await pass(65 * SECOND - 1);
    expect(posted).toEqual([]);
    await pass(10);
    expect(posted).toHaveLength(1);
  });

  it('that sent all there was is heard at once', async () => {
    const { posted } = stubEndpoint({});
    await opened();
    await stored();
    changed('curtsy.waiting', null);
    await pass(10);
    expect(posted).toHaveLength(1);
  });

  it('of the shop’s own concerns is none of ours', async () => {
    const { posted } = stubEndpoint({});
    await opened();
    await stored();
    changed('shop.cart', '1');
    await pass(2 * MINUTE);
    expect(posted).toEqual([]);
  });
});
