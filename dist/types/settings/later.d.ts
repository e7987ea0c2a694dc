/** Chunks that come after the first: fetched again until they are there, since a shop's network comes and goes. */
/** Calls `load` until it succeeds, waiting 1 s, 2 s, 4 s … up to a minute, or less when the browser comes online. */
export declare function later<T>(load: () => Promise<T>): Promise<T>;
/** Runs `task` when the page has nothing better to do; Safari has no idle callback. */
export declare function atIdle(task: () => void): void;
