// What a shopper said becomes a stored response: drafts that are replaced, revisions in their order, what crashed pages left.

import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Receipt } from '../../../src/delivery/submit.js';
import type { Submission } from '../../../src/response/response.js';
import { DAY, durableStore, HOUR, idAt, kept, MINUTE, NOW, SECOND, stored } from '../outbox/records.js';
import { freshPage, setHidden, switchStorageOff, warned } from '../page/fresh-page.js';
import { ID, KEY, said } from '../response/submission.js';
import { heldAnswer, stubEndpoint } from './endpoint-stub.js';
import { configure, openInstead, openOrigin, openPage, pass, setOnline, stray, turn } from './open-page.js';

beforeEach(freshPage);
beforeEach(openOrigin);
beforeEach(async () => {
  await openPage();
});

const door = () => import('../../../src/delivery/submit.js');

const ignore = () => {};
const tap = (more: Partial<Submission> = {}) => said({ complete: false, ...more });
const scored = (score: number) => ({ answer: { score, scale: 5, format: 'svg' } as const });

async function submit(what: Submission, adopt?: boolean): Promise<Receipt> {
  return (await door()).submit(what, ignore, adopt);
}

const bodies = (posted: { body: string }[]) => posted.map(({ body }) => JSON.parse(body) as Record<string, unknown>);
const waiting = async () => (await kept()).filter(({ key }) => key.startsWith('q/'));
const held = () => Object.keys(localStorage).filter((key) => key.startsWith('curtsy.held.'));

/** What is written to localStorage from now on, name by name. */
function written(): [name: string, text: string][] {
  const rows: [string, string][] = [];
  const get = (storage: Storage, name: string | symbol) => {
    const given: unknown = Reflect.get(storage, name);
    if (typeof given !== 'function') return given;
    return (...details: string[]) => {
      if (name === 'setItem' && details[0]!.includes('0199')) rows.push([details[0]!, details[1]!]);
      return given.apply(storage, details) as unknown;
    };
  };
  vi.stubGlobal('localStorage', new Proxy(localStorage, { get }));
  return rows;
}

describe('submit', () => {
  it('stores the answer, and then sends it', async () => {
    const slow = heldAnswer();
    const { posted } = stubEndpoint(slow.answer);
    expect(await submit(said())).toEqual({ id: ID, revision: 1, durable: 'indexeddb' });
    expect(await kept()).toMatchObject([{ id: ID, draft: false, nextAt: NOW, expiresAt: NOW + 7 * DAY }]);
    await turn();
    expect(bodies(posted)).toEqual([
      {
        version: 1,
        id: ID,
        revision: 1,
        kind: 'rating',
        createdAt: '2026-11-22T09:30:00.000Z',
        source: 'webshop',
        locale: 'de-DE',
        answer: { score: 4, scale: 5, format: 'svg' },
        complete: true,
        context: {
          url: `${location.origin}/checkout`,
          title: 'Checkout',
          viewport: [390, 844],
          timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
          instrument: 'rating/1',
          vitals: {},
        },
      },
    ]);
    slow.give({});
    await turn();
    expect(await kept()).toEqual([]);
  });

  it('tells who waits, with the receipt, when the endpoint has answered for good', async () => {
    stubEndpoint({ status: 503 }, { status: 201 });
    const settled = vi.fn();
    const receipt = await (await door()).submit(said(), settled);
    await turn();
    expect(settled).not.toHaveBeenCalled();
    await pass(5 * SECOND);
    expect(settled).toHaveBeenCalledExactlyOnceWith(
      receipt,
      expect.objectContaining({ acknowledged: true, status: 201, reason: '201' }),
    );
  });

  it('claims in storing what waits alone, so that no other page sends it as well', async () => {
    const slow = heldAnswer();
    const { posted } = stubEndpoint(slow.answer, {});
    await submit(said());
    expect(await kept()).toMatchObject([{ lease: { until: NOW + 45 * SECOND } }]);
    await (await openPage()).drain();
    await turn();
    expect(posted).toHaveLength(1);
    slow.give({});
    await turn();
    expect(await kept()).toEqual([]);
  });

  it('takes its turn among what waits already', async () => {
    const { posted } = stubEndpoint({});
    for (const start of ['0100', '0200']) await stored({ id: ID.replace('0199', start) });
    await submit(said());
    await turn();
    expect(bodies(posted).map(({ id }) => id)).toEqual([undefined, ID, undefined]);
  });

  it('tries nothing at once while the browser says that it is offline', async () => {
    setOnline(false);
    const { posted } = stubEndpoint({});
    await submit(said());
    expect((await kept())[0]!.lease).toBeUndefined();
    await pass(5 * SECOND - 1);
    expect(posted).toEqual([]);
    await pass(10);
    expect(posted).toHaveLength(1);
  });

  it('keeps it where there is no endpoint, and says so', async () => {
    configure({ endpoint: undefined });
    const { posted } = stubEndpoint({});
    await submit(said());
    await turn();
    expect(posted).toEqual([]);
    const [record] = await kept();
    expect(record).toMatchObject({ id: ID });
    expect(record!.lease).toBeUndefined();
    expect(warned()).toEqual(['no-endpoint undefined']);
  });

  it.each([
    ['outbox-full', { maxPending: 1 }],
    ['response-too-large', { metadata: { order: 'x'.repeat(49_152) } }],
  ])('refuses the new answer out loud, and leaves what waits as it is: %s', async (code, settings) => {
    configure(settings);
    stubEndpoint({});
    const before = await stored({ nextAt: NOW + HOUR, id: idAt(0x99) });
    await expect(submit(said())).rejects.toMatchObject({ name: 'CurtsyError', code });
    expect(await kept()).toEqual([before]);
    expect(warned()).toContain(`${code} undefined`);
  });

  it('says truly where it is kept', async () => {
    openInstead(() => Promise.reject(new Error('blocked')));
    await openPage();
    stubEndpoint({});
    expect(await submit(said())).toMatchObject({ durable: 'localstorage' });
    onTestFinished(switchStorageOff());
    await openPage();
    expect(await submit(said())).toMatchObject({ durable: 'memory' });
  });

  it('holds the answer while the next store takes the place of one that fails', async () => {
    const store = durableStore();
    openInstead(async () => store);
    await openPage();
    stubEndpoint(new TypeError('offline'));
    store.change = () => Promise.reject(new Error('full'));
    const rows = written();
    expect(await submit(said())).toMatchObject({ revision: 1, durable: 'localstorage' });
    const name = `curtsy.held.${KEY}`;
    await vi.waitFor(() => expect(held()).toEqual([]));
    expect(new Set(rows.map(([row]) => row))).toEqual(new Set([name, `curtsy.q/${ID}.0001`]));
  });

  it.each([
    ['hidden', () => setHidden(true)],
    ['unloaded', () => dispatchEvent(new Event('pagehide'))],
  ])('holds the answer, should the page be %s before it is stored', async (_, leave) => {
    const store = durableStore();
    openInstead(async () => store);
    await openPage();
    stubEndpoint({});
    const { prepare } = await door();
    prepare();
    await turn();
    let commit!: () => void;
    const disk = new Promise<void>((resolve) => (commit = resolve));
    const usual = { ...store };
    const write = vi.spyOn(store, 'change').mockImplementation((...step) => disk.then(() => usual.change(...step)));
    const storing = submit(said());
    await vi.waitFor(() => expect(write).toHaveBeenCalled(), { interval: 0 });
    expect(held()).toEqual([]);
    leave();
    expect(held()).toEqual([`curtsy.held.${KEY}`]);
    commit();
    await storing;
    expect(held()).toEqual([]);
    leave();
    expect(held()).toEqual([]);
    await turn();
  });

  it('is explained under debug', async () => {
    const info = vi.spyOn(console, 'info').mockImplementation(() => {});
    configure({ debug: true });
    stubEndpoint({});
    await submit(said());
    expect(info).toHaveBeenCalledExactlyOnceWith(`[curtsy] rating ${ID}.1 is stored in indexeddb`);
    await turn();
  });

  it('keeps it for as long as the setting says, and with the element’s own endpoint and source', async () => {
    configure({ maxAge: 'PT1H' });
    stubEndpoint(new TypeError('offline'));
    await submit(said({ endpoint: '/own', source: 'outlet' }));
    expect(await waiting()).toMatchObject([{ expiresAt: NOW + HOUR, endpoint: '/own', source: 'outlet' }]);
  });

  it('lets go of what was held', async () => {
    stubEndpoint({});
    const { hold } = await import('../../../src/response/hold.js');
    hold(said());
    expect(held()).toHaveLength(1);
    await submit(said());
    expect(held()).toEqual([]);
  });

  it('makes its bytes once, whatever is configured later', async () => {
    configure({ metadata: { order: 'A-1' } });
    const { posted } = stubEndpoint({ status: 503 }, {});
    await submit(said());
    await turn();
    configure({ metadata: { order: 'B-2' } });
    await pass(5 * SECOND);
    expect(posted).toHaveLength(2);
    expect(posted[1]!.body).toBe(posted[0]!.body);
    expect(posted[1]!.headers).toEqual(posted[0]!.headers);
  });
});

describe('a draft', () => {
  it('waits a minute, and then is sent as it is', async () => {
    const { posted } = stubEndpoint({});
    await submit(tap());
    await pass(MINUTE - 1);
    expect(posted).toEqual([]);
    await pass(10);
    expect(bodies(posted)).toMatchObject([{ id: ID, revision: 1, complete: false }]);
  });

  it('waits a minute from its last change', async () => {
    const { posted } = stubEndpoint({});
    await submit(tap(scored(1)));
    await pass(MINUTE - 1);
    await submit(tap(scored(2)));
    await pass(MINUTE - 1);
    expect(posted).toEqual([]);
    await pass(10);
    expect(bodies(posted)).toMatchObject([{ answer: { score: 2 }, revision: 1 }]);
  });

  it('is replaced by the answer: one response, revision 1', async () => {
    const { posted } = stubEndpoint({});
    await submit(tap(scored(1)));
    await submit(tap(scored(2)));
    expect(await submit(said(scored(3)))).toMatchObject({ revision: 1 });
    await pass(2 * MINUTE);
    expect(bodies(posted)).toMatchObject([{ revision: 1, complete: true, answer: { score: 3 } }]);
  });

  it('that went out is followed by the next revision of the same id', async () => {
    const { posted } = stubEndpoint({});
    await submit(tap());
    await pass(MINUTE + 10);
    expect(await submit(said())).toMatchObject({ id: ID, revision: 2 });
    await turn();
    expect(bodies(posted)).toMatchObject([
      { id: ID, revision: 1, complete: false },
      { id: ID, revision: 2, complete: true },
    ]);
    expect(posted.map(({ headers }) => headers['Idempotency-Key'])).toEqual([`"${ID}.1"`, `"${ID}.2"`]);
  });

  it('that is going out is followed by the next revision, too', async () => {
    const slow = heldAnswer();
    const { posted } = stubEndpoint(slow.answer, {});
    const { prepare } = await door();
    prepare();
    await submit(tap());
    setHidden(true);
    await turn();
    await submit(said());
    slow.give({});
    await turn();
    expect(bodies(posted).map(({ revision, complete }) => [revision, complete])).toEqual([
      [1, false],
      [2, true],
    ]);
  });
});

describe('submissions of one key', () => {
  it('are stored in the order of their saying, though nobody waited', async () => {
    const { posted } = stubEndpoint({});
    const { submit: say } = await door();
    const receipts = await Promise.all([
      say(tap(scored(1)), ignore),
      say(tap(scored(2)), ignore),
      say(said(scored(3)), ignore),
      say(said(scored(4)), ignore),
    ]);
    expect(receipts.map(({ revision }) => revision)).toEqual([1, 1, 1, 2]);
    await turn();
    expect(bodies(posted)).toMatchObject([
      { revision: 1, answer: { score: 3 } },
      { revision: 2, answer: { score: 4 } },
    ]);
  });

  it('do not wait for those of another', async () => {
    stubEndpoint({});
    const { submit: say } = await door();
    const ids = await Promise.all([KEY, KEY.replace('0199', '0200')].map((key) => say(said({ key }), ignore)));
    expect(new Set(ids.map(({ id }) => id)).size).toBe(2);
  });
});

describe('retract', () => {
  it('takes a draft back, from the outbox and from what is held', async () => {
    const { posted } = stubEndpoint({});
    const { retract } = await door();
    await submit(tap());
    const { hold } = await import('../../../src/response/hold.js');
    hold(tap());
    await retract(KEY);
    expect(await kept()).toEqual([]);
    expect(held()).toEqual([]);
    await pass(2 * MINUTE);
    expect(posted).toEqual([]);
  });

  it('comes after a draft that is still being stored', async () => {
    stubEndpoint({});
    const { submit: say, retract } = await door();
    void say(tap(), ignore);
    await retract(KEY);
    expect(await kept()).toEqual([]);
  });

  it('leaves what was released', async () => {
    const slow = heldAnswer();
    stubEndpoint(slow.answer);
    const settled = vi.fn();
    const { submit: say, retract } = await door();
    await say(said(), settled);
    await retract(KEY);
    expect(await kept()).toHaveLength(1);
    slow.give({});
    await turn();
    expect(settled).toHaveBeenCalledOnce();
  });
});

describe('preview', () => {
  it('is the response as it would be stored, with the revision that comes next', async () => {
    const { posted } = stubEndpoint({});
    const { preview } = await door();
    expect(preview(said()).revision).toBe(1);
    await submit(said());
    await turn();
    expect(JSON.parse(JSON.stringify({ ...preview(said()), revision: 1 }))).toEqual(bodies(posted)[0]);
    expect(preview(said()).revision).toBe(2);
  });
});

describe('preview of an answer whose draft waits', () => {
  it('has the revision of the draft, which it replaces', async () => {
    stubEndpoint({});
    const { preview } = await door();
    await submit(tap());
    expect(preview(said()).revision).toBe(1);
    await pass(MINUTE + 10);
    expect(preview(said()).revision).toBe(2);
  });
});

describe('a format that comes with a chunk of its own', () => {
  it('is awaited, and what was said is held until then', async () => {
    let arrive!: () => void;
    const network = new Promise<void>((resolve) => (arrive = resolve));
    vi.doMock('../../../src/delivery/formats.js', async (original) => {
      await network;
      return original();
    });
    onTestFinished(() => vi.doUnmock('../../../src/delivery/formats.js'));

    configure({ format: 'form' });
    const { posted } = stubEndpoint({});
    const { submit: say } = await door();
    const storing = say(said(), ignore);
    await turn();
    expect(held()).toHaveLength(1);
    expect(await kept()).toEqual([]);
    arrive();
    expect(await storing).toMatchObject({ revision: 1 });
    expect(held()).toEqual([]);
    await turn();
    expect(posted[0]!.headers).toEqual({ 'Content-Type': 'application/x-www-form-urlencoded' });
    expect(new URLSearchParams(posted[0]!.body).get('answer.score')).toBe('4');
  });
});

describe('what an earlier page left', () => {
  /** Another page of this origin, which held `what` and crashed. */
  const crashed = (what: Submission, revision?: number): void =>
    localStorage.setItem(
      `curtsy.held.${what.key}`,
      JSON.stringify({ submission: what, at: NOW - 2 * MINUTE, revision }),
    );

  it.each([true, false])('is stored and sent as it stands (complete: %s)', async (complete) => {
    crashed(said({ complete }));
    const { posted } = stubEndpoint({});
    (await door()).prepare();
    await turn();
    expect(bodies(posted)).toMatchObject([{ id: ID, revision: 1, complete }]);
    expect(held()).toEqual([]);
    expect(await kept()).toEqual([]);
  });

  it('is sent once, though two pages find it', async () => {
    const slow = heldAnswer();
    const { posted } = stubEndpoint(slow.answer, {});
    await submit(said());
    await turn();
    crashed(said());
    expect(await submit(said(), true)).toMatchObject({ id: ID, revision: 1 });
    slow.give({});
    await turn();
    expect(posted).toHaveLength(1);
  });

  it('becomes the next revision, where it was being stored and may have gone out since', async () => {
    crashed(said(), 1);
    const { posted } = stubEndpoint({});
    (await door()).prepare();
    await turn();
    expect(bodies(posted)).toMatchObject([{ id: ID, revision: 2 }]);
  });

  it('is not stored where another page has stored it meanwhile', async () => {
    const { posted } = stubEndpoint({});
    crashed(said());
    const adopting = submit(said(), true);
    localStorage.removeItem(`curtsy.held.${KEY}`);
    await expect(adopting).rejects.toMatchObject({ code: 'taken-over' });
    expect([posted, await kept()]).toEqual([[], []]);
  });

  it('says as what it may have been stored, before it is', async () => {
    crashed(said(), 3);
    const rows = written();
    expect(await submit(said(), true)).toMatchObject({ revision: 4 });
    expect(rows.map(([, text]) => (JSON.parse(text) as { revision: number }).revision)).toContain(4);
  });

  it('is held as what follows the draft that its page had stored', async () => {
    const store = durableStore();
    openInstead(async () => store);
    await openPage();
    stubEndpoint({});
    (await door()).prepare();
    await submit(tap());
    vi.spyOn(store, 'change').mockReturnValue(new Promise(() => {}));
    void submit(said());
    await turn();
    dispatchEvent(new Event('pagehide'));
    expect(JSON.parse(localStorage.getItem(held()[0]!)!)).toMatchObject({ left: true, revision: 1 });
  });

  it('stays held where there is no room for it, and throws nothing into the page', async () => {
    const seen = stray();
    configure({ maxPending: 1 });
    stubEndpoint({ status: 503 });
    await stored({ nextAt: NOW + HOUR, id: idAt(0x99) });
    crashed(said());
    (await door()).prepare();
    await turn();
    await turn();
    expect(held()).toHaveLength(1);
    expect(seen).toEqual([]);
  });

  it('is looked for once a page', async () => {
    const { posted } = stubEndpoint({});
    const { prepare } = await door();
    prepare();
    crashed(said());
    prepare();
    await turn();
    expect(posted).toEqual([]);
    expect(held()).toHaveLength(1);
  });

  it('makes this page’s the next revision, where it was this page’s and another took it', async () => {
    stubEndpoint({});
    const { hold } = await import('../../../src/response/hold.js');
    hold(tap());
    localStorage.removeItem(`curtsy.held.${KEY}`);
    expect(await submit(said())).toMatchObject({ revision: 2 });
  });
});

describe('prepare', () => {
  const measureVitals = vi.fn();

  beforeEach(() => {
    measureVitals.mockReset();
    vi.resetModules();
    vi.doMock('../../../src/page/context.js', () => ({ measureVitals, contextOf: () => ({}) }));
    return () => vi.doUnmock('../../../src/page/context.js');
  });

  it.each([
    ['full', true, 1],
    ['full', undefined, 0],
    ['minimal', true, 0],
  ])('under %s privacy, asked to measure: %s, measures %i times', async (privacy, measure, times) => {
    configure({ privacy });
    stubEndpoint({});
    (await door()).prepare(measure);
    expect(measureVitals).toHaveBeenCalledTimes(times);
  });
});
