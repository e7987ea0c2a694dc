/** What a prompt's attributes ask for, with a warning of what they can't mean. */
import { durationOf } from '../../manners/duration.js';
import { listed } from '../../manners/manners.js';
import type { Asks } from '../../manners/rules.js';
import { warnOnce } from '../../settings/warn.js';
import type { CurtsyPrompt } from './prompt.js';

export function asksOf(prompt: CurtsyPrompt): Asks {
  const read = (name: string, given: unknown, usual: string, meant: (text: string) => number | undefined): number => {
    const value = meant(String(given ?? usual));
    if (value !== undefined && value >= -1e9) return value;
    warnOnce('bad-attribute', `curtsy-prompt ${name}`, given, [`values such as ${usual}`], usual);
    return meant(usual)!;
  };
  return {
    name: nameOf(prompt),
    pages: listed(prompt.pages),
    minVisits: read('min-visits', prompt.minVisits, '1', Number),
    minPages: read('min-pages', prompt.minPages, '1', Number),
    sample: read('sample', prompt.sample, '1', Number),
    cooldown: read('cooldown', prompt.cooldown, 'P30D', durationOf),
    answeredCooldown: read('answered-cooldown', prompt.answeredCooldown, 'P90D', durationOf),
    priority: read('priority', prompt.priority, '0', Number),
  };
}

/** What can stand in a prompt. */
export const QUESTIONS = 'curtsy-rating,curtsy-expectation,curtsy-callback';

interface Question extends Element {
  touchpoint?: string;
  updateComplete?: Promise<unknown>;
}

export const questionIn = (prompt: Element): Question | null => prompt.querySelector(QUESTIONS);

function nameOf(prompt: CurtsyPrompt): string {
  const question = questionIn(prompt);
  // A framework may set the property, and one that is not defined yet has the attribute alone.
  const touchpoint = question?.touchpoint ?? question?.getAttribute('touchpoint');
  return prompt.id || [question?.localName.slice(7), touchpoint].filter(Boolean).join(' ');
}
