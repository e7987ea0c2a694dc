/**
 * Holds what a shopper said until the outbox's chunk is there, in localStorage, which needs no chunk and no waiting.
 * Also keeps the marker that tells the next page of this origin to look for what is left.
 */
import type { Submission } from './response.js';

export const HELD = 'curtsy.held.';
export const MARKER = 'curtsy.waiting';
export interface Held {
  submission: Submission;
  at: number;
  /** The page was left: nobody will come for it, whoever finds it may take it. */
  left?: boolean;
  /** It was being stored as this revision, which may have gone out: who takes it over gives it the next. */
  revision?: number;
}

/** What this page held and has not stored yet. */
export const mine = new Map<string, { submission: Submission; revision: number; kept: boolean }>();

/** Whether anything may wait in this browser, for the loader's one cheap look; not `anew` if that was known. */
export function markWaiting(waiting: boolean, anew = true): void {
  try {
    // A new value each time, so that other tabs hear of it.
    if (!waiting) localStorage.removeItem(MARKER);
    else if (anew || !localStorage.getItem(MARKER)) localStorage.setItem(MARKER, `${Date.now()}`);
  } catch {
    // Storage is switched off: then nothing outlives the page, and there is nothing to mark.
  }
}

/** Keeps `submission` in this browser, for the next page if this one is `left`; says whether it could. */
export function hold(submission: Submission, left?: boolean, revision = 0): boolean {
  if (!mine.size) document.addEventListener('visibilitychange', leave);
  const kept = keep(submission, revision, left);
  mine.set(submission.key, { submission, revision, kept });
  markWaiting(true);
  return kept;
}

function keep(submission: Submission, revision: number, left?: boolean): boolean {
  try {
    localStorage.setItem(HELD + submission.key, JSON.stringify({ submission, at: Date.now(), left, revision }));
    return true;
  } catch {
    return false;
  }
}

/** A page that goes is hidden first. */
function leave(): void {
  if (document.hidden) mine.forEach(({ submission, revision }) => keep(submission, revision, true));
}
