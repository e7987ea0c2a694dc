/** Where storage is switched off: records live as long as the page. */
import type { OutboxRecord } from './record.js';
import type { Store } from './store.js';

export function memoryStore(): Store {
  const kept = new Map<string, OutboxRecord>();
  return {
    durable: 'memory',
    async change(prefix, step) {
      const keys = [...kept.keys()].filter((key) => key.startsWith(prefix)).sort();
      return step(
        keys.map((key) => kept.get(key)!),
        (record) => kept.set(record.key, record),
        (key) => kept.delete(key),
      );
    },
  };
}
