// A response's bytes: the two usual formats are at hand, the others are waited for.

import { beforeEach, describe, expect, it } from 'vitest';
import type { Response } from '../../../src/response/response.js';
import type { Used } from '../../../src/settings/check.js';
import { freshPage } from '../page/fresh-page.js';
import { ID } from '../response/submission.js';

beforeEach(freshPage);

const response = { version: 1, id: ID, revision: 2, touchpoint: undefined, answer: { score: 4 } } as Partial<Response>;
const room = () => import('../../../src/delivery/wire.js');
const using = (settings: Partial<Used>) => ({ format: 'json', ...settings }) as Partial<Used> as Used;

async function wire(settings: Partial<Used>) {
  const { awaitFormat, wireOf } = await room();
  await awaitFormat(using(settings));
  return wireOf(response as Response, using(settings));
}

describe.each([
  ['json', 'application/json'],
  ['text', 'text/plain;charset=UTF-8'],
] as const)('%s', (format, contentType) => {
  const usual = { contentType, body: `{"version":1,"id":"${ID}","revision":2,"answer":{"score":4}}` };

  it('is the response as JSON, and waits for no further chunk', async () => {
    const { awaitFormat, wireOf } = await room();
    expect(awaitFormat(using({ format }))).toBeUndefined();
    expect(wireOf(response as Response, using({ format }))).toEqual(usual);
  });

  it('is the same once the other formats are there', async () => {
    await wire({ format: 'form' });
    expect(await wire({ format })).toEqual(usual);
  });
});

it.each([
  ['form', 'application/x-www-form-urlencoded'],
  ['cloudevents', 'application/cloudevents+json; charset=utf-8'],
  ['cloudevents-batch', 'application/cloudevents-batch+json; charset=utf-8'],
] as const)('%s comes with a chunk of its own', async (format, contentType) => {
  expect((await wire({ format })).contentType).toBe(contentType);
});

it('a shop’s own form comes with it, too', async () => {
  expect(await wire({ serialize: () => 'mine' })).toMatchObject({ body: 'mine' });
});

it('fetches that chunk once', async () => {
  const { awaitFormat } = await room();
  expect(awaitFormat(using({ format: 'form' }))).toBeInstanceOf(Promise);
  await awaitFormat(using({ format: 'form' }));
  expect(awaitFormat(using({ format: 'form' }))).toBeUndefined();
  expect(awaitFormat(using({ format: 'cloudevents' }))).toBeUndefined();
  expect(awaitFormat(using({ serialize: () => '' }))).toBeUndefined();
});
