// What still goes out while a page is left, and what the next page finds: nothing is let go of that was not acknowledged.

import { beforeEach, describe, expect, it } from 'vitest';
import { DAY, ENDPOINT, FAILED, idAt, keep, kept, MINUTE, NOW, SECOND, stored } from '../outbox/records.js';
import { freshPage, setHidden, warned } from '../page/fresh-page.js';
import { ID, said } from '../response/submission.js';
import { heldAnswer, keysOf, stubEndpoint } from './endpoint-stub.js';
import { configure, given, openOrigin, openPage, pass, setOnline, stray, turn, type Page } from './open-page.js';

beforeEach(freshPage);
beforeEach(openOrigin);

const draft = { draft: true, nextAt: NOW + MINUTE };
const leavePage = () => dispatchEvent(new Event('pagehide'));
const hide = () => setHidden(true);
const LEAVING = [
  ['hidden', hide],
  ['unloaded', leavePage],
] as const;

async function opened(): Promise<Page> {
  const page = await openPage();
  page.startDelivery();
  await turn();
  return page;
}

const waiting = async () => (await kept()).filter(({ key }) => key.startsWith('q/'));
/** A body of `size` bytes. */
const sized = (size: number) => () => ({ contentType: 'application/json', body: 'x'.repeat(size) });
const KB = 1024;

describe.each(LEAVING)('a page that is %s', (_, leave) => {
  it('releases its drafts in a way that outlives it, before the event is over', async () => {
    const page = await opened();
    const { posted } = stubEndpoint({ status: 201 });
    const { settled, record } = await given(page, draft);
    leave();
    expect(posted).toMatchObject([{ keepalive: true, url: ENDPOINT, body: record.body }]);
    await turn();
    expect(await kept()).toEqual([]);
    expect(settled).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ acknowledged: true, status: 201 }));
  });

  it('keeps them claimed and stored until the endpoint has them', async () => {
    const page = await opened();
    const slow = heldAnswer();
    stubEndpoint(slow.answer);
    await given(page, draft);
    leave();
    await turn();
    expect(await kept()).toMatchObject([{ key: `q/${ID}.0001`, draft: false, lease: { until: NOW + 45 * SECOND } }]);
    slow.give({});
    await turn();
    expect(await kept()).toEqual([]);
  });

  it('keeps a draft that did not arrive, for whoever comes next', async () => {
    const page = await opened();
    stubEndpoint(new TypeError('gone'));
    await given(page, draft);
    leave();
    await turn();
    expect(await waiting()).toMatchObject([{ key: `q/${ID}.0001`, draft: false, lease: undefined }]);
  });

  it('sends no draft that another page left, nor one that was taken back', async () => {
    const page = await opened();
    const { posted } = stubEndpoint({});
    await stored({ ...draft, id: idAt(1) });
    await given(page, { ...draft, id: idAt(2) });
    page.unfollow(idAt(2));
    leave();
    await turn();
    expect(posted).toEqual([]);
    expect(await waiting()).toMatchObject([{ draft: true }, { draft: true }]);
  });

  it('sends again nothing that was settled or waits for its time', async () => {
    const page = await opened();
    const { posted } = stubEndpoint({ status: 204 }, { status: 503 });
    for (const n of [1, 2]) await given(page, { id: idAt(n) });
    await page.drain();
    leave();
    await turn();
    expect(posted).toHaveLength(2);
  });

  it('only releases its drafts where there is no network', async () => {
    const page = await opened();
    const { posted } = stubEndpoint({});
    await given(page, draft);
    setOnline(false);
    leave();
    await turn();
    expect(posted).toEqual([]);
    expect(await waiting()).toMatchObject([{ draft: false, lease: undefined, nextAt: 0 }]);
  });

  it('only releases them where their endpoint is not to be asked now', async () => {
    const page = await opened();
    const { posted } = stubEndpoint({ status: 503 });
    await given(page, { id: idAt(1) });
    await page.drain();
    await given(page, { ...draft, id: idAt(2) });
    leave();
    await turn();
    expect(posted).toHaveLength(1);
    expect((await waiting())[1]).toMatchObject({ id: idAt(2), draft: false, nextAt: 0 });
    await pass(4 * SECOND + 10);
    await pass(8 * SECOND + 10);
    expect(keysOf(posted)).toContain(`${idAt(2)}.1`);
  });

  it('knows a draft that it only released as released', async () => {
    const page = await opened();
    stubEndpoint({});
    await page.submit(said({ complete: false }), () => {});
    setOnline(false);
    leave();
    await turn();
    expect(page.preview(said()).revision).toBe(2);
    expect((await page.submit(said(), () => {})).revision).toBe(2);
  });

  it('leaves a draft without an endpoint as it is', async () => {
    configure({ endpoint: undefined });
    const page = await opened();
    const { posted } = stubEndpoint({});
    await given(page, draft);
    leave();
    await turn();
    expect(posted).toEqual([]);
    expect(await kept()).toMatchObject([{ draft: true }]);
  });

  it('sends no more at once than a browser lets outlive a page, and releases the rest', async () => {
    const page = await opened();
    const slow = heldAnswer();
    const { posted } = stubEndpoint(slow.answer);
    for (const n of [1, 2, 3, 4]) await given(page, { ...draft, id: idAt(n), wire: sized(16 * KB) });
    leave();
    expect(keysOf(posted)).toEqual([1, 2, 3].map((n) => `${idAt(n)}.1`));
    await turn();
    expect((await waiting())[3]).toMatchObject({ id: idAt(4), draft: false, lease: undefined, nextAt: 0 });
    slow.give({});
    await turn();
  });

  it('counts what a body has in bytes', async () => {
    const page = await opened();
    const { posted } = stubEndpoint({});
    const wire = () => ({ contentType: 'application/json', body: 'é'.repeat(16 * KB) });
    for (const n of [1, 2]) await given(page, { ...draft, id: idAt(n), wire });
    leave();
    expect(posted).toHaveLength(1);
    await turn();
  });

  it('shuts out no small answer for a large one', async () => {
    const page = await opened();
    const { posted } = stubEndpoint({});
    await given(page, { ...draft, id: idAt(1), wire: sized(30 * KB) });
    await given(page, { ...draft, id: idAt(2), wire: sized(30 * KB) });
    await given(page, { ...draft, id: idAt(3), wire: sized(10) });
    leave();
    expect(keysOf(posted)).toEqual([1, 3].map((n) => `${idAt(n)}.1`));
    await turn();
  });

  it('takes no header that would come late, and throws nothing into the page where it fails', async () => {
    const seen = stray();
    configure({ headers: () => Promise.reject(new Error('no token')) });
    const page = await opened();
    const { posted } = stubEndpoint({});
    await given(page, draft);
    leave();
    expect(posted).toHaveLength(1);
    await turn();
    await turn();
    expect(seen).toEqual([]);
  });

  it('is told of storage that fails, and rejects nothing', async () => {
    const page = await opened();
    stubEndpoint({});
    const { store } = await given(page, draft);
    Object.assign(store, { change: () => Promise.reject(new Error('broken')) });
    leave();
    await turn();
    expect(warned()).toEqual(['storage-failed Error: broken']);
  });
});

describe('a page that is unloaded', () => {
  it('sends what was not tried yet', async () => {
    const page = await opened();
    const { posted } = stubEndpoint({});
    await given(page);
    leavePage();
    expect(posted).toMatchObject([{ keepalive: true }]);
    await turn();
    expect(await kept()).toEqual([]);
  });

  it('sends nothing twice, though it was hidden before', async () => {
    const page = await opened();
    const slow = heldAnswer();
    const { posted } = stubEndpoint(slow.answer);
    await given(page, draft);
    hide();
    leavePage();
    await turn();
    leavePage();
    expect(posted).toHaveLength(1);
    slow.give({});
    await turn();
    expect(posted).toHaveLength(1);
  });

  it('sends again what is under way, with the same bytes', async () => {
    const page = await opened();
    const slow = heldAnswer();
    const { posted } = stubEndpoint(slow.answer, {});
    await given(page);
    void page.drain();
    await turn();
    leavePage();
    expect(posted.map(({ keepalive }) => keepalive)).toEqual([false, true]);
    expect(posted[1]).toMatchObject({ body: posted[0]!.body, headers: posted[0]!.headers });
    slow.give({});
    await turn();
    expect(await kept()).toEqual([]);
  });

  it('lets go of its claim on what is under way and can’t be sent again', async () => {
    const page = await opened();
    const slow = heldAnswer();
    const { posted } = stubEndpoint(slow.answer);
    await given(page);
    void page.drain();
    await turn();
    expect((await waiting())[0]!.lease).toBeDefined();
    setOnline(false);
    leavePage();
    await turn();
    expect(posted).toHaveLength(1);
    expect(await waiting()).toMatchObject([{ lease: { until: 0 }, nextAt: 0 }]);
    slow.give({});
    await turn();
    expect(await kept()).toEqual([]);
  });
});

describe('a page that is only hidden', () => {
  it('goes on sending what is under way', async () => {
    const page = await opened();
    const slow = heldAnswer();
    const { posted } = stubEndpoint(slow.answer, {});
    await given(page);
    void page.drain();
    await turn();
    hide();
    expect(posted).toHaveLength(1);
    slow.give({});
    await turn();
    expect(await kept()).toEqual([]);
  });
});

describe('a batch under way', () => {
  const numbered = (n: number) => ({
    id: idAt(n),
    wire: () => ({ contentType: 'application/json', body: `${n}` }),
  });
  beforeEach(() => configure({ batch: 2 }));

  it('is not broken up by the page that sends it', async () => {
    const page = await opened();
    const slow = heldAnswer();
    const { posted } = stubEndpoint(slow.answer, {});
    for (const n of [1, 2]) await given(page, numbered(n));
    void page.drain();
    await turn();
    hide();
    leavePage();
    await turn();
    slow.give({ status: 503 });
    await pass(MINUTE);
    expect(posted.map(({ body }) => body)).toEqual(['[1,2]', '[1,2]']);
    expect(new Set(keysOf(posted)).size).toBe(1);
  });

  it('is not broken up by the page of one of its members: its id stands for the same bytes', async () => {
    const there = await openPage();
    const here = await opened();
    await given(here, numbered(1));
    await stored(numbered(2));
    const slow = heldAnswer();
    const { posted } = stubEndpoint(slow.answer, {});
    const drained = there.drain();
    await turn();
    expect(posted.map(({ body }) => body)).toEqual(['[1,2]']);
    leavePage();
    await turn();
    slow.give({ status: 503 });
    await drained;
    await pass(MINUTE);
    const named = keysOf(posted).map((name, at) => `${name} ${posted[at]!.body}`);
    expect(new Set(named).size).toBe(new Set(keysOf(posted)).size);
    expect(await kept()).toEqual([]);
  });
});

describe('what another page is sending', () => {
  it('stays that page’s: no third one sends it as well', async () => {
    const there = await openPage();
    const here = await opened();
    await given(here);
    const slow = heldAnswer();
    const { posted } = stubEndpoint(slow.answer, {});
    const drained = there.drain();
    await turn();
    setOnline(false);
    leavePage();
    await turn();
    setOnline(true);
    await (await openPage()).drain();
    expect(posted).toHaveLength(1);
    slow.give({});
    await drained;
  });
});

it('asks nobody whose gate another page has closed for a day', async () => {
  const page = await opened();
  const { posted } = stubEndpoint({});
  const { store } = await given(page, { id: idAt(1), nextAt: NOW + MINUTE });
  await keep(store, { v: 1, key: `g/${ENDPOINT}`, attempts: 1, nextAt: NOW + DAY - 1, last: FAILED });
  await page.drain();
  await given(page, { ...draft, id: idAt(2) });
  leavePage();
  expect(posted).toEqual([]);
  await turn();
});
