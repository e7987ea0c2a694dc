/**
 * Phone numbers as people write them, read forgivingly. What comes out is a guess and a doubt: a form asks about a
 * number that is in doubt and never refuses one, since its plan may be newer than our table.
 */
import { findCalledCountry, findCountry, type Country } from './countries.js';
import { dropTrunk, fits } from './national.js';

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

/** Whether a number has its calling code, though it was typed without the plus. */
function lacksPlus(digits: string, home: Country): boolean {
  const rest = dropTrunk(digits.slice(home.callingCode.length), home);
  if (!digits.startsWith(home.callingCode) || !fits(rest, home)) return false;
  // Where lengths vary, both readings may fit. Who leaves out a trunk prefix means the calling code. Where there is none
  // to leave out, few digits behind it mean an area code that looks like it: Italy's mobile numbers that begin with 39,
  // though never with 390. No area code looks like a calling code of three digits.
  return !fits(digits, home) || home.trunk !== '' || /^0|.{9}/.test(rest) || home.callingCode.length > 2;
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
 * one as long as it has that code; else the number's own country is taken: of those that share a code the main one, save
 * Canada, Kazakhstan and the Dominican Republic, which are told apart.
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
