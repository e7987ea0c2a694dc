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
}

function unpack(table: string): Country[] {
  let code = 0;
  return Array.from(table.matchAll(/(\d*)(..)(\d*)([A-Z]+)/g), ([, step, region = '', trunk = '', lengths = '']) => ({
    region: region.toUpperCase(),
    callingCode: String((code += Number(step || 1))),
    trunk,
    lengths: Array.from(lengths, (letter) => parseInt(letter, 36) - 9),
  }));
}

/** Every country that can be called, in the order of calling codes; of those that share a code the main one is first. */
export const countries: readonly Country[] = unpack(phoneTable);

/** @param region in upper or lower case */
export const findCountry = (region: string): Country | undefined =>
  countries.find((country) => country.region === region.toUpperCase());

/** The country that a number with calling code, but without plus, leads to: `home` wherever it has that code. */
export function findCalledCountry(digits: string, home?: Country): Country | undefined {
  const isCalled = (country: Country): boolean => digits.startsWith(country.callingCode);
  return home && isCalled(home) ? home : countries.find(isCalled);
}
