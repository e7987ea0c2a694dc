// A month in the life of a browser: 200 visits to a shop in which five prompts want to speak. What they are owed, and what
// a shopper is, is counted here anew, from what was seen alone.

import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Asks } from '../../../src/manners/rules.js';
import { chanceOf } from '../../support/chance.js';
import { DAY, HOUR, MINUTE, NOW, SECOND } from '../outbox/records.js';
import { actor, browser, close, land, pass, type Actor } from './world.js';

const PROMPTS: Partial<Asks>[] = [
  { name: 'service', cooldown: 7 * DAY, answeredCooldown: 14 * DAY, priority: 2 },
  { name: 'site', cooldown: 2 * DAY, answeredCooldown: 4 * DAY },
  { name: 'range', cooldown: 2 * DAY, answeredCooldown: 4 * DAY },
  { name: 'prices', cooldown: DAY, answeredCooldown: 2 * DAY, minPages: 3, priority: 1 },
  { name: 'checkout', cooldown: DAY, answeredCooldown: 3 * DAY, pages: ['/thanks'] },
];
const PATHS = ['/', '/teapots', '/cart', '/thanks'];
const EAGER = ['load', 'after', 'event'];
const TRIGGERS = [...EAGER, 'scroll', 'idle', 'exit'];
const VISITS = 200;

interface Spoken {
  name: string;
  visit: number;
  at: number;
}
interface Ended {
  name: string;
  at: number;
}

beforeEach(() => void vi.useFakeTimers({ now: NOW }));
afterEach(() => {
  vi.clearAllTimers();
  vi.useRealTimers();
});

function live(seed: number) {
  const chance = chanceOf(seed);
  const upTo = (most: number): number => Math.floor(chance() * most);
  const oneOf = <T>(list: readonly T[]): T => list[upTo(list.length)]!;

  const shared = { ...browser(), quietPages: ['/cart'] };
  const spoken: Spoken[] = [];
  const ended: Ended[] = [];
  const passedOver: string[] = [];

  for (let visit = 0; visit < VISITS; visit++) {
    pass(HOUR + upTo(5 * HOUR));
    const began = Date.now();
    const pages = 1 + upTo(6);
    for (let page = 1; page <= pages; page++) {
      shared.path = oneOf(PATHS);
      const turns = land(shared);
      const actors = PROMPTS.map((asked): Actor => {
        const one: Actor = actor(asked, () => spoken.push({ name: one.asked.name, visit, at: Date.now() }));
        return one;
      });
      const wishes = actors.map((one) => ({ one, trigger: oneOf(TRIGGERS), at: upTo(30), owed: 0, refused: false }));

      const length = 2 + upTo(60);
      for (let second = 0; second < length; second++) {
        for (const { one, trigger, at } of wishes) {
          if (second === at) turns.wish(one, trigger);
          if (chance() < 0.1) one.inTheWay = one.inTheWay ? undefined : 'dialog';
        }
        pass(SECOND);
        const [speaking] = turns.speaking;
        for (const wish of wishes) {
          const { one, trigger, at } = wish;
          const { name, cooldown, answeredCooldown, minPages, pages: paths } = one.asked;
          const lately = (list: Ended[], length: number) =>
            list.some((entry) => entry.name === name && Date.now() - entry.at < length);
          const mayEver =
            shared.path !== '/cart' &&
            (!paths[0] || paths.includes(shared.path)) &&
            page >= minPages &&
            !spoken.some((entry) => entry.visit === visit) &&
            !lately(spoken, cooldown) &&
            !lately(ended, answeredCooldown) &&
            (EAGER.includes(trigger) || page > 1);
          // Whom a rule refuses is refused for this page.
          wish.refused ||= second >= at && !mayEver;
          const isCalm = EAGER.includes(trigger) || Date.now() - began >= 10 * SECOND;
          const isOwed = second >= at && !wish.refused && isCalm && !speaking && !one.inTheWay;
          // It has a second to look whether its place is free.
          wish.owed = isOwed ? wish.owed + 1 : 0;
          if (wish.owed > 1) passedOver.push(`${name} by ${trigger}, visit ${visit}, page ${page}, second ${second}`);
        }
        if (speaking && chance() < 0.2) {
          close(turns, speaking.speaker, 'dismissed');
          ended.push({ name: speaking.speaker.asks().name, at: Date.now() });
        }
      }
      // The page is left, whoever speaks.
      actors.forEach((one) => turns.leave(one));
      pass(upTo(oneOf([2 * SECOND, 5 * MINUTE])));
    }
  }
  return { spoken, ended, passedOver };
}

function hold({ spoken, ended, passedOver }: ReturnType<typeof live>) {
  const visits = spoken.map(({ visit }) => visit);
  expect(
    visits.filter((visit, at) => visits.indexOf(visit) !== at),
    'visits with two unasked prompts',
  ).toEqual([]);

  const broken = spoken.flatMap(({ name, at }, index) => {
    const { cooldown, answeredCooldown } = PROMPTS.find((one) => one.name === name) as Asks;
    const shown = spoken.slice(0, index).filter((entry) => entry.name === name && at - entry.at < cooldown);
    const over = ended.filter((entry) => entry.name === name && entry.at < at && at - entry.at < answeredCooldown);
    return [...shown, ...over].map((entry) => `${name}: ${entry.at} and ${at}`);
  });
  expect(broken, 'cooldowns broken').toEqual([]);
  expect(passedOver, 'prompts that should have had their turn').toEqual([]);
}

it('a month of 200 visits: no visit with two unasked prompts, no cooldown broken, every turn given', () => {
  const month = live(20261122);
  hold(month);
  const heard = new Set(month.spoken.map(({ name }) => name));
  expect([...heard].sort()).toEqual(PROMPTS.map(({ name }) => name).sort());
  expect(month.spoken.length).toBeGreaterThan(20);
});

it('any other month', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      vi.setSystemTime(NOW);
      hold(live(seed));
    }),
    { numRuns: 4 },
  );
}, 60_000);
