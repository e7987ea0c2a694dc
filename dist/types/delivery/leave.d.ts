/** `forGood` if the page is unloaded, and not only hidden: then what is under way needs a copy that outlives it. */
export declare function leave(forGood: boolean): Promise<void>;
