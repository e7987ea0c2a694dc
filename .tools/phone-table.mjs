// Writes src/callback/phone-table.ts: what Curtsy knows of the world's numbering plans, taken from the metadata of
// libphonenumber-js and packed to be small in a shopper's download. Run it again when that package is upgraded.

import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Metadata } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/max/metadata';

const TARGET = new URL('../src/callback/phone-table.ts', import.meta.url);
const E164_DIGITS = 15;
/** The kinds of line on which a person is called back. Freephone and service numbers have lengths of their own. */
const PERSONAL = ['FIXED_LINE', 'MOBILE', 'FIXED_LINE_OR_MOBILE'];

/** Regions that share their calling code with a larger one, and have so many people that it is worth telling them apart. */
const TOLD_APART = ['CA', 'DO', 'KZ'];

/** How the numbers of a region begin, as an expression. Canada's metadata name it nowhere: its area codes do. */
function leadOf(plans) {
  const named = plans.numberingPlan.leadingDigits();
  if (named) return named;
  const fixedLine = new RegExp(`^(?:${plans.type('FIXED_LINE').pattern()})$`);
  const areaCodes = Array.from({ length: 800 }, (_, index) => index + 200);
  return areaCodes.filter((code) => fixedLine.test(`${code}2345678`)).join('|');
}

/** How long the numbers of people are in a region's plan, without calling code and trunk prefix. */
function personalLengths(plans) {
  const longest = E164_DIGITS - plans.numberingPlan.callingCode().length;
  const lengths = PERSONAL.flatMap((type) => plans.type(type)?.possibleLengths() ?? []);
  return [...new Set(lengths)].filter((length) => length <= longest).sort((a, b) => a - b);
}

/** A region at a time, in the order of calling codes; of the regions that share one, the main region is first. */
function regions() {
  const plans = new Metadata(metadata);
  return Object.entries(metadata.country_calling_codes).flatMap(([callingCode, sharers]) =>
    sharers.map((region) => {
      plans.selectNumberingPlan(region);
      return {
        region,
        callingCode,
        trunk: plans.numberingPlan.nationalPrefix() || '',
        lengths: personalLengths(plans),
        lead: TOLD_APART.includes(region) ? `.${leadOf(plans)}` : '',
      };
    }),
  );
}

/** A length as a letter: the ninth of the alphabet for nine digits. */
const letter = (length) => (length + 9).toString(36).toUpperCase();

/** Letters in two cases, so that a row needs no separators. */
function pack(regions) {
  let last = 0;
  const rows = regions.map(({ region, callingCode, trunk, lengths, lead }) => {
    const step = callingCode - last;
    last = Number(callingCode);
    return `${step === 1 ? '' : step}${region.toLowerCase()}${trunk}${lead}${lengths.map(letter).join('')}`;
  });
  return rows.join('');
}

/** The whole of src/callback/phone-table.ts. */
export function phoneTableSource() {
  const { version } = createRequire(import.meta.url)('libphonenumber-js/package.json');
  return `/**
 * What Curtsy knows of the world's numbering plans. Written by \`.tools/phone-table.mjs\` from the metadata of
 * libphonenumber-js ${version}, which is that of Google's libphonenumber (Apache 2.0): don't edit it by hand.
 *
 * A row a region, in the order of calling codes: how far its code is from the row before (nothing for 1), the region,
 * its trunk prefix (nothing where there is none), behind a dot how its numbers begin (where that tells it from the main
 * region of its code), and how long people's numbers are (a letter a length, I for nine). Of the regions that share a
 * code the main one is first.
 */
export const phoneTable =
  '${pack(regions().filter(({ lengths }) => lengths.length > 0))}';
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(TARGET, phoneTableSource());
