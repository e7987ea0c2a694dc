// An attempt on a claimed record: what is to be written down of its outcome, and who is told when that is done.

import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { OutboxRecord } from '../../../src/outbox/record.js';
import type { Store } from '../../../src/outbox/store.js';
import { ENDPOINT, fresh, idAt, keep, kept, MINUTE, NOW, recordAt, SECOND } from '../outbox/records.js';
import { freshPage, warned } from '../page/fresh-page.js';
import { heldAnswer, stubEndpoint } from './endpoint-stub.js';
import { configure, openOrigin, openPage, pass, setOnline, turn, type Page } from './open-page.js';

beforeEach(freshPage);
beforeEach(openOrigin);

const FAILED = new TypeError('Failed to fetch');
const LEASE = { token: 0.5, until: NOW + 45 * SECOND };

/** A record that `page` has claimed, and who waits for it. */
async function claimed(page: Page, more: Partial<OutboxRecord> = {}) {
  const [store] = await page.openStores();
  const record = recordAt(1, { lease: LEASE, ...more });
  await keep(store!, record);
  const settled = vi.fn();
  page.follow({ record, store: store! }, settled);
  return { held: { record, store: store!, endpoint: ENDPOINT }, settled };
}

const waiting = async () => (await kept()).filter(({ key }) => key.startsWith('q/'));

describe('acknowledged', () => {
  it('is gone once that is written down, and then who waits is told', async () => {
    const page = await openPage();
    stubEndpoint({ status: 201 });
    const { held, settled } = await claimed(page);
    const { acknowledged, offline, settle, tell } = await page.attempt(held, held.record.body);
    expect([acknowledged, offline]).toEqual([true, false]);
    expect(await waiting()).toHaveLength(1);
    await held.store.change(settle);
    expect(await waiting()).toEqual([]);
    expect(settled).not.toHaveBeenCalled();
    tell();
    expect(settled).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ acknowledged: true, status: 201, reason: '201' }),
    );
  });

  it('is gone though another page holds it by now', async () => {
    const page = await openPage();
    stubEndpoint({});
    const { held } = await claimed(page);
    const { settle } = await page.attempt(held, held.record.body);
    await keep(held.store, { ...held.record, lease: { token: 0.7, until: NOW + MINUTE } });
    await held.store.change(settle);
    expect(await waiting()).toEqual([]);
  });
});

describe('offline', () => {
  it('counts no attempt, lets go of the claim, and waits for a minute at most', async () => {
    setOnline(false);
    const page = await openPage();
    stubEndpoint(FAILED);
    const { held, settled } = await claimed(page, { attempts: 2 });
    const { acknowledged, offline, settle, tell } = await page.attempt(held, held.record.body);
    expect([acknowledged, offline]).toEqual([false, true]);
    await held.store.change(settle);
    tell();
    expect(await kept()).toMatchObject([
      {
        attempts: 2,
        lease: undefined,
        nextAt: NOW + MINUTE,
        last: { status: 0, reason: 'offline', at: NOW, endpoint: ENDPOINT },
      },
    ]);
    expect(settled).not.toHaveBeenCalled();
    expect(warned()).toEqual([]);
  });

  it('is not what an endpoint answered, whatever the browser says', async () => {
    setOnline(false);
    const page = await openPage();
    stubEndpoint({ status: 503 });
    const { held } = await claimed(page);
    const { offline, settle } = await page.attempt(held, held.record.body);
    expect(offline).toBe(false);
    await held.store.change(settle);
    expect(await waiting()).toMatchObject([{ attempts: 1, last: { status: 503 } }]);
  });
});

describe('a claim that is too old for its request', () => {
  it('is not used: nothing is sent, no attempt is counted', async () => {
    const page = await openPage();
    const { posted } = stubEndpoint({});
    const { held } = await claimed(page);
    vi.setSystemTime(LEASE.until - 25 * SECOND + 1);
    const { offline, settle } = await page.attempt(held, held.record.body);
    await held.store.change(settle);
    expect(posted).toEqual([]);
    expect(offline).toBe(true);
    expect(await kept()).toMatchObject([{ attempts: 0, lease: undefined }]);
  });

  it('is still used with 25 seconds left', async () => {
    const page = await openPage();
    const { posted } = stubEndpoint({});
    const { held } = await claimed(page);
    vi.setSystemTime(LEASE.until - 25 * SECOND);
    await page.attempt(held, held.record.body);
    expect(posted).toHaveLength(1);
  });
});

describe.each([
  ['failed', { status: 503 }],
  ['refused', { status: 422 }],
  ['offline', FAILED],
])('%s', (_, answer) => {
  it('changes nothing of a record that another page has claimed meanwhile', async () => {
    if (answer === FAILED) setOnline(false);
    const page = await openPage();
    stubEndpoint(answer);
    const { held } = await claimed(page);
    const { settle } = await page.attempt(held, held.record.body);
    const theirs = { ...held.record, attempts: 1, lease: { token: 0.7, until: NOW + MINUTE } };
    await keep(held.store, theirs);
    await held.store.change(settle);
    expect((await kept()).filter(({ key }) => !key.startsWith('g/'))).toEqual([theirs]);
  });

  it('brings back nothing that was cleared meanwhile', async () => {
    if (answer === FAILED) setOnline(false);
    const page = await openPage();
    stubEndpoint(answer);
    const { held } = await claimed(page);
    const { settle } = await page.attempt(held, held.record.body);
    await held.store.change(async (access) => access.clear());
    await held.store.change(settle);
    expect((await kept()).filter(({ key }) => !key.startsWith('g/'))).toEqual([]);
  });
});

describe('where the chunk can’t be had that knows what a failure means', () => {
  it.each([
    ['a failure', { status: 503 }, 503],
    ['a refusal', { status: 422 }, 422],
    ['a network error', FAILED, 0],
  ])('%s is counted, and the record waits for a minute', async (_, answer, status) => {
    const page = await openPage();
    vi.doMock('../../../src/delivery/drain.js', () => {
      throw new Error('chunk lost');
    });
    onTestFinished(() => vi.doUnmock('../../../src/delivery/drain.js'));
    vi.resetModules();
    const { attempt } = await import('../../../src/delivery/attempt.js');
    const { posted } = stubEndpoint(answer);
    const { held, settled } = await claimed(page);
    const { acknowledged, offline, settle, tell } = await attempt(held, held.record.body);
    await held.store.change(settle);
    tell();
    expect(posted).toHaveLength(1);
    expect([acknowledged, offline]).toEqual([false, false]);
    expect(await kept()).toMatchObject([{ attempts: 1, lease: undefined, nextAt: NOW + MINUTE, last: { status } }]);
    expect(settled).not.toHaveBeenCalled();
  });
});

describe('who follows the record', () => {
  it('is known to be tried, and sending until it is told', async () => {
    const page = await openPage();
    const slow = heldAnswer();
    stubEndpoint(slow.answer);
    const { held } = await claimed(page);
    const mine = page.own.get(held.record.key)!;
    expect(mine.tried).toBeUndefined();
    const attempting = page.attempt(held, held.record.body);
    expect(mine).toMatchObject({ tried: true, sending: true, lasting: false });
    slow.give({ status: 503 });
    const { tell } = await attempting;
    expect(mine.sending).toBe(true);
    tell();
    expect(mine).toMatchObject({ tried: true, sending: false });
  });

  it('is known to outlive the page, if it does', async () => {
    const page = await openPage();
    const { posted } = stubEndpoint({});
    const { held } = await claimed(page);
    const attempting = page.attempt(held, held.record.body, true);
    expect(page.own.get(held.record.key)).toMatchObject({ lasting: true });
    expect(posted).toMatchObject([{ keepalive: true }]);
    await attempting;
  });
});

describe('the log', () => {
  const lines = (info: { mock: { calls: unknown[][] } }) => info.mock.calls.map(([line]) => String(line));

  it.each([
    [{ status: 204 }, true, '204, acknowledged'],
    [{ status: 422 }, true, '422, kept as a dead letter'],
    [FAILED, false, 'TypeError: Failed to fetch, waits'],
  ])('explains each attempt under debug: %o', async (answer, online, said) => {
    setOnline(online);
    const info = vi.spyOn(console, 'info').mockImplementation(() => {});
    configure({ debug: true });
    const page = await openPage();
    stubEndpoint(answer);
    const { held } = await claimed(page);
    await page.attempt(held, held.record.body);
    expect(lines(info)).toEqual([expect.stringContaining(`[curtsy] rating ${idAt(1)}.1 → ${ENDPOINT}: ${said}`)]);
  });

  it('says when an endpoint is asked again', async () => {
    const info = vi.spyOn(console, 'info').mockImplementation(() => {});
    configure({ debug: true });
    const page = await openPage();
    stubEndpoint({ status: 503, headers: { 'Retry-After': '90' } });
    const { held } = await claimed(page);
    await page.attempt(held, held.record.body);
    expect(lines(info)).toEqual([expect.stringMatching(/503, .* 90 s$/)]);
  });

  it('says nothing otherwise', async () => {
    const info = vi.spyOn(console, 'info').mockImplementation(() => {});
    const page = await openPage();
    stubEndpoint({ status: 503 });
    const { held } = await claimed(page);
    await page.attempt(held, held.record.body);
    expect(info).not.toHaveBeenCalled();
  });
});

describe('sendAtOnce', () => {
  const put = async (page: Page) => {
    const [store] = await page.openStores();
    return page.put(fresh(), {
      lastRevision: () => 0,
      adopt: false,
      maxPending: 200,
      maxBytes: 2e6,
      claims: true,
      rescue: () => store,
    });
  };

  it('sends what was claimed as it was stored, and tells', async () => {
    const page = await openPage();
    const { posted } = stubEndpoint({});
    const stored = await put(page);
    expect(stored.claimed).toBe(true);
    const settled = vi.fn();
    page.follow(stored, settled);
    page.sendAtOnce({ ...stored, endpoint: ENDPOINT });
    await turn();
    expect(posted).toHaveLength(1);
    expect(settled).toHaveBeenCalledOnce();
    expect(await kept()).toEqual([]);
  });

  it('hands what fails over to the drain', async () => {
    const page = await openPage();
    const { posted } = stubEndpoint({ status: 503 }, {});
    const stored = await put(page);
    page.sendAtOnce({ ...stored, endpoint: ENDPOINT });
    await turn();
    expect(await waiting()).toMatchObject([{ attempts: 1, lease: undefined }]);
    await pass(4 * SECOND + 10);
    expect(posted).toHaveLength(2);
    expect(await kept()).toEqual([]);
  });

  it('tells of storage that fails meanwhile, rejects nothing, and the answer is sent again', async () => {
    const page = await openPage();
    const slow = heldAnswer();
    const { posted } = stubEndpoint(slow.answer, {});
    const stored = await put(page);
    page.sendAtOnce({ ...stored, endpoint: ENDPOINT });
    const store = stored.store as { change: Store['change'] };
    const { change } = store;
    store.change = () => Promise.reject(new Error('broken'));
    slow.give({});
    await turn();
    expect(warned()).toContain('storage-failed Error: broken');
    store.change = change;
    await pass(MINUTE + 10);
    expect(posted.map(({ body }) => body)).toEqual([stored.record.body, stored.record.body]);
    expect(await kept()).toEqual([]);
  });
});
