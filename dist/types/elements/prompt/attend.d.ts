import type { CurtsyPrompt } from './prompt.js';
export { covers, isOverAnywhere } from '../../manners/over.js';
/** It has come into the page, perhaps in the place of one that was wiped while it was open. */
export declare function come(prompt: CurtsyPrompt): void;
/** It is not shown any more. Of who takes it away by code, nothing is remembered but an answer. */
export declare function closed(prompt: CurtsyPrompt): void;
/** It has gone from the page, in whose `body` all that stood when it came; it may have gone before it could join. */
export declare function gone(prompt: CurtsyPrompt, body: Element[] | undefined): void;
/** Attends to `prompt`, whose card is `base`, until what is returned is called; who can't see it hears of it the `first` time. */
export declare function attend(prompt: CurtsyPrompt, base: HTMLElement, first: boolean): (() => void) | undefined;
