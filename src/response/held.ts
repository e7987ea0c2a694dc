/** What pages of this origin held and have not stored: this page's own, and what others left behind. */
import { HELD, hold, mine, type Held } from './hold.js';
import type { Submission } from './response.js';

/** What a crashed page held is taken over after this; a page that was left in good order says so itself. */
const ABANDONED_AFTER = 6e4;

/** Forgets what was held, because it is stored, or was cleared. */
export function letGo(key: string): void {
  mine.delete(key);
  quietly(() => localStorage.removeItem(HELD + key));
}

/** The newest revision as which a page may have stored what this one holds; 0 if none has. */
export function triedAs(key: string): number {
  const held = entry(HELD + key);
  if (held) return held.revision ?? 0;
  const { revision = 0, kept } = mine.get(key) ?? {};
  // What was kept and is gone was taken over, and stored as the next.
  return kept ? revision + 1 : revision;
}

/** Whether it is still held; if so by this page, and about to be stored as `revision`. */
export function keepsAs(submission: Submission, revision: number): boolean {
  const isHeld = !!entry(HELD + submission.key);
  if (isHeld) hold(submission, false, revision);
  return isHeld;
}

/** Takes over what other pages held and left behind; an entry that can't be read hides no other. */
export function takeOver(): Submission[] {
  return (quietly(heldKeys) ?? []).flatMap((key) => {
    const { submission, at = 0, left, revision } = entry(key) ?? {};
    if (!submission?.key || mine.has(submission.key)) return [];
    if (!left && Math.abs(Date.now() - at) <= ABANDONED_AFTER) return [];
    hold(submission, false, revision);
    return [submission];
  });
}

/** Erases all that is held in this browser. */
export function forgetHeld(): void {
  mine.clear();
  quietly(() => heldKeys().forEach((key) => localStorage.removeItem(key)));
}

const entry = (key: string): Partial<Held> | null | undefined =>
  quietly(() => JSON.parse(localStorage.getItem(key)!) as Partial<Held> | null);

const heldKeys = (): string[] => Object.keys(localStorage).filter((key) => key.startsWith(HELD));

/** Where storage is switched off, nothing was held. */
function quietly<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return;
  }
}
