/**
 * localStorage, where IndexedDB can't be used: a key a record, so that tabs never overwrite each other's, and few of them,
 * since the page needs the rest. Tabs take turns by a lock where the browser has locks.
 */
import { changesOf } from './rows.js';
import { shown } from './shown.js';
import type { Kept, Step, Store } from './store.js';

const OURS = /^curtsy\.[bdgq]\//;
const PREFIX = 'curtsy.';
/** In characters, of the five million or so that a whole origin has. */
const MOST = 256e3;
/** How long a tab waits for its turn, in milliseconds. */
const PATIENCE = 2000;

/** A store that is known to take a record; undefined where localStorage is switched off or full. */
export function localStorageStore(): Store | undefined {
  try {
    localStorage.setItem(`${PREFIX}probe`, '');
    localStorage.removeItem(`${PREFIX}probe`);
  } catch {
    return;
  }
  let turn: Promise<unknown> = Promise.resolve();
  return {
    durable: 'localstorage',
    change(step) {
      const done = turn.then(shown).then(() => inTurn(() => change(step)));
      turn = done.catch(() => {});
      return done;
    },
  };
}

/** Does `work` while no other tab changes what this store keeps, where the browser has locks. */
export async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  const locks = navigator.locks as LockManager | undefined;
  let result: Promise<Result> | undefined;
  // A tab that was frozen with the lock in hand does not give it back: whoever has waited long enough goes without.
  await locks?.request('curtsy', { signal: AbortSignal.timeout(PATIENCE) }, () => (result = work())).catch(() => {});
  return result ?? work();
}

const ours = (): string[] => Object.keys(localStorage).filter((name) => OURS.test(name));

/** All that this store keeps; a row that can't be read is left alone. */
export function storedRows(): Map<string, Kept> {
  const rows = new Map<string, Kept>();
  for (const name of ours()) {
    try {
      rows.set(name.slice(PREFIX.length), JSON.parse(localStorage.getItem(name)!) as Kept);
    } catch {
      // Written by somebody else.
    }
  }
  return rows;
}

export const removeRow = (key: string): void => localStorage.removeItem(PREFIX + key);

async function change<Result>(step: Step<Result>): Promise<Result> {
  const rows = storedRows();
  const { result, changes } = await changesOf(rows, step);
  const before = new Map(ours().map((name) => [name, localStorage.getItem(name)!]));
  const after = new Map(before);
  changes.forEach((record, key) =>
    record ? after.set(PREFIX + key, JSON.stringify(record)) : after.delete(PREFIX + key),
  );
  const isMore = after.size > before.size;
  if (isMore && [...after.values()].join('').length > MOST)
    throw new Error('localStorage has no more room for answers');
  write(after, before);
  return result;
}

/** All of it, or none: what does not fit leaves what was there. */
function write(after: ReadonlyMap<string, string>, before: ReadonlyMap<string, string>): void {
  try {
    after.forEach((text, name) => text !== before.get(name) && localStorage.setItem(name, text));
  } catch (error) {
    after.forEach((_, name) => !before.has(name) && localStorage.removeItem(name));
    before.forEach((text, name) => localStorage.setItem(name, text));
    throw error;
  }
  before.forEach((_, name) => !after.has(name) && localStorage.removeItem(name));
}
