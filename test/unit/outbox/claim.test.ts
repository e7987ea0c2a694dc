// Who may send what now: one page at a time, the oldest that is due, and never for longer than a lease.

import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { OutboxRecord } from '../../../src/outbox/record.js';
import { freshPage } from '../page/fresh-page.js';
import { ID } from '../response/submission.js';
import { DAY, ENDPOINT, fresh, HOUR, idAt, kept, marked, MINUTE, NOW, openOutbox, SECOND, stored } from './records.js';

beforeEach(freshPage);
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: NOW }));

const LEASE = 45 * SECOND;
const FAILED = { status: 503, reason: '503', at: NOW, endpoint: ENDPOINT };

const toEndpoint = () => ENDPOINT;
const pass = (time: number): unknown => vi.setSystemTime(Date.now() + time);

async function claim(
  endpointOf: (record: OutboxRecord) => string | undefined = toEndpoint,
  early?: (record: OutboxRecord) => boolean,
  key?: string,
) {
  const { record, wakeAt } = await (await openOutbox()).claim(endpointOf, early, key);
  return { record, wakeAt };
}

describe('claim', () => {
  it('finds nothing in an empty outbox', async () => {
    expect(await claim()).toEqual({ wakeAt: Infinity });
  });

  it('takes the oldest due record, and keeps that it did', async () => {
    await stored({ id: idAt(2) });
    await stored({ id: idAt(1) });
    const { record } = await claim();
    expect(record).toMatchObject({ id: idAt(1), attempts: 0, lease: { until: NOW + LEASE } });
    expect((await kept())[0]).toEqual(record);
  });

  it('gives each record to one', async () => {
    for (const n of [1, 2, 3]) await stored({ id: idAt(n) });
    const claims = await Promise.all([claim(), claim(), claim(), claim()]);
    expect(claims.map(({ record }) => record?.id)).toEqual([idAt(1), idAt(2), idAt(3), undefined]);
  });

  it('draws a token of its own each time', async () => {
    await stored({ id: idAt(1) });
    await stored({ id: idAt(2) });
    const one = (await claim()).record!.lease!.token;
    const other = (await claim()).record!.lease!.token;
    expect(one).not.toBe(other);
  });

  it('sends the revisions of an answer in their order', async () => {
    await stored();
    await stored();
    expect((await claim()).record?.revision).toBe(1);
    expect((await claim()).record?.revision).toBe(2);
  });

  it('releases a draft whose time has come, so that it is replaced no more', async () => {
    await stored({ draft: true, nextAt: NOW + MINUTE });
    expect(await claim()).toEqual({ wakeAt: NOW + MINUTE });
    pass(MINUTE);
    expect((await claim()).record).toMatchObject({ draft: false, revision: 1 });
    const { put } = await openOutbox();
    expect((await put(fresh(), 1, false)).record.revision).toBe(2);
  });

  it('names all that it looked at', async () => {
    const keys = [await stored({ id: idAt(1) }), await stored({ id: idAt(2), nextAt: NOW + HOUR })].map(
      ({ key }) => key,
    );
    expect((await (await openOutbox()).claim(toEndpoint)).keys).toEqual(keys);
    expect((await (await openOutbox()).claim(toEndpoint)).keys).toEqual(keys);
  });

  it('leaves a record without an endpoint, and takes the next', async () => {
    await stored({ id: idAt(1), source: 'elsewhere' });
    await stored({ id: idAt(2) });
    const here = ({ source }: OutboxRecord) => (source === 'webshop' ? ENDPOINT : undefined);
    expect((await claim(here)).record?.id).toBe(idAt(2));
    expect(await claim(here)).toEqual({ wakeAt: NOW + LEASE });
  });
});

describe('a lease', () => {
  it('keeps others away until it is over', async () => {
    await stored();
    await claim();
    pass(LEASE - 1);
    expect(await claim()).toEqual({ wakeAt: NOW + LEASE });
  });

  it('that ended without a report counts as an attempt', async () => {
    await stored();
    const first = (await claim()).record!;
    pass(LEASE);
    const { record } = await claim();
    expect(record).toMatchObject({ id: ID, attempts: 1, lease: { until: NOW + 2 * LEASE } });
    expect(record!.lease!.token).not.toBe(first.lease!.token);
  });

  it('of ten minutes ahead was set under another clock', async () => {
    await stored({}, { lease: { token: 0.5, until: NOW + 10 * MINUTE } });
    expect((await claim()).record?.id).toBe(ID);
  });

  it('of a little less is believed', async () => {
    await stored({}, { lease: { token: 0.5, until: NOW + 10 * MINUTE - 1 } });
    expect(await claim()).toEqual({ wakeAt: NOW + 10 * MINUTE - 1 });
  });

  it('is not broken by a mended endpoint, nor by who is early', async () => {
    await stored(
      {},
      { lease: { token: 0.5, until: NOW + LEASE }, last: { ...FAILED, endpoint: 'https://typo.example' } },
    );
    expect((await claim(toEndpoint, () => true)).record).toBeUndefined();
  });
});

describe('a wait', () => {
  it('lasts until its time, and says when that is', async () => {
    await stored({ nextAt: NOW + HOUR }, { last: FAILED });
    expect(await claim()).toEqual({ wakeAt: NOW + HOUR });
    pass(HOUR);
    expect((await claim()).record?.id).toBe(ID);
  });

  it('says the soonest time of all', async () => {
    await stored({ id: idAt(1), nextAt: NOW + HOUR });
    await stored({ id: idAt(2), nextAt: NOW + MINUTE });
    await stored({ id: idAt(3) }, { lease: { token: 0.5, until: NOW + LEASE } });
    expect(await claim()).toEqual({ wakeAt: NOW + LEASE });
  });

  it('of a day ahead was set under another clock', async () => {
    await stored({ nextAt: NOW + DAY });
    expect((await claim()).record?.id).toBe(ID);
  });

  it('of a little less is believed', async () => {
    await stored({ nextAt: NOW + DAY - 1 });
    expect(await claim()).toEqual({ wakeAt: NOW + DAY - 1 });
  });

  it('is over once the endpoint is another than at the last attempt', async () => {
    await stored({ nextAt: NOW + HOUR }, { last: { ...FAILED, endpoint: 'https://typo.example' } });
    expect((await claim()).record?.id).toBe(ID);
  });

  it('is over for whom `early` names', async () => {
    await stored({ id: idAt(1), nextAt: NOW + HOUR });
    await stored({ id: idAt(2), nextAt: NOW + HOUR });
    expect((await claim(toEndpoint, ({ id }) => id === idAt(2))).record?.id).toBe(idAt(2));
  });
});

describe('by key', () => {
  it('takes that record alone, due or not', async () => {
    await stored({ id: idAt(1) });
    const { key } = await stored({ id: idAt(2), draft: true, nextAt: NOW + MINUTE });
    expect((await claim(toEndpoint, undefined, key)).record).toMatchObject({ key, draft: false });
  });

  it('does not take what another page holds', async () => {
    const { key } = await stored();
    await claim();
    expect((await claim(toEndpoint, undefined, key)).record).toBeUndefined();
  });

  it('leaves the marker, since it does not see the rest', async () => {
    const { key } = await stored();
    const { acknowledge } = await openOutbox();
    await acknowledge((await claim(toEndpoint, undefined, key)).record!);
    expect((await claim(toEndpoint, undefined, key)).record).toBeUndefined();
    expect(marked()).toBe(true);
  });
});

describe('an expired record', () => {
  it('becomes a dead letter, and is not sent', async () => {
    await stored({ expiresAt: NOW + DAY });
    pass(DAY);
    expect(await claim()).toEqual({ wakeAt: Infinity });
    expect(await kept()).toEqual([
      expect.objectContaining({
        key: `d/${ID}.0001`,
        last: { status: 0, reason: 'older than maxAge', at: NOW + DAY, endpoint: '' },
      }),
    ]);
  });

  it('becomes one also without an endpoint', async () => {
    await stored({ expiresAt: NOW });
    await claim(() => undefined);
    expect((await kept()).map(({ key }) => key)).toEqual([`d/${ID}.0001`]);
  });

  it('does not stop the next', async () => {
    await stored({ id: idAt(1), expiresAt: NOW });
    await stored({ id: idAt(2) });
    expect((await claim()).record?.id).toBe(idAt(2));
  });

  it('is still sent a moment before', async () => {
    await stored({ expiresAt: NOW + 1 });
    expect((await claim()).record?.id).toBe(ID);
  });
});

describe('the marker', () => {
  it('stays while something waits, and goes with the look that finds nothing', async () => {
    await stored();
    const { acknowledge } = await openOutbox();
    const { record } = await claim();
    expect(marked()).toBe(true);
    await acknowledge(record!);
    expect(marked()).toBe(true);
    await claim();
    expect(marked()).toBe(false);
  });

  it('is set by a look that finds what it did not tell of', async () => {
    await stored({}, { nextAt: NOW + HOUR });
    localStorage.clear();
    await claim();
    expect(marked()).toBe(true);
  });
});

describe('deadLetter', () => {
  it('is what a record became, if it did', async () => {
    const { key } = await stored();
    const { deadLetter, settle } = await openOutbox();
    expect(await deadLetter(key)).toBeUndefined();
    await settle((await claim()).record!, { last: FAILED }, true);
    expect(await deadLetter(key)).toMatchObject({ id: ID, last: FAILED });
  });
});

describe('acknowledge', () => {
  it('removes that revision', async () => {
    const first = await stored();
    const second = await stored();
    const { acknowledge } = await openOutbox();
    await acknowledge(first);
    expect(await kept()).toEqual([second]);
  });

  it('removes it whoever holds the claim', async () => {
    await stored();
    const { record } = await claim();
    pass(LEASE);
    await claim();
    const { acknowledge } = await openOutbox();
    await acknowledge(record!);
    expect(await kept()).toEqual([]);
  });
});

describe('settle', () => {
  const patch = { attempts: 1, nextAt: NOW + MINUTE, last: FAILED };

  it('lets it wait on, and ends the claim', async () => {
    await stored();
    const { record } = await claim();
    const { settle } = await openOutbox();
    await settle(record!, patch, false);
    expect(await kept()).toEqual([{ ...record, ...patch, lease: undefined }]);
  });

  it('makes it a dead letter for good', async () => {
    await stored();
    const { record } = await claim();
    const { settle } = await openOutbox();
    await settle(record!, patch, true);
    expect(await kept()).toEqual([{ ...record, ...patch, lease: undefined, key: `d/${ID}.0001` }]);
  });

  it.each([true, false])('changes nothing once another page claimed it (for good: %s)', async (forGood) => {
    await stored();
    const { record } = await claim();
    pass(LEASE);
    const other = (await claim()).record;
    const { settle } = await openOutbox();
    await settle(record!, patch, forGood);
    expect(await kept()).toEqual([other]);
  });

  it.each([true, false])('brings nothing back that was acknowledged (for good: %s)', async (forGood) => {
    await stored();
    const { record } = await claim();
    const { acknowledge, settle } = await openOutbox();
    await acknowledge(record!);
    await settle(record!, patch, forGood);
    expect(await kept()).toEqual([]);
  });
});
