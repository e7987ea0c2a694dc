// Who waits for a record on this page, and how it stands here.

import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { OutboxRecord } from '../../../src/outbox/record.js';
import { durableStore, idAt, recordAt } from '../outbox/records.js';
import { freshPage } from '../page/fresh-page.js';

beforeEach(freshPage);

const room = () => import('../../../src/delivery/follow.js');
const SETTLED = { acknowledged: true, status: 200, reason: '200' };
const batchOf = (...members: OutboxRecord[]) =>
  recordAt(0, { key: 'b/1', kind: 'batch', keys: members.map(({ key }) => key) });

async function followed(n: number, more: Partial<OutboxRecord> = {}) {
  const { follow } = await room();
  const settled = vi.fn();
  const record = recordAt(n, more);
  follow({ record, store: durableStore() }, settled);
  return { record, settled };
}

describe('a record that is followed', () => {
  it('is told of once, and then forgotten', async () => {
    const { ended, own } = await room();
    const { record, settled } = await followed(1);
    ended(record, SETTLED);
    ended(record, SETTLED);
    expect(settled).toHaveBeenCalledExactlyOnceWith(SETTLED);
    expect(own.size).toBe(0);
  });

  it('is told of by its batch', async () => {
    const { ended, own } = await room();
    const one = await followed(1);
    const other = await followed(2);
    ended(batchOf(one.record, recordAt(7), other.record), SETTLED);
    expect(one.settled).toHaveBeenCalledExactlyOnceWith(SETTLED);
    expect(other.settled).toHaveBeenCalledExactlyOnceWith(SETTLED);
    expect(own.size).toBe(0);
  });

  it('goes on being followed after an attempt that settled nothing', async () => {
    const { begun, ended, own } = await room();
    const { record, settled } = await followed(1);
    begun(record);
    ended(record);
    expect(settled).not.toHaveBeenCalled();
    expect(own.get(record.key)).toMatchObject({ tried: true, sending: false });
  });

  it('is replaced by its next version', async () => {
    const { ended } = await room();
    const first = await followed(1, { draft: true });
    const second = await followed(1);
    ended(second.record, SETTLED);
    expect(first.settled).not.toHaveBeenCalled();
    expect(second.settled).toHaveBeenCalledOnce();
  });

  it('is known as it was claimed: no longer a draft', async () => {
    const { begun, hasDraft } = await room();
    const { record } = await followed(1, { draft: true });
    expect(hasDraft(record.id)).toBe(true);
    begun({ ...record, draft: false });
    expect(hasDraft(record.id)).toBe(false);
  });

  it('is known to be released with its batch', async () => {
    const { begun, hasDraft } = await room();
    const { record } = await followed(1, { draft: true });
    begun(batchOf(record));
    expect(hasDraft(record.id)).toBe(false);
  });

  it.each([
    ['by itself', undefined, false],
    ['in a way that outlives the page', true, true],
  ])('is tried %s', async (_, lasting, lasts) => {
    const { begun, own } = await room();
    const { record } = await followed(1);
    begun(record, lasting);
    expect(own.get(record.key)).toMatchObject({ tried: true, sending: true, lasting: lasts });
  });

  it('is not this page’s alone to repeat in a batch', async () => {
    const { begun, own } = await room();
    const { record } = await followed(1);
    begun(batchOf(record, recordAt(2)));
    expect(own.get(record.key)).toMatchObject({ tried: true, sending: true, lasting: true });
    expect(own.size).toBe(1);
  });
});

describe('unfollow', () => {
  it('forgets a draft that was cleared, and no other', async () => {
    const { unfollow, own } = await room();
    const cleared = await followed(1, { draft: true });
    const other = await followed(2, { draft: true });
    unfollow(cleared.record.id);
    expect([...own.keys()]).toEqual([other.record.key]);
  });

  it('goes on following what was released', async () => {
    const { unfollow, own } = await room();
    await followed(1);
    unfollow(idAt(1));
    expect(own.size).toBe(1);
  });

  it('forgets all', async () => {
    const { unfollow, own } = await room();
    await followed(1);
    await followed(2, { draft: true });
    unfollow();
    expect(own.size).toBe(0);
  });
});
