/** What pages of this origin held and have not stored: this page's own, and what others left behind. */
import { HELD, mine, type Held } from './hold.js';

/** What a crashed page held is taken over after this; a page that was left in good order says so itself. */
const ABANDONED_AFTER = 6e4;

/** Forgets what was held, because it is stored, or was cleared. */
export function letGo(key: string): void {
  mine.delete(key);
  quietly(() => localStorage.removeItem(HELD + key));
}

/** The revision that another page gave what it took over from this one; 0 if none did. */
export function takenAs(key: string): number {
  const { kept, revision = 0 } = mine.get(key) ?? {};
  return kept && quietly(() => localStorage.getItem(HELD + key)) === null ? revision + 1 : 0;
}

/** What other pages held and left behind; an entry that can't be read hides no other. */
export function abandoned(): Pick<Held, 'submission' | 'revision'>[] {
  return (quietly(heldKeys) ?? []).flatMap((key) => {
    const held = quietly(() => JSON.parse(localStorage.getItem(key)!) as Partial<Held> | null);
    const { submission, at = 0, left, revision = 0 } = held ?? {};
    if (!submission?.key || mine.has(submission.key)) return [];
    return left || Math.abs(Date.now() - at) > ABANDONED_AFTER ? [{ submission, revision }] : [];
  });
}

/** Erases all that is held in this browser. */
export function forgetHeld(): void {
  mine.clear();
  quietly(() => heldKeys().forEach((key) => localStorage.removeItem(key)));
}

const heldKeys = (): string[] => Object.keys(localStorage).filter((key) => key.startsWith(HELD));

/** Where storage is switched off, nothing was held. */
function quietly<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return;
  }
}
