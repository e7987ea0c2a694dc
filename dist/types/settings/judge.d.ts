/** Warns of what is wrong with the page's settings, once each. */
export declare function judgeSettings(): void;
