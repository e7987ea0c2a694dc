// Responses that share a POST: who belongs together, what is sent, and what becomes of a batch that was too much.

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { bodyOf, gather, halve } from '../../../src/outbox/batch.js';
import { MAX_BODY } from '../../../src/outbox/outbox.js';
import type { OutboxRecord } from '../../../src/outbox/record.js';
import type { Store } from '../../../src/outbox/store.js';
import { freshPage } from '../page/fresh-page.js';
import { DAY, durableStore, FAILED, idAt, keep, keptIn, NOW, recordAt } from './records.js';

const UUID = /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

let store: Store;

beforeEach(freshPage);
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  store = durableStore();
});

const keysAt = (...numbers: number[]) => numbers.map((n) => recordAt(n).key);
const batchOf = (members: number[], more: Partial<OutboxRecord> = {}) =>
  recordAt(0, { key: 'b/one', id: 'one', kind: 'batch', body: '', keys: keysAt(...members), ...more });

const everything = () => true;

/** Keeps `records`, and gathers from the first of them. */
async function made(records: OutboxRecord[], most = 100, fits: (other: OutboxRecord) => boolean = everything) {
  await keep(store, ...records);
  return store.change((access) => gather(access, records[0]!, fits, most));
}
/** The batch that is made so. */
const gathered = async (...given: Parameters<typeof made>) => (await made(...given))!.batch;

describe('gather', () => {
  it('makes a batch of the first and those after it, in their order', async () => {
    const batch = await gathered([recordAt(2), recordAt(4), recordAt(1), recordAt(3)]);
    expect(batch).toMatchObject({ v: 1, kind: 'batch', revision: 1, attempts: 0, keys: keysAt(2, 3, 4), body: '' });
  });

  it('gives it an id of its own', async () => {
    const batch = await gathered([recordAt(1), recordAt(2)]);
    expect(batch.id).toMatch(UUID);
    expect(batch.key).toBe(`b/${batch.id}`);
    const other = await gathered([recordAt(3), recordAt(4)]);
    expect(other.id).not.toBe(batch.id);
  });

  it('sends it where the first goes, for as long as the youngest is kept', async () => {
    const first = recordAt(1, { source: 'shop', endpoint: 'https://own.example/', expiresAt: NOW + DAY });
    const second = recordAt(2, { source: 'shop', expiresAt: NOW + 2 * DAY });
    expect(await gathered([first, second])).toMatchObject({
      source: 'shop',
      endpoint: 'https://own.example/',
      contentType: 'application/json',
      expiresAt: NOW + 2 * DAY,
    });
  });

  it('leaves one alone that is alone', async () => {
    expect(await made([recordAt(1)])).toBeUndefined();
    expect(await made([recordAt(1), recordAt(2)], 100, () => false)).toBeUndefined();
    expect(await keptIn(store)).toEqual([recordAt(1), recordAt(2)]);
  });

  it('has the bytes at hand that it will have at every attempt', async () => {
    const { batch, body } = (await made([recordAt(1, { body: '{"a":1}' }), recordAt(2, { body: '[{"b":"ü"}]' })]))!;
    expect(body).toBe('[{"a":1},{"b":"ü"}]');
    expect(await bodyOf(store, batch)).toBe(body);
  });

  it('takes at most so many', async () => {
    expect(
      (
        await gathered(
          [1, 2, 3, 4].map((n) => recordAt(n)),
          3,
        )
      ).keys,
    ).toEqual(keysAt(1, 2, 3));
  });

  it('looks for them beyond the first page', async () => {
    const records = Array.from({ length: 130 }, (_, n) => recordAt(n));
    const ends = [recordAt(0).key, recordAt(129).key];
    expect((await gathered(records, 2, ({ key }) => key === ends[1])).keys).toEqual(ends);
  });

  it.each([
    ['another form', { contentType: 'text/plain' }],
    ['another source', { source: 'other' }],
  ])('takes none of %s', async (_, more) => {
    expect((await gathered([recordAt(1), recordAt(2, more), recordAt(3)])).keys).toEqual(keysAt(1, 3));
  });

  it('takes none that does not fit', async () => {
    const batch = await gathered([recordAt(1), recordAt(2), recordAt(3)], 100, ({ id }) => id !== idAt(2));
    expect(batch.keys).toEqual(keysAt(1, 3));
  });

  it('takes no more than a body may have', async () => {
    const third = { body: 'x'.repeat(MAX_BODY / 3) };
    const records = [1, 2, 3, 4].map((n) => recordAt(n, third));
    expect((await gathered(records)).keys).toEqual(keysAt(1, 2, 3));
  });

  it('counts that in bytes', async () => {
    const half = { body: `"${'ä'.repeat(MAX_BODY / 4)}"` };
    expect(await made([recordAt(1, half), recordAt(2, half)])).toBeUndefined();
  });

  it('leaves its members as they are otherwise', async () => {
    const records = [recordAt(1, { attempts: 2, last: FAILED }), recordAt(2)];
    await gathered(records);
    expect(await keptIn(store)).toEqual(records);
  });
});

describe('halve', () => {
  const halves = async (batch: OutboxRecord) => {
    await keep(store, ...batch.keys!.map((_, n) => recordAt(n + 1)), batch);
    await store.change(async (access) => halve(access, batch));
    return (await keptIn(store)).filter(({ key }) => key.startsWith('b/'));
  };

  it('makes two of one, with ids of their own', async () => {
    const two = await halves(batchOf([1, 2, 3, 4]));
    expect(two.map(({ keys }) => keys).sort()).toEqual([keysAt(1, 2), keysAt(3, 4)]);
    expect(new Set([...two.map(({ id }) => id), 'one']).size).toBe(3);
    for (const { key, id } of two) expect(key).toBe(`b/${id}`);
  });

  it('loses none of an odd number', async () => {
    const two = await halves(batchOf([1, 2, 3]));
    expect(two.flatMap(({ keys }) => keys!).sort()).toEqual(keysAt(1, 2, 3));
  });

  it('makes them due at once, as if they had not been tried', async () => {
    const lease = { token: 0.5, until: NOW + 1e3 };
    const two = await halves(batchOf([1, 2], { attempts: 4, errors: 4, nextAt: NOW + DAY, last: FAILED, lease }));
    expect(two).toMatchObject([
      { attempts: 0, errors: 0, nextAt: 0, last: FAILED },
      { attempts: 0, errors: 0, nextAt: 0, last: FAILED },
    ]);
    expect(two.map((half) => half.lease)).toEqual([undefined, undefined]);
  });

  it('leaves the members as they are', async () => {
    await halves(batchOf([1, 2]));
    expect((await keptIn(store)).filter(({ key }) => key.startsWith('q/'))).toEqual([recordAt(1), recordAt(2)]);
  });
});

describe('bodyOf', () => {
  const body = async (...bodies: string[]) => {
    await keep(store, ...bodies.map((text, n) => recordAt(n, { body: text })));
    return (await bodyOf(store, batchOf(bodies.map((_, n) => n))))!;
  };

  it('is an array of its members’ bodies, in their order', async () => {
    expect(await body('{"a":[1]}', '{"b":"ü"}')).toBe('[{"a":[1]},{"b":"ü"}]');
  });

  it('is that also of one', async () => {
    expect(await body('{"a":1}')).toBe('[{"a":1}]');
  });

  it('is one array of members that are arrays', async () => {
    expect(await body('[{"a":"]"}]', '[{"b":"\\n[}"}]')).toBe('[{"a":"]"},{"b":"\\n[}"}]');
  });

  it('is JSON whatever its members say', async () => {
    const said = [{ comment: 'a\nb ], [ "c"' }, { comment: '\\' }];
    expect(JSON.parse(await body(...said.map((one) => JSON.stringify(one))))).toEqual(said);
  });

  it('leaves the members’ own order to the batch', async () => {
    await keep(store, recordAt(1, { body: '1' }), recordAt(2, { body: '2' }));
    expect(await bodyOf(store, batchOf([2, 1]))).toBe('[2,1]');
  });

  it.each([[[]], [[1]], [[2]]])('can not be made again of %j alone: then the batch is taken apart', async (left) => {
    const batch = batchOf([1, 2]);
    const members = left.map((n) => recordAt(n));
    await keep(store, ...members, batch);
    expect(await bodyOf(store, batch)).toBeUndefined();
    expect(await keptIn(store)).toEqual(members);
  });
});
