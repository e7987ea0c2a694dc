// A mistake is told in one line a page, whichever copy of Curtsy finds it.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { freshPage, sentences, warned } from '../page/fresh-page.js';

beforeEach(freshPage);
afterEach(() => vi.doUnmock('../../../src/settings/messages.js'));

const warn = async () => (await import('../../../src/settings/warn.js')).warnOnce;

describe('warnOnce', () => {
  it('says a sentence with the code behind it', async () => {
    (await warn())('unknown-call', 'confgure');
    expect(await sentences()).toEqual([
      '[curtsy] There is no call confgure; it is ignored. A call looks like curtsy.push(["configure", {…}]). (unknown-call)',
    ]);
  });

  it('says it once a code and first detail', async () => {
    const warnOnce = await warn();
    warnOnce('refused', '/feedback', '400');
    warnOnce('refused', '/feedback', '422');
    warnOnce('refused', '/other', '400');
    warnOnce('endpoint', '/feedback', '404');
    expect(warned()).toEqual(['refused /feedback', 'refused /other', 'endpoint /feedback']);
    expect(await sentences()).toHaveLength(3);
  });

  it('says nothing again in a second copy of Curtsy', async () => {
    (await warn())('no-endpoint');
    await sentences();
    vi.resetModules();
    (await warn())('no-endpoint');
    expect(await sentences()).toHaveLength(1);
  });

  it('says the bare facts where the sentences can not be had', async () => {
    vi.doMock('../../../src/settings/messages.js', () => {
      throw new Error('offline');
    });
    (await warn())('bad-setting', 'format', 'xml');
    expect(await sentences()).toEqual(['[curtsy] bad-setting format xml']);
  });
});

describe('the sentences', () => {
  it.each([
    ['bad-json', ['customer', '{id: 1}'], 'customer is not JSON; it is ignored. Given is: {id: 1}'],
    [
      'bad-attribute',
      ['curtsy-rating scale', '7', ['5', '3'], '5'],
      'curtsy-rating scale is "7"; allowed is 5, 3. "5" is used.',
    ],
    ['second-copy', ['curtsy-rating'], /^curtsy-rating is on this page already\./],
    ['no-endpoint', [], /kept on the device and not sent\. Put data-endpoint on the script tag/],
    ['storage-off', ['SecurityError'], /keeps nothing \(SecurityError\)/],
    ['storage-failed', ['TimeoutError'], /storage fails \(TimeoutError\)/],
    [
      'refused',
      ['/feedback', '400 Bad Request'],
      /^\/feedback refused an answer with 400 Bad Request\. .*outbox\.retry\(\)/,
    ],
    ['endpoint', ['/feedback', '404 Not Found'], /^\/feedback answers 404 Not Found\. Answers are kept/],
    ['cors', ['/feedback'], /^\/feedback can't be reached .*Idempotency-Key.*format: 'text'/],
    ['shop-function', ['serialize', 'Error: no'], /serialize: Error: no\. It is passed over\./],
    ['only-calls', [], /add sms or email to channels/],
    [
      'no-callback',
      ['curtsy-rating'],
      /^curtsy-rating has recover, .*nothing is offered\. Put a <curtsy-callback slot/,
    ],
    ['gated-link', ['thanksHigh', 'Go to g.page/x'], /^The text thanksHigh .*"Go to g\.page\/x"\. .*thanks-extra/],
  ] as const)('%s', async (code, details, said) => {
    const { messages } = await import('../../../src/settings/messages.js');
    const sentence = messages[code](...details);
    if (typeof said === 'string') expect(sentence).toBe(said);
    else expect(sentence).toMatch(said);
  });

  it('are facts with their code in the one-file build, for every code that there is', async () => {
    const { messages } = await import('../../../src/settings/messages.js');
    const facts = (await import('../../../src/settings/no-messages.js')).messages;
    for (const code of Object.keys(messages) as (keyof typeof messages)[]) {
      expect(facts[code]('format', 7)).toBe(`${code}: ["format",7], see Messages in the README of @curtsy/feedback`);
    }
  });
});

describe('CurtsyError', () => {
  it('has a code, and a message that names who speaks', async () => {
    const { CurtsyError } = await import('../../../src/settings/error.js');
    const cause = new Error('quota');
    const error = new CurtsyError('storage-failed', 'The browser keeps nothing', cause);
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name: 'CurtsyError', code: 'storage-failed', cause });
    expect(error.message).toBe('[curtsy] The browser keeps nothing (storage-failed)');
  });
});
