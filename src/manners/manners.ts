/**
 * The manners of this page: its turns with the real clock, storage and tabs. As long as a prompt stands on it, they follow where the
 * visit goes; after that nothing listens any more.
 */
import { onActivity } from '../page/activity.js';
import { onNavigation } from '../page/navigation.js';
import { takeArrivals } from '../settings/arrivals.js';
import { pageQueue } from '../settings/page-queue.js';
import { rawSettings } from '../settings/settings.js';
import { memory } from './memory.js';
import { rules } from './rules.js';
import { turnsIn, type Speaker } from './turns.js';

const LOCK = 'curtsy.turn';
/** What a tab has written is in the others by then. */
const UNTIL_KNOWN = 1e3;
/** How exactly it is known when somebody last stirred. */
const STIR_EVERY = 6e4;

/** Names in a list, or in a text with commas or spaces between. */
export const listed = (given: unknown): string[] =>
  (Array.isArray(given) ? given.join() : String(given ?? '')).split(/[\s,]+/).filter(Boolean);

const ownMemory = memory(
  () => {
    const { privacy } = rawSettings();
    const { globalPrivacyControl } = navigator as { globalPrivacyControl?: boolean };
    return privacy === 'full' || (privacy !== 'minimal' && !globalPrivacyControl);
  },
  () => Date.now(),
);

export const turns = turnsIn({
  memory: ownMemory,
  source: () => String(rawSettings().source ?? location.origin),
  now: () => Date.now(),
  random: () => Math.random(),
  path: () => location.pathname,
  quietPages: () => listed(rawSettings().quietPages),
  savesData: () => !!(navigator as { connection?: { saveData?: boolean } }).connection?.saveData,
  alone(task) {
    const { locks } = navigator as { locks?: LockManager };
    if (!locks) task();
    void locks
      ?.request(LOCK, { ifAvailable: true }, async (lock) => {
        if (!lock) return;
        task();
        await new Promise((go) => setTimeout(go, UNTIL_KNOWN));
      })
      // Where a frame may not have one.
      .catch(task);
  },
});

let stops: (() => void)[] = [];
/** The path that was last counted as a page. */
let counted: string | undefined;

function arrive(): void {
  if (counted === location.pathname) return;
  turns.arrive(counted === undefined ? takeArrivals() : undefined);
  counted = location.pathname;
}

/** A prompt has come into the page. */
export function join(speaker: Speaker): void {
  if (!turns.speakers.size) {
    let stirred = Date.now();
    const stir = () => {
      if (Date.now() - stirred < STIR_EVERY) return;
      stirred = Date.now();
      turns.stir();
    };
    stops = [onActivity(stir), onNavigation(arrive)];
    arrive();
    pageQueue().manners = { turns, rules };
  }
  turns.speakers.add(speaker);
}

/** It has gone. */
export function leave(speaker: Speaker): void {
  turns.leave(speaker);
  if (!turns.speakers.size) stops.forEach((stop) => stop());
}
