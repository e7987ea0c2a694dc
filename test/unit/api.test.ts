// The JavaScript surface: what `window.curtsy` does, before the script is there and after.

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { keysOf, stubEndpoint } from './delivery/endpoint-stub.js';
import { openOrigin, openPage, pass, turn } from './delivery/open-page.js';
import { DAY, ENDPOINT, HOUR, idAt, kept, stored } from './outbox/records.js';
import { freshPage, queueCalls, readTags, warned } from './page/fresh-page.js';
import { said } from './response/submission.js';

beforeEach(freshPage);
beforeEach(openOrigin);
beforeEach(async () => {
  await openPage();
});
// What is set is each test's own.
beforeEach(() => queueCalls());

const api = () => import('../../src/api.js');
const settingsFor = async () => (await import('../../src/settings/check.js')).settingsFor();

interface Installed {
  version: string;
  push: (...calls: unknown[][]) => void;
  configure: (settings: object) => void;
  outbox: { pending: () => Promise<unknown[]> };
}
const page = () => (window as unknown as { curtsy: Installed }).curtsy;

describe('configure', () => {
  it('sets over all that was set before', async () => {
    readTags({ source: 'tag', privacy: 'minimal' });
    const { configure } = await api();
    configure({ source: 'call' });
    expect(await settingsFor()).toMatchObject({ source: 'call', privacy: 'minimal' });
  });

  it('warns of what is wrong, and throws nothing', async () => {
    const { configure } = await api();
    configure({ impressions: 'yes', color: 'red' } as object);
    expect(warned()).toEqual(['bad-setting impressions', 'unknown-setting color']);
  });

  it('sends what an endpoint was missing for', async () => {
    const { posted } = stubEndpoint({});
    const { configure } = await api();
    await stored({ source: 'webshop' });
    configure({ source: 'webshop' });
    await turn();
    expect(posted).toEqual([]);
    configure({ endpoint: ENDPOINT });
    await turn();
    expect(posted).toHaveLength(1);
  });
});

describe('identify', () => {
  it('says who is shopping, in this page’s memory only', async () => {
    const { identify } = await api();
    identify({ id: 'c-1' });
    expect(await settingsFor()).toMatchObject({ customer: { id: 'c-1' } });
    expect(localStorage).toHaveLength(0);
  });
});

describe('forget', () => {
  it('erases who is shopping, what waits and what is held', async () => {
    const { identify, forget } = await api();
    const { hold } = await import('../../src/response/hold.js');
    identify({ id: 'c-1' });
    hold(said());
    await stored();
    await forget();
    expect((await settingsFor()).customer).toBeUndefined();
    expect(await kept()).toEqual([]);
    expect(localStorage).toHaveLength(0);
  });
});

describe('watch', () => {
  it('shows the loader a shadow root', async () => {
    const seek = vi.fn();
    Object.assign(window, { curtsy: Object.assign([], { seek }) });
    const root = document.createElement('div').attachShadow({ mode: 'open' });
    (await api()).watch(root);
    expect(seek).toHaveBeenCalledExactlyOnceWith(root);
  });

  it('needs no loader', async () => {
    const root = document.createElement('div').attachShadow({ mode: 'open' });
    const { watch } = await api();
    expect(() => watch(root)).not.toThrow();
  });
});

describe('outbox', () => {
  beforeEach(() => queueCalls(['configure', { endpoint: ENDPOINT, source: 'webshop' }]));

  it('flushes what waits, whatever it waits for, but no drafts', async () => {
    const { posted } = stubEndpoint({ status: 204 }, { status: 503 });
    const nextAt = Date.now() + HOUR;
    for (const n of [1, 2]) await stored({ id: idAt(n), nextAt });
    await stored({ id: idAt(3), nextAt, draft: true });
    const { outbox } = await api();
    expect(await outbox.flush()).toEqual({ delivered: 1, waiting: 2 });
    expect(posted).toHaveLength(2);
  });

  it('flushes also what an endpoint failed over or asked to hold back', async () => {
    const { posted } = stubEndpoint({ status: 429 }, {});
    for (const n of [1, 2]) await stored({ id: idAt(n) });
    const { outbox } = await api();
    const { drain } = await import('../../src/delivery/delivery.js');
    await drain();
    expect(posted).toHaveLength(1);
    expect(await outbox.flush()).toEqual({ delivered: 2, waiting: 0 });
  });

  it('counts what is on its way when it flushes', async () => {
    stubEndpoint({});
    const { submit } = await import('../../src/delivery/submit.js');
    const { outbox } = await api();
    await submit(said(), () => {});
    expect(await outbox.flush()).toEqual({ delivered: 1, waiting: 0 });
  });

  it.each([503, 404])('flushes once, also where the endpoint only answers %i', async (status) => {
    const { posted } = stubEndpoint({ status });
    for (const n of [1, 2]) await stored({ id: idAt(n) });
    const { outbox } = await api();
    expect(await outbox.flush()).toEqual({ delivered: 0, waiting: 2 });
    expect(posted).toHaveLength(2);
  });

  it('lists what waits and what was refused, exports both, and clears both', async () => {
    stubEndpoint({ status: 422 });
    const { outbox } = await api();
    await stored({ id: idAt(1) });
    await outbox.flush();
    await stored({ id: idAt(2) });
    expect(await outbox.pending()).toMatchObject([{ id: idAt(2), attempts: 0 }]);
    expect(await outbox.rejected()).toMatchObject([{ id: idAt(1), status: 422 }]);
    expect(await outbox.export()).toEqual([{ revision: 1 }, { revision: 1 }]);
    await outbox.clear();
    expect(await outbox.export()).toEqual([]);
  });

  it('tries refused answers again', async () => {
    const { posted } = stubEndpoint({ status: 422 }, {});
    const { outbox } = await api();
    await stored();
    await outbox.flush();
    await pass(DAY);
    expect(posted).toHaveLength(1);
    await outbox.retry();
    await turn();
    expect(posted).toHaveLength(2);
    expect(posted[1]!.body).toBe(posted[0]!.body);
    expect(await outbox.export()).toEqual([]);
  });

  it('tries one of them again', async () => {
    const { posted } = stubEndpoint({ status: 422 });
    const { outbox } = await api();
    await stored({ id: idAt(1) });
    await stored({ id: idAt(2) });
    await outbox.flush();
    await outbox.retry(idAt(2));
    await turn();
    expect(keysOf(posted)).toEqual([1, 2, 2].map((n) => `${idAt(n)}.1`));
  });
});

describe('window.curtsy, once installed', () => {
  const install = async (more?: object) => (await import('../../src/install.js')).install(more);

  it('is the API and its version, and says that it is ready', async () => {
    const ready = vi.fn(() => page().version);
    document.addEventListener('curtsy-ready', ready);
    await install();
    const { VERSION } = await import('../../src/settings/version.js');
    expect(ready).toHaveBeenCalledOnce();
    expect(ready).toHaveReturnedWith(VERSION);
    expect(page()).toMatchObject({ ...(await api()) });
    expect(await page().outbox.pending()).toEqual([]);
  });

  it('runs what was queued, in its order', async () => {
    queueCalls(['configure', { source: 'first' }], ['identify', { id: 'c-1' }], ['configure', { source: 'second' }]);
    await install();
    expect(await settingsFor()).toMatchObject({ source: 'second', customer: { id: 'c-1' } });
  });

  it('runs what is pushed later at once', async () => {
    await install();
    page().push(['configure', { source: 'one' }], ['identify', { id: 'c-1' }]);
    expect(await settingsFor()).toMatchObject({ source: 'one', customer: { id: 'c-1' } });
  });

  it('has further calls where the build brings some', async () => {
    const locale = vi.fn();
    queueCalls(['locale', 'de', { send: 'Los' }]);
    await install({ locale });
    expect(locale).toHaveBeenCalledExactlyOnceWith('de', { send: 'Los' });
  });

  it('warns of a call that is none, and runs the others', async () => {
    queueCalls(['confgure', { source: 'typo' }], ['configure', { source: 'right' }]);
    await install();
    page().push(['outbox'], ['identify', { id: 'c-1' }]);
    expect(warned()).toEqual(['unknown-call confgure', 'unknown-call outbox']);
    expect(await settingsFor()).toMatchObject({ source: 'right', customer: { id: 'c-1' } });
  });

  it.each([
    ['an object', { event: 'view' }],
    ['a text', 'configure'],
    ['nothing', undefined],
  ])('is stopped by no call that is none, queued or pushed: %s', async (_, call) => {
    queueCalls(call as unknown as unknown[], ['configure', { source: 'queued' }]);
    await install();
    expect(await settingsFor()).toMatchObject({ source: 'queued' });
    page().push(call as unknown as unknown[], ['configure', { source: 'pushed' }]);
    expect(await settingsFor()).toMatchObject({ source: 'pushed' });
  });

  it('warns of settings that came with the tags', async () => {
    readTags({ colour: 'red' });
    await install();
    expect(warned()).toEqual(['unknown-setting colour']);
  });

  it('stays the first copy’s: a second warns and changes nothing', async () => {
    await install();
    const { configure } = page();
    vi.resetModules();
    const ready = vi.fn();
    document.addEventListener('curtsy-ready', ready);
    await install();
    expect(page().configure).toBe(configure);
    expect(ready).not.toHaveBeenCalled();
    expect(warned()).toEqual(['second-copy Curtsy']);
  });
});
