// @vitest-environment node
/** The schema is what receivers check against: it must take all that the elements can say, and name what they can't. */

import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';

const path = new URL('../../../src/response/response.schema.json', import.meta.url);
const ajv = new Ajv2020({ allErrors: true });
formats.default(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(path, 'utf8')));

const ID = '01990e7c-1d2e-7a3b-8c4d-5e6f7a8b9c0d';

const common = {
  version: 1,
  id: ID,
  revision: 1,
  createdAt: '2026-11-22T09:30:00.000Z',
  source: 'webshop',
  touchpoint: 'checkout',
  locale: 'de-DE',
  complete: true,
  context: { instrument: 'rating/1' },
};

const rating = { ...common, kind: 'rating', answer: { score: 4, scale: 5, format: 'svg' } };
const expectation = { ...common, kind: 'expectation', answer: { verdict: 'met', score: 0, scale: 5 } };
const consent = { text: 'We use your number for this call only.', version: '1', locale: 'de', at: common.createdAt };
const callback = {
  ...common,
  kind: 'callback',
  answer: {
    channel: 'phone',
    phone: '+4915123456789',
    phoneRaw: '0151 234 567 89',
    slot: 'asap',
    reference: 'K7Q-2MD',
    consent,
  },
};
const cancelled = { ...common, kind: 'callback-cancelled', inReplyTo: ID };
const impression = { ...common, kind: 'impression', answer: { event: 'shown', kind: 'rating' } };

const fullContext = {
  url: 'https://shop.example/checkout?step=2',
  referrer: 'https://search.example',
  title: 'Checkout',
  viewport: [390, 844],
  timeZone: 'Europe/Berlin',
  instrument: 'rating/1',
  vitals: { LCP: { value: 1830, rating: 'good' }, CLS: { value: 0.02, rating: 'needs-improvement' } },
};

const scored = (score: number, scale: number) => ({
  ...rating,
  answer: { score, scale, format: scale === 11 ? 'numerals' : 'svg' },
});
const judged = (verdict: string, score: number, scale = 5, more = {}) => ({
  ...expectation,
  answer: { verdict, score, scale, ...more },
});
const asked = (more: object) => ({ ...callback, answer: { ...callback.answer, ...more } });
const without = (body: object, ...names: string[]) =>
  Object.fromEntries(Object.entries(body).filter(([name]) => !names.includes(name)));

function problems(body: unknown): string[] {
  if (validate(body)) return [];
  // An `if` only says that one of its branches failed, which has an error of its own.
  const errors = (validate.errors ?? []).filter((error) => error.keyword !== 'if');
  return errors.map((error) => `${error.instancePath} ${error.message}`);
}

describe('what the elements say is valid', () => {
  it.each<[string, unknown]>([
    ['a rating', rating],
    ['the worst of five', scored(1, 5)],
    ['the best of three', scored(3, 3)],
    ['thumbs', scored(2, 2)],
    ['nps 0', scored(0, 11)],
    ['nps 10', scored(10, 11)],
    [
      'reasons and a comment',
      { ...rating, answer: { ...rating.answer, reasons: ['price', 'site'], comment: 'Ça va 🙂' } },
    ],
    ['a comment of 1,000 emoji', { ...rating, answer: { ...rating.answer, comment: '🙂'.repeat(1000) } }],
    ['a draft', { ...rating, complete: false, answer: { ...rating.answer, reasons: ['price'] } }],
    ['a later revision', { ...rating, revision: 7 }],
    ['no touchpoint', without(rating, 'touchpoint')],
    ['the whole context', { ...rating, context: fullContext }],
    ['a context without vitals', { ...rating, context: without(fullContext, 'vitals', 'referrer') }],
    [
      'a customer and metadata',
      { ...rating, customer: { id: '7' }, metadata: { order: 'A-1', value: 9.5, new: true } },
    ],
    ['fell far short', judged('fell-short', -2, 5, { promise: 'Delivery by Tuesday', missed: ['on-time'] })],
    ['met, of three', judged('met', 0, 3)],
    ['far exceeded', judged('exceeded', 2)],
    ['a callback', callback],
    ['a callback to a number that nobody can read', { ...callback, answer: without(callback.answer, 'phone') }],
    [
      'a letter',
      {
        ...callback,
        answer: { ...without(callback.answer, 'phone', 'phoneRaw'), channel: 'email', email: 'a@b.example' },
      },
    ],
    ['an address with an umlaut', asked({ channel: 'email', email: 'müller@gärten.example' })],
    [
      'a slot, promised',
      asked({
        slot: { start: '2026-11-23T09:00:00.000Z', end: '2026-11-23T09:30:00.000Z', timeZone: 'Europe/Berlin' },
        promisedBy: '2026-11-23T09:00:00.000Z',
        name: 'Ada',
        topic: 'order',
        note: 'After nine, please.',
        consent: { ...consent, marketing: false },
      }),
    ],
    ['a callback that follows a rating', { ...callback, inReplyTo: ID }],
    ['a cancelled callback', cancelled],
    ['a cancelled callback that names its reference', { ...cancelled, answer: { reference: 'K7Q-2MD' } }],
    ['an impression', impression],
  ])('%s', (_, body) => {
    expect(problems(body)).toEqual([]);
  });
});

describe('what they can not say is not, and is named by its path', () => {
  it.each<[string, unknown, string]>([
    ['nothing', null, ''],
    ['a list', [rating], ''],
    ['another version', { ...rating, version: 2 }, '/version'],
    ['an unknown kind', { ...rating, kind: 'survey' }, '/kind'],
    ['an unknown property', { ...rating, extra: 1 }, ''],
    ['no id', without(rating, 'id'), ''],
    ['no answer', without(rating, 'answer'), ''],
    ['no context', without(rating, 'context'), ''],
    ['a UUID of version 4', { ...rating, id: '3f2504e0-4f89-41d3-9a0c-0305e82c3301' }, '/id'],
    ['an id in capitals', { ...rating, id: ID.toUpperCase() }, '/id'],
    ['revision 0', { ...rating, revision: 0 }, '/revision'],
    ['a revision beyond 32 bits', { ...rating, revision: 2 ** 31 }, '/revision'],
    ['half a revision', { ...rating, revision: 1.5 }, '/revision'],
    ['a revision as text', { ...rating, revision: '1' }, '/revision'],
    ['a day that does not exist', { ...rating, createdAt: '2026-02-30T09:30:00.000Z' }, '/createdAt'],
    ['a local time', { ...rating, createdAt: '2026-11-22T09:30:00+01:00' }, '/createdAt'],
    ['an empty source', { ...rating, source: '' }, '/source'],
    ['complete as text', { ...rating, complete: 'true' }, '/complete'],
    ['a reply to something that is no id', { ...rating, inReplyTo: 'A-1' }, '/inReplyTo'],
    ['nested metadata', { ...rating, metadata: { cart: { value: 1 } } }, '/metadata/cart'],
    ['null metadata', { ...rating, metadata: { cart: null } }, '/metadata/cart'],
    ['an unknown customer detail', { ...rating, customer: { iban: 'DE02' } }, '/customer'],
    ['0 of five', scored(0, 5), '/answer/score'],
    ['6 of five', scored(6, 5), '/answer/score'],
    ['4 of three', scored(4, 3), '/answer/score'],
    ['3 of two', scored(3, 2), '/answer/score'],
    ['nps 11', scored(11, 11), '/answer/score'],
    ['half a point', scored(3.5, 5), '/answer/score'],
    ['a scale of four', scored(3, 4), '/answer/scale'],
    ['an unknown format', { ...rating, answer: { ...rating.answer, format: 'hearts' } }, '/answer/format'],
    ['faces for nps', { ...rating, answer: { score: 9, scale: 11, format: 'svg' } }, '/answer/format'],
    ['one reason that is no list', { ...rating, answer: { ...rating.answer, reasons: 'price' } }, '/answer/reasons'],
    ['an empty comment', { ...rating, answer: { ...rating.answer, comment: '' } }, '/answer/comment'],
    ['a comment of 1,001', { ...rating, answer: { ...rating.answer, comment: 'x'.repeat(1001) } }, '/answer/comment'],
    [
      'a draft with typed text',
      { ...rating, complete: false, answer: { ...rating.answer, comment: 'x' } },
      '/answer/comment',
    ],
    ['a phone number in a rating', { ...rating, answer: { ...rating.answer, phone: '+4915123456789' } }, '/answer'],
    ['another kind’s answer', { ...rating, answer: expectation.answer }, '/answer'],
    ['met below 0', judged('met', -1), '/answer/score'],
    ['fell short at 0', judged('fell-short', 0), '/answer/score'],
    ['exceeded below 0', judged('exceeded', -2), '/answer/score'],
    ['an unknown verdict', judged('so-so', 0), '/answer/verdict'],
    ['-3 of five', judged('fell-short', -3), '/answer/score'],
    ['-2 of three', judged('fell-short', -2, 3), '/answer/score'],
    ['a met expectation that missed a promise', judged('met', 0, 5, { missed: ['on-time'] }), '/answer/missed'],
    ['an incomplete callback', { ...callback, complete: false }, '/complete'],
    ['an unknown channel', asked({ channel: 'fax' }), '/answer/channel'],
    ['a national number as E.164', asked({ phone: '015123456789' }), '/answer/phone'],
    ['a call without the number as typed', { ...callback, answer: without(callback.answer, 'phoneRaw') }, '/answer'],
    ['a letter without an address', asked({ channel: 'email' }), '/answer'],
    ['an address without an @', asked({ channel: 'email', email: 'a.example' }), '/answer/email'],
    ['a reference with letters that look like others', asked({ reference: 'KIO-2LU' }), '/answer/reference'],
    ['a reference without its hyphen', asked({ reference: 'K7Q2MD' }), '/answer/reference'],
    ['a slot without its zone', asked({ slot: { start: common.createdAt, end: common.createdAt } }), '/answer/slot'],
    ['no consent', { ...callback, answer: without(callback.answer, 'consent') }, '/answer'],
    ['consent to no text', asked({ consent: { ...consent, text: '' } }), '/answer/consent/text'],
    ['a cancel of nothing', without(cancelled, 'inReplyTo'), ''],
    ['an unknown impression', { ...impression, answer: { event: 'hovered' } }, '/answer/event'],
    ['a context without its instrument', { ...rating, context: without(fullContext, 'instrument') }, '/context'],
    ['an instrument without its version', { ...rating, context: { instrument: 'rating' } }, '/context/instrument'],
    [
      'more than the instrument under minimal',
      { ...rating, context: { instrument: 'rating/1', title: 'x' } },
      '/context',
    ],
    [
      'an address with its fragment',
      { ...rating, context: { ...fullContext, url: 'https://a.example/#me' } },
      '/context/url',
    ],
    ['a viewport of one number', { ...rating, context: { ...fullContext, viewport: [390] } }, '/context/viewport'],
    ['an unknown vital', { ...rating, context: { ...fullContext, vitals: { TTFB: {} } } }, '/context/vitals'],
    [
      'an unknown judgement of a vital',
      { ...rating, context: { ...fullContext, vitals: { LCP: { value: 1, rating: 'fine' } } } },
      '/context/vitals/LCP/rating',
    ],
  ])('%s', (_, body, where) => {
    expect(problems(body).map((problem) => problem.split(' ')[0])).toContain(where);
  });
});
