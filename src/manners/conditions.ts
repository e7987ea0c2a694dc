/** What a shop sets beyond the usual, by a prompt's attributes or `quietPages`: a chunk of its own, for pages that have any. */
import { warnOnce } from '../settings/warn.js';
import { drawOf } from './draw.js';
import { durationOf } from './duration.js';
import { matches } from './globs.js';
import type { Asks, Rules } from './rules.js';

/** Names in a list, or in a text with commas or spaces between. */
const listed = (given: unknown): string[] =>
  String(given ?? '')
    .split(/[\s,]+/)
    .filter(Boolean);

const conditions: Rules = {
  pages: ({ pages }, { path }) => !pages[0] || matches(pages, path),
  'min-visits': ({ minVisits }, { visit }) => visit.number >= minVisits,
  'min-pages': ({ minPages }, { visit }) => visit.pages >= minPages,
  sample: ({ name, sample }, { visit }) => drawOf(visit, name) < sample,
  'quiet-pages': (_, { trigger, quietPages, path }) =>
    ['click', 'show'].includes(trigger) || !matches(listed(quietPages), path),
};

/** Makes them known among `rules`. The first seconds only take a little patience, and so come last. */
export function addTo(rules: Rules): void {
  const { 'first-seconds': last } = rules;
  delete rules['first-seconds'];
  Object.assign(rules, conditions, { 'first-seconds': last });
}

/** What `prompt` asks for; of what can't be meant the shop is told. */
export function asksOf(prompt: Element): Omit<Asks, 'name'> {
  const read = (name: string, usual: string, meant: (text: string) => number = Number): number => {
    const given = prompt.getAttribute(name);
    const value = given === '' ? NaN : meant(given ?? usual);
    if (!isNaN(value)) return value;
    warnOnce('bad-attribute', `curtsy-prompt ${name}`, given, [`values such as ${usual}`], usual);
    return meant(usual);
  };
  return {
    pages: listed(prompt.getAttribute('pages')),
    minVisits: read('min-visits', '1'),
    minPages: read('min-pages', '1'),
    sample: read('sample', '1'),
    cooldown: read('cooldown', 'P30D', durationOf),
    answeredCooldown: read('answered-cooldown', 'P90D', durationOf),
    priority: read('priority', '0'),
  };
}
