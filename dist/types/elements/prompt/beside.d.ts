import type { CurtsyPrompt } from './prompt.js';
/** Sees from now on to the place of `prompt`'s card. */
export declare function standBeside(prompt: CurtsyPrompt): void;
