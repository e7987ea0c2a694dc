// Every setting with what it takes and what it refuses: a bad one is told once, its default is used, nothing is thrown.

import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Used } from '../../../src/settings/check.js';
import { freshPage, queueCalls, readTags, sentences, warned } from '../page/fresh-page.js';

beforeEach(freshPage);

const HERE = location.origin;

async function settingsFor(source?: string): Promise<Used> {
  return (await import('../../../src/settings/check.js')).settingsFor(source);
}

const made = () => 'made';

const defaults = {
  source: HERE,
  format: 'json',
  credentials: 'omit',
  privacy: 'full',
  keepParams: [],
  maxAge: 7 * 24 * 36e5,
  batch: 1,
  maxPending: 200,
  maxBytes: 2e6,
};

it('has its defaults where nothing is set, and says nothing', async () => {
  expect(await settingsFor()).toEqual(defaults);
  expect(warned()).toEqual([]);
});

it('takes what is undefined as not set', async () => {
  queueCalls(['configure', { endpoint: undefined, source: undefined, debug: undefined, maxAge: undefined }]);
  expect(await settingsFor()).toEqual(defaults);
  expect(warned()).toEqual([]);
});

describe('takes', () => {
  it.each<[string, unknown, unknown]>([
    ['endpoint', 'https://shop.example/feedback', 'https://shop.example/feedback'],
    ['endpoint', 'http://localhost:4173/feedback?key=1', 'http://localhost:4173/feedback?key=1'],
    ['endpoint', '/feedback', `${HERE}/feedback`],
    ['endpoint', '//api.example/feedback', 'http://api.example/feedback'],
    ['source', 'webshop', 'webshop'],
    ['format', 'json', 'json'],
    ['format', 'text', 'text'],
    ['format', 'form', 'form'],
    ['format', 'cloudevents', 'cloudevents'],
    ['format', 'cloudevents-batch', 'cloudevents-batch'],
    ['headers', { Authorization: 'Bearer 1' }, { Authorization: 'Bearer 1' }],
    ['headers', made, made],
    ['credentials', 'omit', 'omit'],
    ['credentials', 'same-origin', 'same-origin'],
    ['credentials', 'include', 'include'],
    ['serialize', made, made],
    ['acknowledge', made, made],
    ['customer', { id: 'c-1' }, { id: 'c-1' }],
    ['metadata', { order: 'A-1001', first: true }, { order: 'A-1001', first: true }],
    ['privacy', 'full', 'full'],
    ['privacy', 'minimal', 'minimal'],
    ['keepParams', ['ref'], ['ref']],
    ['keepParams', 'ref', ['ref']],
    ['keepParams', 'ref, utm_source utm_medium', ['ref', 'utm_source', 'utm_medium']],
    ['maxAge', 'P7D', 6048e5],
    ['maxAge', 'P2W', 12096e5],
    ['maxAge', 'PT12H', 432e5],
    ['maxAge', 'PT90M', 54e5],
    ['maxAge', 'PT30S', 3e4],
    ['maxAge', 'P1DT1H1M1S', 864e5 + 36e5 + 6e4 + 1e3],
    ['batch', 1, 1],
    ['batch', 100, 100],
    ['batch', '20', 20],
    ['maxPending', 1_000_000, 1_000_000],
    ['maxBytes', '2000000', 2_000_000],
    ['debug', true, true],
    ['debug', false, false],
    ['debug', 'true', true],
    ['debug', 'false', false],
    ['debug', '', true],
  ])('%s: %j', async (name, given, used) => {
    queueCalls(['configure', { [name]: given }]);
    expect(await settingsFor()).toHaveProperty(name, used);
    expect(warned()).toEqual([]);
  });
});

describe('refuses, names what is given, allowed and used, and uses the default', () => {
  const address = 'an http or https URL';
  const duration = 'an ISO 8601 duration such as P7D or PT12H';
  const upTo = (most: number) => `a whole number from 1 to ${most}`;
  it.each<[string, unknown, string, string]>([
    ['endpoint', 'http://', '"http://"', address],
    ['endpoint', '', '""', address],
    ['endpoint', 'mailto:hello@shop.example', '"mailto:hello@shop.example"', address],
    ['endpoint', 'javascript:alert(1)', '"javascript:alert(1)"', address],
    ['endpoint', null, 'null', address],
    ['source', 7, '7', 'a text'],
    ['source', { name: 'shop' }, '{"name":"shop"}', 'a text'],
    ['format', 'xml', '"xml"', 'json or text or form or cloudevents or cloudevents-batch'],
    ['format', 'JSON', '"JSON"', 'json or text or form or cloudevents or cloudevents-batch'],
    ['headers', 'Authorization: Bearer 1', '"Authorization: Bearer 1"', 'object or function'],
    ['credentials', true, 'true', 'omit or same-origin or include'],
    ['serialize', 'JSON.stringify', '"JSON.stringify"', 'function'],
    ['acknowledge', true, 'true', 'function'],
    ['customer', 'Ann', '"Ann"', 'object'],
    ['metadata', 5, '5', 'object'],
    ['privacy', 'none', '"none"', 'full or minimal'],
    ['keepParams', 5, '5', 'a list of names'],
    ['keepParams', { ref: true }, '{"ref":true}', 'a list of names'],
    ['maxAge', '7 days', '"7 days"', duration],
    ['maxAge', 'P', '"P"', duration],
    ['maxAge', 'PT', '"PT"', duration],
    ['maxAge', 'P1DT', '"P1DT"', duration],
    ['maxAge', 'P1Y', '"P1Y"', duration],
    ['maxAge', '-P1D', '"-P1D"', duration],
    ['maxAge', 6048e5, '604800000', duration],
    ['batch', 0, '0', upTo(100)],
    ['batch', 101, '101', upTo(100)],
    ['batch', 1.5, '1.5', upTo(100)],
    ['batch', 'many', '"many"', upTo(100)],
    ['batch', '', '""', upTo(100)],
    ['maxPending', -1, '-1', upTo(1_000_000)],
    ['maxPending', null, 'null', upTo(1_000_000)],
    ['maxBytes', '2 MB', '"2 MB"', upTo(1_000_000_000)],
    ['debug', 'yes', '"yes"', 'true or false'],
    ['debug', 1, '1', 'true or false'],
  ])('%s: %j', async (name, given, shown, allowed) => {
    queueCalls(['configure', { [name]: given }]);
    expect(await settingsFor()).toEqual(defaults);
    const usual = name === 'maxAge' ? 'P7D' : JSON.stringify((defaults as Record<string, unknown>)[name]);
    const used = usual ? `${usual} is used` : 'It is left out';
    expect(await sentences()).toEqual([
      `[curtsy] The setting ${name} is ${shown}; allowed is ${allowed}. ${used}. (bad-setting)`,
    ]);
  });

  it('says it once, however often the settings are asked for', async () => {
    queueCalls(['configure', { format: 'xml', credentials: 'all' }]);
    await settingsFor();
    await settingsFor();
    expect(await sentences()).toHaveLength(2);
  });

  it('says it of what is no JSON, too', async () => {
    queueCalls(['configure', { debug: Symbol('on') }]);
    expect(await settingsFor()).toEqual(defaults);
    expect(await sentences()).toEqual([expect.stringContaining('The setting debug is Symbol(on);')]);
  });
});

describe('Global Privacy Control', () => {
  const signal = (on: boolean): void => {
    vi.stubGlobal('navigator', Object.assign(Object.create(navigator) as object, { globalPrivacyControl: on }));
  };

  it.each([
    [true, undefined, 'minimal'],
    [true, 'full', 'full'],
    [true, 'minimal', 'minimal'],
    [true, 'none', 'minimal'],
    [false, undefined, 'full'],
  ])('%s and the setting %s make %s', async (on, privacy, used) => {
    signal(on);
    queueCalls(['configure', { privacy }]);
    expect((await settingsFor()).privacy).toBe(used);
  });
});

it('judges the settings of the source that is asked for', async () => {
  readTags({ source: 'shop', endpoint: '/shop', debug: '' }, { source: 'outlet', endpoint: '/outlet', maxAge: 'P1D' });
  expect(await settingsFor('outlet')).toEqual({
    ...defaults,
    source: 'outlet',
    endpoint: `${HERE}/outlet`,
    maxAge: 864e5,
    debug: true,
  });
  expect((await settingsFor()).endpoint).toBe(`${HERE}/shop`);
});
