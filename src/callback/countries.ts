/** The numbering plans of the world, unpacked: which code calls a country, and how its people write their numbers. */
import { phoneTable } from './phone-table.js';

export interface Country {
  /** ISO 3166-1 alpha-2, or one of the few more that have a plan (XK, AC, TA). */
  readonly region: string;
  /** Without the plus. */
  readonly callingCode: string;
  /** What is dialled before a number inside the country, empty where nothing is. */
  readonly trunk: string;
  /** The digits that a person's number has, without calling code and trunk prefix. */
  readonly lengths: readonly number[];
  /** An expression for how its numbers begin, where that tells it from the main country of its calling code. */
  readonly lead: string | undefined;
}

function unpack(table: string): Country[] {
  const row = /(\d*)(..)(\d*)(?:\.([^A-Z]+))?([A-Z]+)/g;
  let code = 0;
  return Array.from(table.matchAll(row), ([, step, region = '', trunk = '', lead, lengths = '']) => ({
    region: region.toUpperCase(),
    callingCode: String((code += Number(step || 1))),
    trunk,
    lengths: Array.from(lengths, (letter) => parseInt(letter, 36) - 9),
    lead,
  }));
}

/** Every country that can be called, in the order of calling codes; of those that share a code the main one is first. */
export const countries: readonly Country[] = unpack(phoneTable);

/** @param region in upper or lower case */
export const findCountry = (region: string): Country | undefined =>
  countries.find((country) => country.region === region.toUpperCase());

/** The country that a number with calling code, but without plus, leads to: `home` wherever it has that code. */
export function findCalledCountry(digits: string, home?: Country): Country | undefined {
  const isCalled = ({ callingCode }: Country): boolean => digits.startsWith(callingCode);
  if (home && isCalled(home)) return home;
  const sharers = countries.filter(isCalled);
  return sharers.find(({ callingCode, lead }) => lead && RegExp(`^${callingCode}(${lead})`).test(digits)) ?? sharers[0];
}
