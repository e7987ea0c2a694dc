// The forms of a body that few shops use, and a shop's own.

import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Wire } from '../../../src/delivery/wire.js';
import type { Response } from '../../../src/response/response.js';
import type { Used } from '../../../src/settings/check.js';
import { freshPage, sentences, warned } from '../page/fresh-page.js';
import { ID } from '../response/submission.js';

beforeEach(freshPage);

const response: Response = {
  version: 1,
  id: ID,
  revision: 2,
  kind: 'rating',
  createdAt: '2026-11-22T09:30:00.000Z',
  source: 'webshop',
  touchpoint: undefined,
  locale: 'de-DE',
  answer: { score: 4, scale: 5, format: 'svg', reasons: ['price', 'the site'], comment: 'Schön & gut = „5“\nja' },
  complete: true,
  metadata: { order: 'A-1001', first: false },
  context: { viewport: [390, 844], vitals: { LCP: { value: 1830, rating: 'good' } } },
};

async function encode(settings: Partial<Used>): Promise<Wire | undefined> {
  const formats = await import('../../../src/delivery/formats.js');
  return formats.encode(response, { format: 'json', ...settings } as Partial<Used> as Used);
}

it.each(['json', 'text'] as const)('%s is none of them', async (format) => {
  expect(await encode({ format })).toBeUndefined();
});

describe('form', () => {
  it('dots nested names, repeats those of lists, and leaves out what was not said', async () => {
    const { contentType, body } = (await encode({ format: 'form' }))!;
    expect(contentType).toBe('application/x-www-form-urlencoded');
    expect([...new URLSearchParams(body)]).toEqual([
      ['version', '1'],
      ['id', ID],
      ['revision', '2'],
      ['kind', 'rating'],
      ['createdAt', '2026-11-22T09:30:00.000Z'],
      ['source', 'webshop'],
      ['locale', 'de-DE'],
      ['answer.score', '4'],
      ['answer.scale', '5'],
      ['answer.format', 'svg'],
      ['answer.reasons', 'price'],
      ['answer.reasons', 'the site'],
      ['answer.comment', 'Schön & gut = „5“\nja'],
      ['complete', 'true'],
      ['metadata.order', 'A-1001'],
      ['metadata.first', 'false'],
      ['context.viewport', '390'],
      ['context.viewport', '844'],
      ['context.vitals.LCP.value', '1830'],
      ['context.vitals.LCP.rating', 'good'],
    ]);
  });
});

describe('CloudEvents', () => {
  // What version 1.0 requires: specversion, id, source, type; the rest it allows.
  const event = {
    specversion: '1.0',
    type: 'dev.curtsy.rating.v1',
    source: 'webshop',
    id: `${ID}.2`,
    time: '2026-11-22T09:30:00.000Z',
    datacontenttype: 'application/json',
    data: JSON.parse(JSON.stringify(response)) as object,
  };

  it('is one event in structured mode', async () => {
    const { contentType, body } = (await encode({ format: 'cloudevents' }))!;
    expect(contentType).toBe('application/cloudevents+json; charset=utf-8');
    expect(JSON.parse(body)).toEqual(event);
  });

  it('is a list of one in a batch', async () => {
    const { contentType, body } = (await encode({ format: 'cloudevents-batch' }))!;
    expect(contentType).toBe('application/cloudevents-batch+json; charset=utf-8');
    expect(JSON.parse(body)).toEqual([event]);
  });
});

describe('serialize', () => {
  const text = 'text/plain;charset=UTF-8';

  it('makes a text, whatever the format', async () => {
    const serialize = (given: object) => `id=${(given as Response).id}`;
    expect(await encode({ serialize, format: 'form' })).toEqual({ contentType: text, body: `id=${ID}` });
  });

  it.each([
    [{ body: '<rating/>', contentType: 'application/xml' }, 'application/xml'],
    [{ body: '<rating/>' }, text],
  ])('makes a body of any type: %j', async (made, contentType) => {
    expect(await encode({ serialize: () => made })).toEqual({ contentType, body: '<rating/>' });
  });

  it.each([
    ['a number', 5, 'number'],
    ['nothing', undefined, 'undefined'],
    ['null', null, 'object'],
    ['a promise', Promise.resolve('x'), 'object'],
    ['an object without a body', { hello: 1 }, 'object'],
    ['a body that is no text', { body: 5 }, 'object'],
  ])('that gives %s is told, and the answer goes out in the usual format', async (_, made, type) => {
    const usual = await encode({ format: 'form' });
    expect(await encode({ format: 'form', serialize: () => made as unknown as string })).toEqual(usual);
    expect(await sentences()).toEqual([expect.stringContaining(`serialize: it gives ${type}`)]);
  });

  it.each(['json', 'form'] as const)('that throws is told, and the answer goes out as %s', async (format) => {
    const usual = await encode({ format });
    const serialize = vi.fn(() => {
      throw new Error('no');
    });
    expect(await encode({ serialize, format })).toEqual(usual);
    expect(serialize).toHaveBeenCalledOnce();
    expect(warned()).toEqual(['shop-function serialize']);
  });
});
