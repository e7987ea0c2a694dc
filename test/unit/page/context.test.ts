// What of the page may leave it: addresses are cut, another site's to its origin, and `minimal` says nothing at all.

import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { PageFacts } from '../../../src/page/facts.js';
import type { Used } from '../../../src/settings/check.js';
import { freshPage } from './fresh-page.js';

beforeEach(freshPage);

const HERE = location.origin;

const facts: PageFacts = { url: `${HERE}/checkout`, referrer: '', title: 'Checkout', viewport: [390, 844] };

async function contextOf(
  some: Partial<PageFacts> = {},
  settings: Partial<Used> = {},
): Promise<Record<string, unknown>> {
  const page = await import('../../../src/page/context.js');
  const used = { privacy: 'full', keepParams: [], ...settings } as Partial<Used> as Used;
  return page.contextOf({ ...facts, ...some }, 'rating/1', used) as Record<string, unknown>;
}

describe('the address', () => {
  it.each([
    ['a path', '/checkout/step-2', '/checkout/step-2'],
    ['a query', '/checkout?email=ann%40shop.example&step=2', '/checkout'],
    ['a fragment', '/checkout#token=secret', '/checkout'],
    ['both', '/?a=1#b', '/'],
  ])('is cut: %s', async (_, given, sent) => {
    expect(await contextOf({ url: HERE + given })).toHaveProperty('url', HERE + sent);
  });

  it('loses a name and a password', async () => {
    const url = HERE.replace('//', '//ann:secret@');
    expect(await contextOf({ url: `${url}/checkout` })).toHaveProperty('url', `${HERE}/checkout`);
  });

  it('keeps the parameters that the shop names, each time they occur, and no other', async () => {
    const url = `${HERE}/?utm_source=a&email=x&utm_source=b&utm_source_id=c#utm_source`;
    expect(await contextOf({ url }, { keepParams: ['utm_source', 'ref'] })).toHaveProperty(
      'url',
      `${HERE}/?utm_source=a&utm_source=b`,
    );
  });
});

describe('the referrer', () => {
  it('of this site is cut like the address', async () => {
    const referrer = `${HERE}/search?q=red+shoes&ref=mail#top`;
    expect(await contextOf({ referrer })).toHaveProperty('referrer', `${HERE}/search`);
    expect(await contextOf({ referrer }, { keepParams: ['ref'] })).toHaveProperty(
      'referrer',
      `${HERE}/search?ref=mail`,
    );
  });

  it.each([
    ['another site', 'https://search.example/find?q=what+a+shopper+asked#1', 'https://search.example'],
    [
      'another site, whose parameter the shop keeps for itself',
      'https://search.example/?ref=1',
      'https://search.example',
    ],
    ['another port', 'http://localhost:9999/inbox', 'http://localhost:9999'],
    ['none', '', undefined],
    ['an app', 'android-app://com.example.mail/inbox', undefined],
    ['no address', 'somewhere', undefined],
  ])('of %s', async (_, referrer, sent) => {
    expect((await contextOf({ referrer }, { keepParams: ['ref'] })).referrer).toBe(sent);
  });
});

it('has the title, the viewport, the time zone and the instrument', async () => {
  vi.spyOn(Intl, 'DateTimeFormat').mockReturnValue({
    resolvedOptions: () => ({ timeZone: 'Europe/Berlin' }),
  } as Intl.DateTimeFormat);
  expect(await contextOf()).toEqual({
    url: facts.url,
    referrer: undefined,
    title: 'Checkout',
    viewport: [390, 844],
    timeZone: 'Europe/Berlin',
    instrument: 'rating/1',
    vitals: {},
  });
});

it('is the instrument alone under minimal privacy', async () => {
  expect(await contextOf({ referrer: HERE }, { privacy: 'minimal', keepParams: ['ref'] })).toEqual({
    instrument: 'rating/1',
  });
});

describe('web vitals', () => {
  it('are measured once a page, and a context has them as they stood when it was made', async () => {
    const watchVitals = vi.fn<(note: (name: string, vital: object) => void) => void>();
    vi.doMock('../../../src/page/vitals.js', () => ({ watchVitals }));
    const page = await import('../../../src/page/context.js');
    page.measureVitals();
    page.measureVitals();
    await vi.dynamicImportSettled();
    expect(watchVitals).toHaveBeenCalledOnce();

    const [note] = watchVitals.mock.lastCall!;
    note('LCP', { value: 1830, rating: 'good' });
    const context = await contextOf();
    note('LCP', { value: 9000, rating: 'poor' });
    expect(context.vitals).toEqual({ LCP: { value: 1830, rating: 'good' } });
    vi.doUnmock('../../../src/page/vitals.js');
  });
});

describe('pageFacts', () => {
  it('reads the page uncut, as it stands now', async () => {
    const { pageFacts } = await import('../../../src/page/facts.js');
    document.title = 'Checkout';
    history.replaceState(null, '', '/checkout?step=2#pay');
    vi.spyOn(document, 'referrer', 'get').mockReturnValue('https://search.example/?q=shoes');
    expect(pageFacts()).toEqual({
      url: `${HERE}/checkout?step=2#pay`,
      referrer: 'https://search.example/?q=shoes',
      title: 'Checkout',
      viewport: [innerWidth, innerHeight],
    });
    history.replaceState(null, '', '/');
  });
});
