/** What pages of this origin held and have not stored: this page's own, and what others left behind. */
import { type Held } from './hold.js';
/** Forgets what was held, because it is stored, or was cleared. */
export declare function letGo(key: string): void;
/** The revision that another page gave what it took over from this one; 0 if none did. */
export declare function takenAs(key: string): number;
/** What other pages held and left behind; an entry that can't be read hides no other. */
export declare function abandoned(): Pick<Held, 'submission' | 'revision'>[];
/** Erases all that is held in this browser. */
export declare function forgetHeld(): void;
