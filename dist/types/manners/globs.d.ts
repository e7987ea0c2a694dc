/** Paths by pattern, for `pages` and `quietPages`: `*` stands for any characters, slashes too, and a slash at the end for nothing. */
export declare function matches(globs: readonly string[], path: string): boolean;
