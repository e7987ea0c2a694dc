/** Where nothing can be stored: records live as long as the page. */
import { changesOf } from './rows.js';
import type { Kept, Store } from './store.js';

export function memoryStore(): Store {
  const rows = new Map<string, Kept>();
  let turn: Promise<unknown> = Promise.resolve();
  return {
    durable: 'memory',
    change(step) {
      const done = turn.then(async () => {
        const { result, changes } = await changesOf(rows, step);
        changes.forEach((record, key) => (record ? rows.set(key, record) : rows.delete(key)));
        return result;
      });
      turn = done.catch(() => {});
      return done;
    },
  };
}
