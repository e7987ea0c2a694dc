/** Begins or ends with the first prompt and the last. */
export declare function follow(): void;
