// The packed numbering plans say what libphonenumber's own metadata says, and stay small.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { getCountries, getCountryCallingCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import metadata from 'libphonenumber-js/max/metadata';
import { describe, expect, it } from 'vitest';
import { phoneTableSource } from '../../../.tools/phone-table.mjs';
import { countries, findCalledCountry, findCountry } from '../../../src/callback/countries.js';
import { phoneTable } from '../../../src/callback/phone-table.js';

describe('countries', () => {
  it('has every region that libphonenumber knows, once', () => {
    expect(countries.map(({ region }) => region).sort()).toEqual(getCountries().sort());
  });

  it('has the calling code of each', () => {
    for (const { region } of countries) {
      const expected = getCountryCallingCode(region as Parameters<typeof getCountryCallingCode>[0]);
      expect([region, findCountry(region)?.callingCode]).toEqual([region, expected]);
    }
  });

  it('has the main region of a shared code first', () => {
    for (const [code, [main]] of Object.entries(metadata.country_calling_codes)) {
      expect([code, findCalledCountry(code)?.region]).toEqual([code, main]);
    }
  });

  it.each([
    ['DE', '49', '0', [5, 6, 7, 8, 9, 10, 11, 12, 13]],
    ['IT', '39', '', [6, 7, 8, 9, 10, 11, 12]],
    ['SM', '378', '', [8, 10]],
    ['VA', '39', '', [6, 7, 8, 9, 10, 11]],
    ['ES', '34', '', [9]],
    ['DK', '45', '', [8]],
    ['HU', '36', '06', [8, 9]],
    ['RU', '7', '8', [10]],
    ['US', '1', '1', [10]],
    ['PL', '48', '', [7, 9]],
    ['TA', '290', '', [4]],
  ])('unpacks %s', (region, callingCode, trunk, lengths) => {
    expect(findCountry(region)).toEqual({ region, callingCode, trunk, lengths });
  });

  it('allows no number longer than E.164 does', () => {
    for (const { region, callingCode, lengths } of countries) {
      expect(callingCode.length + Math.max(...lengths), region).toBeLessThanOrEqual(15);
    }
  });

  it('finds a region in lower case and nothing for an unknown one', () => {
    expect(findCountry('de')?.region).toBe('DE');
    expect(findCountry('ZZ')).toBeUndefined();
    expect(findCountry('')).toBeUndefined();
  });
});

describe('findCalledCountry', () => {
  it.each([
    ['14165550100', 'CA', 'CA'],
    ['14165550100', 'FR', 'CA'],
    ['14165550100', 'US', 'US'],
    ['14155550132', 'FR', 'US'],
    ['18095550100', 'FR', 'DO'],
    ['18765550100', 'FR', 'US'],
    ['77012345678', 'FR', 'KZ'],
    ['79012345678', 'FR', 'RU'],
    ['77012345678', 'KZ', 'KZ'],
    ['447700900123', 'GG', 'GG'],
    ['37912345678', 'DE', undefined],
  ])('takes %s from %s to %s', (digits, home, region) => {
    expect(findCalledCountry(digits, findCountry(home))?.region).toBe(region);
  });
});

describe('countries that share +1', () => {
  /** A person's number in each area code, with the country that it leads to. */
  const called = Array.from({ length: 800 }, (_, index) => `1${index + 200}2345678`).flatMap((digits) => {
    const number = parsePhoneNumberFromString(`+${digits}`);
    return number?.getType() === 'FIXED_LINE_OR_MOBILE' ? [{ digits, country: number.country }] : [];
  });

  it.each(['CA', 'DO'])('are told from %s by area code', (region) => {
    const theirs = called.filter(({ country }) => country === region).map(({ digits }) => digits);
    const ours = called
      .filter(({ digits }) => findCalledCountry(digits)?.region === region)
      .map(({ digits }) => digits);
    expect(theirs.length).toBeGreaterThan(0);
    expect(ours).toEqual(theirs);
  });
});

describe('the packed table', () => {
  it('is what the generator makes of the installed metadata', () => {
    const file = join(import.meta.dirname, '../../../src/callback/phone-table.ts');
    expect(readFileSync(file, 'utf8')).toBe(phoneTableSource());
  });

  it('takes at most 900 bytes of a download', () => {
    expect(brotliCompressSync(phoneTable).length).toBeLessThanOrEqual(900);
  });
});
