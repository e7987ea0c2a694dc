/**
 * Paths by pattern, for `pages` and `quietPages`: `*` stands for any characters, slashes too, and a slash at the end for nothing.
 * Letters that an address has only encoded may be written as they are read.
 */

const bare = (path: string): string => path.replace(/(.)\/$/, '$1');

export function matches(globs: readonly string[], path: string): boolean {
  return globs.some((glob) => {
    const pattern = bare(glob.replace(/[^ -~]+/g, encodeURIComponent)).replace(/[.+?^${}()|[\]\\]/g, '\\$&');
    return RegExp(`^${pattern.replace(/\*+/g, '.*')}$`).test(bare(path));
  });
}
