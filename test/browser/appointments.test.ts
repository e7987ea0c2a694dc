// What the form shows to choose from and to rely on, with the clock set to moments on the hour and around clock changes: the times,
// their days, and the promise are those of a calculation that shares no code with it.

import { Temporal } from '@js-temporal/polyfill';
import type { Page } from 'playwright-core';
import { describe } from 'vitest';
import type { Span } from '../../src/callback/opening-hours.js';
import { expect, test } from '../support/scene.js';
import {
  attributesOf,
  expectedAsap,
  expectedPromise,
  expectedSlots,
  MOMENTS,
  SHOPPERS,
  type Shop,
} from '../support/temporal-hours.js';

describe.for(SHOPPERS)('in %s, at forty moments', (theirs) => {
  test('the times and the promise are those that Temporal gives', async ({ visit, invite }) => {
    const by = await invite({ timezoneId: theirs, locale: 'en-GB' });
    by.context.setDefaultTimeout(20_000);
    const page = await visit(
      `<curtsy-callback country="GB" channels="phone, email" hours="24/7" time-zone="UTC"></curtsy-callback>`,
      {
        by,
      },
    );
    await page.locator('.when .hint').waitFor();
    for (const { name, shop, now } of MOMENTS) {
      await page.clock.setFixedTime(now);
      expect(await shown(page, attributesOf(shop)), name).toEqual(expected(shop, now, theirs));
    }
  }, 180_000);
});

interface Shown {
  /** By day, the words on each time, the chosen one marked. */
  days: [day: string, ...words: string[]][];
  starts: string[];
  promise: string;
  /** Whether the shop's clock is told beside the shopper's. */
  both: boolean;
}

/** What the form shows for these attributes, once every day is unfolded. */
function shown(page: Page, attributes: Record<string, string>): Promise<Shown> {
  return page.evaluate(async (given) => {
    const element = document.querySelector('curtsy-callback') as HTMLElement & {
      reset: () => void;
      updateComplete: Promise<unknown>;
    };
    for (const [name, value] of Object.entries(given)) element.setAttribute(name, value);
    element.reset();
    await element.updateComplete;
    const root = element.shadowRoot!;
    const promise = root.querySelector('.promise')!.textContent.trim();
    const before = [...root.querySelectorAll<HTMLInputElement>('[name=when]')].findIndex(({ checked }) => checked);
    for (;;) {
      const more = [...root.querySelectorAll('button')].find(({ textContent }) => textContent.includes('More times'));
      if (!more) break;
      more.click();
      await element.updateComplete;
      await element.updateComplete;
    }
    const inputs = [...root.querySelectorAll<HTMLInputElement>('[name=when]')];
    if (inputs[0] && before !== 0) throw new Error(`Chosen is ${before}, not the first.`);
    return {
      days: [...root.querySelectorAll('.day')].map((day) => [
        day.querySelector('legend')!.textContent.trim(),
        ...[...day.querySelectorAll('label')].map(({ textContent }) => textContent.trim()),
      ]),
      starts: inputs.map(({ value }) => value),
      promise,
      both: root.querySelector('.when .hint')!.textContent.includes('At the shop'),
    };
  }, attributes);
}

function expected(shop: Shop, now: number, theirs: string): Shown {
  const slots = expectedSlots(shop, now, theirs);
  const asap = expectedAsap(shop, now, theirs);
  const starts = [...(asap ? ['asap'] : []), ...slots.map(({ start }) => `${start}`)];
  const days = new Map<string, [string, ...string[]]>();
  for (const start of starts) {
    const day = dayIn(theirs, start === 'asap' ? now : Number(start), now);
    const words = start === 'asap' ? 'As soon as possible' : clockIn(theirs, Number(start));
    days.set(day, [...(days.get(day) ?? [day]), words] as [string, ...string[]]);
  }
  const moments = [slots.find(() => !asap)?.start ?? now, ...slots.map(({ start }) => start)];
  return {
    days: [...days.values()],
    starts,
    promise: promiseLine(shop, now, theirs, asap ? undefined : slots[0]),
    both: moments.some(
      (at) => clockIn(theirs, at) !== clockIn(shop.timeZone, at) || !sameDay(theirs, shop.timeZone, at),
    ),
  };
}

function promiseLine(shop: Shop, now: number, theirs: string, slot: Span | undefined): string {
  const promise = expectedPromise(shop, now, theirs);
  const day = (at: number): string => dayIn(theirs, at, now);
  const clock = (at: number): string => clockIn(theirs, at);
  const opening = promise?.opensAt;
  if (slot && !(promise && opening && slot.start < promise.by && promise.by <= slot.end))
    return `We’ll call ${day(slot.start)}, ${clock(slot.start)} to ${clock(slot.end)}`;
  if (!promise) return '';
  const { by } = promise;
  if (opening && day(opening) === day(by))
    return `We open ${day(by)} at ${clock(opening)} and will call by ${clock(by)}`;
  return day(by) === 'today' ? `We’ll call by ${clock(by)}` : `We’ll call ${day(by)} by ${clock(by)}`;
}

const at = (timeZone: string, instant: number): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);

const clockIn = (timeZone: string, instant: number): string =>
  at(timeZone, instant).toPlainTime().toString({ smallestUnit: 'minute' });

const sameDay = (one: string, other: string, instant: number): boolean =>
  at(one, instant).toPlainDate().equals(at(other, instant).toPlainDate());

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

function dayIn(timeZone: string, instant: number, now: number): string {
  const date = at(timeZone, instant).toPlainDate();
  const away = at(timeZone, now).toPlainDate().until(date).days;
  if (away === 0) return 'today';
  if (away === 1) return 'tomorrow';
  return `${WEEKDAYS[date.dayOfWeek - 1]} ${date.day} ${MONTHS[date.month - 1]}`;
}
