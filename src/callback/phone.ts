/**
 * Phone numbers as people write them, read forgivingly. What comes out is a guess and a doubt: a form asks about a
 * number that is in doubt and never refuses one, since its plan may be newer than our table.
 */
import { findCalledCountry, findCountry, type Country } from './countries.js';

export interface ParsedPhone {
  /** Missing where nothing of E.164's form can be made of what was typed. */
  readonly e164?: string;
  /** False is a doubt: ask whether it is right, don't block. */
  readonly valid: boolean;
  /** The country that the number leads to. */
  readonly country: string;
  /** What was typed, unchanged. */
  readonly raw: string;
}

/** The digits of a script stand in a row in Unicode, zero first: a digit's value is how many stand before it. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++;
  return String(value);
}

/** What is to be dialled, digits and a leading plus: up to a mark behind which an extension or another number stands. */
function readDialled(typed: string): string {
  // NFKC makes full-width signs, the plus among them, ordinary ones.
  const text = typed.normalize('NFKC').replace(/\p{Nd}/gu, asciiDigit);
  const [dialled = ''] = /[+\d][^\p{L}#,;]*/u.exec(text) ?? [];
  return dialled.replace(/(?!^\+)\D/g, '');
}

const fits = (national: string, { lengths }: Country): boolean => lengths.includes(national.length);

/** A national number without what is dialled before it inside the country. Italy has no such thing: its 0 is part of it. */
function dropTrunk(digits: string, country: Country): string {
  const { trunk } = country;
  // An 8 may begin an area code as well (812 is St Petersburg), so it goes by length, below.
  if (trunk && trunk !== '8' && digits.startsWith(trunk)) return digits.slice(trunk.length);
  if (fits(digits, country)) return digits;
  // Also a 0 that the country doesn't have, but its caller is used to: +1 (0) 415 …
  const extra = [trunk, `${trunk}0`, '0'].find(
    (prefix) => digits.startsWith(prefix) && fits(digits.slice(prefix.length), country),
  );
  return digits.slice(extra?.length ?? 0);
}

/** Whether a number has its calling code, though it was typed without the plus. */
function lacksPlus(digits: string, home: Country): boolean {
  const rest = dropTrunk(digits.slice(home.callingCode.length), home);
  if (!digits.startsWith(home.callingCode) || !fits(rest, home)) return false;
  // Where lengths vary, both readings may fit. Who leaves out a trunk prefix means the calling code. Where there is none
  // to leave out, few digits behind it mean an area code that looks like it: Italy's mobile numbers that begin with 39.
  return !fits(digits, home) || home.trunk !== '' || rest.length > 8;
}

/** The digits from the calling code on, nothing where a number was typed without one. */
function fromCallingCode(dialled: string, home: Country | undefined): string | undefined {
  const digits = dialled.replace(/^(?:\+|00)0*/, '');
  return digits !== dialled || (home && lacksPlus(dialled, home)) ? digits : undefined;
}

const asE164 = (digits: string): Pick<ParsedPhone, 'e164'> =>
  /^[1-9]\d{6,14}$/.test(digits) ? { e164: `+${digits}` } : {};

/**
 * Reads a number as typed in any spacing, punctuation and digits, with + or 00 before a calling code or without one.
 *
 * @param country ISO 3166-1 alpha-2: the country of a number without calling code. It stays the country of a number with
 * one as long as it has that code; else the number's own country is taken, of those that share a code the main one.
 */
export function parsePhone(typed: string, country: string): ParsedPhone {
  const dialled = readDialled(typed);
  const home = findCountry(country);
  const coded = fromCallingCode(dialled, home);
  const called = coded === undefined ? home : findCalledCountry(coded, home);
  if (!called) return { ...asE164(coded ?? ''), valid: false, country, raw: typed };

  const national = dropTrunk(coded?.slice(called.callingCode.length) ?? dialled, called);
  const number = asE164(called.callingCode + national);
  const readsBothWays = coded === dialled && fits(dialled, called);
  const valid = 'e164' in number && fits(national, called) && !readsBothWays;
  return { ...number, valid, country: called.region, raw: typed };
}

/** `+49 ••• 6789`: enough to know one's own number by, not enough to call it. At least three digits stay hidden. */
export function maskPhone(e164: string): string {
  const { callingCode = '' } = findCalledCountry(e164.slice(1)) ?? {};
  const shownFrom = Math.max(callingCode.length + 4, e164.length - 4);
  return `+${callingCode} ••• ${e164.slice(shownFrom)}`;
}
