// The settings that sending does not use, and names that are none: told once, and never thrown.

import { beforeEach, describe, expect, it } from 'vitest';
import { freshPage, queueCalls, readTags, sentences, warned } from '../page/fresh-page.js';

beforeEach(freshPage);

async function judge(...settings: Record<string, unknown>[]): Promise<void> {
  if (settings.length) queueCalls(...settings.map((given) => ['configure', given]));
  (await import('../../../src/settings/judge.js')).judgeSettings();
}

const made = () => 'made';

describe('takes', () => {
  it.each<[string, unknown]>([
    ['locale', 'de'],
    ['locale', 'zh-Hant-TW'],
    ['callback', { channels: 'phone' }],
    ['quietPages', ['/cart', '/checkout/*']],
    ['quietPages', '/cart /checkout/*'],
    ['impressions', 'on'],
    ['impressions', 'off'],
    ['analytics', 'datalayer'],
    ['analytics', 'off'],
    ['phoneAdapter', made],
    ['strings', { de: { send: 'Los' } }],
    ['locale', undefined],
  ])('%s: %j', async (name, given) => {
    await judge({ [name]: given });
    expect(warned()).toEqual([]);
  });
});

describe('refuses, and names what is given and allowed', () => {
  it.each<[string, unknown, string]>([
    ['locale', 'deutsch!', 'a BCP 47 language tag'],
    ['locale', '', 'a BCP 47 language tag'],
    ['callback', 'phone', 'object'],
    ['quietPages', 5, 'a list of names'],
    ['impressions', 'yes', 'off or on'],
    ['analytics', 'gtag', 'off or datalayer'],
    ['phoneAdapter', {}, 'function'],
    ['strings', 'Los', 'object'],
  ])('%s: %j', async (name, given, allowed) => {
    await judge({ [name]: given });
    expect(await sentences()).toEqual([
      `[curtsy] The setting ${name} is ${JSON.stringify(given)}; allowed is ${allowed}. It is left out. (bad-setting)`,
    ]);
  });

  it('says it once, however often it judges', async () => {
    await judge({ impressions: 'yes' });
    await judge();
    expect(await sentences()).toHaveLength(1);
  });
});

describe('a name that is none', () => {
  it('is told with the names that there are', async () => {
    await judge({ endPoint: '/feedback' });
    expect(await sentences()).toEqual([
      '[curtsy] There is no setting endPoint; it is ignored. Settings are acknowledge, analytics, batch, callback, ' +
        'credentials, customer, debug, endpoint, format, headers, impressions, keepParams, locale, maxAge, maxBytes, ' +
        'maxPending, metadata, phoneAdapter, privacy, quietPages, serialize, source, strings. (unknown-setting)',
    ]);
  });

  it('is told of each', async () => {
    await judge({ colour: 'red' }, { colour: 'blue', size: 5 });
    expect(warned()).toEqual(['unknown-setting colour', 'unknown-setting size']);
  });
});

it('leaves to sending what sending uses', async () => {
  await judge({ endpoint: 'http://', format: 'xml', batch: 0, maxPending: -1, maxBytes: '2 MB' });
  expect(warned()).toEqual([]);
});

describe('two script tags', () => {
  it.each([
    ['without a source', [{}, {}], ['second-copy Curtsy']],
    ['of one source', [{ source: 'shop' }, { source: 'shop' }], ['second-copy Curtsy']],
    ['of two sources', [{ source: 'shop' }, { source: 'outlet' }], []],
    ['of which one has a source', [{}, { source: 'outlet' }], []],
  ])('%s', async (_, tags, codes) => {
    readTags(...tags);
    await judge();
    expect(warned()).toEqual(codes);
  });
});
