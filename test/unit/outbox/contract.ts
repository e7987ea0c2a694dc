// What the outbox relies on, whichever store it has.

import { describe, expect, it } from 'vitest';
import type { Store } from '../../../src/outbox/store.js';
import { keep, keptIn, recordAt } from './records.js';

/** The tests of a store; `open` gives an empty one. */
export function keepsTheContract(open: () => Store): void {
  describe('a store', () => {
    it('keeps what it was given, in the order of the keys', async () => {
      const store = open();
      await keep(store, recordAt(2), recordAt(1));
      expect(await keptIn(store)).toEqual([recordAt(1), recordAt(2)]);
    });

    it('keeps one record a key, the last', async () => {
      const store = open();
      await keep(store, recordAt(1), recordAt(1, { attempts: 2 }));
      await keep(store, recordAt(2, { attempts: 1 }));
      await keep(store, recordAt(2, { attempts: 3 }));
      expect((await keptIn(store)).map(({ attempts }) => attempts)).toEqual([2, 3]);
    });

    it('gives what a step gives', async () => {
      expect(await open().change(async () => 'result')).toBe('result');
    });

    it('shows a step what it has changed itself', async () => {
      const store = open();
      await keep(store, recordAt(1));
      const seen = await store.change(async (access) => {
        access.remove(recordAt(1).key);
        access.put(recordAt(2));
        return [await access.keys('q/'), await access.all('q/'), await access.get(recordAt(2).key)];
      });
      expect(seen).toEqual([[recordAt(2).key], [recordAt(2)], recordAt(2)]);
    });

    it('keeps nothing of a step that fails, and takes the next', async () => {
      const store = open();
      await keep(store, recordAt(1));
      const failing = store.change(async (access) => {
        access.put(recordAt(2));
        access.remove(recordAt(1).key);
        await access.get(recordAt(1).key);
        throw new Error('halfway');
      });
      await expect(failing).rejects.toThrow('halfway');
      expect(await keptIn(store)).toEqual([recordAt(1)]);
    });

    it('runs one step after the other', async () => {
      const store = open();
      await keep(store, recordAt(1));
      const { key } = recordAt(1);
      const count = () =>
        store.change(async (access) => {
          const { attempts } = (await access.get(key))!;
          await access.keys('q/');
          access.put(recordAt(1, { attempts: attempts + 1 }));
        });
      await Promise.all([count(), count(), count()]);
      expect(await keptIn(store)).toEqual([recordAt(1, { attempts: 3 })]);
    });

    it('takes what is gone to be gone', async () => {
      const store = open();
      await keep(store, recordAt(1));
      await store.change(async (access) => {
        access.remove(recordAt(1).key);
        access.remove(recordAt(2).key);
      });
      expect(await keptIn(store)).toEqual([]);
    });

    it('clears all that it keeps', async () => {
      const store = open();
      await keep(store, recordAt(1), recordAt(2, { key: 'd/two' }));
      await store.change(async (access) => access.clear());
      expect(await keptIn(store)).toEqual([]);
    });
  });
}
