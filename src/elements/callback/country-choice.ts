/** Which countries a number may be from, by the names that a shopper knows them by, and which of them is likely. */
import { countries } from '../../callback/countries.js';
import type { Choice } from '../choice.js';

const named: Record<string, Choice[]> = {};

/**
 * Every country that can be called, with its calling code, named and sorted as readers of `language` do. The first call for a
 * language takes a slow processor tens of milliseconds, so that nothing should wait for it.
 */
export function countryChoices(language: string): Choice[] {
  return (named[language] ??= nameCountries(localeOf(language).toString()));
}

/**
 * Regions that a shopper may be in, the likeliest first: that of the page's own language tag, that of a language which the
 * shopper's browser has in common with it, that where the page's language is spoken most.
 */
export function likelyRegions(page: string, spoken: readonly string[]): (string | undefined)[] {
  const locale = localeOf(page);
  const shared = spoken.map(localeOf).filter(({ language }) => language === locale.language);
  return [locale, ...shared, locale.maximize()].map(({ region }) => region);
}

function nameCountries(language: string): Choice[] {
  const names = new Intl.DisplayNames(language, { type: 'region' });
  const { compare } = new Intl.Collator(language);
  return (
    countries
      // The mark keeps the plus before the digits in a line that runs from right to left.
      .map(({ region, callingCode }) => ({ value: region, label: `${names.of(region)} \u200e+${callingCode}` }))
      .sort((a, b) => compare(a.label, b.label))
  );
}

/** Pages also write `de_DE`, and worse, which is then taken for English. */
function localeOf(tag: string): Intl.Locale {
  try {
    return new Intl.Locale(tag.replaceAll('_', '-'));
  } catch {
    return new Intl.Locale('en');
  }
}
