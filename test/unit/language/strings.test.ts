// Which text is said: the shop's own words, then the language's, then English; and how a language's texts are fetched.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

type StringsModule = typeof import('../../../src/language/strings.js');

let texts: StringsModule;

/** Each test begins with a page that has English only. */
beforeEach(async () => {
  vi.resetModules();
  texts = await import('../../../src/language/strings.js');
  texts.addStrings('en', { send: 'Send', clear: 'Clear', count: '{count} of {all}' });
});

afterEach(() => vi.doUnmock('../../../src/language/load-locale.js'));

describe('say', () => {
  it('takes the language’s text, and English where it has none', () => {
    texts.addStrings('de', { send: 'Senden' });
    expect(texts.say('send', 'de', [])).toBe('Senden');
    expect(texts.say('clear', 'de', [])).toBe('Clear');
    expect(texts.say('send', 'fr', [])).toBe('Send');
  });

  it('takes the first override that has the text', () => {
    texts.addStrings('de', { send: 'Senden' });
    expect(texts.say('send', 'de', [{ send: 'Ab damit' }, { send: 'Los' }])).toBe('Ab damit');
    expect(texts.say('send', 'de', [undefined, { clear: 'Weg' }, { send: 'Los' }])).toBe('Los');
  });

  it('takes an empty override as a wish to say nothing', () => {
    expect(texts.say('send', 'en', [{ send: '' }])).toBe('');
  });

  it('says nothing while a text is not there', () => {
    expect(texts.say('thanksLow', 'en', [])).toBe('');
  });

  it('fills in values, also in an override, and leaves a blank that has none', () => {
    expect(texts.say('count', 'en', [], { count: 0, all: 1000 })).toBe('0 of 1000');
    expect(texts.say('count', 'en', [], { count: 7 })).toBe('7 of {all}');
    expect(texts.say('count', 'en', [{ count: 'Noch {count}' }], { count: 7 })).toBe('Noch 7');
  });

  it('fills in a value as it is, whatever signs are in it', () => {
    expect(texts.say('count', 'en', [], { count: '$&{all}', all: 9 })).toBe('$&{all} of 9');
  });
});

describe('addStrings', () => {
  it('adds to what is there, the later text winning', () => {
    texts.addStrings('en', { send: 'Post' });
    expect(texts.say('send', 'en', [])).toBe('Post');
    expect(texts.say('clear', 'en', [])).toBe('Clear');
  });
});

describe('textLanguage', () => {
  beforeEach(() => {
    texts.addStrings('de', { send: 'Senden' });
    texts.addStrings('pt-br', { send: 'Enviar' });
  });

  it.each([
    ['de', 'de'],
    ['de-AT', 'de'],
    ['DE-de', 'de'],
    ['de_DE', 'de'],
    ['de-Latn-CH-1996', 'de'],
    ['pt-BR', 'pt-br'],
    ['pt-PT', 'en'],
    ['fr', 'en'],
    ['', 'en'],
  ])('of %j is %j', (tag, language) => {
    expect(texts.textLanguage(tag)).toBe(language);
  });
});

describe('awaitStrings', () => {
  it('has nothing to wait for in English, or in a language without texts', () => {
    expect(texts.awaitStrings('en-GB')).toBeUndefined();
    expect(texts.awaitStrings('xx')).toBeUndefined();
  });

  it.each(['de', 'de-AT', 'DE_de', 'ar-EG'])('fetches the texts for %j, which are there afterwards', async (tag) => {
    expect(texts.textLanguage(tag)).toBe('en');
    const waiting = texts.awaitStrings(tag);
    expect(waiting).toBeInstanceOf(Promise);
    await waiting;
    expect(texts.textLanguage(tag)).toBe(tag.slice(0, 2).toLowerCase());
    expect(texts.say('send', texts.textLanguage(tag), [])).not.toBe('Send');
    expect(texts.awaitStrings(tag)).toBeUndefined();
  });

  it('fetches a language once, however many elements ask', async () => {
    const load = vi.fn(async () => ({ strings: { send: 'Senden' } }));
    vi.doMock('../../../src/language/load-locale.js', () => ({
      loadLocale: (name: string) => (name === 'de' ? load : undefined),
    }));
    vi.resetModules();
    texts = await import('../../../src/language/strings.js');
    const asked = [texts.awaitStrings('de'), texts.awaitStrings('de-CH')];
    expect(asked[0]).toBe(asked[1]);
    await asked[0];
    expect(load).toHaveBeenCalledOnce();
  });

  it('does not fetch what the page brought along', () => {
    texts.addStrings('de', { send: 'Senden' });
    expect(texts.awaitStrings('de-AT')).toBeUndefined();
  });
});
