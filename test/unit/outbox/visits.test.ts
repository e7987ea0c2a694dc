// However pages come and go: no record is held by two, none is lost, and whatever is sent again has the same bytes.

import fc from 'fast-check';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Store } from '../../../src/outbox/store.js';
import { freshPage } from '../page/fresh-page.js';
import { durableStore, NOW, openInstead, openOutbox } from './records.js';
import { Visits, visits, type VisitStep } from './visits.js';

beforeEach(freshPage);
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: NOW }));

/** Runs `steps` over a store that is empty at first, with up to `most` responses a POST. */
async function run(steps: VisitStep[], most: number): Promise<void> {
  vi.setSystemTime(NOW);
  store = durableStore();
  const pages = new Visits(store, (await openOutbox()).put, most);
  for (const step of steps) await pages.take(step);
  await pages.end();
}

let store: Store;

beforeEach(() => openInstead(async () => ({ durable: 'indexeddb', change: (...given) => store.change(...given) })));

it('one by one', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(visits, (steps) => run(steps, 1)),
    { numRuns: 200 },
  );
});

/** An answer's page reports after another has put the answer into a batch with the next. */
const late = (report: VisitStep): [VisitStep[], number] => [
  [said, said, { do: 'pass', time: 45_000, back: false }, { do: 'claim' }, report, { do: 'crash', which: 0 }],
  2,
];
const said: VisitStep = { do: 'put', answer: 0, draft: false };

it('in batches', { timeout: 60_000 }, async () => {
  await fc.assert(fc.asyncProperty(visits, fc.integer({ min: 2, max: 4 }), run), {
    numRuns: 200,
    examples: [late({ do: 'acknowledge', which: 0 }), late({ do: 'refuse', which: 0 })],
  });
});

it('with an answer that is not there is found out', async () => {
  const pages = new Visits(durableStore(), (await openOutbox()).put, 1);
  store = durableStore();
  await expect(pages.take({ do: 'put', answer: 1, draft: false })).rejects.toThrow('is kept once');
});
