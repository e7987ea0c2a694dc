/** Which countries a number may be from, by the names that a shopper knows them by, and which of them is likely. */
import { countries, findCountry } from '../../callback/countries.js';
import { parsePhone } from '../../callback/phone.js';
import { languageOf } from '../../language/language.js';
import { textLanguage } from '../../language/strings.js';
import { atIdle } from '../../settings/later.js';
import type { Choice } from '../choice.js';
import type { CurtsyCallback } from './callback.js';
import { listIn } from './offers.js';

const named: Record<string, Choice[]> = {};

/** Where a number may be from: the shop's list, else the world. */
export function regionsOf({ countries: given }: CurtsyCallback): string[] {
  const allowed = regionsIn('countries', given);
  return allowed[0] ? allowed : countries.map(({ region }) => region);
}

/** Country of a number that is typed without calling code: what was chosen, else where a number that is known leads to, else what the shop says, else what the language tells. */
export function homeOf(element: CurtsyCallback): string {
  const regions = regionsOf(element);
  const likely = [
    element.region,
    parsePhone(element.customer?.phone ?? '', '').country,
    ...regionsIn('country', element.country),
    ...likelyRegions(languageOf(element), navigator.languages),
  ];
  return likely.find((region) => regions.includes(region!)) ?? regions[0]!;
}

/** The countries to choose from. Naming those of the world takes long: until that is done, at idle, it is the one in force by its code. */
export function countriesOf(element: CurtsyCallback): Choice[] {
  const language = textLanguage(languageOf(element));
  const regions = regionsOf(element);
  if (named[language]) return named[language].filter(({ value }) => regions.includes(value));
  atIdle(() => {
    countryChoices(language);
    // Their list takes long as well: a task of its own.
    atIdle(() => element.requestUpdate());
  });
  const home = homeOf(element);
  return [{ value: home, label: `\u200e+${findCountry(home)!.callingCode}` }];
}

/** The regions in `given`, the value of the attribute `name`. */
export function regionsIn(name: string, given = ''): string[] {
  const isRegion = (entry: string) => findCountry(entry.toUpperCase());
  return listIn(name, given, ['ISO 3166-1 alpha-2 codes'], isRegion).map((entry) => entry.toUpperCase());
}

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
