// Numbers as people write them: against expectations written out, against libphonenumber's own answer, and by property.

import fc from 'fast-check';
import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max';
import { describe, expect, it } from 'vitest';
import { countries } from '../../../src/callback/countries.js';
import { maskPhone, parsePhone } from '../../../src/callback/phone.js';

type Row = readonly [country: string, typed: string, e164: string];

/** Whole numbers, each in a way that it is written in its country. */
const WHOLE: readonly Row[] = [
  ['DE', '030 23125 123', '+493023125123'],
  ['DE', '0151/234 567 89', '+4915123456789'],
  ['DE', '+49 (0) 151 23456789', '+4915123456789'],
  ['DE', '+49 (0)30-23125-123', '+493023125123'],
  ['DE', '0049 30 23125123', '+493023125123'],
  ['DE', '+49030 23125123', '+493023125123'],
  ['AT', '0660 1234567', '+436601234567'],
  ['AT', '01 5341234', '+4315341234'],
  ['CH', '044 668 18 00', '+41446681800'],
  ['CH', '+41 (0)78 123 45 67', '+41781234567'],
  ['GB', '020 7946 0018', '+442079460018'],
  ['GB', '(020) 7946 0018', '+442079460018'],
  ['GB', '07700 900123', '+447700900123'],
  ['GB', '+44 (0)7700 900 123', '+447700900123'],
  ['GG', '07781 123456', '+447781123456'],
  ['IE', '020 915 1234', '+353209151234'],
  ['IE', '085 012 3456', '+353850123456'],
  ['FR', '06 39 98 12 34', '+33639981234'],
  ['FR', '01.99.00.12.34', '+33199001234'],
  ['FR', '+33 (0)6 39 98 12 34', '+33639981234'],
  ['BE', '0470 12 34 56', '+32470123456'],
  ['BE', '02/212 34 56', '+3222123456'],
  ['NL', '06-12345678', '+31612345678'],
  ['NL', '020 123 4567', '+31201234567'],
  ['IT', '06 698 12345', '+390669812345'],
  ['IT', '+39 06 69812345', '+390669812345'],
  ['IT', '+39 (0)6 69812345', '+390669812345'],
  ['IT', '347 123 4567', '+393471234567'],
  ['IT', '391 234 5678', '+393912345678'],
  ['SM', '0549 886377', '+3780549886377'],
  ['VA', '06 698 12345', '+390669812345'],
  ['ES', '612 34 56 78', '+34612345678'],
  ['ES', '+34 912 34 56 78', '+34912345678'],
  ['PT', '912 345 678', '+351912345678'],
  ['DK', '32 12 34 56', '+4532123456'],
  ['DK', '0045 32123456', '+4532123456'],
  ['NO', '406 12 345', '+4740612345'],
  ['SE', '070-174 06 05', '+46701740605'],
  ['SE', '+46 (0)70 174 06 05', '+46701740605'],
  ['FI', '041 2345678', '+358412345678'],
  ['PL', '512 345 678', '+48512345678'],
  ['CZ', '601 123 456', '+420601123456'],
  ['HU', '06 20 123 4567', '+36201234567'],
  ['HU', '06 1 234 5678', '+3612345678'],
  ['HU', '+36 (06) 20 123 4567', '+36201234567'],
  ['RU', '8 (912) 345-67-89', '+79123456789'],
  ['RU', '812 123 45 67', '+78121234567'],
  ['RU', '8 812 123 45 67', '+78121234567'],
  ['RU', '+7 812 123 45 67', '+78121234567'],
  ['KZ', '8 710 009 9998', '+77100099998'],
  ['KZ', '710 009 9998', '+77100099998'],
  ['KZ', '+7 710 009 9998', '+77100099998'],
  ['RU', '7 912 345 67 89', '+79123456789'],
  ['BY', '8 029 491 19 11', '+375294911911'],
  ['UA', '050 123 4567', '+380501234567'],
  ['TR', '0501 234 56 78', '+905012345678'],
  ['GR', '691 234 5678', '+306912345678'],
  ['RO', '0712 034 567', '+40712034567'],
  ['US', '(415) 555-0132', '+14155550132'],
  ['US', '1-415-555-0132', '+14155550132'],
  ['US', '415.555.0132', '+14155550132'],
  ['CA', '506-234-5678', '+15062345678'],
  ['LT', '8 612 34567', '+37061234567'],
  ['LT', '(8-5) 212 3456', '+37052123456'],
  ['LT', '0 612 34567', '+37061234567'],
  ['LT', '+370 8 612 34567', '+37061234567'],
  ['LT', '612 34567', '+37061234567'],
  ['LU', '352 621 123 456', '+352621123456'],
  ['MX', '222 123 4567', '+522221234567'],
  ['MX', '+52 222 123 4567', '+522221234567'],
  ['BR', '(11) 96123-4567', '+5511961234567'],
  ['BR', '011 96123-4567', '+5511961234567'],
  ['BR', '0 15 11 96123-4567', '+5511961234567'],
  ['BR', '(021 11) 2123-4567', '+551121234567'],
  ['BR', '+55 0 41 11 96123-4567', '+5511961234567'],
  ['BR', '041 96123-4567', '+5541961234567'],
  ['AR', '+54 9 11 2345-6789', '+5491123456789'],
  ['AR', '9 11 2345-6789', '+5491123456789'],
  ['AR', '011 15-2345-6789', '+5491123456789'],
  ['AR', '11 15-2345-6789', '+5491123456789'],
  ['AR', '+54 11 15-2345-6789', '+5491123456789'],
  ['AR', '54 341 15 512-3456', '+5493415123456'],
  ['AR', '0341 15 512-3456', '+5493415123456'],
  ['AR', '02966 15 41-2345', '+5492966412345'],
  ['AR', '+54 (0)9 3715 42 2071', '+5493715422071'],
  ['AR', '(011) 2345-6789', '+541123456789'],
  ['AU', '0491 570 156', '+61491570156'],
  ['AU', '(02) 5550 1234', '+61255501234'],
  ['NZ', '021 123 4567', '+64211234567'],
  ['JP', '090-1234-5678', '+819012345678'],
  ['JP', '０９０－１２３４－５６７８', '+819012345678'],
  ['JP', '＋８１　９０　１２３４　５６７８', '+819012345678'],
  ['KR', '010-2000-0000', '+821020000000'],
  ['CN', '131 2345 6789', '+8613123456789'],
  ['CN', '010 12345678', '+861012345678'],
  ['IN', '081234 56789', '+918123456789'],
  ['IN', '91 81234 56789', '+918123456789'],
  ['SG', '8123 4567', '+6581234567'],
  ['EG', '٠١٠٠ ١٢٣ ٤٥٦٧', '+201001234567'],
  ['SA', '٠٥١ ٢٣٤ ٥٦٧٨', '+966512345678'],
  ['SA', '+٩٦٦ ٥١ ٢٣٤ ٥٦٧٨', '+966512345678'],
  ['IR', '۰۹۱۲ ۳۴۵ ۶۷۸۹', '+989123456789'],
  ['AE', '050 123 4567', '+971501234567'],
  ['IL', '050-234-5678', '+972502345678'],
  ['ZA', '071 123 4567', '+27711234567'],
  ['NG', '0802 123 4567', '+2348021234567'],
  ['CI', '01 23 45 67 89', '+2250123456789'],
  ['CI', '+225 01 23 45 67 89', '+2250123456789'],
  ['GA', '06 03 12 34', '+24106031234'],
];

/** Numbers with too few or too many digits: the trunk prefix goes all the same, and a doubt stays. */
const DOUBTED: readonly Row[] = [
  ['FR', '06 39 98 12 3', '+3363998123'],
  ['PL', '512 345 67', '+4851234567'],
  ['IR', '0912 345 678', '+98912345678'],
  ['NL', '06 123 456 789 01', '+31612345678901'],
  ['US', '1 415 555 013', '+1415555013'],
  ['DK', '32 12 34 5', '+453212345'],
  // Since 2019 nothing is dialled between +52 and the area code.
  ['MX', '+52 1 222 123 4567', '+5212221234567'],
  ['MX', '01 222 123 4567', '+52012221234567'],
];

/** Slips and habits that libphonenumber takes otherwise or not at all. */
const FORGIVEN: readonly Row[] = [
  ['US', '+1 (0) 415 555 0132', '+14155550132'],
  ['DK', '+45 (0) 32 12 34 56', '+4532123456'],
  ['GB', '+0044 20 7946 0018', '+442079460018'],
  ['ES', '34 612 34 56 78', '+34612345678'],
  ['GB', '44 (0)7700 900123', '+447700900123'],
  ['IN', '०८१२३४५६७८९', '+918123456789'],
  ['TH', '๐๘๑ ๒๓๔ ๕๖๗๘', '+66812345678'],
  ['GB', '020 7946 0018, 12', '+442079460018'],
  ['DE', '030 23125 123; 0151 23456789', '+493023125123'],
  ['GB', 'office: 020 7946 0018 or later', '+442079460018'],
  ['GB', 'tel:+44-20-7946-0018;ext=12', '+442079460018'],
  ['GB', '\u200e+44\u00a020\u20117946\u20110018', '+442079460018'],
  ['gb', '020 7946 0018', '+442079460018'],
];

/** Typed without the plus where numbers vary so much in length that it might be a national number as well. */
const AMBIGUOUS: readonly Row[] = [
  ['DE', '49 151 23456789', '+4915123456789'],
  ['DE', '49 30 123456', '+4930123456'],
  ['AT', '43 660 1234567', '+436601234567'],
  ['IT', '39 347 123 4567', '+393471234567'],
  ['IT', '39 06 3686', '+39063686'],
  ['LU', '352 22 03 75', '+352220375'],
];

/** Where a number with calling code leads. */
const ABROAD: readonly (readonly [home: string, typed: string, country: string])[] = [
  ['DE', '+33 6 39 98 12 34', 'FR'],
  ['DE', '00 33 6 39 98 12 34', 'FR'],
  ['DE', '+1 506 234 5678', 'CA'],
  ['US', '+1 506 234 5678', 'US'],
  ['DE', '+1 809 234 5678', 'DO'],
  ['DE', '+1 876 523 4567', 'US'],
  ['CA', '+1 415 555 0132', 'CA'],
  ['DE', '+7 710 009 9998', 'KZ'],
  ['RU', '+7 710 009 9998', 'RU'],
  ['DE', '+7 912 345 67 89', 'RU'],
  ['KZ', '+7 912 345 67 89', 'KZ'],
  ['DE', '+44 7781 123456', 'GB'],
  ['JE', '+44 7700 900123', 'JE'],
  ['DE', '+39 06 69812345', 'IT'],
  ['VA', '+39 06 69812345', 'VA'],
  ['DE', '+378 0549 886377', 'SM'],
  ['DE', '＋８１　９０　１２３４　５６７８', 'JP'],
  ['', '+49 30 23125123', 'DE'],
  ['ZZ', '+49 30 23125123', 'DE'],
];

const theirAnswer = (typed: string, country: string) => parsePhoneNumberFromString(typed, country as CountryCode);

describe('parsePhone', () => {
  it.each(WHOLE)('reads a number of %s: %s', (country, typed, e164) => {
    expect(parsePhone(typed, country)).toEqual({ e164, valid: true, country, raw: typed });
    expect(theirAnswer(typed, country)?.number).toBe(e164);
    expect(theirAnswer(typed, country)?.isPossible()).toBe(true);
  });

  it.each(DOUBTED)('doubts a number of %s: %s', (country, typed, e164) => {
    expect(parsePhone(typed, country)).toEqual({ e164, valid: false, country, raw: typed });
    expect(theirAnswer(typed, country)?.isValid()).not.toBe(true);
  });

  it.each(FORGIVEN)('forgives a number of %s: %s', (country, typed, e164) => {
    expect(parsePhone(typed, country)).toEqual({ e164, valid: true, country: country.toUpperCase(), raw: typed });
  });

  it.each(AMBIGUOUS)('takes a calling code without plus for one in %s, with a doubt: %s', (country, typed, e164) => {
    expect(parsePhone(typed, country)).toEqual({ e164, valid: false, country, raw: typed });
  });

  it.each(ABROAD)('goes from %s with %s to %s', (home, typed, country) => {
    expect(parsePhone(typed, home)).toMatchObject({ valid: true, country });
  });

  it('keeps a number of a plan that it does not know, with a doubt', () => {
    expect(parsePhone('+999 1234567', 'DE')).toMatchObject({ e164: '+9991234567', valid: false, country: 'DE' });
  });

  it.each([
    '',
    ' ',
    '+',
    '00',
    '0',
    'none',
    '1-800-FLOWERS',
    '12',
    '+49',
    '+49 1234',
    '+49 1512 3456 7890 12',
    '0151 2345678 2345678 2345678',
  ])('makes no E.164 of %j', (typed) => {
    expect(parsePhone(typed, 'US')).not.toHaveProperty('e164');
    expect(parsePhone(typed, 'US')).toMatchObject({ valid: false, raw: typed });
  });

  it('makes no E.164 of a national number whose country is unknown', () => {
    expect(parsePhone('151 23456789', '')).toEqual({ valid: false, country: '', raw: '151 23456789' });
  });
});

/** Any UTF-16, halves of surrogate pairs among it, and what looks more like a number. */
const anyText = fc.oneof(
  fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units)),
  fc.string({ unit: fc.constantFrom(...'+00123456789٣۷９ ()-./;#x') }),
);
const anyCountry = fc.oneof(fc.constantFrom(...countries.map(({ region }) => region)), fc.string());
const wholeNumber = fc.constantFrom(...WHOLE);

/** How a digit is written elsewhere, by the zero of its script. */
const ZEROS = [0x30, 0x660, 0x6f0, 0x966, 0xe50, 0xff10, 0x1d7ce];

describe('parsePhone, whatever is typed', () => {
  it('never throws, keeps what was typed, and gives E.164 or nothing', () => {
    fc.assert(
      fc.property(anyText, anyCountry, (typed, country) => {
        const { e164, valid, raw } = parsePhone(typed, country);
        expect(raw).toBe(typed);
        expect(e164 ?? '+1234567').toMatch(/^\+[1-9]\d{6,14}$/);
        expect(valid && e164 === undefined).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it('takes any punctuation between the digits', () => {
    const gap = fc.string({ unit: fc.constantFrom(' ', '-', '.', '/', '(', ')', '\u00a0', '\u2011', '\u200e') });
    fc.assert(
      fc.property(wholeNumber, fc.array(gap, { minLength: 15, maxLength: 15 }), ([country, , e164], gaps) => {
        const typed = Array.from(e164, (digit, at) => digit + (gaps[at] ?? '')).join('');
        expect(parsePhone(typed, country)).toMatchObject({ e164, valid: true, country });
      }),
    );
  });

  it('takes the digits of any script', () => {
    fc.assert(
      fc.property(wholeNumber, fc.constantFrom(...ZEROS), ([country, , e164], zero) => {
        const typed = e164.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
        expect(parsePhone(typed, country)).toMatchObject({ e164, valid: true, country });
      }),
    );
  });
});

describe('maskPhone', () => {
  it.each([
    ['+4915123456789', '+49 ••• 6789'],
    ['+14155550132', '+1 ••• 0132'],
    ['+3545551234', '+354 ••• 1234'],
    ['+50055341', '+500 ••• 41'],
    ['+2908123', '+290 ••• 3'],
    ['+9991234567', '+ ••• 4567'],
  ])('masks %s', (e164, masked) => {
    expect(maskPhone(e164)).toBe(masked);
  });

  it('shows the calling code and at most four more digits, and hides at least three', () => {
    const anyE164 = fc.oneof(
      fc.stringMatching(/^\+[1-9]\d{6,14}$/),
      fc
        .tuple(fc.constantFrom(...countries), fc.stringMatching(/^\d{4,12}$/))
        .map(([{ callingCode }, national]) => `+${callingCode}${national}`),
    );
    fc.assert(
      fc.property(anyE164, (e164) => {
        const [, code = '', last = ''] = /^\+(\d{0,3}) ••• (\d{1,4})$/.exec(maskPhone(e164)) ?? [];
        expect(e164.startsWith(`+${code}`) && e164.endsWith(last)).toBe(true);
        expect(['', ...countries.map(({ callingCode }) => callingCode)]).toContain(code);
        expect(last).not.toBe('');
        expect(e164.length - 1 - code.length - last.length).toBeGreaterThanOrEqual(3);
      }),
    );
  });
});
