// Where records go: by today's settings, and nowhere while their source is not on this page. Two sources never mix.

import { beforeEach, describe, expect, it } from 'vitest';
import { ENDPOINT, OTHER_ENDPOINT } from '../outbox/records.js';
import { freshPage, queueCalls, readTags, warned } from '../page/fresh-page.js';

beforeEach(freshPage);

const room = () => import('../../../src/delivery/destinations.js');
const configure = (settings: object) => queueCalls(['configure', settings]);

async function endpointOf(source: string, endpoint?: string): Promise<string | undefined> {
  return (await room()).destinations()({ source, endpoint });
}

it('is the endpoint of the page’s source', async () => {
  configure({ endpoint: ENDPOINT, source: 'webshop' });
  expect(await endpointOf('webshop')).toBe(ENDPOINT);
  expect(warned()).toEqual([]);
});

it('is the endpoint of each tag’s source', async () => {
  readTags({ source: 'webshop', endpoint: ENDPOINT }, { source: 'outlet', endpoint: OTHER_ENDPOINT });
  expect(await endpointOf('webshop')).toBe(ENDPOINT);
  expect(await endpointOf('outlet')).toBe(OTHER_ENDPOINT);
});

describe('of a source that is not on the page', () => {
  beforeEach(() => configure({ endpoint: ENDPOINT, source: 'webshop' }));

  it('is nowhere, also with an endpoint of its own, and nothing is said', async () => {
    expect(await endpointOf('outlet')).toBeUndefined();
    expect(await endpointOf('outlet', OTHER_ENDPOINT)).toBeUndefined();
    expect(warned()).toEqual([]);
  });

  it('is the page’s, once an element names it', async () => {
    (await room()).nameSource('outlet');
    expect(await endpointOf('outlet')).toBe(ENDPOINT);
  });
});

describe('with an endpoint of its own', () => {
  beforeEach(() => configure({ endpoint: ENDPOINT, source: 'webshop' }));

  it('is that, before all', async () => {
    expect(await endpointOf('webshop', '/own')).toBe(`${location.origin}/own`);
  });

  it('is the usual one where its own is none, and a warning says so', async () => {
    expect(await endpointOf('webshop', 'http://')).toBe(ENDPOINT);
    expect(warned()).toEqual(['bad-setting endpoint']);
  });
});

describe('without any', () => {
  beforeEach(() => configure({ source: 'webshop' }));

  it('is nowhere, and one warning says so', async () => {
    expect(await endpointOf('webshop')).toBeUndefined();
    expect(await endpointOf('webshop')).toBeUndefined();
    expect(warned()).toEqual(['no-endpoint undefined']);
  });

  it('is an element’s own all the same', async () => {
    expect(await endpointOf('webshop', OTHER_ENDPOINT)).toBe(OTHER_ENDPOINT);
    expect(warned()).toEqual([]);
  });
});

it('is that of the settings when it was asked', async () => {
  configure({ endpoint: ENDPOINT, source: 'webshop' });
  const { destinations } = await room();
  const before = destinations();
  configure({ endpoint: OTHER_ENDPOINT, source: 'webshop' });
  expect(before({ source: 'webshop' })).toBe(ENDPOINT);
  expect(destinations()({ source: 'webshop' })).toBe(OTHER_ENDPOINT);
});
