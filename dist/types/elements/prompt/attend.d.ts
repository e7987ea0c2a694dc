import type { CurtsyPrompt } from './prompt.js';
/** Attends to `prompt`, whose card is `base`, until what is returned is called. `look` is told when something may be in its way. */
export declare function attend(prompt: CurtsyPrompt, base: HTMLElement, look: () => void): () => void;
/** Names `prompt` after its question, once that has been written; who can't see it is told, the `first` time. */
export declare function introduce(prompt: CurtsyPrompt, first: boolean): Promise<void>;
/** Whether `base` lies over what has the focus. */
export declare function covers(box: DOMRect, prompt: Element): boolean;
