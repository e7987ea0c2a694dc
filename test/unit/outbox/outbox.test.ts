// What a record goes through after it was stored: changed by who holds it, acknowledged by whoever sent it.

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { acknowledge, amend, gateOf, hasWaiting, newLease } from '../../../src/outbox/outbox.js';
import type { Durable, Gate } from '../../../src/outbox/record.js';
import type { Store } from '../../../src/outbox/store.js';
import { freshPage } from '../page/fresh-page.js';
import { durableStore, ENDPOINT, FAILED, keep, keptIn, marked, MINUTE, NOW, recordAt } from './records.js';

let store: Store;

beforeEach(freshPage);
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  store = durableStore();
  localStorage.setItem('curtsy.waiting', '1');
});

const lease = { token: 0.5, until: NOW + MINUTE };
const gate = (more: Partial<Gate> = {}): Gate => ({
  v: 1,
  key: gateOf(ENDPOINT),
  attempts: 3,
  nextAt: NOW + MINUTE,
  last: FAILED,
  probe: recordAt(1).key,
  ...more,
});

describe('newLease', () => {
  it('lasts 45 seconds from now, under a token of its own', () => {
    expect(newLease().until).toBe(NOW + 45e3);
    expect(newLease().token).not.toBe(newLease().token);
  });
});

describe('amend', () => {
  const patch = { attempts: 1, nextAt: NOW + MINUTE, last: FAILED, lease: undefined };

  it('changes what the patch says, and gives the new record', async () => {
    await keep(store, recordAt(1, { lease }));
    expect(await store.change(amend(recordAt(1).key, patch, 0.5))).toEqual(recordAt(1, patch));
    expect(await keptIn(store)).toEqual([recordAt(1, patch)]);
  });

  it('changes nothing once another page has claimed it', async () => {
    await keep(store, recordAt(1, { lease: { ...lease, token: 0.6 } }));
    expect(await store.change(amend(recordAt(1).key, patch, 0.5))).toBeUndefined();
    expect(await keptIn(store)).toEqual([recordAt(1, { lease: { ...lease, token: 0.6 } })]);
  });

  it('changes nothing without a claim that a page holds', async () => {
    await keep(store, recordAt(1, { lease }));
    await store.change(amend(recordAt(1).key, { draft: true }));
    expect(await keptIn(store)).toEqual([recordAt(1, { lease })]);
  });

  it.each([
    ['nobody has claimed', undefined],
    ['nobody holds any more', { token: 0.6, until: NOW }],
    ['was claimed under another clock', { token: 0.6, until: NOW + 10 * MINUTE }],
  ])('changes what %s, with a claim or without', async (_, other) => {
    for (const token of [undefined, 0.5]) {
      await keep(store, recordAt(1, { lease: other }));
      await store.change(amend(recordAt(1).key, patch, token));
      expect(await keptIn(store)).toEqual([recordAt(1, patch)]);
    }
  });

  it.each([undefined, 0.5])('brings nothing back that is gone (token: %s)', async (token) => {
    await store.change(amend(recordAt(1).key, patch, token));
    expect(await keptIn(store)).toEqual([]);
  });
});

describe('acknowledge', () => {
  const acknowledged = (...given: [ReturnType<typeof recordAt>, Gate?]) =>
    store.change(async (access) => acknowledge(access, ...given));

  it('lets go of that revision', async () => {
    const second = recordAt(1, { revision: 2 });
    await keep(store, recordAt(1), second);
    await acknowledged(recordAt(1));
    expect(await keptIn(store)).toEqual([second]);
  });

  it('lets go of it whoever holds the claim', async () => {
    await keep(store, recordAt(1, { lease: { ...lease, token: 0.6 } }));
    await acknowledged(recordAt(1, { lease }));
    expect(await keptIn(store)).toEqual([]);
  });

  it('does not let go of what was not sent', async () => {
    const replaced = recordAt(1, { body: '{"said":"later"}' });
    await keep(store, replaced);
    await acknowledged(recordAt(1));
    expect(await keptIn(store)).toEqual([replaced]);
  });

  it('lets go of a batch with its members', async () => {
    const batch = recordAt(0, { key: 'b/one', keys: [1, 2].map((n) => recordAt(n).key) });
    await keep(store, recordAt(1), recordAt(2), recordAt(3), batch);
    await acknowledged(batch);
    expect(await keptIn(store)).toEqual([recordAt(3)]);
  });

  it('opens the gate, and remembers when', async () => {
    await keep(store, recordAt(1), recordAt(2), gate());
    await acknowledged(recordAt(1), gate());
    expect(await keptIn(store)).toEqual([gate({ attempts: 0, nextAt: 0, openedAt: NOW }), recordAt(2)]);
  });

  it('leaves a gate that was open', async () => {
    const open = gate({ attempts: 0, nextAt: 0, openedAt: NOW - MINUTE });
    await keep(store, recordAt(1), recordAt(2), open);
    await acknowledged(recordAt(1), open);
    expect(await keptIn(store)).toEqual([open, recordAt(2)]);
  });

  it('leaves dead letters, and the marker to the next look', async () => {
    await keep(store, recordAt(1), recordAt(2, { key: 'd/two' }));
    await acknowledged(recordAt(1));
    expect((await keptIn(store)).map(({ key }) => key)).toEqual(['d/two']);
    expect(marked()).toBe(true);
  });
});

describe('hasWaiting', () => {
  it('says whether anything does', async () => {
    expect(await hasWaiting(store)).toBe(false);
    await keep(store, recordAt(1, { key: 'd/one' }), gate());
    expect(await hasWaiting(store)).toBe(false);
    await keep(store, recordAt(1, { nextAt: NOW + MINUTE }));
    expect(await hasWaiting(store)).toBe(true);
  });

  it('takes the marker away where nothing does', async () => {
    await keep(store, recordAt(1));
    await hasWaiting(store);
    expect(marked()).toBe(true);
    store = durableStore();
    await hasWaiting(store);
    expect(marked()).toBe(false);
  });
});

it('hasWaiting first writes down what became of a claim, in the same step', async () => {
  await keep(store, recordAt(1));
  const change = vi.spyOn(store, 'change');
  expect(await hasWaiting(store, async (access) => acknowledge(access, recordAt(1)))).toBe(false);
  expect(change).toHaveBeenCalledOnce();
  expect(marked()).toBe(false);
});

describe.each<Durable>(['localstorage', 'memory'])('an empty store in %s', (durable) => {
  beforeEach(() => {
    store = { ...durableStore(), durable };
  });

  it('leaves the marker at a look, since it says nothing of IndexedDB', async () => {
    await hasWaiting(store);
    expect(marked()).toBe(true);
  });
});
