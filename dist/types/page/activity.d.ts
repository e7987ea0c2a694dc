/** Signs that somebody is there. */
/** Calls `stir` at each sign of life, until the returned function is called. */
export declare function onActivity(stir: () => void): () => void;
