/** A step over records that are all at hand: what it changes is noted, and taken over when it has ended well. */
import type { Access, Kept, Step } from './store.js';

/** What a step changed: the new record of a key, or undefined where it is gone. */
export type Changes = Map<string, Kept | undefined>;

/** Runs `step` over `rows`, which it leaves as they are. */
export async function changesOf<Result>(
  rows: ReadonlyMap<string, Kept>,
  step: Step<Result>,
): Promise<{ result: Result; changes: Changes }> {
  const changes: Changes = new Map();
  const find = (prefix: string, after = ''): Kept[] =>
    [...new Map<string, Kept | undefined>([...rows, ...changes])]
      .filter(([key]) => key.startsWith(prefix) && key > after)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .flatMap(([, record]) => (record?.v === 1 ? [record] : []));
  const access: Access = {
    keys: async (prefix, limit, after) =>
      find(prefix, after)
        .slice(0, limit)
        .map(({ key }) => key),
    all: async <T extends Kept>(prefix: string, limit?: number, after?: string) =>
      find(prefix, after).slice(0, limit) as T[],
    get: async <T extends Kept>(key: string) => find(key).find((record) => record.key === key) as T | undefined,
    put: (record) => void changes.set(record.key, record),
    remove: (key) => void changes.set(key, undefined),
    clear: () => rows.forEach((_, key) => changes.set(key, undefined)),
  };
  return { result: await step(access), changes };
}
