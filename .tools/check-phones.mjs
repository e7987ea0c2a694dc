// `npm run check:phones`: whether Curtsy reads numbers as libphonenumber-js does, E.164 and country, over thousands of them
// typed in many ways. A row a country, a row a way, then every disagreement. Too many of them fail.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import parsePhoneNumber from 'libphonenumber-js/max';
import ts from 'typescript';
import { inPassing } from './make.mjs';
import { phoneSamples } from './phone-samples.mjs';

const WANTED = 0.995;
const FEWEST_NUMBERS = 2000;
const FEWEST_COUNTRIES = 60;

/** The reader as it is in src/ now, whatever the last build holds. */
const parsePhone = await inPassing(async (folder) => {
  for (const name of ['phone', 'national', 'countries', 'phone-table']) {
    const source = readFileSync(`src/callback/${name}.ts`, 'utf8');
    const compilerOptions = { target: 'ES2022', module: 'ESNext' };
    writeFileSync(join(folder, `${name}.js`), ts.transpileModule(source, { compilerOptions }).outputText);
  }
  return (await import(pathToFileURL(join(folder, 'phone.js')).href)).parsePhone;
});

const answer = (e164, country) => (e164 ? `${e164} ${country}` : 'nothing');

const rows = phoneSamples().map((sample) => {
  const { e164, country, valid } = parsePhone(sample.typed, sample.home);
  const theirs = parsePhoneNumber(sample.plain, sample.home);
  return {
    ...sample,
    valid,
    ours: answer(e164, country),
    theirs: answer(theirs?.number, theirs?.country),
    sameNumber: e164 === theirs?.number,
  };
});
const agrees = ({ ours, theirs }) => ours === theirs;

function group(rows, key) {
  const groups = new Map();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return groups;
}

const distinct = (rows) => new Set(rows.map(({ e164 }) => e164)).size;
const percent = (part, rows) => `${((100 * part) / rows.length).toFixed(2)} %`;

/** `doubted` is what a shopper would be asked about, though each number is a valid one. */
function report(title, groups) {
  const print = (name, ...cells) => console.log(name.padEnd(24) + cells.map((cell) => `${cell}`.padStart(10)).join(''));
  print(title, 'numbers', 'typed', 'agreed', '%', 'doubted');
  for (const [name, rows] of groups) {
    const agreed = rows.filter(agrees).length;
    const doubted = rows.filter(({ valid }) => !valid).length;
    print(name, distinct(rows), rows.length, agreed, percent(agreed, rows), doubted);
  }
  console.log();
}

const countries = group(rows, ({ region }) => region);
report('country', countries);
report(
  'way of typing',
  group(rows, ({ way }) => way),
);

const differing = rows.filter((row) => !agrees(row));
console.log(`${differing.length} disagreements, those about one number in one line:`);
for (const same of group(differing, ({ e164, ours, theirs }) => [e164, ours, theirs].join()).values()) {
  const [{ region, e164, home, typed, ours, theirs }] = same;
  const ways = [...new Set(same.map(({ way }) => way))].join(', ');
  console.log(`${region} ${e164}, as ${typed} in ${home}: Curtsy ${ours}, libphonenumber ${theirs} (${ways})`);
}

const numbers = distinct(rows);
const agreed = rows.length - differing.length;
const onNumber = rows.filter(({ sameNumber }) => sameNumber).length;
console.log(`
${numbers} numbers of ${countries.size} countries, typed ${rows.length} times. Agreement on E.164: ${percent(onNumber, rows)}; \
on E.164 and country: ${percent(agreed, rows)}, wanted ${100 * WANTED} %.`);
const isEnough = numbers >= FEWEST_NUMBERS && countries.size >= FEWEST_COUNTRIES;
if (!isEnough || agreed < WANTED * rows.length) process.exitCode = 1;
