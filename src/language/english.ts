/** English, what can be seen before a first press. The rest comes with the chunk that needs it. */
export const english = {
  ratingQuestion: 'How satisfied are you with your visit today?',
  rating0: 'Very dissatisfied',
  rating1: 'Dissatisfied',
  rating2: 'Neither',
  rating3: 'Satisfied',
  rating4: 'Very satisfied',
  npsQuestion: 'How likely are you to recommend us to a friend?',
  nps0: 'Not at all likely',
  nps10: 'Extremely likely',
  required: 'Please choose one.',
  send: 'Send',
  thanks: 'Thank you.',
  saved: 'Saved on this device. We’ll send it when you’re back online.',
};
