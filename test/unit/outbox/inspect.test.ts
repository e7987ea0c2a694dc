// What a developer sees of the outbox: what waits, what was refused, everything whole; and what they can do with it.

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { freshPage } from '../page/fresh-page.js';
import { ID } from '../response/submission.js';
import { DAY, ENDPOINT, HOUR, idAt, kept, marked, NOW, openOutbox, stored } from './records.js';

beforeEach(freshPage);
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: NOW }));

const inspect = () => import('../../../src/outbox/inspect.js');

/** A record that the endpoint refused. */
async function refused(id = ID): Promise<void> {
  const record = await stored({ id });
  const { settle } = await openOutbox();
  const last = { status: 422, reason: '422', at: NOW, endpoint: ENDPOINT };
  await settle(record, { attempts: 3, waits: 2, nextAt: NOW + HOUR, last }, true);
}

describe('pending', () => {
  it('lists what waits, oldest first, and what its last attempt gave', async () => {
    const last = { status: 503, reason: '503 Unavailable', at: NOW, endpoint: ENDPOINT };
    await stored({ id: idAt(2), kind: 'expectation' });
    await stored({ id: idAt(1) }, { attempts: 2, nextAt: NOW + HOUR, last });
    await refused(idAt(3));
    const { pending } = await inspect();
    expect(await pending()).toEqual([
      {
        id: idAt(1),
        revision: 1,
        kind: 'rating',
        createdAt: '2026-11-22T09:30:00.000Z',
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

  it('shows nothing of what a shopper said', async () => {
    await stored({ wire: () => ({ contentType: 'application/json', body: '{"comment":"said in confidence"}' }) });
    const { pending } = await inspect();
    expect(JSON.stringify(await pending())).not.toContain('confidence');
  });
});

describe('rejected', () => {
  it('lists dead letters, which have no next attempt', async () => {
    await stored({ id: idAt(1) });
    await refused(idAt(2));
    const { rejected } = await inspect();
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
  it('gives every response whole, waiting or refused, one that is no JSON as its text', async () => {
    await refused(idAt(3));
    await stored({ id: idAt(1) });
    await stored({ id: idAt(2), wire: () => ({ contentType: 'text/plain', body: 'score=4' }) });
    const { all } = await inspect();
    expect(await all()).toEqual([{ revision: 1 }, { revision: 1 }, 'score=4']);
  });
});

describe('revive', () => {
  it('puts every dead letter back, due now, with a week to go and no attempt counted', async () => {
    await refused(idAt(1));
    await refused(idAt(2));
    vi.setSystemTime(NOW + 30 * DAY);
    localStorage.clear();
    const { revive } = await inspect();
    await revive();
    expect(await kept()).toMatchObject(
      [1, 2].map((n) => ({
        key: `q/${idAt(n)}.0001`,
        attempts: 0,
        nextAt: 0,
        expiresAt: NOW + 37 * DAY,
        body: '{"revision":1}',
      })),
    );
    expect(marked()).toBe(true);
    expect((await (await openOutbox()).claim(() => ENDPOINT)).record?.id).toBe(idAt(1));
  });

  it('puts back one id alone', async () => {
    await refused(idAt(1));
    await refused(idAt(2));
    const { revive, rejected, pending } = await inspect();
    await revive(idAt(2));
    expect((await rejected()).map(({ id }) => id)).toEqual([idAt(1)]);
    expect((await pending()).map(({ id }) => id)).toEqual([idAt(2)]);
  });

  it('marks nothing where nothing is put back', async () => {
    const { revive } = await inspect();
    await revive();
    expect(marked()).toBe(false);
  });
});

describe('clear', () => {
  it('erases everything, and the marker', async () => {
    await stored({ id: idAt(1) });
    await refused(idAt(2));
    const { clear } = await inspect();
    await clear();
    expect(await kept()).toEqual([]);
    expect(marked()).toBe(false);
  });
});
