/** Erases what is remembered of prompts, also from a page without one. */
export declare function forgetPrompts(): void;
