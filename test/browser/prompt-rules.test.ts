// Every rule and every obstacle alone, and every two of them that can meet, in a browser: with both against it a prompt stays away
// and says why, with one lifted too, with both lifted it comes.

import type { Page } from 'playwright-core';
import { ready } from '../support/in-page.js';
import { expect, test } from '../support/scene.js';
import { fetched } from '../support/shop.js';
import { until } from '../support/until.js';

/** Whom one of these refuses is told so, and dropped. */
const REFUSING = [
  'pages',
  'min-visits',
  'min-pages',
  'sample',
  'cooldown',
  'answered-cooldown',
  'quiet-pages',
  'save-data',
  'one-a-visit',
  'first-page',
];
/** What only meets one of these waits; the words are those of `explain()`. */
const PATIENT: Record<string, string> = {
  'first-seconds': 'The rule first-seconds is against it',
  dialog: 'It waits: a dialog or popover is open.',
  hidden: 'It waits: the tab is in the background.',
  field: 'It waits: somebody is in a field.',
  fixed: 'It waits: something fixed or sticky is in its place',
};
/** For these who speaks already steps back. */
const OVER: Record<string, string> = {
  dialog: 'It has stepped back: a dialog or popover is open.',
  focus: 'It has stepped back: it would cover what has the focus.',
  pages: 'It has stepped back: this page is not for it.',
  'quiet-pages': 'It has stepped back: this page is not for it.',
};
const RULES = [...REFUSING, 'first-seconds'];
const ALL = [...REFUSING, ...Object.keys(PATIENT)];

const SHOP = `<dialog id="dialog">Cart</dialog>
  <input id="field"><a id="focus" href="#top" style="position:absolute;right:40px;bottom:60px">Teapots</a>
  <div id="fixed" style="position:fixed;inset:auto 0 0;height:80px" hidden>We use cookies</div>
 <script>window.arrived = (chunk) => import(chunk)</script>
  <curtsy-prompt id="ask" trigger="exit" pages="/elsewhere"><curtsy-rating touchpoint="shop"></curtsy-rating></curtsy-prompt>`;

/** What `window.curtsy` has beside the outbox. */
interface Manners {
  explain: () => { showing: boolean; reason: string; rules: { rule: string; allows: boolean }[] }[];
}

interface Prompt extends HTMLElement {
  updateComplete: Promise<unknown>;
  hide: () => void;
}

interface Arena {
  page: Page;
  /** The chunk that the trigger is in. */
  triggers: string;
}

interface Arrival {
  arrived: (chunk: string) => Promise<unknown>;
}

/** What was seen of the prompt. */
interface Seen {
  isShown: boolean;
  /** Reasons of `curtsy-suppressed` since it was last looked at. */
  told: unknown[];
  /** By `explain()`: why, and the rules against it. */
  why: string;
  against: string[];
}

/** Runs in the page: makes so much of what can be against the prompt true, and all else false. */
function stand(names: string[]): void {
  const is = (name: string) => names.includes(name);
  const prompt = document.querySelector('curtsy-prompt')!;
  const asks = { pages: '/elsewhere', 'min-visits': '9', 'min-pages': '9', sample: '0' };
  for (const [name, value] of Object.entries(asks))
    if (is(name)) prompt.setAttribute(name, value);
    else prompt.removeAttribute(name);
  const [now, day] = [Date.now(), 864e5];
  const visit = {
    number: 1,
    startedAt: now - (is('first-seconds') ? 0 : 6e4),
    seenAt: now,
    pages: is('first-page') ? 1 : 2,
    drawn: {},
    draw: 0.5,
    ...(is('one-a-visit') && { spoke: 'other' }),
  };
  const past = {
    ...(is('cooldown') && { shown: now - 29 * day }),
    ...(is('answered-cooldown') && { dismissed: now - 89 * day }),
  };
  localStorage.setItem('curtsy.prompts', JSON.stringify({ visit, past: { 'webshop ask': past } }));
  window.curtsy.configure({ quietPages: is('quiet-pages') ? ['/*'] : [] });
  Object.assign(window, { savesData: is('save-data'), isHidden: is('hidden') });
  const [dialog, field, link, banner] = ['#dialog', '#field', '#focus', '#fixed'].map((id) =>
    document.querySelector<HTMLElement>(id)!,
  );
  (dialog as HTMLDialogElement).open = is('dialog');
  banner!.hidden = !is('fixed');
  if (is('field')) field!.focus();
  else if (is('focus')) link!.focus();
  else (document.activeElement as HTMLElement).blur();
}

/** Runs in the page: the pointer leaves it, with the trigger armed anew. */
async function leave(chunk: string): Promise<void> {
  const prompt = document.querySelector<Prompt>('curtsy-prompt')!;
  prompt.setAttribute('trigger', prompt.getAttribute('trigger') === 'exit' ? 'exit;' : 'exit');
  await prompt.updateComplete;
  // The triggers' own chunk is there, but what waits for it hears of that a moment later.
  await (window as unknown as Arrival).arrived(chunk);
  await navigator.locks.query();
  document.documentElement.dispatchEvent(new MouseEvent('mouseleave', { clientY: -1 }));
}

/** Runs in the page. */
async function see(): Promise<Seen> {
  // Whoever was given the turn has it by then.
  await navigator.locks.query();
  const prompt = document.querySelector('curtsy-prompt')!;
  const [explained] = (window.curtsy as unknown as Manners).explain();
  return {
    isShown: prompt.shadowRoot!.querySelector('.base')!.matches(':popover-open'),
    told: window.heard
      .splice(0)
      .filter(({ type }) => type === 'curtsy-suppressed')
      .map(({ detail }) => detail['reason']),
    why: explained!.reason,
    against: explained!.rules.filter(({ allows }) => !allows).map(({ rule }) => rule),
  };
}

/** `test` with `arena`: a page whose clock stands still, with a prompt that a pointer calls which leaves the page. */
const scene = test.extend('arena', async ({ visit, visitor, shop }) => {
  await visitor.context.clock.install();
  await visitor.context.addInitScript(() => {
    const flags = window as unknown as { savesData?: boolean; isHidden?: boolean };
    Object.defineProperty(navigator, 'connection', { get: () => ({ saveData: flags.savesData }) });
    Object.defineProperty(document, 'hidden', { get: () => flags.isHidden ?? false });
  });
  const page = await visit(SHOP);
  await ready(page);
  const triggers = await until(() => shop.requests.find(({ url }) => url.includes('curtsy.triggers.js')));
  await page.clock.pauseAt(Date.now() + 60_000);
  return { page, triggers: triggers.url };
});

/** So much is against it, and the pointer leaves the page where it is to be called anew; what is to be seen after a look around. */
async function look({ page, triggers }: Arena, names: string[], calls: boolean): Promise<Seen> {
  await page.evaluate(stand, names);
  if (calls) await page.evaluate(leave, triggers);
  await page.clock.runFor(1_100);
  return page.evaluate(see);
}

/** What is wrong with `seen`, where `names` were against it. */
function wrong(names: string[], { isShown, told, why, against }: Seen): string[] {
  const refusing = names.filter((name) => REFUSING.includes(name));
  const rules = names.filter((name) => RULES.includes(name));
  const faults = {
    'is shown': isShown,
    [`told ${told.join()}`]: refusing[0] ? told.length !== 1 || !refusing.includes(told[0] as string) : told[0],
    [`explained by ${why}`]: !(rules[0] ? rules.map((rule) => `The rule ${rule} is against it`) : names)
      .map((reason) => PATIENT[reason] ?? reason)
      .some((reason) => why.startsWith(reason)),
    [`against it ${against.join()}`]: against.sort().join() !== [...rules].sort().join(),
  };
  return Object.keys(faults).filter((fault) => faults[fault]);
}

/** Goes through `sets` of what is against a prompt: all of each, then without each of them, then without any. */
async function goThrough(arena: Arena, sets: string[][]): Promise<void> {
  const faults: string[] = [];
  for (const set of sets) {
    let waits = false;
    const without = set.length > 1 ? set.map((lifted) => set.filter((name) => name !== lifted)) : [];
    for (const names of [set, ...without]) {
      const seen = await look(arena, names, true);
      faults.push(...wrong(names, seen).map((fault) => `${set.join(' and ')}, with ${names.join(' and ')}: ${fault}`));
      waits = names.every((name) => name in PATIENT);
    }
    // Who only waited is not called again.
    const seen = await look(arena, [], !waits);
    if (!seen.isShown) faults.push(`${set.join(' and ')}, all lifted: not shown. ${seen.why} ${seen.told.join()}`);
    const { page } = arena;
    await page.evaluate(() => document.querySelector<Prompt>('curtsy-prompt')!.hide());
    await page.clock.runFor(1_100);
    await page.evaluate(see);
  }
  expect(faults).toEqual([]);
}

/** Every two of a list. */
const pairs = (names: readonly string[]): string[][] =>
  names.flatMap((one, at) => names.slice(at + 1).map((other) => [one, other]));

scene('every rule and every obstacle alone', ({ arena }) =>
  goThrough(
    arena,
    ALL.map((name) => [name]),
  ),
);

scene('every pair of them', ({ arena }) => goThrough(arena, pairs(ALL)));

scene('every pair of what a prompt steps back for', async ({ arena, shop }) => {
  await look(arena, [], true);
  await until(() => fetched(shop).includes('attend'));
  const faults: string[] = [];
  for (const set of pairs(Object.keys(OVER))) {
    for (const names of [set, set.slice(0, 1), set.slice(1), []]) {
      const { isShown, why } = await look(arena, names, false);
      const reasons = names[0] ? names.map((name) => OVER[name]) : ['It is showing, by the trigger exit.'];
      if (isShown === !!names[0] || !reasons.includes(why))
        faults.push(`${set.join(' and ')}, with ${names.join()}: ${why}`);
    }
  }
  expect(faults).toEqual([]);
});
