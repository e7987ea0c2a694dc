// Who may send what now: one page at a time, the oldest that is due, and never for longer than a lease.

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { bury, claim, type Gather, type Search } from '../../../src/outbox/claim.js';
import { acknowledge } from '../../../src/outbox/outbox.js';
import type { Gate, OutboxRecord } from '../../../src/outbox/record.js';
import type { Access, Store } from '../../../src/outbox/store.js';
import { freshPage } from '../page/fresh-page.js';
import {
  DAY,
  durableStore,
  ENDPOINT,
  FAILED,
  HOUR,
  idAt,
  keep,
  keptIn,
  marked,
  MINUTE,
  NOW,
  OTHER_ENDPOINT,
  pass,
  recordAt,
  SECOND,
} from './records.js';

const LEASE = 45 * SECOND;
const TYPO = { ...FAILED, endpoint: 'https://typo.example/' };
const held = (time: number) => ({ lease: { token: 0.5, until: NOW + time } });

let store: Store;

beforeEach(freshPage);
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  store = durableStore();
});

const look = (search: Partial<Search> = {}) => claim(store, { endpointOf: () => ENDPOINT, ...search });
/** The record that a look takes. */
const taken = async (search?: Partial<Search>) => (await look(search)).record;
/** When a look that takes nothing says to look again. */
async function wakeAt(search?: Partial<Search>): Promise<number> {
  const { record, wakeAt: time } = await look(search);
  expect(record).toBeUndefined();
  return time;
}
/** The numbers of what is taken, until nothing is due. */
async function takenInTurn(search?: Partial<Search>): Promise<string[]> {
  const ids: string[] = [];
  for (let record; (record = await taken(search));) ids.push(record.id);
  return ids;
}
const idsAt = (...numbers: number[]) => numbers.map(idAt);
const gate = (more: Partial<Gate> = {}): Gate => ({
  v: 1,
  key: `g/${ENDPOINT}`,
  attempts: 1,
  nextAt: NOW,
  last: FAILED,
  ...more,
});
const gateIn = () => store.change((access) => access.get<Gate>(`g/${ENDPOINT}`));
const batchOf = (members: number[], more: Partial<OutboxRecord> = {}) =>
  recordAt(0, { key: 'b/one', id: 'one', kind: 'batch', body: '', keys: members.map((n) => recordAt(n).key), ...more });

describe('a look', () => {
  it('finds nothing where nothing is', async () => {
    expect(await look()).toEqual({ wakeAt: Infinity, gates: new Map() });
  });

  it('takes the oldest due record, keeps that it did, and says where it goes', async () => {
    await keep(store, recordAt(2), recordAt(1));
    const claimed = await look();
    expect(claimed).toMatchObject({
      record: { id: idAt(1), attempts: 0, lease: { until: NOW + LEASE } },
      body: recordAt(1).body,
      endpoint: ENDPOINT,
    });
    expect((await keptIn(store))[0]).toEqual(claimed.record);
  });

  it('gives each record to one', async () => {
    await keep(store, recordAt(1), recordAt(2), recordAt(3));
    const claims = await Promise.all([taken(), taken(), taken(), taken()]);
    expect(claims.map((record) => record?.id)).toEqual([...idsAt(1, 2, 3), undefined]);
  });

  it('draws a token of its own each time', async () => {
    await keep(store, recordAt(1), recordAt(2));
    const tokens = [await taken(), await taken()].map((record) => record!.lease!.token);
    expect(new Set(tokens).size).toBe(2);
  });

  it('takes the revisions of an answer in their order', async () => {
    await keep(store, recordAt(1, { revision: 2 }), recordAt(1, { revision: 10 }), recordAt(1));
    expect([await taken(), await taken(), await taken()].map((record) => record?.revision)).toEqual([1, 2, 10]);
  });

  it('finds the one that is due among many that are not', async () => {
    await keep(store, ...Array.from({ length: 230 }, (_, n) => recordAt(n, { nextAt: NOW + HOUR })), recordAt(230));
    expect((await taken())?.id).toBe(idAt(230));
    expect(await wakeAt()).toBe(NOW + LEASE);
  });

  it('passes over a record without an endpoint, which is waited for by nobody', async () => {
    await keep(store, recordAt(1, { source: 'elsewhere' }), recordAt(2));
    const endpointOf = ({ source }: OutboxRecord) => (source === 'webshop' ? ENDPOINT : undefined);
    expect(await takenInTurn({ endpointOf })).toEqual(idsAt(2));
    expect(await wakeAt({ endpointOf: () => undefined })).toBe(Infinity);
  });

  it('passes over what is not to be taken again, and puts it into no batch', async () => {
    await keep(store, recordAt(1), recordAt(2), recordAt(3));
    const skip = new Set([recordAt(1).key, recordAt(3).key]);
    let fit: boolean[] = [];
    const gather: Gather = async (_access, _first, fits) => {
      fit = [1, 2, 3].map((n) => fits(recordAt(n)));
      return undefined;
    };
    expect(await takenInTurn({ skip, gather })).toEqual(idsAt(2));
    expect(fit).toEqual([false, true, false]);
  });

  it('leaves dead letters alone', async () => {
    await keep(store, recordAt(1, { key: `d/${idAt(1)}.0001` }));
    expect(await wakeAt()).toBe(Infinity);
  });
});

describe('a draft', () => {
  it('waits for its time, and is then released', async () => {
    await keep(store, recordAt(1, { draft: true, nextAt: NOW + MINUTE }));
    expect(await wakeAt()).toBe(NOW + MINUTE);
    pass(MINUTE);
    expect(await taken()).toMatchObject({ draft: false });
    expect(await keptIn(store)).toMatchObject([{ draft: false }]);
  });
});

describe('a lease', () => {
  it('keeps others away until it is over', async () => {
    await keep(store, recordAt(1));
    await taken();
    pass(LEASE - 1);
    expect(await wakeAt()).toBe(NOW + LEASE);
  });

  it('that ended without a report counts as an attempt', async () => {
    await keep(store, recordAt(1));
    const first = await taken();
    pass(LEASE);
    const second = await taken();
    expect(second).toMatchObject({ id: idAt(1), attempts: 1, lease: { until: NOW + 2 * LEASE } });
    expect(second!.lease!.token).not.toBe(first!.lease!.token);
  });

  it('of ten minutes ahead was set under another clock', async () => {
    await keep(store, recordAt(1, held(10 * MINUTE)));
    expect((await taken())?.id).toBe(idAt(1));
  });

  it('of a little less is believed', async () => {
    await keep(store, recordAt(1, held(10 * MINUTE - 1)));
    expect(await wakeAt()).toBe(NOW + 10 * MINUTE - 1);
  });

  it('is not broken by a corrected endpoint, nor by who is early', async () => {
    await keep(store, recordAt(1, { ...held(LEASE), last: TYPO }));
    expect(await wakeAt({ early: () => true })).toBe(NOW + LEASE);
  });
});

describe('a wait', () => {
  it('lasts until its time, and says when that is', async () => {
    await keep(store, recordAt(1, { nextAt: NOW + HOUR, last: FAILED }));
    expect(await wakeAt()).toBe(NOW + HOUR);
    pass(HOUR);
    expect((await taken())?.id).toBe(idAt(1));
  });

  it('says the soonest time of all', async () => {
    await keep(
      store,
      recordAt(1, { nextAt: NOW + HOUR }),
      recordAt(2, { nextAt: NOW + MINUTE }),
      recordAt(3, held(LEASE)),
    );
    expect(await wakeAt()).toBe(NOW + LEASE);
  });

  it('of 25 hours ahead was set under another clock', async () => {
    await keep(store, recordAt(1, { nextAt: NOW + 25 * HOUR }));
    expect((await taken())?.id).toBe(idAt(1));
  });

  it.each([DAY, 25 * HOUR - 1])('of %d ms is believed', async (time) => {
    await keep(store, recordAt(1, { nextAt: NOW + time }));
    expect(await wakeAt()).toBe(NOW + time);
  });

  it('is over once the endpoint is another than at the last attempt', async () => {
    await keep(store, recordAt(1, { nextAt: NOW + HOUR, last: TYPO }));
    expect((await taken())?.id).toBe(idAt(1));
  });

  it('is over for whom `early` names', async () => {
    await keep(store, recordAt(1, { nextAt: NOW + HOUR }), recordAt(2, { nextAt: NOW + HOUR }));
    expect(await takenInTurn({ early: ({ key }) => key === recordAt(2).key })).toEqual(idsAt(2));
  });
});

describe('a gate', () => {
  const somewhere = ({ source }: OutboxRecord) => (source === 'webshop' ? ENDPOINT : OTHER_ENDPOINT);

  it('that is closed keeps back all that goes there, and nothing else', async () => {
    await keep(store, gate({ nextAt: NOW + HOUR }), recordAt(1), recordAt(2, { source: 'other' }), recordAt(3));
    expect(await takenInTurn({ endpointOf: somewhere })).toEqual(idsAt(2));
    expect(await wakeAt({ endpointOf: ({ source }) => (source === 'webshop' ? ENDPOINT : undefined) })).toBe(
      NOW + HOUR,
    );
  });

  it('keeps back no longer than the record itself waits, if that is later', async () => {
    await keep(store, gate({ nextAt: NOW + MINUTE }), recordAt(1, { nextAt: NOW + HOUR, last: FAILED }));
    expect(await wakeAt()).toBe(NOW + HOUR);
  });

  it('of 25 hours ahead was set under another clock', async () => {
    await keep(store, gate({ nextAt: NOW + 25 * HOUR }), recordAt(1));
    expect((await taken())?.id).toBe(idAt(1));
  });

  it('does not keep back what `early` names, and the gate with it', async () => {
    await keep(store, gate({ nextAt: NOW + HOUR }), recordAt(1));
    const early: Search['early'] = ({ key }) => key.startsWith('q/');
    expect(await wakeAt({ early })).toBe(NOW + HOUR);
    expect((await taken({ early: () => true }))?.id).toBe(idAt(1));
  });

  it('is not the gate of an endpoint that was corrected', async () => {
    await keep(store, gate({ key: `g/${TYPO.endpoint}`, nextAt: NOW + HOUR, last: TYPO }), recordAt(1, { last: TYPO }));
    expect((await taken())?.id).toBe(idAt(1));
  });

  it('keeps back also what was corrected to go there', async () => {
    await keep(store, gate({ nextAt: NOW + HOUR }), recordAt(1, { nextAt: NOW + 2 * HOUR, last: TYPO }));
    expect(await wakeAt()).toBe(NOW + HOUR);
  });

  it('whose time has come lets one through, and is closed while that is under way', async () => {
    await keep(store, gate(), recordAt(1), recordAt(2));
    expect((await taken())?.id).toBe(idAt(1));
    expect(await gateIn()).toEqual(gate({ nextAt: NOW + LEASE, probe: recordAt(1).key }));
    expect(await wakeAt()).toBe(NOW + LEASE);
  });

  it('lets the one after the last through, so that none is tried for all the others', async () => {
    await keep(store, gate({ probe: recordAt(1).key }), recordAt(1), recordAt(2), recordAt(3));
    const probes: (string | undefined)[] = [];
    for (let time = 0; time < 4; time++) {
      const record = await taken();
      probes.push(record?.id);
      await keep(store, { ...record!, lease: undefined }, { ...(await gateIn())!, nextAt: NOW });
    }
    expect(probes).toEqual(idsAt(2, 3, 1, 2));
  });

  it('lets the next through where the one after the last is not due, or gone', async () => {
    await keep(store, gate({ probe: recordAt(2).key }), recordAt(1), recordAt(3, { nextAt: NOW + HOUR }), recordAt(4));
    expect((await taken())?.id).toBe(idAt(4));
  });

  it('begins with the oldest again once the last was the newest, over more than a page', async () => {
    const records = Array.from({ length: 120 }, (_, n) => recordAt(n));
    await keep(store, gate({ probe: recordAt(119).key }), ...records);
    expect((await taken())?.id).toBe(idAt(0));
  });

  it('lets a batch through in its turn', async () => {
    await keep(store, gate({ probe: recordAt(3).key }), batchOf([1, 2]), recordAt(1), recordAt(2), recordAt(3));
    expect((await taken())?.key).toBe('b/one');
    expect((await gateIn())?.probe).toBe('b/one');
  });

  it('that opened again is in nobody’s way', async () => {
    const open = gate({ attempts: 0, nextAt: 0, probe: recordAt(2).key, openedAt: NOW });
    await keep(store, open, recordAt(1), recordAt(2), recordAt(3));
    expect(await takenInTurn()).toEqual(idsAt(1, 2, 3));
    expect(await gateIn()).toEqual(open);
  });

  it('is gone once nothing waits, and stays as long as anything does', async () => {
    await keep(store, gate({ nextAt: NOW + HOUR }), recordAt(1));
    await look({ endpointOf: () => undefined });
    expect(await gateIn()).toBeDefined();
    await look({ settle: async (access) => acknowledge(access, recordAt(1)) });
    expect(await gateIn()).toBeUndefined();
  });

  it('is told of, by its key', async () => {
    await keep(store, gate({ nextAt: NOW + HOUR }));
    expect((await look()).gates).toEqual(new Map([[`g/${ENDPOINT}`, gate({ nextAt: NOW + HOUR })]]));
  });
});

describe('an expired record', () => {
  it('becomes a dead letter, and is not sent', async () => {
    await keep(store, recordAt(1, { expiresAt: NOW + DAY, attempts: 3 }));
    pass(DAY);
    expect(await wakeAt()).toBe(Infinity);
    expect(await keptIn(store)).toEqual([
      recordAt(1, {
        key: `d/${idAt(1)}.0001`,
        expiresAt: NOW + DAY,
        attempts: 3,
        lease: undefined,
        last: { status: 0, reason: 'older than maxAge', at: NOW + DAY, endpoint: '' },
      }),
    ]);
  });

  it('becomes one also without an endpoint, behind a gate and as a draft', async () => {
    await keep(store, gate({ nextAt: NOW + HOUR }), recordAt(1, { expiresAt: NOW, draft: true, nextAt: NOW + HOUR }));
    await look({ endpointOf: () => undefined });
    expect((await keptIn(store)).map(({ key }) => key)).toEqual([`d/${idAt(1)}.0001`, `g/${ENDPOINT}`]);
  });

  it('is left to who holds it, until the claim is over', async () => {
    await keep(store, recordAt(1, { expiresAt: NOW, ...held(LEASE) }));
    expect(await wakeAt()).toBe(NOW + LEASE);
    pass(LEASE);
    expect(await wakeAt()).toBe(Infinity);
    expect((await keptIn(store)).map(({ key }) => key)).toEqual([`d/${idAt(1)}.0001`]);
  });

  it('does not stop the next', async () => {
    await keep(store, recordAt(1, { expiresAt: NOW }), recordAt(2));
    expect((await taken())?.id).toBe(idAt(2));
  });

  it('is still sent a moment before', async () => {
    await keep(store, recordAt(1, { expiresAt: NOW + 1 }));
    expect((await taken())?.id).toBe(idAt(1));
  });
});

describe('a batch', () => {
  it('is taken as one, before all else, and its members not by themselves', async () => {
    await keep(store, recordAt(1), recordAt(2), recordAt(3), batchOf([2, 3]));
    expect((await taken())?.key).toBe('b/one');
    expect(await takenInTurn()).toEqual(idsAt(1));
  });

  it('waits for its own time, and its members with it', async () => {
    await keep(store, recordAt(1), recordAt(2), batchOf([1, 2], { nextAt: NOW + HOUR, last: FAILED }));
    expect(await wakeAt()).toBe(NOW + HOUR);
  });

  it('that expired makes a dead letter of each member', async () => {
    await keep(store, recordAt(1), recordAt(2), batchOf([1, 2], { expiresAt: NOW }));
    await look();
    expect((await keptIn(store)).map(({ key }) => key)).toEqual([`d/${idAt(1)}.0001`, `d/${idAt(2)}.0001`]);
  });

  it('may be made of what is due and others that fit', async () => {
    await keep(store, recordAt(1), recordAt(2), recordAt(3));
    const { record, body } = await look({
      gather: async (access, first, fits) => {
        const members = (await access.all('q/')).filter(fits);
        const batch = { ...first, key: 'b/new', id: 'new', keys: members.map(({ key }) => key), kind: 'batch' };
        return { batch, body: '[…]' };
      },
    });
    expect(body).toBe('[…]');
    expect(record).toMatchObject({ key: 'b/new', keys: [1, 2, 3].map((n) => recordAt(n).key) });
    expect(await keptIn(store)).toEqual([record, recordAt(1), recordAt(2), recordAt(3)]);
    expect(await wakeAt()).toBe(NOW + LEASE);
  });

  it('is not made where gathering leaves a record alone', async () => {
    await keep(store, recordAt(1), recordAt(2));
    expect(await takenInTurn({ gather: async () => undefined })).toEqual(idsAt(1, 2));
  });

  it('is not gathered again', async () => {
    await keep(store, recordAt(1), recordAt(2), batchOf([1, 2]));
    const gather = vi.fn<Gather>(async () => undefined);
    await taken({ gather });
    expect(gather).not.toHaveBeenCalled();
  });

  it('is the probe, where a gate lets it through', async () => {
    await keep(store, gate(), recordAt(1), recordAt(2));
    await taken({
      gather: async (_, first) => ({ batch: { ...first, key: 'b/new', keys: [recordAt(1).key] }, body: '[]' }),
    });
    expect((await gateIn())?.probe).toBe('b/new');
  });

  it.each([
    ['is due', {}, true],
    ['waits', { nextAt: NOW + HOUR }, false],
    ['is held', held(LEASE), false],
    ['was held, and may have arrived under its own key', held(0), false],
    ['was tried, and may have arrived under its own key', { attempts: 1, last: FAILED }, false],
    ['has expired', { expiresAt: NOW }, false],
    ['is a draft whose time has not come', { draft: true, nextAt: NOW + MINUTE }, false],
    ['is a draft whose time has come, and whose page may have sent it', { draft: true }, false],
    ['goes elsewhere', { source: 'other' }, false],
    ['goes nowhere', { source: 'none' }, false],
  ])('a record that %s: %j', async (_, more, fitting) => {
    await keep(store, recordAt(1), recordAt(2, more));
    const endpointOf = ({ source }: OutboxRecord) =>
      ({ webshop: ENDPOINT, other: OTHER_ENDPOINT })[source as 'webshop'];
    let fit: boolean | undefined;
    await look({
      endpointOf,
      gather: async (_access, _first, fits) => {
        fit = fits(recordAt(2, more));
        return undefined;
      },
    });
    expect(fit).toBe(fitting);
  });

  it('takes nobody who is in another', async () => {
    await keep(store, recordAt(1), recordAt(2), recordAt(3), batchOf([2], held(LEASE)));
    let fit: boolean[] = [];
    await look({
      gather: async (_access, _first, fits) => {
        fit = [2, 3].map((n) => fits(recordAt(n)));
        return undefined;
      },
    });
    expect(fit).toEqual([false, true]);
  });
});

describe('what became of the last claim', () => {
  it('is written down first, in the same step', async () => {
    await keep(store, recordAt(1), recordAt(2));
    const last = (await taken())!;
    const change = vi.spyOn(store, 'change');
    expect((await taken({ settle: async (access) => acknowledge(access, last) }))?.id).toBe(idAt(2));
    expect(change).toHaveBeenCalledOnce();
    expect((await keptIn(store)).map(({ id }) => id)).toEqual(idsAt(2));
  });

  it('shows in what is taken next', async () => {
    await keep(store, recordAt(1), recordAt(2));
    const last = (await taken())!;
    const settle = async (access: Access) => {
      access.put({ ...last, lease: undefined, nextAt: NOW + HOUR });
      access.put(gate({ nextAt: NOW + MINUTE }));
    };
    expect(await wakeAt({ settle })).toBe(NOW + MINUTE);
  });

  it('that can not be written down leaves all as it was', async () => {
    await keep(store, recordAt(1));
    await expect(look({ settle: () => Promise.reject(new Error('no')) })).rejects.toThrow('no');
    expect(await keptIn(store)).toEqual([recordAt(1)]);
  });
});

describe('the marker', () => {
  it('goes with the look that finds nothing', async () => {
    localStorage.setItem('curtsy.waiting', '1');
    await look();
    expect(marked()).toBe(false);
  });

  it('is set by a look that finds what it did not tell of', async () => {
    await keep(store, recordAt(1, { nextAt: NOW + HOUR }));
    await look();
    expect(marked()).toBe(true);
  });

  it('stays where a second store is empty, since that says nothing of the first', async () => {
    localStorage.setItem('curtsy.waiting', '1');
    store = { ...durableStore(), durable: 'localstorage' };
    await look();
    expect(marked()).toBe(true);
  });
});

describe('bury', () => {
  const last = { ...FAILED, status: 422, reason: '422' };

  it('makes a dead letter, free and with its end', async () => {
    const record = recordAt(1, { attempts: 2, ...held(LEASE) });
    await keep(store, record);
    await store.change((access) => bury(access, record, last));
    expect(await keptIn(store)).toEqual([{ ...record, key: `d/${idAt(1)}.0001`, lease: undefined, last }]);
  });

  it('makes one of each member of a batch', async () => {
    const batch = batchOf([1, 2]);
    await keep(store, recordAt(1), recordAt(2), recordAt(3), batch);
    await store.change((access) => bury(access, batch, last));
    expect((await keptIn(store)).map(({ key }) => key)).toEqual([
      `d/${idAt(1)}.0001`,
      `d/${idAt(2)}.0001`,
      recordAt(3).key,
    ]);
  });

  it('brings nothing back that is gone', async () => {
    const batch = batchOf([1, 2]);
    await keep(store, recordAt(2), batch);
    await store.change((access) => bury(access, batch, last));
    expect((await keptIn(store)).map(({ key }) => key)).toEqual([`d/${idAt(2)}.0001`]);
  });
});
