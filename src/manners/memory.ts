/**
 * What is remembered of prompts, and of the visit they were shown in: one entry, in localStorage where the shop may remember
 * across visits and the browser has room, else in the tab's own storage, which goes with it. Where a browser keeps nothing, the page
 * remembers.
 */
import { isUnderWay, type Visit } from './visit.js';

/** When a prompt was last shown, answered and dismissed. */
export interface Past {
  shown?: number;
  answered?: number;
  dismissed?: number;
}

export interface Notes {
  visit?: Visit;
  /** By source and name. */
  past?: Record<string, Past>;
}

export interface Memory {
  read(): Notes;
  /** Takes note of what `change` does. */
  note(change: (notes: Notes) => void): void;
}

export const KEY = 'curtsy.prompts';

/** `across` says whether the shop may remember across visits, asked anew each time; else another visit begins with nothing. */
export function memory(across: () => boolean): Memory {
  let unwritten = '';
  const read = (): Notes => {
    try {
      // The tab's own is the newer one, if there is any: it was written when the browser's could not be.
      const text = unwritten || sessionStorage.getItem(KEY) || (across() && localStorage.getItem(KEY));
      const notes = JSON.parse(text as string) as Notes;
      if (across() || isUnderWay(notes.visit, Date.now())) return { ...notes };
    } catch {
      // Nothing is there, or nothing that can be read.
    }
    return {};
  };
  return {
    read,
    note(change) {
      const notes = read();
      change(notes);
      unwritten = JSON.stringify(notes);
      try {
        try {
          (across() ? localStorage : sessionStorage).setItem(KEY, unwritten);
          if (across()) sessionStorage.removeItem(KEY);
        } catch {
          sessionStorage.setItem(KEY, unwritten);
        }
        unwritten = '';
      } catch {
        // There is no room, or storage is switched off.
      }
    },
  };
}
