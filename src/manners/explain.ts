/** `explain()`: of every prompt of the page whether it shows and why, in words for who set it up. Fetched with the API, not with a prompt. */
import { pageQueue } from '../settings/page-queue.js';
import type { Asks, Moment, RuleName, rules } from './rules.js';
import type { Turns } from './turns.js';

export interface Explained {
  /** What it is known by. */
  prompt: string;
  element: Element;
  showing: boolean;
  /** Why it is or isn't showing, in a sentence. */
  reason: string;
  /** Every rule: whether it lets the prompt speak, and what it found. */
  rules: { rule: string; allows: boolean; found: string }[];
}

const time = (at: number | undefined): string => (at === undefined ? 'never' : new Date(at).toISOString());
const days = (length: number): string => `${+(length / 864e5).toFixed(2)} days`;

/** What each rule found. */
const found: Record<RuleName, (asks: Asks, moment: Moment) => string> = {
  pages: ({ pages }, { path }) =>
    pages[0] ? `this page is ${path}, it may show on ${pages.join(', ')}` : 'it may show on every page',
  'min-visits': ({ minVisits }, { visit }) =>
    `this is visit ${visit.number} as far as is remembered, it shows from visit ${minVisits} on`,
  'min-pages': ({ minPages }, { visit }) =>
    `this is page ${visit.pages} of the visit, it shows from page ${minPages} on`,
  sample: ({ name, sample }, { visit }) =>
    sample < 1
      ? `this visit drew ${(visit.drawn[name] ?? 0).toFixed(2)}, it shows below ${sample}`
      : 'it is for everybody',
  cooldown: ({ cooldown }, { past }) => `it was last shown: ${time(past.shown)}; its cooldown is ${days(cooldown)}`,
  'answered-cooldown': ({ answeredCooldown }, { past }) =>
    `it was last answered: ${time(past.answered)}, dismissed: ${time(past.dismissed)}; its cooldown is then ${days(answeredCooldown)}`,
  'quiet-pages': (_, { quietPages, path }) =>
    quietPages[0] ? `this page is ${path}, quiet are ${quietPages.join(', ')}` : 'no page is quiet',
  'save-data': (_, { savesData }) => `the browser ${savesData ? 'asks' : 'does not ask'} to save data`,
  'one-a-visit': (_, { visit }) =>
    visit.spoke === undefined
      ? 'no prompt has spoken unasked in this visit'
      : `“${visit.spoke}” has spoken unasked in this visit, which began ${time(visit.startedAt)}`,
  'first-page': (_, { visit }) => `this is page ${visit.pages} of the visit`,
  'first-seconds': (_, { visit, now }) =>
    `the visit began ${Math.round((now - visit.startedAt) / 1e3)} seconds ago, its first 10 are left in peace`,
};

const obstacles: Record<string, string> = {
  dialog: 'a dialog or popover is open',
  focus: 'it would cover what has the focus',
  hidden: 'the tab is in the background',
  field: 'somebody is in a field',
  fixed: 'something fixed or sticky is in its place, such as a cookie banner',
  'no-room': 'it stands in something that is not shown',
};

/** Every prompt of the page, and why it is or isn't showing. */
export function explain(): Explained[] {
  const known = pageQueue().manners as { turns: Turns; rules: typeof rules } | undefined;
  return [...(known?.turns.speakers ?? [])].map((speaker) => {
    const { turns, rules: all } = known!;
    const asks = speaker.asks();
    const speaking = turns.speaking.find((one) => one.speaker === speaker);
    const waiting = turns.waiting.get(speaker);
    const [first = ''] = /\w*/.exec(speaker.trigger ?? '') ?? [];
    const moment = turns.momentOf(speaker, speaking?.trigger ?? waiting ?? first);
    const verdicts = (Object.keys(all) as RuleName[]).map((rule) => ({
      rule,
      allows: all[rule](asks, moment),
      found: found[rule](asks, moment),
    }));
    const obstacle = speaker.obstacle(speaking ? 'speaking' : moment.trigger);
    const against = verdicts.find(({ allows }) => !allows);
    const why = () => {
      if (speaking?.isBack) return `It has stepped back: ${obstacles[obstacle ?? ''] ?? 'this page is not for it'}.`;
      if (speaking) return `It is showing, by the trigger ${speaking.trigger}.`;
      if (against) return `The rule ${against.rule} is against it: ${against.found}.`;
      if (!first) return 'It has no trigger: only show() opens it.';
      if (waiting === undefined) return `It waits for its trigger, ${speaker.trigger}.`;
      if (obstacle) return `It waits: ${obstacles[obstacle]}.`;
      return 'It waits for its turn: another prompt is showing.';
    };
    return {
      prompt: asks.name,
      element: speaker as unknown as Element,
      showing: !!speaking && !speaking.isBack,
      reason: why(),
      rules: verdicts,
    };
  });
}

let isDebugging = false;

/** Says in the console why each prompt was or wasn't shown, from now on. */
export function debugPrompts(): void {
  if (isDebugging) return;
  isDebugging = true;
  const say = ({ prompt, reason, rules: all }: Explained) =>
    console.info(
      `[curtsy] Prompt “${prompt}”: ${reason}`,
      Object.fromEntries(all.map(({ rule, found }) => [rule, found])),
    );
  for (const type of ['curtsy-shown', 'curtsy-suppressed', 'curtsy-dismissed'])
    addEventListener(type, ({ target }) =>
      explain()
        .filter(({ element }) => element === target)
        .forEach(say),
    );
  explain().forEach(say);
}
