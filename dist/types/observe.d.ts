/** Begins what the settings ask for, and ends what they don't any more. */
export declare function observe(): void;
