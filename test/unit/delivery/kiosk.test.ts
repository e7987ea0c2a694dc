// What a tablet in a shop asks of delivery: room, drafts that go with their person, and a count that is right and calm.

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DAY, ENDPOINT, idAt, keep, kept, MINUTE, NOW, recordAt, SECOND } from '../outbox/records.js';
import { freshPage } from '../page/fresh-page.js';
import { ID, KEY } from '../response/submission.js';
import { heldAnswer, stubEndpoint } from './endpoint-stub.js';
import { configure, given, openOrigin, openPage, pass, setOnline, turn } from './open-page.js';

beforeEach(freshPage);
beforeEach(openOrigin);

const draft = { draft: true, nextAt: NOW + MINUTE };
const offline = () => setOnline(false);

async function tablet() {
  const page = await openPage();
  const [store] = await page.openStores();
  return { ...page, ...(await import('../../../src/delivery/kiosk.js')), store: store! };
}

const limit = async () => (await import('../../../src/settings/check.js')).settingsFor().maxPending;

describe('room', () => {
  it('is for 1,000 answers as long as somebody follows', async () => {
    const { followWaiting } = await tablet();
    expect(await limit()).toBe(200);
    const ends = [followWaiting(() => {}), followWaiting(() => {})];
    expect(await limit()).toBe(1000);
    ends[0]!();
    expect(await limit()).toBe(1000);
    ends[1]!();
    expect(await limit()).toBe(200);
  });

  it('is what the shop says, if it says', async () => {
    configure({ maxPending: 50 });
    const { followWaiting } = await tablet();
    followWaiting(() => {});
    expect(await limit()).toBe(50);
  });
});

describe('a draft whose person has gone', () => {
  it('is sent at once as it stands, and no other', async () => {
    const page = await tablet();
    const { posted } = stubEndpoint({});
    const { record } = await given(page, draft);
    await given(page, { ...draft, id: idAt(2) });
    await page.releaseDraft(KEY);
    await pass(SECOND);
    expect(posted).toMatchObject([{ url: ENDPOINT, body: record.body }]);
    expect(await kept()).toMatchObject([{ id: idAt(2), draft: true }]);
  });

  it('waits like any answer where there is no network', async () => {
    const page = await tablet();
    offline();
    stubEndpoint(new TypeError('no network'));
    await given(page, draft);
    await page.releaseDraft(KEY);
    expect(await kept()).toMatchObject([{ id: ID, draft: false, nextAt: 0 }]);
  });
});

describe('the count', () => {
  const told: number[] = [];
  beforeEach(() => void (told.length = 0));
  const follow = (count: number) => void told.push(count);
  const saved = () => dispatchEvent(new Event('curtsy-saved'));

  it('is of all that wait, from before this page too, but not of what is in somebody’s hands', async () => {
    const page = await tablet();
    offline();
    await keep(page.store, recordAt(1), recordAt(2), recordAt(3, { key: `d/${idAt(3)}.0001` }));
    await given(page, draft);
    page.followWaiting(follow);
    await pass(3 * SECOND);
    expect(told.at(-1)).toBe(2);
  });

  it('is not told of what is on its way for a moment', async () => {
    const page = await tablet();
    const slow = heldAnswer();
    stubEndpoint(slow.answer);
    page.followWaiting(follow);
    await pass(SECOND);
    await given(page);
    saved();
    await pass(SECOND);
    page.wake();
    slow.give({});
    await turn();
    await pass(10 * SECOND);
    expect(new Set(told)).toEqual(new Set([0]));
    expect(await kept()).toEqual([]);
  });

  it('falls while another page’s answers are sent, and rests when nothing happens', async () => {
    const page = await tablet();
    offline();
    await keep(page.store, ...[1, 2, 3].map((n) => recordAt(n)));
    page.followWaiting(follow);
    await pass(3 * SECOND);
    expect(told).toEqual([3]);
    setOnline(true);
    stubEndpoint({});
    await page.drain();
    await pass(2 * SECOND);
    expect(told.at(-1)).toBe(0);
    const times = told.length;
    await pass(DAY / 24);
    expect(told.length).toBe(times);
  });

  it('hears of other tabs', async () => {
    const page = await tablet();
    page.followWaiting(follow);
    await pass(2 * SECOND);
    await keep(page.store, recordAt(1));
    dispatchEvent(new Event('storage'));
    await pass(4 * SECOND);
    expect(told.at(-1)).toBe(1);
  });

  it('ends with who follows: no timer, no listener', async () => {
    const page = await tablet();
    await turn();
    const before = vi.getTimerCount();
    const added = vi.spyOn(window, 'addEventListener').mockClear();
    const removed = vi.spyOn(window, 'removeEventListener');
    const end = page.followWaiting(follow);
    expect(vi.getTimerCount()).toBe(before + 1);
    end();
    expect(vi.getTimerCount()).toBe(before);
    const typesOf = (calls: unknown[][]) => calls.map(([type]) => type).sort();
    expect(typesOf(removed.mock.calls)).toEqual(typesOf(added.mock.calls));
    expect(added).toHaveBeenCalled();
    saved();
    expect(vi.getTimerCount()).toBe(before);
  });
});
