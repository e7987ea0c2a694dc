// The store of last resort: as good as any other for as long as the page lives.

import { beforeEach, expect, it } from 'vitest';
import { memoryStore } from '../../../src/outbox/memory-store.js';
import { freshPage } from '../page/fresh-page.js';
import { keepsTheContract } from './contract.js';
import { keep, keptIn, recordAt } from './records.js';

beforeEach(freshPage);

keepsTheContract(memoryStore);

it('says that it lasts no longer than the page', () => {
  expect(memoryStore().durable).toBe('memory');
});

it('shares nothing with another', async () => {
  const [one, other] = [memoryStore(), memoryStore()];
  await keep(one, recordAt(1));
  expect(await keptIn(other)).toEqual([]);
});
