// One attempt: what is POSTed, what is seen of its answer, and that nothing which fails or hangs gets out.

import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Outcome } from '../../../src/delivery/send.js';
import type { OutboxRecord } from '../../../src/outbox/record.js';
import type { Used } from '../../../src/settings/check.js';
import { ENDPOINT, NOW, SECOND } from '../outbox/records.js';
import { freshPage, warned } from '../page/fresh-page.js';
import { ID } from '../response/submission.js';
import { heldAnswer, stubEndpoint } from './endpoint-stub.js';
import { openOrigin, stray, turn } from './open-page.js';

beforeEach(freshPage);
beforeEach(openOrigin);

const record = { id: ID, revision: 2, contentType: 'application/json', body: '{"id":1}' } as OutboxRecord;

async function send(
  settings: Partial<Used> = {},
  more: Partial<OutboxRecord> = {},
  leaving?: boolean,
): Promise<Outcome> {
  const attempt = await import('../../../src/delivery/send.js');
  const used = { credentials: 'omit', ...settings } as Partial<Used> as Used;
  return attempt.send({ ...record, ...more }, record.body, ENDPOINT, used, leaving);
}

const throwing = () => {
  throw new Error('no');
};

describe('the request', () => {
  it('is a POST of the stored bytes with no header but ours, no cookies and no redirect', async () => {
    const { posted } = stubEndpoint({});
    await send();
    expect(posted).toMatchObject([
      {
        url: ENDPOINT,
        method: 'POST',
        body: '{"id":1}',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': `"${ID}.2"` },
        credentials: 'omit',
        redirect: 'manual',
        referrerPolicy: 'strict-origin',
        keepalive: false,
        signal: expect.any(AbortSignal) as AbortSignal,
      },
    ]);
  });

  it.each([
    ['application/json', true],
    ['application/vnd.shop+json', true],
    ['application/cloudevents+json; charset=utf-8', true],
    ['application/cloudevents-batch+json; charset=utf-8', true],
    ['text/plain;charset=UTF-8', false],
    ['application/x-www-form-urlencoded', false],
    ['application/xml', false],
  ])('of %s has an Idempotency-Key: %s', async (contentType, has) => {
    const { posted } = stubEndpoint({});
    await send({}, { contentType });
    expect(posted[0]!.headers).toEqual({
      'Content-Type': contentType,
      ...(has && { 'Idempotency-Key': `"${ID}.2"` }),
    });
  });

  it('of a batch has the batch’s id alone, and the bytes that it is given', async () => {
    const { send: attempt } = await import('../../../src/delivery/send.js');
    const { posted } = stubEndpoint({});
    await attempt({ ...record, keys: ['q/1', 'q/2'] }, '[1,2]', ENDPOINT, { credentials: 'omit' } as Used);
    expect(posted[0]!.headers['Idempotency-Key']).toBe(`"${ID}"`);
    expect(posted[0]!.body).toBe('[1,2]');
  });

  it('has the credentials of the setting', async () => {
    const { posted } = stubEndpoint({});
    await send({ credentials: 'include' });
    expect(posted[0]!.credentials).toBe('include');
  });

  it('outlives the page that is being left', async () => {
    const { posted } = stubEndpoint({});
    await send({}, {}, true);
    expect(posted[0]!.keepalive).toBe(true);
  });
});

describe('headers of the shop', () => {
  const token = { Authorization: 'Bearer 1' };

  it.each([
    ['an object', token],
    ['a function', () => token],
    ['a function that takes its time', async () => token],
  ])('are added: %s', async (_, headers) => {
    const { posted } = stubEndpoint({});
    await send({ headers });
    expect(posted[0]!.headers).toMatchObject({ ...token, 'Content-Type': 'application/json' });
  });

  it('are awaited also where they come as another library’s promise', async () => {
    const { posted } = stubEndpoint({});
    const then: Promise<typeof token>['then'] = (...callbacks) => Promise.resolve(token).then(...callbacks);
    await send({ headers: () => ({ then }) as Promise<typeof token> });
    expect(posted[0]!.headers).toMatchObject(token);
  });

  it('are asked for at each attempt', async () => {
    const { posted } = stubEndpoint({});
    let attempt = 0;
    const headers = () => ({ 'X-Attempt': `${++attempt}` });
    await send({ headers });
    await send({ headers });
    expect(posted.map((request) => request.headers['X-Attempt'])).toEqual(['1', '2']);
  });

  it('do not replace ours', async () => {
    const { posted } = stubEndpoint({});
    await send({ headers: { 'Content-Type': 'text/html', 'Idempotency-Key': 'mine' } });
    expect(posted[0]!.headers).toEqual({ 'Content-Type': 'application/json', 'Idempotency-Key': `"${ID}.2"` });
  });

  it('that come as a promise are left out while the page is left, since the request starts at once', async () => {
    const { posted } = stubEndpoint({});
    const { send: attempt } = await import('../../../src/delivery/send.js');
    const settings = { headers: async () => token } as Partial<Used> as Used;
    void attempt(record, record.body, ENDPOINT, settings, true);
    expect(posted).toHaveLength(1);
    expect(posted[0]!.headers).not.toHaveProperty('Authorization');
  });

  it('that are there are sent also while the page is left', async () => {
    const { posted } = stubEndpoint({});
    await send({ headers: () => token }, {}, true);
    expect(posted[0]!.headers).toMatchObject(token);
  });

  it.each([
    ['throws', throwing],
    ['rejects', () => Promise.reject(new Error('no'))],
  ])('whose function %s cost an attempt: it is told, and nothing is sent without them', async (_, headers) => {
    const { posted } = stubEndpoint({});
    expect(await send({ headers })).toEqual({ acknowledged: false, status: 0, reason: 'headers: Error: no' });
    expect(posted).toEqual([]);
    expect(warned()).toEqual(['shop-function headers']);
  });
});

describe('the answer', () => {
  it.each([
    [200, true],
    [201, true],
    [204, true],
    [302, false],
    [404, false],
    [422, false],
    [503, false],
  ])('%i acknowledges: %s', async (status, acknowledged) => {
    stubEndpoint({ status });
    expect(await send()).toMatchObject({ acknowledged, status, reason: `${status}`, redirected: false });
  });

  it('is read to its end, whatever it is', async () => {
    const endpoint = stubEndpoint({ status: 204 }, { status: 500 }, { status: 400 });
    for (let attempt = 0; attempt < 3; attempt++) await send();
    expect(endpoint.read()).toBe(3);
  });

  it('is not there before it is read', async () => {
    vi.stubGlobal('fetch', async () => ({
      status: 200,
      ok: true,
      headers: new Headers(),
      text: () => Promise.reject(new TypeError('network error')),
    }));
    expect(await send()).toEqual({ acknowledged: false, status: 0, reason: 'TypeError: network error' });
  });

  it('that is a redirect acknowledges nothing', async () => {
    stubEndpoint({ status: 0, type: 'opaqueredirect' });
    expect(await send()).toMatchObject({ acknowledged: false, status: 0, reason: 'redirect', redirected: true });
  });

  it('that never comes acknowledges nothing', async () => {
    stubEndpoint(new TypeError('Failed to fetch'));
    expect(await send()).toEqual({ acknowledged: false, status: 0, reason: 'TypeError: Failed to fetch' });
  });

  it.each(['5', 'Sun, 22 Nov 2026 10:30:00 GMT', null])('may ask for patience: %s', async (header) => {
    stubEndpoint({ status: 503, headers: header ? { 'Retry-After': header } : {} });
    expect((await send()).retryAfter).toBe(header);
  });

  it('is what decides, and nothing before it', async () => {
    const { answer, give } = heldAnswer();
    stubEndpoint(answer);
    const order: string[] = [];
    const sending = send().then(() => order.push('settled'));
    await turn();
    order.push('answered');
    give({ status: 200 });
    await sending;
    expect(order).toEqual(['answered', 'settled']);
  });
});

describe('acknowledge', () => {
  it('sees the whole reply, after redirects', async () => {
    const { posted } = stubEndpoint({ status: 201, text: '{"ok":true}', headers: { 'X-Id': '1' } });
    const acknowledge = vi.fn(() => true);
    await send({ acknowledge });
    expect(posted[0]!.redirect).toBe('follow');
    expect(acknowledge).toHaveBeenCalledExactlyOnceWith({
      status: 201,
      url: ENDPOINT,
      text: '{"ok":true}',
      headers: new Headers({ 'X-Id': '1' }),
    });
  });

  it.each([200, 302, 404, 422, 500])('alone decides, whatever the status: %i', async (status) => {
    stubEndpoint({ status });
    for (const proof of [true, false]) {
      expect((await send({ acknowledge: () => proof })).acknowledged).toBe(proof);
      expect((await send({ acknowledge: async () => proof })).acknowledged).toBe(proof);
    }
  });

  it.each([
    ['throws', throwing],
    ['rejects', () => Promise.reject(new Error('no'))],
  ])('that %s proves nothing, and is told', async (_, acknowledge) => {
    stubEndpoint({ status: 200 });
    expect(await send({ acknowledge })).toMatchObject({ acknowledged: false, reason: 'acknowledge: Error: no' });
    expect(warned()).toEqual(['shop-function acknowledge']);
  });
});

describe('all of it takes 20 seconds at most', () => {
  const never = () => new Promise<never>(() => {});
  const silent = { acknowledged: false, status: 0 };

  it.each([
    ['headers() hangs', { headers: never }, {}, 'headers: TimeoutError: signal timed out', ['shop-function headers']],
    [
      'acknowledge() hangs',
      { acknowledge: never },
      {},
      'acknowledge: TimeoutError: signal timed out',
      ['shop-function acknowledge'],
    ],
    ['the endpoint hangs', {}, never(), 'TimeoutError: signal timed out', []],
  ])('where %s', async (_, settings, answer, reason, told) => {
    stubEndpoint(answer);
    const settled = vi.fn();
    void send(settings).then(settled);
    await turn();
    await vi.advanceTimersByTimeAsync(20 * SECOND - 1);
    expect(settled).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(settled).toHaveBeenCalledExactlyOnceWith({ ...silent, reason });
    expect(warned()).toEqual(told);
  });

  it('where each part takes its share', async () => {
    const after =
      <T>(time: number, value: T) =>
      () =>
        new Promise<T>((resolve) => setTimeout(resolve, time, value));
    vi.stubGlobal('fetch', after(9 * SECOND, { status: 200, ok: true, headers: new Headers(), text: async () => '' }));
    const settled = vi.fn();
    void send({ headers: after(9 * SECOND, {}), acknowledge: after(9 * SECOND, true) }).then(settled);
    await turn();
    await vi.advanceTimersByTimeAsync(20 * SECOND);
    expect(settled).toHaveBeenCalledExactlyOnceWith(expect.objectContaining(silent));
  });

  it('and lets the browser end the request', async () => {
    const { posted } = stubEndpoint(never());
    void send();
    await turn();
    await vi.advanceTimersByTimeAsync(20 * SECOND);
    expect(posted[0]!.signal!.aborted).toBe(true);
  });

  it('and what comes later changes and throws nothing', async () => {
    const seen = stray();
    let reject!: (error: Error) => void;
    stubEndpoint({});
    const sending = send({ headers: () => new Promise((_, fail) => (reject = fail)) });
    await turn();
    await vi.advanceTimersByTimeAsync(20 * SECOND);
    await sending;
    reject(new Error('too late'));
    await turn();
    expect(seen).toEqual([]);
    expect(warned()).toEqual(['shop-function headers']);
  });
});

describe('a claim', () => {
  const until = (left: number) => ({ lease: { token: 1, until: NOW + left } });

  it.each([
    [25 * SECOND, 1],
    [25 * SECOND - 1, 0],
    [-SECOND, 0],
  ])('with %i ms left is good for %i requests', async (left, requests) => {
    const { posted } = stubEndpoint({});
    const { LATE } = await import('../../../src/delivery/send.js');
    const { reason } = await send({}, until(left));
    expect(posted).toHaveLength(requests);
    expect(reason === LATE).toBe(!requests);
    expect(warned()).toEqual([]);
  });

  it('is looked at after the shop’s headers, which may take their time', async () => {
    const { posted } = stubEndpoint({});
    const headers = async () => {
      vi.setSystemTime(NOW + 10 * SECOND);
      return {};
    };
    await send({ headers }, until(30 * SECOND));
    expect(posted).toEqual([]);
  });
});
