// What becomes of a record that was not acknowledged: it waits, alone and with all that goes there, is halved, or is put aside.

import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Gate, OutboxRecord } from '../../../src/outbox/record.js';
import {
  DAY,
  ENDPOINT,
  FAILED,
  HOUR,
  idAt,
  keep,
  kept,
  MINUTE,
  NOW,
  openStores,
  OTHER_ENDPOINT,
  recordAt,
  SECOND,
  stored,
} from '../outbox/records.js';
import { freshPage, queueCalls, sentences, warned } from '../page/fresh-page.js';
import { ID } from '../response/submission.js';
import { heldAnswer, keysOf, stubEndpoint } from './endpoint-stub.js';
import { configure, given, openOrigin, openPage, pass, turn } from './open-page.js';

beforeEach(freshPage);
beforeEach(openOrigin);

const GATE = `g/${ENDPOINT}`;
const NETWORK = new TypeError('Failed to fetch');

async function keptBelow<T = OutboxRecord>(prefix: string): Promise<T[]> {
  return (await kept()).filter(({ key }) => key.startsWith(prefix)) as T[];
}

const gateNow = async (): Promise<Gate | undefined> => (await keptBelow<Gate>(GATE))[0];
const keepHere = async (...records: (OutboxRecord | Gate)[]) => keep((await openStores())[0]!, ...records);

describe('an endpoint that fails', () => {
  it.each([500, 502, 503, 504, 408, 409, 421, 423, 425, 429, 0])('costs an attempt and a wait: %i', async (status) => {
    const page = await openPage();
    stubEndpoint(status ? { status } : NETWORK);
    const { settled } = await given(page);
    await page.drain();
    const [record] = await keptBelow('q/');
    expect(record).toMatchObject({ attempts: 1, lease: undefined, last: { status, at: NOW, endpoint: ENDPOINT } });
    expect(record!.nextAt).toBeGreaterThanOrEqual(NOW + 2 * SECOND);
    expect(await gateNow()).toMatchObject({ v: 1, attempts: 1, last: { status, at: NOW, endpoint: ENDPOINT } });
    expect(settled).not.toHaveBeenCalled();
  });

  it('is asked after ever longer waits, of which chance takes at most half', async () => {
    const page = await openPage();
    stubEndpoint({ status: 503 });
    await stored();
    for (let most = 4 * SECOND, attempts = 1; attempts < 12; attempts++, most = Math.min(most * 2, 15 * MINUTE)) {
      await page.drain();
      const gate = (await gateNow())!;
      const [record] = await keptBelow('q/');
      expect([gate.attempts, record!.attempts]).toEqual([attempts, attempts]);
      for (const { nextAt, last } of [gate, record!]) {
        expect(nextAt - last!.at).toBeGreaterThanOrEqual(most / 2);
        expect(nextAt - last!.at).toBeLessThanOrEqual(most);
      }
      vi.setSystemTime(Math.ceil(Math.max(gate.nextAt, record!.nextAt)));
    }
  });

  it('that asks for patience in seconds gets it, from every page', async () => {
    const page = await openPage();
    const { posted } = stubEndpoint({ status: 503, headers: { 'Retry-After': '300' } }, {});
    for (const n of [1, 2]) await stored({ id: idAt(n) });
    await page.drain();
    vi.setSystemTime(NOW + 299 * SECOND);
    await (await openPage()).drain();
    expect(posted).toHaveLength(1);
    vi.setSystemTime(NOW + 300 * SECOND);
    await (await openPage()).drain();
    expect(posted).toHaveLength(3);
  });

  it('that asks for patience as a date gets it', async () => {
    const page = await openPage();
    stubEndpoint({ status: 503, headers: { 'Retry-After': new Date(NOW + HOUR).toUTCString() } });
    await stored();
    await page.drain();
    expect(await kept()).toMatchObject([{ nextAt: NOW + HOUR }, { nextAt: NOW + HOUR }]);
  });

  it.each([
    [undefined, MINUTE],
    ['soon', MINUTE],
    ['5', 5 * SECOND],
    ['0', SECOND],
    ['999999', DAY],
  ])('too many requests, Retry-After %s: it is asked after %i ms', async (header, wait) => {
    const page = await openPage();
    stubEndpoint({ status: 429, headers: header ? { 'Retry-After': header } : {} });
    await stored();
    await page.drain();
    expect(await kept()).toMatchObject([
      { key: GATE, nextAt: NOW + wait },
      { attempts: 1, nextAt: NOW + wait },
    ]);
  });
});

describe('the shop’s set-up', () => {
  it.each([401, 402, 403, 404, 405, 407, 410, 501, 505, 301, 302, 308])(
    'is at fault with %i: no attempt is counted, nothing is given up, and the developer is told',
    async (status) => {
      const page = await openPage();
      stubEndpoint({ status });
      const { settled } = await given(page);
      await page.drain();
      expect(await keptBelow('q/')).toMatchObject([{ attempts: 0, nextAt: NOW, last: { status } }]);
      const { attempts, nextAt } = (await gateNow())!;
      expect(attempts).toBe(1);
      expect(nextAt).toBeGreaterThanOrEqual(NOW + MINUTE);
      expect(nextAt).toBeLessThanOrEqual(NOW + 2 * MINUTE);
      expect(settled).not.toHaveBeenCalled();
      expect(warned()).toContain(`endpoint ${ENDPOINT}`);
    },
  );

  it('is at fault with a redirect, which is not followed', async () => {
    const page = await openPage();
    stubEndpoint({ status: 0, type: 'opaqueredirect' });
    await stored();
    await page.drain();
    expect(await keptBelow('q/')).toMatchObject([{ attempts: 0, last: { status: 0, reason: 'redirect' } }]);
    expect(warned()).toEqual([`endpoint ${ENDPOINT}`]);
  });

  it('is looked at again after six hours at most, and the answer goes out as it was', async () => {
    const page = await openPage();
    const { posted } = stubEndpoint({ status: 404 });
    await stored();
    for (let day = 0; day < 12; day++) {
      await page.drain();
      vi.setSystemTime(Math.ceil((await gateNow())!.nextAt));
    }
    const { nextAt, last } = (await gateNow())!;
    expect(nextAt - last!.at).toBeGreaterThanOrEqual(3 * HOUR);
    expect(nextAt - last!.at).toBeLessThanOrEqual(6 * HOUR);
    expect(await keptBelow('q/')).toMatchObject([{ attempts: 0 }]);
    expect(new Set(posted.map(({ body }) => body)).size).toBe(1);
  });
});

describe('a gate', () => {
  it('closes no less than another page has closed it meanwhile', async () => {
    const page = await openPage();
    const slow = heldAnswer();
    stubEndpoint(slow.answer);
    await stored();
    const drained = page.drain();
    await turn();
    await keepHere({ v: 1, key: GATE, attempts: 6, nextAt: NOW + DAY, last: FAILED, probe: 'q/7', openedAt: 5 });
    slow.give({ status: 503 });
    await drained;
    expect(await gateNow()).toMatchObject({ attempts: 6, nextAt: NOW + DAY, probe: 'q/7', openedAt: 5 });
  });

  it('is one for each destination', async () => {
    const page = await openPage();
    stubEndpoint({ status: 503 });
    await stored({ id: idAt(1) });
    await stored({ id: idAt(2), endpoint: OTHER_ENDPOINT });
    await page.drain();
    expect((await keptBelow('g/')).map(({ key }) => key)).toEqual([`g/${OTHER_ENDPOINT}`, GATE]);
  });
});

describe('refused', () => {
  it.each([400, 406, 411, 413, 414, 415, 422, 431, 451])(
    'with %i: it is a dead letter, who waits is told, and so is the developer',
    async (status) => {
      const page = await openPage();
      stubEndpoint({ status });
      const { settled, record } = await given(page);
      await page.drain();
      expect(settled).toHaveBeenCalledExactlyOnceWith(
        expect.objectContaining({ acknowledged: false, status, reason: `${status}` }),
      );
      expect(await kept()).toMatchObject([
        { key: `d/${ID}.0001`, body: record.body, lease: undefined, last: { status, endpoint: ENDPOINT, at: NOW } },
      ]);
      expect(warned()).toEqual([`refused ${ENDPOINT}`]);
    },
  );

  it('closes no gate: others go on', async () => {
    const page = await openPage();
    const { posted } = stubEndpoint({ status: 400 }, {});
    for (const n of [1, 2, 3]) await stored({ id: idAt(n) });
    expect(await page.drain()).toBe(2);
    expect(posted).toHaveLength(3);
    expect(await keptBelow('g/')).toEqual([]);
  });

  it('is not said of a record that another page has claimed meanwhile, and may deliver', async () => {
    const page = await openPage();
    const slow = heldAnswer();
    stubEndpoint(slow.answer);
    const { settled, record } = await given(page);
    const drained = page.drain();
    await turn();
    await keepHere({ ...record, lease: { token: 0.7, until: NOW + MINUTE } });
    slow.give({ status: 422 });
    await drained;
    expect(await keptBelow('d/')).toEqual([]);
    expect(settled).not.toHaveBeenCalled();
  });

  it('makes dead letters older than a week go, out loud', async () => {
    const page = await openPage();
    stubEndpoint({ status: 422 });
    const WEEK = 7 * DAY;
    const letter = (n: number, at: number) =>
      recordAt(n, { key: `d/${idAt(n)}.0001`, last: { ...FAILED, status: 422, at } });
    await keepHere(letter(1, NOW - WEEK), letter(2, NOW - WEEK + 1));
    await stored({ id: idAt(3) });
    await page.drain();
    expect((await kept()).map(({ key }) => key)).toEqual([2, 3].map((n) => `d/${idAt(n)}.0001`));
    expect(warned()).toContain(`dropped d/${idAt(1)}.0001`);
    expect(await sentences()).toContainEqual(expect.stringContaining(`The refused answer d/${idAt(1)}.0001`));
  });
});

describe('a record that an endpoint fails over', () => {
  const POISON = 12;
  const worn = (more: Partial<OutboxRecord> = {}) => recordAt(1, { errors: POISON - 1, attempts: POISON - 1, ...more });
  const gate = (more: Partial<Gate> = {}): Gate => ({ v: 1, key: GATE, attempts: 0, nextAt: 0, ...more });

  it('is put aside after twelve errors, once others were delivered', async () => {
    const page = await openPage();
    const { posted } = stubEndpoint(({ headers }) =>
      headers['Idempotency-Key']!.includes(idAt(1)) ? { status: 500 } : { status: 204 },
    );
    const { settled } = await given(page, { id: idAt(1) });
    for (let n = 2; (await keptBelow('d/')).length === 0 && n < 40; n++) {
      await stored({ id: idAt(n) });
      await pass(15 * MINUTE);
      await page.drain();
    }
    expect(keysOf(posted).filter((key) => key === `${idAt(1)}.1`)).toHaveLength(POISON);
    expect(await kept()).toMatchObject([{ key: `d/${idAt(1)}.0001`, errors: POISON - 1, last: { status: 500 } }]);
    expect(settled).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ acknowledged: false, status: 500 }));
  });

  it.each([
    ['nothing was delivered since', { openedAt: NOW - 1 }],
    ['nothing was ever delivered', {}],
  ])('waits on where %s', async (_, more) => {
    const page = await openPage();
    stubEndpoint({ status: 500 });
    await keepHere(worn(), gate(more));
    await page.drain();
    expect(await keptBelow('q/')).toMatchObject([{ errors: POISON, attempts: POISON }]);
    expect(await keptBelow('d/')).toEqual([]);
  });

  it.each([
    ['a network error', NETWORK],
    ['a request to wait', { status: 429 }],
    ['a set-up at fault', { status: 404 }],
  ])('is not put aside for %s', async (_, answer) => {
    const page = await openPage();
    stubEndpoint(answer);
    await keepHere(worn(), gate({ openedAt: NOW + 1 }));
    await page.drain();
    expect(await keptBelow('q/')).toMatchObject([{ errors: POISON - 1 }]);
  });
});

describe('a batch that was refused', () => {
  const members = (...numbers: number[]) => numbers.map((n) => `q/${idAt(n)}.0001`);
  const bodiesOf = (posted: { body: string }[]) => posted.map(({ body }) => body);
  const numbered = (n: number) => ({
    id: idAt(n),
    wire: () => ({ contentType: 'application/json', body: `${n}` }),
  });

  it.each([413, 400, 422])(
    'with %i is sent in halves with ids of their own, until the one at fault is found',
    async (status) => {
      configure({ batch: 4 });
      const page = await openPage();
      const { posted } = stubEndpoint(({ body }) => ({ status: body.includes('3') ? status : 204 }));
      const answers = [];
      for (const n of [1, 2, 3, 4]) answers.push(await given(page, numbered(n)));
      expect(await page.drain()).toBe(3);
      expect(bodiesOf(posted)).toEqual(expect.arrayContaining(['[1,2,3,4]', '[1,2]', '[3,4]', '[3]', '[4]']));
      expect(posted).toHaveLength(5);
      expect(new Set(keysOf(posted)).size).toBe(5);
      expect(await kept()).toMatchObject([{ key: `d/${idAt(3)}.0001`, body: '3', last: { status } }]);
      for (const [at, { settled }] of answers.entries()) {
        expect(settled).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ acknowledged: at !== 2 }));
      }
    },
  );

  it('is not said to be kept aside, since it is sent again', async () => {
    configure({ batch: 2 });
    const page = await openPage();
    stubEndpoint({ status: 413 }, {});
    for (const n of [1, 2]) await stored(numbered(n));
    expect(await page.drain()).toBe(2);
    expect(warned()).toEqual([]);
  });

  it('keeps its halves where the page goes meanwhile: each record is in one batch', async () => {
    configure({ batch: 3 });
    const page = await openPage();
    const slow = heldAnswer();
    const { posted } = stubEndpoint({ status: 413 }, slow.answer);
    for (const n of [1, 2, 3]) await stored(numbered(n));
    void page.drain();
    await turn();
    expect(posted).toHaveLength(2);
    const halves = await keptBelow('b/');
    expect(halves.flatMap(({ keys }) => keys).sort()).toEqual(members(1, 2, 3));
    expect(halves).toHaveLength(2);
  });

  it('leaves its errors behind: what was sent with a poisonous answer does not die of another’s', async () => {
    configure({ batch: 2 });
    const page = await openPage();
    await keepHere(
      recordAt(1),
      recordAt(2),
      recordAt(0, { key: 'b/1', id: 'batch', keys: members(1, 2), errors: 11 }),
      { v: 1, key: GATE, attempts: 0, nextAt: 0, openedAt: NOW + 1 },
    );
    const halved = heldAnswer();
    stubEndpoint({ status: 500 }, halved.answer);
    void page.drain();
    await turn();
    expect(await keptBelow('b/')).toHaveLength(2);
    halved.give({ status: 503 });
    await turn();
    expect(await keptBelow('d/')).toEqual([]);
  });
});

describe('a network error while online', () => {
  it('most likely is CORS, where the endpoint is another origin’s', async () => {
    const page = await openPage();
    stubEndpoint(NETWORK);
    await stored();
    await page.drain();
    expect(warned()).toEqual([`cors ${ENDPOINT}`]);
  });

  it.each([
    ['on this origin', '/feedback', NETWORK],
    ['of a time-out', ENDPOINT, new DOMException('timed out', 'TimeoutError')],
  ])('is none %s', async (_, endpoint, error) => {
    queueCalls(['configure', { endpoint, source: 'webshop' }]);
    const page = await openPage();
    stubEndpoint(error);
    await stored();
    await page.drain();
    expect(await keptBelow('q/')).toMatchObject([{ attempts: 1 }]);
    expect(warned()).toEqual([]);
  });
});
