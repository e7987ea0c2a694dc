/**
 * Holds what a shopper said until the outbox's chunk is there, in localStorage, which needs no chunk and no waiting.
 * Also keeps the marker that tells the next page of this origin to look for what is left.
 */
import type { Submission } from './response.js';
export declare const HELD = "curtsy.held.";
export declare const MARKER = "curtsy.waiting";
export interface Held {
    submission: Submission;
    at: number;
    /** The page was left: nobody will come for it, whoever finds it may take it. */
    left?: boolean;
    /** It was being stored as this revision, which may have gone out: who takes it over gives it the next. */
    revision?: number;
}
/** What this page held and has not stored yet. */
export declare const mine: Map<string, {
    submission: Submission;
    revision: number;
    kept: boolean;
}>;
/** Whether anything may wait in this browser, for the loader's one cheap look; not `anew` if that was known. */
export declare function markWaiting(waiting: boolean, anew?: boolean): void;
/** Keeps `submission` in this browser, for the next page if this one is `left`; says whether it could. */
export declare function hold(submission: Submission, left?: boolean, revision?: number): boolean;
