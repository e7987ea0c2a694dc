/**
 * Judges the settings that storing and sending use: a bad one warns once and its default is used; nothing is thrown. The others are
 * judged in `judge.ts`, a little later.
 */
import { rawSettings, type Settings } from './settings.js';
import { warnOnce } from './warn.js';

/**
 * What a setting may be: its values or types with `|` between them, the highest whole number, or one of `readers`. These words
 * also stand in the warning.
 */
export type Rule = string | number;

const rules = {
  endpoint: 'url',
  source: 'string',
  format: 'json|text|form|cloudevents|cloudevents-batch',
  headers: 'object|function',
  credentials: 'omit|same-origin|include',
  serialize: 'function',
  acknowledge: 'function',
  customer: 'object',
  metadata: 'object',
  privacy: 'full|minimal',
  keepParams: 'list',
  maxAge: 'duration',
  batch: 100,
  maxPending: 1e6,
  maxBytes: 1e9,
  debug: 'true|false',
} satisfies Partial<Record<keyof Settings, Rule>>;

/** The settings that storing and sending use. */
export type Used = Omit<Pick<Settings, keyof typeof rules>, 'maxAge'> & { /** In milliseconds. */ maxAge: number };

/** Make a value of a text; give nothing, or throw, where that can't be done. */
const readers: Record<string, (given: string) => unknown> = {
  url(given) {
    const { href, protocol } = new URL(given, document.baseURI);
    return given && /^http/.test(protocol) ? href : undefined;
  },
  language: (given) => Intl.getCanonicalLocales(given)[0],
  list: (given) => (Array.isArray(given) ? given : given.split(/[\s,]+/)),
  'true|false': (given) => ({ __proto__: null, true: true, '': true, false: false })[given as 'true'],
  /** ISO 8601, of weeks to seconds; in milliseconds. */
  duration: (given) =>
    /^P(?=.)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/
      .exec(given)
      ?.slice(1)
      .reduce((sum, part, at) => sum + (+part || 0) * [6048e5, 864e5, 36e5, 6e4, 1e3][at]!, 0),
};

/** Words of a rule that are types and not values. */
const TYPES = /^(string|object|function)$/;

function read(rule: string | number, given: unknown): unknown {
  if (typeof rule === 'number')
    return Number.isInteger(+given!) && +given! > 0 && +given! <= rule ? +given! : undefined;
  if (readers[rule]) return readers[rule](given as string);
  // A circle, or a getter that throws, is found here and not when an answer is stored.
  if (rule === 'object') JSON.stringify(given);
  const type = given && !Array.isArray(given) ? typeof given : '';
  return rule.split('|').some((word) => (TYPES.test(word) ? word === type : word === given)) ? given : undefined;
}

/** `given` as the setting `name` with `rule` understands it; where it doesn't, a warning, and `instead`. */
export function checked(name: string, rule: Rule, given: unknown, instead?: unknown): unknown {
  let value: unknown;
  try {
    value = read(rule, given);
  } catch {
    // An impossible URL, a malformed tag: as good as not understood.
  }
  if (value === undefined) warnOnce('bad-setting', name, given, rule, instead);
  return value ?? instead;
}

/** Where the shop says nothing: more on a page with `kiosk`. */
export const usual = { maxPending: 200 };

/** The settings in force for `source` (none: the page's own), every one judged and with its default. */
export function settingsFor(source?: string): Used {
  const raw = rawSettings(source);
  const settings: Record<string, unknown> = {
    source: location.origin,
    format: 'json',
    credentials: 'omit',
    privacy: (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl ? 'minimal' : 'full',
    keepParams: [],
    maxAge: 6048e5,
    batch: 1,
    ...usual,
    maxBytes: 2e6,
  };
  for (const [name, rule] of Object.entries(rules)) {
    if (raw[name] !== undefined) settings[name] = checked(name, rule, raw[name], settings[name]);
  }
  return settings as unknown as Used;
}

export const usedNames: string[] = Object.keys(rules);
