// What a developer sees of the outbox: what waits, what was refused, everything whole; and what they can do with it.

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { claim } from '../../../src/outbox/claim.js';
import type { OutboxRecord } from '../../../src/outbox/record.js';
import type { Store } from '../../../src/outbox/store.js';
import { freshPage } from '../page/fresh-page.js';
import {
  DAY,
  durableStore,
  ENDPOINT,
  FAILED,
  HOUR,
  idAt,
  keep,
  kept,
  marked,
  MINUTE,
  NOW,
  openInstead,
  openStores,
  recordAt,
} from './records.js';

const REFUSED = { status: 422, reason: '422', at: NOW, endpoint: ENDPOINT };

let store: Store;

beforeEach(freshPage);
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  store = durableStore();
  openInstead(async () => store);
});

const inspect = () => import('../../../src/outbox/inspect.js');
const pending = async (endpoint = ENDPOINT) => (await inspect()).pending(() => endpoint);
const rejected = async () => (await inspect()).rejected();

/** A record that the endpoint refused. */
const refused = (n: number, more: Partial<OutboxRecord> = {}) =>
  recordAt(n, { key: `d/${idAt(n)}.0001`, attempts: 3, errors: 2, nextAt: NOW + HOUR, last: REFUSED, ...more });
const gate = (nextAt: number) => ({ v: 1 as const, key: `g/${ENDPOINT}`, attempts: 1, nextAt, last: FAILED });
const batchOf = (members: number[], more: Partial<OutboxRecord> = {}) =>
  recordAt(0, { key: 'b/one', id: 'one', kind: 'batch', body: '', keys: members.map((n) => recordAt(n).key), ...more });

/** A page whose first store failed: `first` is there, `second` in localStorage. */
async function fallen(first: OutboxRecord, second: OutboxRecord): Promise<void> {
  await keep(store, first);
  const { storeInstead } = await import('../../../src/outbox/stores.js');
  await openStores();
  await keep(await storeInstead(store, new Error('full')), second);
}

describe('pending', () => {
  it('lists what waits, oldest first, and what its last attempt gave', async () => {
    await keep(store, recordAt(2, { kind: 'expectation' }), refused(3));
    await keep(store, recordAt(1, { attempts: 2, nextAt: NOW + HOUR, last: FAILED, createdAt: NOW - DAY }));
    expect(await pending()).toEqual([
      {
        id: idAt(1),
        revision: 1,
        kind: 'rating',
        createdAt: '2026-11-21T09:30:00.000Z',
        attempts: 2,
        nextAttemptAt: '2026-11-22T10:30:00.000Z',
        status: 503,
      },
      {
        id: idAt(2),
        revision: 1,
        kind: 'expectation',
        createdAt: '2026-11-22T09:30:00.000Z',
        attempts: 0,
        nextAttemptAt: '2026-11-22T09:30:00.000Z',
        status: undefined,
      },
    ]);
  });

  it('is empty where nothing waits', async () => {
    await keep(store, refused(1), gate(NOW));
    expect(await pending()).toEqual([]);
  });

  it.each([
    [MINUTE, HOUR],
    [HOUR, MINUTE],
  ])('names the later time, the record’s (+%d) or its destination’s (+%d)', async (own, gates) => {
    await keep(store, recordAt(1, { nextAt: NOW + own, last: FAILED }), gate(NOW + gates));
    expect(await pending()).toMatchObject([{ nextAttemptAt: '2026-11-22T10:30:00.000Z' }]);
  });

  it('names its destination’s time also for what was not tried', async () => {
    await keep(store, recordAt(1), gate(NOW + HOUR));
    expect(await pending()).toMatchObject([{ nextAttemptAt: '2026-11-22T10:30:00.000Z' }]);
  });

  it('names now for what another endpoint failed to take', async () => {
    await keep(store, recordAt(1, { nextAt: NOW + HOUR, last: FAILED }), gate(NOW + HOUR));
    expect(await pending('https://mended.example/')).toMatchObject([{ nextAttemptAt: '2026-11-22T09:30:00.000Z' }]);
  });

  it('lists each member of a batch, as the batch stands', async () => {
    await keep(store, recordAt(1), recordAt(2, { kind: 'expectation' }), recordAt(3));
    await keep(store, batchOf([1, 2], { attempts: 4, nextAt: NOW + HOUR, last: FAILED }));
    const batched = { attempts: 4, nextAttemptAt: '2026-11-22T10:30:00.000Z', status: 503 };
    expect(await pending()).toMatchObject([
      { id: idAt(1), kind: 'rating', ...batched },
      { id: idAt(2), kind: 'expectation', ...batched },
      { id: idAt(3), attempts: 0, status: undefined },
    ]);
  });

  it('shows nothing of what a shopper said', async () => {
    await keep(store, recordAt(1, { body: '{"comment":"said in confidence"}' }));
    expect(JSON.stringify(await pending())).not.toContain('confidence');
  });
});

describe('rejected', () => {
  it('lists dead letters, which have no next attempt', async () => {
    await keep(store, recordAt(1), refused(2), gate(NOW + HOUR));
    expect(await rejected()).toEqual([
      {
        id: idAt(2),
        revision: 1,
        kind: 'rating',
        createdAt: '2026-11-22T09:30:00.000Z',
        attempts: 3,
        nextAttemptAt: undefined,
        status: 422,
      },
    ]);
  });
});

describe('all', () => {
  it('gives every response whole, refused or waiting, one that is no JSON as its text', async () => {
    await keep(store, recordAt(1, { body: '{"n":1}' }), recordAt(2, { body: 'score=4' }), refused(3, { body: '3' }));
    await keep(store, batchOf([1, 2]), gate(NOW));
    expect(await (await inspect()).all()).toEqual([3, { n: 1 }, 'score=4']);
  });
});

describe('revive', () => {
  const revive = async (id?: string) => (await inspect()).revive(id);

  it('puts every dead letter back, due now, with a week to go and nothing counted against it', async () => {
    await keep(store, refused(1), refused(2));
    vi.setSystemTime(NOW + 30 * DAY);
    await revive();
    expect(await kept()).toEqual(
      [1, 2].map((n) => {
        const { last } = refused(n);
        return recordAt(n, { errors: 0, nextAt: 0, expiresAt: NOW + 37 * DAY, last });
      }),
    );
    expect(marked()).toBe(true);
    expect((await claim(store, { endpointOf: () => ENDPOINT })).record?.id).toBe(idAt(1));
  });

  it('puts back one id alone, in all its revisions', async () => {
    const second = refused(2, { key: `d/${idAt(2)}.0002`, revision: 2 });
    await keep(store, refused(1), refused(2), second);
    await revive(idAt(2));
    expect((await rejected()).map(({ id }) => id)).toEqual([idAt(1)]);
    expect((await pending()).map(({ id, revision }) => [id, revision])).toEqual([
      [idAt(2), 1],
      [idAt(2), 2],
    ]);
  });

  it('leaves what waits', async () => {
    await keep(store, recordAt(1, { attempts: 2, nextAt: NOW + HOUR }));
    await revive();
    expect(await kept()).toEqual([recordAt(1, { attempts: 2, nextAt: NOW + HOUR })]);
  });

  it('marks nothing where nothing is put back', async () => {
    await revive();
    expect(marked()).toBe(false);
  });
});

describe('clear', () => {
  it('erases everything, and the marker', async () => {
    await keep(store, recordAt(1), refused(2), batchOf([1]), gate(NOW));
    localStorage.setItem('curtsy.waiting', '1');
    await (await inspect()).clear();
    expect(await kept()).toEqual([]);
    expect(marked()).toBe(false);
  });
});

describe('where a page has more than one store', () => {
  it('lists and gives what is in each', async () => {
    await fallen(recordAt(2, { body: '2' }), recordAt(1, { body: '1' }));
    expect((await pending()).map(({ id }) => id)).toEqual([idAt(2), idAt(1)]);
    expect(await (await inspect()).all()).toEqual([2, 1]);
  });

  it('puts dead letters back where they were', async () => {
    await fallen(refused(1), refused(2));
    await (await inspect()).revive();
    const stores = await openStores();
    const keys = await Promise.all(stores.map((one) => one.change((access) => access.keys(''))));
    expect(keys).toEqual([[recordAt(1).key], [recordAt(2).key]]);
  });

  it('erases all of them', async () => {
    await fallen(recordAt(1), refused(2));
    await (await inspect()).clear();
    expect(await kept()).toEqual([]);
  });
});
