/** Erases what is remembered of prompts, also from a page without one. */

/** Where `memory.ts` has it: its chunk is not this one's. */
const KEY = 'curtsy.prompts';
/** Where `arrivals.ts` has when this tab came to pages. */
const LOOKED = 'curtsy.looked';

export function forgetPrompts(): void {
  try {
    localStorage.removeItem(KEY);
    sessionStorage.removeItem(KEY);
    sessionStorage.removeItem(LOOKED);
  } catch {
    // Storage is switched off: nothing was remembered.
  }
}
