// What must hold after every row, whatever the fault was. Nothing here knows the fault.

import type { Entry } from '../support/in-page.js';
import type { Collector } from './collector.js';
import type { Ledger, Said } from './ledger.js';

/** What the browser still has, over all visitors of the row. */
export interface Kept {
  pending: Entry[];
  rejected: Entry[];
}

export interface Account {
  /** Whole answers that were called saved; drafts, where the row has no other. */
  answers: number;
  lost: string[];
  twice: string[];
  /** What else is wrong, a sentence each. */
  faults: string[];
}

export function account(ledger: Ledger, collector: Collector, kept: Kept): Account {
  const saved = ledger.saved();
  const newest = collector.newest();
  const faults = [
    ...strangers(collector),
    ...collector.changed().map((key) => `the copies of ${key} differ`),
    ...ledger.errors.map((error) => `the shop's page got an error: ${error}`),
    ...saved.flatMap((said) => altered(said, collector)),
  ];
  const isKept = ({ id, revision }: Said): boolean =>
    [...kept.pending, ...kept.rejected].some((entry) => entry.id === id && entry.revision >= revision);
  const isStored = ({ id, revision, complete }: Said): boolean => {
    const stored = newest.get(id);
    return !!stored && stored.revision >= revision && (!complete || stored.complete === true);
  };
  // Of an answer in memory the page is told that it lives no longer than the page: rows for that look for it themselves.
  const promised = saved.filter(({ durable }) => durable !== 'memory');
  return {
    answers: saved.filter(({ complete }) => complete).length || saved.length,
    lost: promised.filter((said) => !isStored(said) && !isKept(said)).map(({ id, revision }) => `${id}.${revision}`),
    twice: collector.twice(),
    faults,
  };
}

/** What arrived though no page of the row gave it, and what was given once and arrived as two answers. */
function strangers(collector: Collector): string[] {
  const seen = new Set<unknown>();
  return [...collector.newest()].flatMap(([id, { metadata }]) => {
    const mark = metadata?.['mark'];
    if (!mark) return [`${id} arrived, but nobody gave it`];
    if (seen.has(mark)) return [`${id} is the double of another answer`];
    seen.add(mark);
    return [];
  });
}

/** A whole answer that is stored says what was said at Send. */
function altered({ id, complete, score }: Said, collector: Collector): string[] {
  const stored = collector.newest().get(id);
  if (!complete || !stored || score === undefined) return [];
  const arrived = stored.answer['score'];
  return arrived === score ? [] : [`${id} says ${String(arrived)}, but the shopper said ${score}`];
}
