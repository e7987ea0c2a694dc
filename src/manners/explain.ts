/** `explain()`: of every prompt of the page whether it shows and why, in words for who set it up. Fetched with the API, not with a prompt. */
import { pageQueue } from '../settings/page-queue.js';
import type { Asks, Moment, RuleName } from './rules.js';
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

/** What each rule found, in the order in which a shop thinks of them. */
const found: Record<RuleName, (asks: Asks, moment: Moment, allows: boolean) => string> = {
  pages: ({ pages }, { path }) =>
    pages[0] ? `this page is ${path}, it may show on ${pages.join(', ')}` : 'it may show on every page',
  'min-visits': ({ minVisits }, { visit }) =>
    `this is visit ${visit.number} as far as is remembered, it shows from visit ${minVisits} on`,
  'min-pages': ({ minPages }, { visit }) =>
    `this is page ${visit.pages} of the visit, it shows from page ${minPages} on`,
  sample: ({ sample }, _, allows) =>
    sample < 1
      ? `it is for ${sample * 100} % of all visits, and this is ${allows ? 'one' : 'none'} of them`
      : 'it is for everybody',
  cooldown: ({ cooldown }, { past }) => `it was last shown: ${time(past.shown)}; its cooldown is ${days(cooldown)}`,
  'answered-cooldown': ({ answeredCooldown }, { past }) =>
    `it was last answered: ${time(past.answered)}, dismissed: ${time(past.dismissed)}; its cooldown is then ${days(answeredCooldown)}`,
  'quiet-pages': (_, { quietPages, path }) =>
    quietPages ? `this page is ${path}, quiet are ${String(quietPages).replace(/[\s,]+/g, ', ')}` : 'no page is quiet',
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
  turn: 'another prompt was shown by code',
  page: 'this page is not for it',
  hidden: 'the tab is in the background',
  field: 'somebody is in a field',
  fixed: 'something fixed or sticky is in its place, such as a cookie banner',
  anchor: 'its place beside the anchor is being looked for',
  room: 'it stands in something that is not shown',
};

/** What a prompt asks for that names no condition. */
const EVERYWHERE = { pages: [], minVisits: 1, minPages: 1, sample: 1 };

/** Every prompt of the page, and why it is or isn't showing. */
export function explain(): Explained[] {
  const turns = pageQueue().manners as Turns | undefined;
  return [...(turns?.speakers ?? [])].map((speaker) => {
    const { rules } = turns!;
    const asks = { ...EVERYWHERE, ...speaker.asks() };
    const speaking = turns!.speaking.find((one) => one.speaker === speaker);
    const waiting = turns!.waiting.get(speaker);
    const [first = ''] = /\w*/.exec(speaker.trigger ?? '') ?? [];
    const moment = turns!.momentOf(speaker, speaking?.trigger ?? waiting ?? first);
    const verdicts = (Object.keys(found) as RuleName[]).map((rule) => {
      // What no prompt of the page and no setting asks for is not there.
      const allows = rules[rule]?.(asks, moment) ?? true;
      return { rule, allows, found: found[rule](asks, moment, allows) };
    });
    const obstacle = speaking ? undefined : speaker.obstacle(moment.trigger);
    const against = verdicts.find(({ allows }) => !allows);
    const why = () => {
      if (speaking?.back) return `It has stepped back: ${obstacles[speaking.back]}.`;
      if (speaking) return `It is showing, by the trigger ${speaking.trigger}.`;
      if (against) return `The rule ${against.rule} is against it: ${against.found}.`;
      if (!first || first === 'manual') return 'It has no trigger: only show() opens it.';
      if (waiting === undefined) return `It waits for its trigger, ${speaker.trigger}.`;
      if (obstacle) return `It waits: ${obstacles[obstacle]}.`;
      return 'It waits for its turn: another prompt is showing.';
    };
    return {
      prompt: asks.name,
      element: speaker as unknown as Element,
      showing: !!speaking && !speaking.back,
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
    addEventListener(type, (event) =>
      explain()
        .filter(({ element }) => element === event.composedPath()[0])
        .forEach(say),
    );
  explain().forEach(say);
}
