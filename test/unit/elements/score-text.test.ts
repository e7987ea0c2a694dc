// A text that only some scores bring leads nowhere: no public review is asked for by score.

import { beforeEach, expect, it, vi } from 'vitest';
import type { QuestionElement } from '../../../src/elements/question-element.js';
import { scoreText } from '../../../src/elements/score-text.js';
import { warnOnce } from '../../../src/settings/warn.js';

vi.mock(import('../../../src/settings/warn.js'), () => ({ warnOnce: vi.fn() }));
const warned = vi.mocked(warnOnce);

beforeEach(() => {
  warned.mockClear();
});

const element = (given: string): QuestionElement =>
  ({ text: (_: string, values?: object, ours?: boolean) => (ours ? 'ours' : given) }) as unknown as QuestionElement;

it.each([
  'Review us: https://reviews.example/shop',
  'Review us: HTTP://reviews.example',
  'Review us on www.reviews.example',
  'g.page/r/shop/review',
  'Thank you.Go to reviews.example/shop',
])('%s is refused, named, and our own text stays', (given) => {
  expect(scoreText(element(given), 'thanksHigh')).toBe('ours');
  expect(warned).toHaveBeenCalledExactlyOnceWith('gated-link', 'thanksHigh', given);
});

it.each([
  'Thank you.',
  'Thank you from Bloom.example.',
  'Vielen Dank, z. B. für 5/5 am 24.12./25.12.',
  'Thank you and/or sorry.',
])('%s is said', (given) => {
  expect(scoreText(element(given), 'thanksHigh')).toBe(given);
  expect(warned).not.toHaveBeenCalled();
});
