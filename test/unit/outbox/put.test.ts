// What is stored: first revisions, drafts that are replaced, what is said after a release, and where no storage is.

import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Store } from '../../../src/outbox/store.js';
import { memoryStore } from '../../../src/outbox/memory-store.js';
import { freshPage, switchStorageOff, warned } from '../page/fresh-page.js';
import { ID } from '../response/submission.js';
import { ENDPOINT, fresh, idAt, kept, marked, MINUTE, NOW, openInstead, openOutbox } from './records.js';

beforeEach(freshPage);
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: NOW }));

describe('put', () => {
  it('stores the whole record under its id and revision', async () => {
    const { put } = await openOutbox();
    const { record, durable } = await put(fresh({ endpoint: ENDPOINT }), 0, false);
    expect(record).toEqual({
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
      waits: 0,
      nextAt: NOW,
    });
    expect(durable).toBe('memory');
    expect(await kept()).toEqual([record]);
  });

  it('marks that something waits', async () => {
    const { put } = await openOutbox();
    expect(marked()).toBe(false);
    await put(fresh(), 0, false);
    expect(marked()).toBe(true);
  });

  it('replaces a draft under its revision, by another or by the answer', async () => {
    const { put } = await openOutbox();
    await put(fresh({ draft: true, nextAt: NOW + MINUTE }), 0, false);
    await put(fresh({ draft: true, nextAt: NOW + 2 * MINUTE }), 1, false);
    expect(await kept()).toMatchObject([{ revision: 1, draft: true, nextAt: NOW + 2 * MINUTE }]);
    await put(fresh(), 1, false);
    expect(await kept()).toMatchObject([{ revision: 1, draft: false, body: '{"revision":1}' }]);
  });

  it('leaves what was released, and becomes the next revision', async () => {
    const { put } = await openOutbox();
    const first = (await put(fresh(), 0, false)).record;
    const { record } = await put(fresh(), 0, false);
    expect(record).toMatchObject({ revision: 2, key: `q/${ID}.0002`, body: '{"revision":2}' });
    expect(await kept()).toEqual([first, record]);
  });

  it('becomes the revision after one that was delivered and is gone', async () => {
    const { put } = await openOutbox();
    expect((await put(fresh(), 3, false)).record.revision).toBe(4);
    expect((await put(fresh(), 1, false)).record.revision).toBe(5);
  });

  it('tells ids apart', async () => {
    const { put } = await openOutbox();
    await put(fresh({ id: idAt(1), draft: true }), 0, false);
    await put(fresh({ id: idAt(2), draft: true }), 0, false);
    expect((await kept()).map(({ key }) => key)).toEqual([`q/${idAt(1)}.0001`, `q/${idAt(2)}.0001`]);
  });

  it('keeps the order of revisions past the ninth', async () => {
    const { put } = await openOutbox();
    for (let revision = 0; revision < 11; revision++) await put(fresh(), 0, false);
    expect((await kept()).map(({ revision }) => revision)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });
});

describe('adopting', () => {
  it('stores what is not there', async () => {
    const { put } = await openOutbox();
    await put(fresh(), 0, true);
    expect(await kept()).toHaveLength(1);
  });

  it('takes the place of a draft', async () => {
    const { put } = await openOutbox();
    await put(fresh({ draft: true }), 0, false);
    const { record } = await put(fresh(), 0, true);
    expect(record).toMatchObject({ draft: false, revision: 1 });
    expect(await kept()).toEqual([record]);
  });

  it('leaves what was released as it is', async () => {
    const { put } = await openOutbox();
    const { record } = await put(fresh(), 0, false);
    expect((await put(fresh({ kind: 'expectation' }), 0, true)).record).toEqual(record);
    expect(await kept()).toEqual([record]);
  });
});

describe('removeDraft', () => {
  it('takes back a draft, and nothing else', async () => {
    const { put, removeDraft } = await openOutbox();
    const released = (await put(fresh(), 0, false)).record;
    await put(fresh({ draft: true }), 0, false);
    const other = (await put(fresh({ id: idAt(9), draft: true }), 0, false)).record;
    await removeDraft(ID);
    expect(await kept()).toEqual([released, other]);
  });
});

describe('the store', () => {
  const open = vi.fn<() => Promise<Store>>();

  beforeEach(() => {
    open.mockReset();
    openInstead(open);
  });

  const durableStore = (): Store => ({ ...memoryStore(), durable: 'indexeddb' });

  it('is IndexedDB where that opens, once a page', async () => {
    open.mockImplementation(async () => durableStore());
    const { put } = await openOutbox();
    await put(fresh(), 0, false);
    expect((await put(fresh(), 0, false)).durable).toBe('indexeddb');
    expect(open).toHaveBeenCalledOnce();
    expect(warned()).toEqual([]);
  });

  it('is the page’s memory where that can not be opened, and one warning says so', async () => {
    open.mockRejectedValue(new DOMException('denied', 'SecurityError'));
    const { put } = await openOutbox();
    expect((await put(fresh(), 0, false)).durable).toBe('memory');
    expect((await put(fresh(), 0, false)).record.revision).toBe(2);
    expect(warned()).toEqual(['storage-off SecurityError: denied']);
  });

  it('is the page’s memory from when a write fails, and the answer is in it', async () => {
    const full = durableStore();
    open.mockResolvedValue(full);
    const { put } = await openOutbox();
    await put(fresh({ id: idAt(1) }), 0, false);
    full.change = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
    const { record, durable } = await put(fresh(), 0, false);
    expect(durable).toBe('memory');
    expect(await kept()).toEqual([record]);
    expect(warned()).toEqual(['storage-off QuotaExceededError: full']);
  });

  it('needs no localStorage', async () => {
    const switchOn = switchStorageOff();
    open.mockImplementation(async () => durableStore());
    const { put } = await openOutbox();
    expect((await put(fresh(), 0, false)).durable).toBe('indexeddb');
    switchOn();
  });
});
