/** The texts of each language, as they arrive, and which of them is said. English is always there to fall back on. */
import type { Strings } from '../settings/settings.js';
import { loadLocale } from './load-locale.js';

const known: Record<string, Strings> = {};
const asked: Record<string, Promise<void> | undefined> = {};

/** Adds texts of a language; later ones are added to earlier ones. */
export function addStrings(locale: string, strings: Strings): void {
  known[locale] = { ...known[locale], ...strings };
}

/** `tag` and its main language. */
const candidates = (tag: string): string[] => [tag.toLowerCase(), tag.toLowerCase().split(/[-_]/)[0]!];

/** The language in which texts for `tag` are there now, else English. */
export function textLanguage(tag: string): string {
  return candidates(tag).find((name) => known[name]) ?? 'en';
}

/** Fetches the texts for `tag`, once, if they are not there and can be had. Undefined where nothing is to be waited for. */
export function awaitStrings(tag: string): Promise<void> | undefined {
  const language = candidates(tag).find((name) => known[name] ?? loadLocale(name));
  if (!language || known[language]) return;
  return (asked[language] ??= loadLocale(language)?.().then((chunk) => addStrings(language, chunk.strings)));
}

/** The text of `key` in `language`, the first of `overrides` that has it winning, nothing while its chunk is on the way; `{name}` takes the value of that name. */
export function say(
  key: string,
  language: string,
  overrides: (Strings | undefined)[],
  values: Record<string, unknown> = {},
): string {
  const text = [...overrides, known[language], known.en].find((strings) => strings?.[key] != null)?.[key] ?? '';
  return text.replace(/{(\w+)}/g, (whole, name: string) => String(values[name] ?? whole));
}
