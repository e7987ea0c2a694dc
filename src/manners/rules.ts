/**
 * When a prompt may speak: every rule by its name, as a question about what the prompt asks for and about the moment. None of
 * them looks at a page or a clock itself. Their words for a shop's developer are in `explain.ts`.
 */
import { matches } from './globs.js';
import type { Past } from './memory.js';
import type { Visit } from './visit.js';

/** What a prompt asks for, as its attributes say. Times are in milliseconds. */
export interface Asks {
  name: string;
  pages: readonly string[];
  minVisits: number;
  minPages: number;
  sample: number;
  cooldown: number;
  answeredCooldown: number;
  priority: number;
}

export interface Moment {
  now: number;
  path: string;
  quietPages: readonly string[];
  savesData: boolean;
  visit: Visit;
  past: Past;
  /** The trigger that has come; `ask` is the call of that name. */
  trigger: string;
}

type Rule = (asks: Asks, moment: Moment) => boolean;

/** How long a visit is left in peace. */
const PEACE = 1e4;

/** Of these the shop has chosen the moment itself. */
const CHOSEN = ['load', 'after', 'click', 'event', 'manual', 'ask'];

/** What follows a press is asked for, and so bound only by what the prompt itself says; what the shop shows, by nothing. */
export const isUnasked = (trigger: string): boolean => trigger !== 'click' && trigger !== 'show';

const unasked =
  (rule: Rule): Rule =>
  (asks, moment) =>
    !isUnasked(moment.trigger) || rule(asks, moment);

const unchosen =
  (rule: Rule): Rule =>
  (asks, moment) =>
    CHOSEN.includes(moment.trigger) || rule(asks, moment);

/** A clock that was wrong then is no reason to be silent for years. */
const isOver = (at: number | undefined, length: number, now: number): boolean =>
  at === undefined || Math.abs(now - at) >= length;

/** True where a rule lets the prompt speak. */
export const rules = {
  pages: ({ pages }, { path }) => !pages[0] || matches(pages, path),
  'min-visits': ({ minVisits }, { visit }) => visit.number >= minVisits,
  'min-pages': ({ minPages }, { visit }) => visit.pages >= minPages,
  sample: ({ name, sample }, { visit }) => (visit.drawn[name] ?? 0) < sample,
  cooldown: ({ cooldown }, { past, now }) => isOver(past.shown, cooldown, now),
  'answered-cooldown': ({ answeredCooldown }, { past, now }) =>
    isOver(past.answered, answeredCooldown, now) && isOver(past.dismissed, answeredCooldown, now),
  'quiet-pages': unasked((_, { quietPages, path }) => !matches(quietPages, path)),
  'save-data': unasked((_, { savesData }) => !savesData),
  'one-a-visit': unasked((_, { visit }) => !visit.spoke),
  'first-page': unchosen((_, { visit }) => visit.pages > 1),
  'first-seconds': unchosen((_, { visit, now }) => now - visit.startedAt >= PEACE),
} satisfies Record<string, Rule>;

export type RuleName = keyof typeof rules;

/** The rule that keeps the prompt from speaking; one that only takes a little patience comes last. */
export function refusal(asks: Asks, moment: Moment): RuleName | undefined {
  return (Object.keys(rules) as RuleName[]).find((name) => !rules[name](asks, moment));
}

/** Whether a prompt that speaks is out of place since another page was come to. */
export const isOutOfPlace = (asks: Asks, moment: Moment): boolean =>
  isUnasked(moment.trigger) && !(rules.pages(asks, moment) && rules['quiet-pages'](asks, moment));
