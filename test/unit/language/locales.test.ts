// Every language says all that English says, with the same blanks to fill in, in its own words and in the same voice.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addStrings, say } from '../../../src/language/strings.js';

type Texts = Record<string, string>;

const FOLDER = join(import.meta.dirname, '../../../src/language');

async function modulesIn(folder: string, pattern: RegExp): Promise<[file: string, exported: Record<string, Texts>][]> {
  const files = readdirSync(folder).filter((file) => pattern.test(file));
  return Promise.all(
    files.map(async (file): Promise<[string, Record<string, Texts>]> => [
      file,
      (await import(join(folder, file))) as Record<string, Texts>,
    ]),
  );
}

const parts = (await modulesIn(FOLDER, /^english.*\.ts$/)).flatMap(([, exported]) => Object.values(exported));
const english: Texts = Object.assign({}, ...parts);
const locales = (await modulesIn(join(FOLDER, 'locales'), /\.ts$/)).map(([file, { strings = {} }]) => ({
  tag: file.replace('.ts', ''),
  strings,
  source: readFileSync(join(FOLDER, 'locales', file), 'utf8'),
}));

/** Names, which every language may keep. */
const NAMES = ['channel_whatsapp'];
/** Written in Latin letters everywhere: what is filled in, and the example of an address. */
const LATIN_ANYWHERE = /\{\w+\}|name@example\.com/g;
/** Words that an English text hardly does without, and that no language here has. */
const ENGLISH_WORDS = /\b(the|you|your|we|is|it|please|and|of|to|what|how|this|for|with)\b/i;

/** The end of a key whose text depends on a count, after `Intl.PluralRules`. */
const PLURAL = /_(zero|one|two|few|many|other)$/;
/** Nobody is told that nothing waits. */
const UNSAID = '_zero';

/** The keys of a language: where English tells one from many, it tells what its own grammar does. */
function keysIn(tag: string): string[] {
  const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions();
  const keys = Object.keys(english).flatMap((key) =>
    PLURAL.test(key) ? pluralCategories.map((category) => key.replace(PLURAL, `_${category}`)) : [key],
  );
  return [...new Set(keys)].filter((key) => !key.endsWith(UNSAID)).sort();
}

const placeholders = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

describe('English', () => {
  it('names no text twice, so that no chunk takes over the text of another', () => {
    const keys = parts.flatMap((part) => Object.keys(part));
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  it('has no exclamation and no empty text', () => {
    expect(Object.values(english).filter((text) => !text.trim() || text.includes('!'))).toEqual([]);
  });

  it.each(Object.keys(english))('%s can be overridden', (key) => {
    addStrings('en', english);
    for (const { tag, strings } of locales) addStrings(tag, strings);
    for (const language of ['en', ...locales.map(({ tag }) => tag)]) {
      expect(say(key, language, [undefined, { [key]: 'the shop’s own words' }])).toBe('the shop’s own words');
    }
  });
});

it('German and Arabic are there', () => {
  expect(locales.map(({ tag }) => tag)).toEqual(expect.arrayContaining(['ar', 'de']));
});

describe.each(locales)('$tag', ({ tag, strings, source }) => {
  it('has every text and no unknown one', () => {
    expect(Object.keys(strings).sort()).toEqual(keysIn(tag));
  });

  it('has the same blanks to fill in', () => {
    // One and two may be words, without a figure.
    const keys = Object.keys(english).filter((key) => !/_(one|two)$/.test(key));
    const blanks = (texts: Texts) => keys.map((key) => [key, placeholders(texts[key] ?? '')]);
    expect(blanks(strings)).toEqual(blanks(english));
  });

  it('has no empty text, none with spaces around it, and no exclamation', () => {
    expect(Object.values(strings).filter((text) => !text || text !== text.trim() || /[!¡]/.test(text))).toEqual([]);
  });

  it('has nothing left in English', () => {
    const same = Object.keys(english).filter((key) => strings[key] === english[key] && !NAMES.includes(key));
    const mixed = Object.values(strings).filter((text) => ENGLISH_WORDS.test(text));
    expect({ same, mixed }).toEqual({ same: [], mixed: [] });
  });

  it('is written in its own script', () => {
    const { script } = new Intl.Locale(tag).maximize();
    const foreign = Object.values(strings).filter((text) => {
      const letters = text.replace(LATIN_ANYWHERE, '').match(/\p{L}/gu) ?? [];
      return letters.some((letter) => !new RegExp(`\\p{Script=${script}}`, 'u').test(letter));
    });
    expect(foreign).toEqual([]);
  });

  it('has five different points on every scale', () => {
    for (const scale of ['rating', 'expectation', 'compared']) {
      const first = scale === 'rating' ? 0 : -2;
      const points = [0, 1, 2, 3, 4].map((at) => strings[`${scale}${first + at}`]);
      expect(new Set(points).size, scale).toBe(5);
    }
  });

  it('says whether a native speaker has reviewed it', () => {
    expect(source).toMatch(/^\/\*\*[^/]*\(reviewed: (true|false)\)/);
  });
});
