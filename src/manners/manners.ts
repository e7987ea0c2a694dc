/** The manners of this page: its turns with the real storage and tabs, and what a prompt asks for on it. */
import { takeArrivals } from '../settings/arrivals.js';
import { later } from '../settings/later.js';
import { pageQueue } from '../settings/page-queue.js';
import { rawSettings } from '../settings/settings.js';
import { memory } from './memory.js';
import { rules, type Asks } from './rules.js';
import { turnsIn, type Speaker } from './turns.js';

const LOCK = 'curtsy.turn';
/** What a tab has written is in the others by then. */
const UNTIL_KNOWN = 2e3;

/** 30 and 90 days. */
const USUAL = { cooldown: 30 * 864e5, answeredCooldown: 90 * 864e5, priority: 0 };

/** Whether the shop may remember across visits. */
export function mayRemember(): boolean {
  const { privacy } = rawSettings();
  const isRefused = (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl;
  return privacy === 'full' || (privacy !== 'minimal' && !isRefused);
}

export const ownMemory = memory(mayRemember);

export const turns = turnsIn({
  memory: ownMemory,
  place() {
    const { source = location.origin, quietPages } = rawSettings();
    const savesData = !!(navigator as { connection?: { saveData?: boolean } }).connection?.saveData;
    return { source: source as string, path: location.pathname, quietPages, savesData };
  },
  alone(task) {
    const { locks } = navigator as { locks?: LockManager };
    if (!locks) task();
    locks
      ?.request(LOCK, { ifAvailable: true }, (lock) => {
        if (lock) task();
        return lock && new Promise((go) => setTimeout(go, UNTIL_KNOWN));
      })
      // Where a frame may not have one.
      .catch(task);
  },
});

let known: typeof import('./conditions.js') | undefined;

/** Calls `then` when it is known what `prompt` asks for. */
export function learn(prompt: Element, then: () => unknown): void {
  const isUsual = !/pages|sample|priority|min-|cooldown/.test(prompt.getAttributeNames().join());
  if (known ?? (isUsual && !rawSettings().quietPages)) then();
  else
    void later(() => import('./conditions.js')).then((chunk) => {
      known = chunk;
      chunk.addTo(rules);
      then();
    });
}

/** What `prompt` asks for, as far as it is known. */
export const asksOf = (prompt: Element, name: string): Asks => ({ ...USUAL, ...known?.asksOf(prompt), name }) as Asks;

/** The path that was last counted as a page. */
let counted: string | undefined;

/** Counts this page, if it is not yet. */
export function arrive(): void {
  if (counted === location.pathname) return;
  turns.arrive(takeArrivals());
  counted = location.pathname;
}

/** A prompt has come into the page. */
export function join(speaker: Speaker): void {
  arrive();
  pageQueue().manners = turns;
  turns.speakers.add(speaker);
}
