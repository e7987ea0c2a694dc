// What a shop set in one way and in another: the later way wins, setting by setting.

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { freshPage, queueCalls, readTags, warned } from '../page/fresh-page.js';

beforeEach(freshPage);

const settings = () => import('../../../src/settings/settings.js');

function placeBlock(json: string): void {
  const block = document.createElement('script');
  block.type = 'application/json';
  block.dataset.curtsy = '';
  block.textContent = json;
  document.body.append(block);
}

async function raw(source?: string): Promise<Record<string, unknown>> {
  return (await settings()).rawSettings(source);
}

it('is nothing on a page that sets nothing', async () => {
  expect(await raw()).toEqual({});
});

it('takes data-*, JSON blocks, queued calls and configure in this order', async () => {
  readTags({ source: 'tag', format: 'tag', privacy: 'tag', locale: 'tag' });
  placeBlock('{"format": "block", "privacy": "block", "locale": "block"}');
  (window as unknown as { curtsy: unknown[][] }).curtsy.push(['configure', { privacy: 'queue', locale: 'queue' }]);
  const { addSettings } = await settings();
  addSettings({ locale: 'call' });
  expect(await raw()).toEqual({ source: 'tag', format: 'block', privacy: 'queue', locale: 'call' });
});

it('takes a later block, a later queued call and a later configure over an earlier', async () => {
  placeBlock('{"source": "first", "locale": "en"}');
  placeBlock('{"source": "second"}');
  queueCalls(
    ['configure', { format: 'json', batch: 2 }],
    ['identify', { format: 'text' }],
    ['configure', { batch: 3 }],
  );
  const { addSettings } = await settings();
  addSettings({ privacy: 'full', debug: true });
  addSettings({ privacy: 'minimal' });
  expect(await raw()).toEqual({
    source: 'second',
    locale: 'en',
    format: 'json',
    batch: 3,
    privacy: 'minimal',
    debug: true,
  });
});

it('passes over a configure without settings', async () => {
  queueCalls(['configure'], ['configure', { format: 'text' }]);
  expect(await raw()).toEqual({ format: 'text' });
});

describe('two script tags', () => {
  beforeEach(() => {
    readTags(
      { source: 'shop', endpoint: '/shop', format: 'text' },
      { source: 'outlet', endpoint: '/outlet', locale: 'de' },
    );
  });

  it('give the page what the first set, and of the second what the first left unset', async () => {
    expect(await raw()).toEqual({ source: 'shop', endpoint: '/shop', format: 'text', locale: 'de' });
  });

  it('give the source that the second names what the second set, and of the first the rest', async () => {
    expect(await raw('outlet')).toEqual({ source: 'outlet', endpoint: '/outlet', format: 'text', locale: 'de' });
  });

  it('give a source that no tag names the page’s own', async () => {
    expect(await raw('elsewhere')).toEqual(await raw());
  });

  it('stand below every other layer, whatever the source', async () => {
    placeBlock('{"endpoint": "/block"}');
    expect((await raw('outlet')).endpoint).toBe('/block');
  });
});

describe('JSON', () => {
  it.each([
    ['an object', ' {"id": "a-1"}', { id: 'a-1' }],
    ['a list', '["ref", "utm_source"]', ['ref', 'utm_source']],
    ['a text', 'ref,utm_source', 'ref,utm_source'],
    ['a number', '20', '20'],
    ['a text that looks like JSON within it', '{"de": {"thanks": "{name} dankt"}}', { de: { thanks: '{name} dankt' } }],
  ])('in data-* is read: %s', async (_, given, read) => {
    readTags({ any: given });
    expect(await raw()).toEqual({ any: read });
  });

  it('in data-* that is broken is named, and the rest of the tag is used', async () => {
    readTags({ customer: '{id: 1}', source: 'shop' });
    expect(await raw()).toEqual({ source: 'shop' });
    expect(warned()).toEqual(['bad-json customer']);
  });

  it('in a block that is broken is named, and the other blocks are used', async () => {
    placeBlock('{"source": "one"}');
    placeBlock('{"source": }');
    placeBlock('{"locale": "de"}');
    expect(await raw()).toEqual({ source: 'one', locale: 'de' });
    expect(warned()).toEqual(['bad-json data-curtsy']);
  });

  it('in a script that is not ours is left alone', async () => {
    document.body.innerHTML = '<script type="application/json">{"source": "no"}</script>';
    expect(await raw()).toEqual({});
  });
});

it('tells followers of every change, after it is made, until they leave', async () => {
  const { addSettings, followSettings, rawSettings } = await settings();
  const seen: unknown[] = [];
  const leave = followSettings(() => seen.push(rawSettings().locale));
  const other = vi.fn();
  followSettings(other);
  addSettings({ locale: 'de' });
  leave();
  addSettings({ locale: 'ar' });
  expect(seen).toEqual(['de']);
  expect(other).toHaveBeenCalledTimes(2);
});

describe('window.curtsy', () => {
  const pageQueue = async () => (await import('../../../src/settings/page-queue.js')).pageQueue();

  it('is made where there is none, once', async () => {
    const queue = await pageQueue();
    expect(queue).toEqual([]);
    expect(await pageQueue()).toBe(queue);
    expect((window as unknown as { curtsy: unknown }).curtsy).toBe(queue);
  });

  it('is the page’s own where it queued calls', async () => {
    queueCalls(['configure', {}]);
    expect(await pageQueue()).toBe((window as unknown as { curtsy: unknown }).curtsy);
  });

  it('is not an element with this id', async () => {
    const element = document.createElement('div');
    element.id = 'curtsy';
    document.body.append(element);
    Object.assign(window, { curtsy: element });
    expect(await pageQueue()).toEqual([]);
    expect(await raw()).toEqual({});
  });
});
