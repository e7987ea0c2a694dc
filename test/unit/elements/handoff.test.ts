// What staff are told of an answer, in two sentences: what was answered, in words and numbers, and what was said of it.

import { describe, expect, it } from 'vitest';
import { handoffOf } from '../../../src/elements/handoff.js';
import type { QuestionElement } from '../../../src/elements/question-element.js';
import { englishConversation } from '../../../src/language/english-conversation.js';
import { englishExpectation } from '../../../src/language/english-expectation.js';
import { englishRecovery } from '../../../src/language/english-recovery.js';
import { english } from '../../../src/language/english.js';
import { addStrings, say } from '../../../src/language/strings.js';
import { strings as german } from '../../../src/language/locales/de.js';
import type { ExpectationAnswer, RatingAnswer } from '../../../src/response/response.js';

addStrings('en', { ...english, ...englishConversation, ...englishExpectation, ...englishRecovery });
addStrings('de', german);

interface Given {
  lang?: string;
  chips?: string;
  question?: string;
  subject?: string;
}

/** As much of an element as a handoff asks for. */
function element({ lang = 'en', chips, question, subject }: Given = {}): QuestionElement {
  const stub = document.createElement('div');
  stub.lang = lang;
  return Object.assign(stub, {
    question,
    subject,
    chips: () => chips,
    text: (key: string, values?: Record<string, unknown>) => say(key, lang, [], values),
  }) as unknown as QuestionElement;
}

const rating = (score: number, more: Partial<RatingAnswer> = {}): RatingAnswer => ({
  score,
  scale: 5,
  format: 'svg',
  ...more,
});

const expectation = (score: number, more: Partial<ExpectationAnswer> = {}): ExpectationAnswer => ({
  verdict: score < 0 ? 'fell-short' : score ? 'exceeded' : 'met',
  score,
  scale: 5,
  ...more,
});

describe('a rating', () => {
  it.each([
    [5, 1, '“Very dissatisfied”, 1 on a scale from 1 to 5'],
    [5, 5, '“Very satisfied”, 5 on a scale from 1 to 5'],
    [3, 1, '“Dissatisfied”, 1 on a scale from 1 to 3'],
    [3, 2, '“Neither”, 2 on a scale from 1 to 3'],
    [2, 1, '“Dissatisfied”, 1 on a scale from 1 to 2'],
    [2, 2, '“Satisfied”, 2 on a scale from 1 to 2'],
    [11, 0, '“Not at all likely”, 0 on a scale from 0 to 10'],
    [11, 10, '“Extremely likely”, 10 on a scale from 0 to 10'],
    [11, 6, 'The answer was 6 on a scale from 0 to 10.'],
  ])('of %i points, %i', (scale, score, words) => {
    expect(handoffOf(element(), rating(score, { scale }))).toContain(words);
  });

  it('names the first reasons by their labels, and the question if it was the shop’s own', () => {
    const stub = element({ chips: 'fit=The fit, price=The price, cut=The cut, hem=The hem', question: 'How was it?' });
    const said = handoffOf(stub, rating(2, { reasons: ['price', 'hem', 'gone', 'fit'] }));
    expect(said).toContain('; the question: How was it?; about: The price, The hem, and gone.');
  });

  it('names reasons of the preset', () => {
    expect(handoffOf(element({ chips: 'experience' }), rating(1, { reasons: ['site'] }))).toContain('about: The site.');
  });
});

describe('an expectation', () => {
  it.each([
    [5, -2, undefined, '“Fell far short”, -2 on a scale from -2 to 2'],
    [5, -1, undefined, '“Fell a little short”'],
    [3, -1, undefined, '“Fell short”, -1 on a scale from -1 to 1'],
    [5, 0, undefined, '“Met them”'],
    [5, -2, 'the lamp', '“Much worse than I expected”, -2 on a scale from -2 to 2; about: the lamp.'],
  ])('of %i points, %i', (scale, score, subject, words) => {
    expect(handoffOf(element(subject ? { subject } : {}), expectation(score, { scale }))).toContain(words);
  });

  it('names what was promised and which promises were missed', () => {
    const stub = element({ chips: 'date=Delivery date, wrap=Gift wrapping' });
    const answer = expectation(-1, { promise: 'Delivery by Tuesday', missed: ['date', 'wrap'] });
    expect(handoffOf(stub, answer)).toContain(
      '; promised: Delivery by Tuesday; missed: Delivery date and Gift wrapping.',
    );
  });
});

describe('the comment', () => {
  const comment = (text: string): string => handoffOf(element(), rating(1, { comment: text })).split('. ')[1] ?? '';

  it('is told on one line, and its braces are nothing to fill in', () => {
    expect(comment('It broke\n\n at {score}')).toBe('The comment: “It broke at {score}”');
  });

  it('is cut behind a word, and marked', () => {
    const told = comment('Broken lamp '.repeat(60));
    expect(told).toMatch(/^The comment: “(Broken lamp )+…”$/);
    expect(told.length).toBeLessThan(310);
  });

  it('without a blank is cut all the same, between characters', () => {
    expect(comment('😞'.repeat(400))).toMatch(/^The comment: “(?:😞){280} …”$/u);
  });

  it('that was not left is said to be missing', () => {
    expect(handoffOf(element(), rating(1))).toMatch(/There is no comment\.$/);
  });
});

it('speaks the element’s language', () => {
  const said = handoffOf(element({ lang: 'de', chips: 'experience' }), rating(1, { reasons: ['people', 'site'] }));
  expect(said).toBe(
    'Die Antwort war „Sehr unzufrieden“, 1 auf einer Skala von 1 bis 5; Thema: Das Team und Die Website. Einen Kommentar gibt es nicht.',
  );
});
