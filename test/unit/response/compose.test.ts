// The body of the wire: every name at its place, nothing that was not said, nothing that privacy holds back.

import { expect, it } from 'vitest';
import { compose } from '../../../src/response/compose.js';
import type { Submission } from '../../../src/response/response.js';
import type { Used } from '../../../src/settings/check.js';
import { ID, said } from './submission.js';

const context = { instrument: 'rating/1' };

function composed(more: Partial<Submission> = {}, settings: Partial<Used> = {}, revision = 1): object {
  const used = { source: 'webshop', privacy: 'full', ...settings } as Partial<Used> as Used;
  return JSON.parse(JSON.stringify(compose(said(more), revision, used, context))) as object;
}

it('has its names in one order, so that the same answer makes the same bytes', () => {
  const whole = composed(
    { touchpoint: 'checkout', inReplyTo: ID, metadata: { cart: 20 } },
    { customer: { id: 'c-1' } },
  );
  expect(Object.keys(whole)).toEqual([
    'version',
    'id',
    'revision',
    'kind',
    'createdAt',
    'source',
    'touchpoint',
    'locale',
    'answer',
    'complete',
    'inReplyTo',
    'customer',
    'metadata',
    'context',
  ]);
});

it('leaves out what nobody said', () => {
  expect(composed()).toEqual({
    version: 1,
    id: ID,
    revision: 1,
    kind: 'rating',
    createdAt: '2026-11-22T09:30:00.000Z',
    source: 'webshop',
    locale: 'de-DE',
    answer: { score: 4, scale: 5, format: 'svg' },
    complete: true,
    context,
  });
});

it('keeps the page and what names the submission to itself', () => {
  expect(Object.keys(composed({ endpoint: '/own' }))).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/^(key|page|endpoint|instrument)$/)]),
  );
});

it('has the revision that it is told', () => {
  expect(composed({}, {}, 3)).toHaveProperty('revision', 3);
});

it('has the element’s own source before the setting', () => {
  expect(composed({ source: 'outlet' })).toHaveProperty('source', 'outlet');
});

it('has the customer only under full privacy', () => {
  const customer = { id: 'c-1' };
  expect(composed({}, { customer })).toHaveProperty('customer', customer);
  expect(composed({}, { customer, privacy: 'minimal' })).not.toHaveProperty('customer');
});

it.each([
  ['of the setting', { order: 'A-1', cart: 20 }, undefined, { order: 'A-1', cart: 20 }],
  ['of the element', undefined, { cart: 30 }, { cart: 30 }],
  ['of both, the element’s over the setting’s', { order: 'A-1', cart: 20 }, { cart: 30 }, { order: 'A-1', cart: 30 }],
])('has the metadata %s', (_, set, own, sent) => {
  expect(composed({ metadata: own }, set && { metadata: set })).toHaveProperty('metadata', sent);
});
