/** English, the expectation prompt. */
export const englishExpectation = {
  expectationQuestion: 'Did we meet your expectations?',
  'expectation-2': 'Fell far short',
  'expectation-1': 'Fell a little short',
  expectation0: 'Met them',
  expectation1: 'Exceeded them',
  expectation2: 'Far exceeded them',
  fellShort: 'Fell short',
  comparedQuestion: 'Compared with what you expected, how was {subject}?',
  'compared-2': 'Much worse than I expected',
  'compared-1': 'Worse than I expected',
  compared0: 'About what I expected',
  compared1: 'Better than I expected',
  compared2: 'Much better than I expected',
  promised: 'We promised',
};
