/** Keeps what is remembered where it is meant to be, and from growing without end; at idle, since no prompt waits for it. */
import { KEY, type Memory, type Past } from './memory.js';

/** Names can be made of what a shop sells, and then there is no end of them. */
const MOST = 100;

const lastOf = (past: Past): number => Math.max(...Object.values(past as Record<string, number>));

/** Sees to it that `memory` lies in the storage that is meant now, as `across` says, and erases all but its newest names. */
export function tidy(memory: Memory, across: boolean): void {
  try {
    if (!across) localStorage.removeItem(KEY);
    // What the tab has kept moves, if there is room now.
    else if (sessionStorage.getItem(KEY)) memory.note(() => {});
  } catch {
    // Storage is switched off: nothing lies there.
  }
  if (Object.keys(memory.read().past ?? {}).length <= MOST) return;
  memory.note((notes) => {
    const newest = Object.entries(notes.past!).sort(([, a], [, b]) => lastOf(b) - lastOf(a));
    notes.past = Object.fromEntries(newest.slice(0, MOST));
  });
}
