// Each rule by itself, and which of two that refuse is named.

import { describe, expect, it } from 'vitest';
import type { Past } from '../../../src/manners/memory.js';
import { isOutOfPlace } from '../../../src/manners/over.js';
import { refusal, rules, type Asks, type Moment, type RuleName } from '../../../src/manners/rules.js';
import type { Visit } from '../../../src/manners/visit.js';
import { DAY, NOW, SECOND } from '../outbox/records.js';
import { ASKS } from './world.js';

const VISIT: Visit = { number: 2, startedAt: NOW - 60 * SECOND, seenAt: NOW, pages: 3, draw: 0.1 };

const MOMENT: Moment = {
  now: NOW,
  path: '/teapots/blue',
  quietPages: ['/cart*', '/checkout*'],
  savesData: false,
  visit: VISIT,
  past: {},
  trigger: 'scroll',
};

type Row = [what: string, asks: Partial<Asks>, moment: Partial<Omit<Moment, 'visit'>> & { visit?: Partial<Visit> }];

const moment = ({ visit, ...more }: Row[2]): Moment => ({ ...MOMENT, ...more, visit: { ...VISIT, ...visit } });
const past = (what: keyof Past, days: number): Row[2] => ({ past: { [what]: NOW - days * DAY } });

it('lets a prompt speak on the third page of a visit, a minute after it began', () => {
  expect(refusal(ASKS, MOMENT)).toBeUndefined();
});

describe('a rule refuses', () => {
  it.each<[RuleName, ...Row]>([
    ['pages', 'another page', { pages: ['/teacups/*', '/'] }, {}],
    ['min-visits', 'an early visit', { minVisits: 3 }, {}],
    ['min-pages', 'too few pages', { minPages: 4 }, {}],
    ['sample', 'who drew too much', { sample: 0.3 }, {}],
    ['sample', 'everybody, if it is 0', { sample: 0 }, { visit: { draw: 0 } }],
    ['cooldown', 'what was shown 29 days ago', {}, past('shown', 29)],
    ['answered-cooldown', 'what was answered 89 days ago', {}, past('answered', 89)],
    ['answered-cooldown', 'what was dismissed 89 days ago', {}, past('dismissed', 89)],
    ['quiet-pages', 'the cart', {}, { path: '/cart' }],
    ['quiet-pages', 'all of the checkout', {}, { path: '/checkout/payment/3ds' }],
    ['save-data', 'who saves data', {}, { savesData: true }],
    ['one-a-visit', 'a second one in a visit', {}, { visit: { spoke: 'coffee' } }],
    ['one-a-visit', 'the same one again', { cooldown: 0 }, { visit: { spoke: 'tea' } }],
    ['first-page', 'the first page', {}, { visit: { pages: 1 } }],
    ['first-seconds', 'the first ten seconds', {}, { visit: { startedAt: NOW - 9999 } }],
  ])('%s: %s', (rule, _, asks, more) => {
    expect(refusal({ ...ASKS, ...asks }, moment(more))).toBe(rule);
  });
});

describe('a rule lets through', () => {
  it.each<[RuleName, ...Row]>([
    ['pages', 'a page below', { pages: ['/teapots/*'] }, {}],
    ['sample', 'who drew little', { sample: 0.6 }, {}],
    ['cooldown', 'what was shown 30 days ago', {}, past('shown', 30)],
    ['cooldown', 'anything, if it is none', { cooldown: 0 }, past('shown', 0)],
    ['cooldown', 'what a wrong clock dated years ahead', {}, past('shown', -2000)],
    ['answered-cooldown', 'what was answered 90 days ago', {}, past('answered', 90)],
    ['answered-cooldown', 'what was dismissed 90 days ago', {}, past('dismissed', 90)],
    ['first-seconds', 'ten seconds', {}, { visit: { startedAt: NOW - 1e4 } }],
  ])('%s: %s', (rule, _, asks, more) => {
    expect(rules[rule]!({ ...ASKS, ...asks }, moment(more))).toBe(true);
  });

  it.each(['load', 'after', 'click', 'event', 'ask'])('%s on the first page, at once', (trigger) => {
    expect(refusal(ASKS, moment({ trigger, visit: { pages: 1, startedAt: NOW } }))).toBeUndefined();
  });

  it.each(['scroll', 'idle', 'exit', 'visible', 'slow'])('%s only on a second page', (trigger) => {
    expect(refusal(ASKS, moment({ trigger, visit: { pages: 1, startedAt: NOW } }))).toBe('first-page');
  });
});

describe('a press', () => {
  const trigger = 'click';

  it('is asked for: neither the visit, nor quiet pages, nor saving of data matter', () => {
    expect(
      refusal(ASKS, moment({ trigger, path: '/cart', savesData: true, visit: { spoke: 'coffee' } })),
    ).toBeUndefined();
  });

  it.each<[RuleName, ...Row]>([
    ['pages', 'another page', { pages: ['/teacups/*'] }, { trigger }],
    ['sample', 'a draw', { sample: 0.3 }, { trigger }],
    ['cooldown', 'what was shown lately', {}, { trigger, past: { shown: NOW - DAY } }],
  ])('is bound by what the prompt itself says, %s', (rule, _, asks, more) => {
    expect(refusal({ ...ASKS, ...asks }, moment(more))).toBe(rule);
  });
});

describe('a prompt that speaks', () => {
  it.each([
    ['in the checkout', '/checkout', 'scroll', true],
    ['in the checkout, after a press', '/checkout', 'click', false],
    ['in the checkout, since the shop shows it', '/checkout', 'show', false],
    ['off its pages', '/teacups', 'scroll', true],
    ['on its pages', '/teapots/red', 'scroll', false],
  ])('is out of place %s: %s, %s: %s', (_, path, trigger, out) => {
    expect(isOutOfPlace({ ...ASKS, pages: ['/teapots*', '/checkout'] }, moment({ path, trigger }))).toBe(out);
  });
});
