/**
 * Paths by pattern, for `pages` and `quietPages`: `*` stands for any characters, slashes too, and a slash at the end for nothing.
 * Letters that an address has only encoded may be written as they are read.
 */
export declare function matches(globs: readonly string[], path: string): boolean;
