import { type Asks, type Moment } from './rules.js';
import type { Speaker, Speaking, Turns } from './turns.js';
/** Whether a prompt that speaks is out of place since another page was come to. */
export declare const isOutOfPlace: (asks: Asks, moment: Moment) => boolean;
/** A dialog or popover is open, on the page or in a component of it, that neither holds the prompt nor is in it, nor is shut away. */
export declare const isOverAnywhere: (prompt: Element) => boolean;
/** Somebody is in a field of the page, and not in one of `prompt`. */
export declare const isTypingElsewhere: (prompt: Element) => boolean;
/** Whether `box` lies over what has the focus. */
export declare function covers(box: DOMRect, prompt: Element): boolean;
/** The trigger by which a prompt came: one that is moved or made anew while it is open comes back by none. */
export declare const cameBy: WeakMap<Speaker, string>;
/** Lets who speaks step back for its page, or for what `inTheWay` names, and come back. */
export declare function lookOver({ speaking, turn, momentOf }: Turns, inTheWay: (one: Speaking) => string | undefined): void;
/**
 * Looks over `prompt` while it has the word, whose card is where `lies` says, until the returned function is called. It may cover
 * `pressed`, the button that has called it.
 */
export declare function keepLooking(prompt: Speaker & Element, lies: () => DOMRect | undefined, pressed: Element | null): () => void;
