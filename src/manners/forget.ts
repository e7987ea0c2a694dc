/** Erases what is remembered of prompts, also from a page without one. */

/** Where `memory.ts` has it: its chunk is not this one's. */
const KEY = 'curtsy.prompts';

export function forgetPrompts(): void {
  try {
    localStorage.removeItem(KEY);
    sessionStorage.removeItem(KEY);
  } catch {
    // Storage is switched off: nothing was remembered.
  }
}
