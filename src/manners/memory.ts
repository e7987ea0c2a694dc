/**
 * What is remembered of prompts, and of the visit they were shown in: one entry, in localStorage where the shop may remember
 * across visits, else in the tab's own storage, which goes with it. Where a browser keeps nothing, the page remembers.
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
  past: Record<string, Past>;
}

export interface Memory {
  read(): Notes;
  /** Takes note of what `change` does. What it returns is returned. */
  note<T>(change: (notes: Notes) => T): T;
}

const KEY = 'curtsy.prompts';
/** Names can be made of what a shop sells, and then there is no end of them. */
const MOST = 100;

/** `across` says whether the shop may remember across visits, asked anew each time; else another visit begins with nothing. */
export function memory(across: () => boolean, now: () => number): Memory {
  let kept = '';
  const store = (first: boolean): Storage => (across() === first ? localStorage : sessionStorage);

  const read = (): Notes => {
    const text = quietly(() => store(true).getItem(KEY)) || kept;
    const notes = quietly(() => JSON.parse(text) as Notes);
    const isWhole = !!notes && Object(notes.past) === notes.past;
    return isWhole && (across() || isUnderWay(notes.visit, now())) ? notes : { past: {} };
  };
  return {
    read,
    note(change) {
      const notes = read();
      const result = change(notes);
      const newest = Object.entries(notes.past).sort(([, a], [, b]) => lastOf(b) - lastOf(a));
      kept = JSON.stringify({ ...notes, past: Object.fromEntries(newest.slice(0, MOST)) });
      quietly(() => {
        store(true).setItem(KEY, kept);
        kept = '';
      });
      quietly(() => store(false).removeItem(KEY));
      return result;
    },
  };
}

const lastOf = (past: Past): number => Math.max(...Object.values(past as Record<string, number>));

function quietly<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return;
  }
}
