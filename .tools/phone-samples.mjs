// Valid numbers from the countries that shoppers live in, each typed in the ways that people type. Numbers and spellings
// come from libphonenumber-js alone and never from src/: what is checked has no part in its own check. The same each time.

import fc from 'fast-check';
import { Metadata } from 'libphonenumber-js/core';
import parsePhoneNumber from 'libphonenumber-js/max';
import metadata from 'libphonenumber-js/max/metadata';

const REGIONS = (
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK IS LI NO GB CH AL BA BY GE KZ MD ME ' +
  'MK RS RU TR UA US CA DO JM MX AR BO BR CL CO CR EC GT PA PE PY UY VE AU NZ JP KR CN TW HK MO SG MY TH VN ID PH KH IN ' +
  'PK BD LK NP AE SA QA KW BH OM JO LB IL EG MA TN DZ ZA NG KE GH CI SN ET TZ UG'
).split(' ');
/** Where a number is typed with its calling code by somebody who is elsewhere. 00 leads abroad from each, and nothing else. */
const ELSEWHERE = ['DE', 'FR', 'GB', 'IN', 'PL'];

const NUMBERS_A_REGION = 24;
const SEED = 4;

/** The zero of each script, from which its digits go up. */
const SCRIPTS = { 'full-width': 0xff10, 'Arabic-Indic': 0x660, Persian: 0x6f0, Devanagari: 0x966 };

/** Valid numbers, drawn from the patterns that libphonenumber has for the lines on which people are called back. */
function numbersOf(region) {
  const plans = new Metadata(metadata);
  plans.selectNumberingPlan(region);
  const callingCode = plans.numberingPlan.callingCode();
  const patterns = ['FIXED_LINE', 'MOBILE'].map((kind) => plans.type(kind)?.pattern()).filter(Boolean);
  return patterns.flatMap((pattern, kind) => {
    const drawn = fc.sample(fc.stringMatching(new RegExp(`^(?:${pattern})$`)), { seed: SEED + kind, numRuns: 100 });
    return [...new Set(drawn)]
      .map((national) => parsePhoneNumber(`+${callingCode}${national}`))
      .filter((number) => number?.isValid() && number.country === region)
      .slice(0, NUMBERS_A_REGION / patterns.length);
  });
}

/** One number in every way that it is typed at home, by the name of the way. */
function waysAtHome(number) {
  const plan = new Metadata(metadata);
  plan.selectNumberingPlan(number.country);
  const trunk = plan.numberingPlan.nationalPrefix() || '';
  const exit = plan.numberingPlan.IDDPrefix();

  const national = number.formatNational();
  const international = number.formatInternational();
  const [code, ...groups] = international.split(' ');
  const joined = (mark) => national.match(/\d+/g).join(mark);
  return {
    national,
    'in one': joined(''),
    dots: joined('.'),
    hyphens: joined('-'),
    slash: joined(' ').replace(' ', '/'),
    brackets: joined(' ').replace(/^(\d+) /, '($1) '),
    ...(trunk && { 'no trunk prefix': groups.join(' ') }),
    international,
    'international in one': number.number,
    ...(exit === '00' && { '00': international.replace('+', '00 ') }),
    ...(trunk.startsWith('0') && { '(0)': `${code} (${trunk})${groups.join(' ')}` }),
    'no plus': international.slice(1),
  };
}

/** The same in other digits. libphonenumber-js doesn't read all of them, so it is given `plain`. */
function inScripts({ national, international }) {
  return Object.entries(SCRIPTS).flatMap(([script, zero]) =>
    [national, international].map((plain) => ({
      way: `${script} digits`,
      typed: plain.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit))),
      plain,
    })),
  );
}

/**
 * What is typed, a row each: `typed` into a form whose country is `home`, `plain` the same without what is strange to
 * libphonenumber-js, `region` and `e164` the number that was meant.
 */
export function phoneSamples() {
  return REGIONS.flatMap(numbersOf).flatMap((number, index) => {
    const { country: region, number: e164 } = number;
    const ways = waysAtHome(number);
    const elsewhere = ELSEWHERE.filter((home) => home !== region)[index % (ELSEWHERE.length - 1)];
    const pasted = `\u202a${ways.international.replaceAll(' ', '\u00a0')}\u202c`;
    return [
      ...Object.entries(ways).map(([way, typed]) => ({ way, typed })),
      ...inScripts(ways),
      { way: 'pasted', typed: pasted, plain: ways.international },
      { way: 'from abroad', typed: ways.international, home: elsewhere },
      { way: '00 from abroad', typed: ways.international.replace('+', '00'), home: elsewhere },
    ].map((row) => ({ home: region, plain: row.typed, ...row, region, e164 }));
  });
}
