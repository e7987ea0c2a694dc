// One attempt: what is POSTed, what its answer means, and that nothing which fails gets out.

import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Outcome } from '../../../src/delivery/send.js';
import type { OutboxRecord } from '../../../src/outbox/record.js';
import type { Used } from '../../../src/settings/check.js';
import { ENDPOINT } from '../outbox/records.js';
import { freshPage, warned } from '../page/fresh-page.js';
import { ID } from '../response/submission.js';
import { heldAnswer, stubEndpoint } from './endpoint-stub.js';

beforeEach(freshPage);

const record = { id: ID, revision: 2, contentType: 'application/json', body: '{"id":1}' } as OutboxRecord;

async function send(
  settings: Partial<Used> = {},
  more: Partial<OutboxRecord> = {},
  leaving?: boolean,
): Promise<Outcome> {
  const attempt = await import('../../../src/delivery/send.js');
  const used = { credentials: 'omit', ...settings } as Partial<Used> as Used;
  return attempt.send({ ...record, ...more }, ENDPOINT, used, leaving);
}

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

  it('gives up after 20 seconds', async () => {
    const limit = vi.spyOn(AbortSignal, 'timeout');
    const { posted } = stubEndpoint({});
    await send();
    expect(limit).toHaveBeenCalledExactlyOnceWith(20_000);
    expect(posted[0]!.signal).toBe(limit.mock.results[0]!.value);
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
    void attempt(record, ENDPOINT, settings, true);
    expect(posted).toHaveLength(1);
    expect(posted[0]!.headers).not.toHaveProperty('Authorization');
  });

  it('that are there are sent also while the page is left', async () => {
    const { posted } = stubEndpoint({});
    await send({ headers: () => token }, {}, true);
    expect(posted[0]!.headers).toMatchObject(token);
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('no token');
      },
    ],
    ['rejects', () => Promise.reject(new Error('no token'))],
  ])('whose function %s cost an attempt: it is told, and nothing is sent without them', async (_, headers) => {
    const { posted } = stubEndpoint({});
    expect(await send({ headers })).toMatchObject({ verdict: 'retry', status: 0 });
    expect(posted).toEqual([]);
    expect(warned()).toEqual(['shop-function headers']);
  });
});

describe('the answer', () => {
  it.each([
    [204, 'acknowledged'],
    [503, 'retry'],
    [404, 'configuration'],
    [422, 'rejected'],
  ])('%i is %s', async (status, verdict) => {
    stubEndpoint({ status });
    expect(await send()).toEqual({ verdict, status, reason: `${status}`, wait: undefined });
  });

  it('is read to its end, whatever it is', async () => {
    const endpoint = stubEndpoint({ status: 204 }, { status: 500 }, { status: 400 });
    for (let attempt = 0; attempt < 3; attempt++) await send();
    expect(endpoint.read()).toBe(3);
  });

  it('is not there before it is read', async () => {
    vi.stubGlobal('fetch', async () => ({
      status: 200,
      headers: new Headers(),
      text: () => Promise.reject(new TypeError('network error')),
    }));
    expect(await send()).toEqual({ verdict: 'retry', status: 0, reason: 'TypeError: network error' });
  });

  it.each([
    ['opaque', { status: 0, type: 'opaqueredirect' as const }],
    ['followed', { status: 200, redirected: true }],
    ['seen', { status: 302 }],
  ])('that is a redirect acknowledges nothing: %s', async (_, answer) => {
    stubEndpoint(answer);
    expect((await send()).verdict).toBe('configuration');
  });

  it('that never comes is tried again', async () => {
    stubEndpoint(new TypeError('Failed to fetch'));
    expect(await send()).toEqual({ verdict: 'retry', status: 0, reason: 'TypeError: Failed to fetch' });
  });

  it.each([
    [503, { 'Retry-After': '5' }, 5e3],
    [503, {}, undefined],
    [503, { 'Retry-After': 'soon' }, undefined],
    [429, { 'Retry-After': '5' }, 5e3],
    [429, {}, 6e4],
  ])('%i with %j asks to wait %s ms', async (status, headers, wait) => {
    stubEndpoint({ status, headers });
    expect((await send()).wait).toBe(wait);
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

  it.each([
    [200, false, true, 'acknowledged'],
    [200, true, true, 'acknowledged'],
    [500, false, true, 'acknowledged'],
    [422, false, true, 'acknowledged'],
    [200, false, false, 'retry'],
    [200, true, false, 'configuration'],
    [500, false, false, 'retry'],
    [404, false, false, 'configuration'],
    [422, false, false, 'rejected'],
  ])('alone decides: %i, redirected %s, acknowledged %s is %s', async (status, redirected, proof, verdict) => {
    stubEndpoint({ status, redirected });
    expect((await send({ acknowledge: () => proof })).verdict).toBe(verdict);
    expect((await send({ acknowledge: async () => proof })).verdict).toBe(verdict);
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('no');
      },
    ],
    ['rejects', () => Promise.reject(new Error('no'))],
  ])('that %s proves nothing, and is told', async (_, acknowledge) => {
    stubEndpoint({ status: 200 });
    expect((await send({ acknowledge })).verdict).toBe('retry');
    expect(warned()).toEqual(['shop-function acknowledge']);
  });
});

it('has no outcome before the answer', async () => {
  const { answer, give } = heldAnswer();
  stubEndpoint(answer);
  const order: string[] = [];
  const sending = send().then(({ verdict }) => order.push(verdict));
  await vi.dynamicImportSettled();
  order.push('answered');
  give({ status: 200 });
  await sending;
  expect(order).toEqual(['answered', 'acknowledged']);
});
