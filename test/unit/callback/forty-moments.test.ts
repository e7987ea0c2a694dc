// Slots and promises around clock changes, over the date line and at odd offsets: what the sources say is what Temporal says.

import { expect, it } from 'vitest';
import { isFault, readHours } from '../../../src/callback/opening-hours.js';
import { promiseOf } from '../../../src/callback/promise.js';
import { asapAllowed, slotsOf, type Terms } from '../../../src/callback/slots.js';
import {
  expectedAsap,
  expectedPromise,
  expectedSlots,
  MOMENTS,
  notationOf,
  SHOPPERS,
  termsOf,
  type Shop,
} from '../../support/temporal-hours.js';

function terms(shop: Shop): Terms {
  const hours = readHours(notationOf(shop));
  if (isFault(hours)) throw new Error(`Column ${hours.column}: ${hours.found}`);
  return termsOf(shop, hours);
}

const told = new Set<string>();

it.each(MOMENTS)(
  '$name',
  ({ shop, now }) => {
    let slotsOfAll = 0;
    for (const theirs of SHOPPERS) {
      const slots = slotsOf(terms(shop), now, theirs);
      const promise = promiseOf(terms(shop), now, theirs);
      const asap = asapAllowed(terms(shop), now, theirs);
      expect(slots, theirs).toEqual(expectedSlots(shop, now, theirs));
      expect(promise, theirs).toEqual(expectedPromise(shop, now, theirs));
      expect(asap, theirs).toBe(expectedAsap(shop, now, theirs));
      slotsOfAll += slots.length;
      told.add(asap ? 'asap' : 'not now').add(promise?.opensAt ? 'opens' : promise ? 'open' : 'never');
    }
    expect(slotsOfAll).toBeGreaterThan(0);
  },
  30_000,
);

it('those were forty, and every answer was among them', () => {
  expect(MOMENTS).toHaveLength(40);
  expect([...told].sort()).toEqual(['asap', 'never', 'not now', 'open', 'opens']);
});
