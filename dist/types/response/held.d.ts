import type { Submission } from './response.js';
/** Forgets what was held, because it is stored, or was cleared. */
export declare function letGo(key: string): void;
/** The newest revision as which a page may have stored what this one holds; 0 if none has. */
export declare function triedAs(key: string): number;
/** Whether it is still held; if so by this page, and about to be stored as `revision`. */
export declare function keepsAs(submission: Submission, revision: number): boolean;
/** Takes over what other pages held and left behind; an entry that can't be read hides no other. */
export declare function takeOver(): Submission[];
/** Erases all that is held in this browser. */
export declare function forgetHeld(): void;
