// What is stored: first revisions, drafts that are replaced, what is said after a release, and what is refused.

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { claim } from '../../../src/outbox/claim.js';
import { MAX_BODY, type NewRecord, type Placing } from '../../../src/outbox/outbox.js';
import type { Store } from '../../../src/outbox/store.js';
import { freshPage, sentences, switchStorageOff, warned } from '../page/fresh-page.js';
import { ID } from '../response/submission.js';
import {
  durableStore,
  ENDPOINT,
  FAILED,
  fresh,
  idAt,
  keep,
  kept,
  keptIn,
  marked,
  MINUTE,
  NOW,
  openInstead,
  openOutbox,
  openStores,
  placing,
  recordAt,
} from './records.js';

beforeEach(freshPage);

let store: Store;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  store = durableStore();
  openInstead(async () => store);
});

/** What this page said of each id. */
let revisions: Record<string, number>;
beforeEach(() => {
  revisions = {};
});

async function put(more: Partial<NewRecord> = {}, where: Partial<Placing> = {}) {
  const { put: place } = await openOutbox();
  const { id } = fresh(more);
  const stored = await place(fresh(more), placing({ lastRevision: () => revisions[id] ?? 0, ...where }));
  revisions[id] = stored.record.revision;
  return stored;
}
const body = (text: string) => ({ wire: () => ({ contentType: 'application/json', body: text }) });
const later = { draft: true, nextAt: NOW + MINUTE };

describe('put', () => {
  it('stores the whole record under its id and revision', async () => {
    const stored = await put({ endpoint: ENDPOINT });
    expect(stored).toMatchObject({ store: { durable: 'indexeddb' }, claimed: false });
    expect(stored.record).toEqual({
      v: 1,
      key: `q/${ID}.0001`,
      id: ID,
      revision: 1,
      kind: 'rating',
      source: 'webshop',
      endpoint: ENDPOINT,
      createdAt: NOW,
      expiresAt: fresh().expiresAt,
      contentType: 'application/json',
      body: '{"revision":1}',
      draft: false,
      attempts: 0,
      nextAt: NOW,
    });
    expect(await kept()).toEqual([stored.record]);
  });

  it('asks for the disk', async () => {
    const change = vi.spyOn(store, 'change');
    await put();
    expect(change.mock.calls.map(([, strict]) => strict)).toEqual([true]);
  });

  it('marks that something waits, before the answer is committed', async () => {
    const change = store.change.bind(store);
    let markedBefore: boolean | undefined;
    store.change = (step) =>
      change(async (access) => {
        const result = await step(access);
        markedBefore = marked();
        return result;
      });
    expect(marked()).toBe(false);
    await put();
    expect(markedBefore).toBe(true);
  });

  it('replaces a draft under its revision, by another or by the answer', async () => {
    await put(later);
    await put({ ...later, nextAt: NOW + 2 * MINUTE });
    expect(await kept()).toMatchObject([{ revision: 1, draft: true, nextAt: NOW + 2 * MINUTE }]);
    await put();
    expect(await kept()).toMatchObject([{ revision: 1, draft: false, body: '{"revision":1}' }]);
  });

  it('leaves what was released, and becomes the next revision', async () => {
    const first = (await put()).record;
    const { record } = await put();
    expect(record).toMatchObject({ revision: 2, key: `q/${ID}.0002`, body: '{"revision":2}' });
    expect(await kept()).toEqual([first, record]);
  });

  it('replaces the draft and not what was released before it', async () => {
    const first = (await put()).record;
    await put(later);
    const { record } = await put();
    expect(record.revision).toBe(2);
    expect(await kept()).toEqual([first, record]);
  });

  it('becomes the revision after one that was delivered and is gone', async () => {
    expect((await put({}, { lastRevision: () => 3 })).record.revision).toBe(4);
    expect((await put({}, { lastRevision: () => 1 })).record.revision).toBe(5);
  });

  it('tells ids apart', async () => {
    await put({ id: idAt(1), ...later });
    await put({ id: idAt(2), ...later });
    expect((await kept()).map(({ key }) => key)).toEqual([recordAt(1).key, recordAt(2).key]);
  });

  it('keeps the order of revisions past the ninth', async () => {
    for (let revision = 0; revision < 11; revision++) await put();
    expect((await kept()).map(({ revision }) => revision)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  it('needs no localStorage', async () => {
    const switchOn = switchStorageOff();
    expect((await put()).store.durable).toBe('indexeddb');
    switchOn();
  });
});

describe('adopting', () => {
  it('stores what is not there', async () => {
    await put({}, { adopt: true });
    expect(await kept()).toHaveLength(1);
  });

  it('takes the place of a draft', async () => {
    await put(later);
    const { record } = await put({}, { adopt: true });
    expect(record).toMatchObject({ draft: false, revision: 1 });
    expect(await kept()).toEqual([record]);
  });

  it('leaves what was released as it is', async () => {
    const { record } = await put();
    expect((await put({ kind: 'expectation' }, { adopt: true, claims: true })).record).toEqual(record);
    expect(await kept()).toEqual([record]);
  });
});

describe('a claim with the putting', () => {
  const claims = { claims: true };

  it('is this page’s, where nothing else waits', async () => {
    const { record, claimed } = await put({}, claims);
    expect(claimed).toBe(true);
    expect(record.lease?.until).toBe(NOW + 45e3);
    expect(await kept()).toEqual([record]);
  });

  it('is not made unless it is asked for', async () => {
    const { record, claimed } = await put();
    expect([claimed, record.lease]).toEqual([false, undefined]);
  });

  it.each([
    ['another answer', recordAt(1)],
    ['another draft', recordAt(1, { draft: true, nextAt: NOW + MINUTE })],
    ['an earlier revision', recordAt(1, { id: ID })],
    ['the gate of a destination', { v: 1 as const, key: `g/${ENDPOINT}`, attempts: 1, nextAt: NOW }],
  ])('gives way to %s', async (_, other) => {
    await keep(store, other);
    const { record, claimed } = await put({}, { ...claims, lastRevision: () => 1 });
    expect(claimed).toBe(false);
    const { lease } = (await kept()).find(({ key }) => key === record.key)!;
    expect(lease).toBeUndefined();
  });

  it('is made in the place of the draft that waits alone', async () => {
    await put(later);
    expect((await put({}, claims)).claimed).toBe(true);
  });

  it('is not made in the place of a draft that does not', async () => {
    await keep(store, recordAt(1));
    await put(later);
    expect((await put({}, claims)).claimed).toBe(false);
  });

  it('is made again once all that a wrong address held up was delivered to the right one', async () => {
    const { acknowledge, gateOf } = await openOutbox();
    const wrong = 'https://typo.example/';
    const record = recordAt(1, { last: { ...FAILED, endpoint: wrong } });
    await keep(store, record, { v: 1, key: gateOf(wrong), attempts: 1, nextAt: NOW + MINUTE });
    await claim(store, { endpointOf: () => ENDPOINT, settle: async (access) => acknowledge(access, record) });
    expect((await put({}, claims)).claimed).toBe(true);
  });

  it('is in no dead letter’s way', async () => {
    await keep(store, recordAt(1, { key: `d/${idAt(1)}.0001` }));
    expect((await put({}, claims)).claimed).toBe(true);
  });
});

describe('the limit of answers', () => {
  const two = { maxPending: 2 };
  beforeEach(() => keep(store, recordAt(1), recordAt(2)));

  it('refuses the new one, out loud, and leaves those that wait', async () => {
    await expect(put({}, two)).rejects.toMatchObject({ name: 'CurtsyError', code: 'outbox-full' });
    expect(await kept()).toEqual([recordAt(1), recordAt(2)]);
    expect(warned()).toEqual(['outbox-full undefined']);
    expect(await sentences()).toHaveLength(1);
  });

  it('says so once', async () => {
    for (const n of [3, 4]) await expect(put({ id: idAt(n) }, two)).rejects.toThrow('outbox-full');
    expect(await sentences()).toHaveLength(1);
  });

  it('refuses in that store, and falls back to no other', async () => {
    const rescue = vi.fn();
    await expect(put({}, { ...two, rescue })).rejects.toThrow();
    expect(rescue).not.toHaveBeenCalled();
    expect(await openStores()).toHaveLength(1);
  });

  it('takes what it just allows', async () => {
    await put({}, { maxPending: 3 });
    expect(await kept()).toHaveLength(3);
  });

  it('does not refuse what is added to an answer that was taken', async () => {
    await put({ id: idAt(2) }, { ...two, lastRevision: () => 1 });
    await put({ id: idAt(3) }, { ...two, lastRevision: () => 1 });
    expect((await kept()).map(({ key }) => key)).toEqual([
      recordAt(1).key,
      recordAt(2).key,
      `q/${idAt(2)}.0002`,
      `q/${idAt(3)}.0002`,
    ]);
  });

  it('does not refuse what takes the place of a draft', async () => {
    await keep(store, recordAt(2, later));
    expect((await put({ id: idAt(2) }, { ...two, lastRevision: () => 1 })).record).toMatchObject({
      draft: false,
      revision: 1,
    });
  });

  it('does not count dead letters', async () => {
    await keep(store, recordAt(5, { key: 'd/5' }), recordAt(6, { key: 'd/6' }));
    await put({}, { maxPending: 3 });
    expect(await kept()).toHaveLength(5);
  });
});

describe('the limit of bytes', () => {
  const full = { body: 'x'.repeat(MAX_BODY) };
  const nine = body('x'.repeat(9));

  it('is over all that waits, and for what comes', async () => {
    await keep(store, recordAt(1, full), recordAt(2, full));
    await expect(put(nine, { maxBytes: 2 * MAX_BODY + 8 })).rejects.toMatchObject({ code: 'outbox-full' });
    await put(nine, { maxBytes: 2 * MAX_BODY + 9 });
    expect(await kept()).toHaveLength(3);
  });

  it('counts bytes, which are more than characters', async () => {
    await keep(store, recordAt(1, { body: 'ä'.repeat(10) }));
    await expect(put(body('ü'), { maxBytes: 21 })).rejects.toMatchObject({ code: 'outbox-full' });
    await put(body('ü'), { maxBytes: 22 });
  });

  it('is not read for where few answers can not reach it', async () => {
    await keep(store, recordAt(1));
    let read: string[] = [];
    const change = store.change.bind(store);
    store.change = (step) =>
      change((access) => {
        read = [];
        return step({ ...access, all: (prefix, ...rest) => (read.push(prefix), access.all(prefix, ...rest)) });
      });
    await put({}, { maxBytes: 2 * MAX_BODY });
    expect(read).toEqual([]);
    await put({ id: idAt(2) }, { maxBytes: 3 * MAX_BODY - 1 });
    expect(read).toEqual(['q/']);
  });

  it('does not count dead letters', async () => {
    await keep(store, recordAt(1, { ...full, key: 'd/1' }));
    await put(body('x'), { maxBytes: 1 });
    expect(await kept()).toHaveLength(2);
  });
});

describe('the limit of one answer', () => {
  it('refuses what is longer than 48 KiB', async () => {
    await put(body('x'.repeat(48 * 1024)));
    await expect(put({ id: idAt(1), ...body('x'.repeat(48 * 1024 + 1)) })).rejects.toMatchObject({
      name: 'CurtsyError',
      code: 'response-too-large',
    });
    expect(await kept()).toHaveLength(1);
    expect(warned()).toEqual(['response-too-large undefined']);
  });

  it('counts bytes', async () => {
    await expect(put(body('ä'.repeat(24 * 1024 + 1)))).rejects.toMatchObject({ code: 'response-too-large' });
    await put(body('ä'.repeat(24 * 1024)));
  });

  it('leaves the draft that it was to replace', async () => {
    const { record } = await put(later);
    await expect(put(body('x'.repeat(MAX_BODY + 1)))).rejects.toThrow();
    expect(await kept()).toEqual([record]);
  });

  it('marks nothing', async () => {
    await expect(put(body('x'.repeat(MAX_BODY + 1)))).rejects.toThrow();
    expect(marked()).toBe(false);
  });
});

describe('a store that fails', () => {
  const quota = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
  /** What is kept in localStorage. */
  const rows = () => Object.keys(localStorage).filter((name) => name.startsWith('curtsy.q/'));

  it('is followed by localStorage, and what is held is rescued first', async () => {
    store.change = quota;
    const rescue = vi.fn(() => expect(rows()).toEqual([]));
    const { record, store: used } = await put({}, { rescue });
    expect(used.durable).toBe('localstorage');
    expect(rescue).toHaveBeenCalledOnce();
    expect(await keptIn(used)).toEqual([record]);
    expect(warned()).toEqual(['storage-fallback QuotaExceededError: full']);
  });

  it('is followed by memory where localStorage is off as well', async () => {
    store.change = quota;
    const switchOn = switchStorageOff();
    const { record, store: used } = await put();
    switchOn();
    expect(used.durable).toBe('memory');
    expect(await keptIn(used)).toEqual([record]);
    expect(warned()).toEqual(['storage-off QuotaExceededError: full']);
  });

  it('is followed by memory where localStorage is full as well', async () => {
    const change = store.change.bind(store);
    store.change = quota;
    for (const n of [1, 2, 3, 4, 5]) await put({ id: idAt(n), ...body('x'.repeat(48e3)) });
    const { store: used } = await put({ id: idAt(6), ...body('x'.repeat(48e3)) });
    expect(used.durable).toBe('memory');
    store.change = change;
    expect((await kept()).map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6].map(idAt));
    expect(warned()).toEqual([
      'storage-fallback QuotaExceededError: full',
      'storage-off Error: localStorage has no more room for answers',
    ]);
  });

  it('has the same bytes in its place, since they are made once a revision', async () => {
    const change = store.change.bind(store);
    store.change = async (...given) => {
      await change(...given);
      return quota();
    };
    let made = 0;
    const wire = vi.fn(() => ({ contentType: 'text/plain', body: `bytes ${++made}` }));
    const { record } = await put({ wire });
    expect(record.body).toBe('bytes 1');
    expect(wire).toHaveBeenCalledOnce();
    store.change = change;
    expect((await kept()).map(({ key, body: bytes }) => [key, bytes])).toEqual([
      [record.key, 'bytes 1'],
      [record.key, 'bytes 1'],
    ]);
  });

  it('that is silent is one as well', async () => {
    const { CurtsyError } = await import('../../../src/settings/error.js');
    store.change = () => Promise.reject(new CurtsyError('storage-failed', 'silent'));
    expect((await put()).store.durable).toBe('localstorage');
  });

  it('is not asked for the next answer, and what it holds still is', async () => {
    const first = (await put({ id: idAt(1) })).record;
    const change = store.change.bind(store);
    const failing = vi.fn(quota);
    store.change = failing;
    await put({ id: idAt(2) });
    expect((await put({ id: idAt(3) })).store.durable).toBe('localstorage');
    expect(failing).toHaveBeenCalledOnce();
    store.change = change;
    expect(await keptIn((await openStores())[0]!)).toEqual([first]);
    expect((await kept()).map(({ id }) => id)).toEqual([1, 2, 3].map(idAt));
  });

  it('holds a revision that the next store goes on from', async () => {
    await put();
    store.change = quota;
    expect((await put()).record.revision).toBe(2);
    expect((await put()).record.revision).toBe(3);
  });

  it('of last resort is nothing to fall back from', async () => {
    store = { durable: 'memory', change: quota };
    await expect(put()).rejects.toThrow('full');
  });
});

describe('remove', () => {
  const remove = async (id: string, released?: boolean) => (await openOutbox()).remove(id, released);

  it('takes back a draft, and nothing else', async () => {
    const released = (await put()).record;
    await put(later);
    const other = (await put({ id: idAt(9), ...later })).record;
    expect(await remove(ID)).toBe(true);
    expect(await kept()).toEqual([released, other].sort((a, b) => (a.key < b.key ? -1 : 1)));
  });

  it('takes it back from every store', async () => {
    await put(later);
    const change = store.change.bind(store);
    store.change = () => Promise.reject(new Error('full'));
    await put(later);
    store.change = change;
    expect(await kept()).toHaveLength(2);
    await remove(ID);
    expect(await kept()).toEqual([]);
  });

  it('leaves what was released, and says so', async () => {
    const { record } = await put();
    expect(await remove(ID)).toBe(false);
    expect(await kept()).toEqual([record]);
  });

  describe('of what was released', () => {
    it('takes back every revision that nobody has tried to send', async () => {
      await put();
      await put();
      const other = (await put({ id: idAt(9) })).record;
      expect(await remove(ID, true)).toBe(true);
      expect(await kept()).toEqual([other]);
    });

    it.each([
      ['an attempt is under way', { lease: { token: 1, until: NOW + MINUTE } }],
      ['an attempt was begun by a page that is gone', { lease: { token: 1, until: NOW - MINUTE } }],
      ['an attempt has failed', { last: FAILED }],
    ])('takes back nothing where %s', async (_, over) => {
      const tried = { ...(await put()).record, ...over };
      await keep(store, tried);
      const later = (await put()).record;
      expect(await remove(ID, true)).toBe(false);
      expect(await kept()).toEqual([tried, later]);
    });

    it('takes back nothing where the first revision has arrived', async () => {
      revisions[ID] = 1;
      const { record } = await put();
      expect(await remove(ID, true)).toBe(false);
      expect(await kept()).toEqual([record]);
    });

    it('takes back nothing that is part of a batch', async () => {
      const { record } = await put();
      await keep(store, recordAt(2, { key: `b/${idAt(2)}`, keys: [record.key] }));
      expect(await remove(ID, true)).toBe(false);
      expect((await kept()).map(({ key }) => key)).toContain(record.key);
    });

    it('says that there was nothing', async () => {
      expect(await remove(ID, true)).toBe(false);
    });
  });
});
