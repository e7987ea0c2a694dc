import type { Submission } from './response.js';
/** Forgets what was held, because it is stored, or was cleared. */
export declare function letGo(key: string): void;
/** Whether another page took over what this one held. */
export declare function wasTaken(key: string): boolean;
/** What other pages held and left behind; an entry that can't be read hides no other. */
export declare function abandoned(): Submission[];
/** Erases all that is held in this browser. */
export declare function forgetHeld(): void;
