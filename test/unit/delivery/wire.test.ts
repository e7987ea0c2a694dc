// A response's bytes in every format, and a shop's own.

import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Response } from '../../../src/response/response.js';
import type { Used } from '../../../src/settings/check.js';
import { freshPage, warned } from '../page/fresh-page.js';
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

async function wire(settings: Partial<Used>) {
  const { awaitFormat, wireOf } = await import('../../../src/delivery/wire.js');
  const used = { format: 'json', ...settings } as Partial<Used> as Used;
  await awaitFormat(used);
  return wireOf(response, used);
}

describe('json and text', () => {
  it.each([
    ['json', 'application/json'],
    ['text', 'text/plain;charset=UTF-8'],
  ] as const)('%s is the response as JSON', async (format, contentType) => {
    expect(await wire({ format })).toEqual({ contentType, body: JSON.stringify(response) });
  });

  it.each(['json', 'text'] as const)('%s waits for no further chunk', async (format) => {
    const { awaitFormat } = await import('../../../src/delivery/wire.js');
    expect(awaitFormat({ format } as Used)).toBeUndefined();
  });
});

describe('form', () => {
  it('dots nested names, repeats those of lists, and leaves out what was not said', async () => {
    const { contentType, body } = await wire({ format: 'form' });
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
    const { contentType, body } = await wire({ format: 'cloudevents' });
    expect(contentType).toBe('application/cloudevents+json; charset=utf-8');
    expect(JSON.parse(body)).toEqual(event);
  });

  it('is a list of one in a batch', async () => {
    const { contentType, body } = await wire({ format: 'cloudevents-batch' });
    expect(contentType).toBe('application/cloudevents-batch+json; charset=utf-8');
    expect(JSON.parse(body)).toEqual([event]);
  });
});

describe('awaitFormat', () => {
  it('fetches its chunk once', async () => {
    const { awaitFormat } = await import('../../../src/delivery/wire.js');
    const used = { format: 'form' } as Used;
    expect(awaitFormat(used)).toBeInstanceOf(Promise);
    await awaitFormat(used);
    expect(awaitFormat(used)).toBeUndefined();
    expect(awaitFormat({ ...used, format: 'cloudevents' })).toBeUndefined();
  });
});

describe('serialize', () => {
  it('makes a text, or a body of any type, whatever the format', async () => {
    expect(await wire({ serialize: (given) => `id=${(given as Response).id}`, format: 'form' })).toEqual({
      contentType: 'text/plain;charset=UTF-8',
      body: `id=${ID}`,
    });
    const xml = { contentType: 'application/xml', body: '<rating/>' };
    expect(await wire({ serialize: () => xml })).toEqual(xml);
  });

  it.each(['json', 'form'] as const)('that throws is told, and the answer goes out as %s', async (format) => {
    const usual = await wire({ format });
    const serialize = vi.fn(() => {
      throw new Error('no');
    });
    expect(await wire({ serialize, format })).toEqual(usual);
    expect(serialize).toHaveBeenCalledOnce();
    expect(warned()).toEqual(['shop-function serialize']);
  });
});
