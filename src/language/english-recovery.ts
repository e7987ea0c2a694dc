/** English, the offer of help after an answer, and what staff are told of that answer. */
export const englishRecovery = {
  recoverQuestion: 'Would you like us to put it right?',
  recoverCall: 'Ask for a call',
  recoverMessage: 'Ask for a message',
  recoverEither: 'Ask for a call or a message',
  recoverDecline: 'No, thanks',
  recoverQuiet: 'Would you like us to get in touch?',
  handoffWords: 'The answer was “{words}”, {score} on a scale from {low} to {high}',
  handoffScore: 'The answer was {score} on a scale from {low} to {high}',
  handoffQuestion: '; the question: {question}',
  handoffAbout: '; about: {about}',
  handoffPromise: '; promised: {promise}',
  handoffMissed: '; missed: {missed}',
  handoffComment: '. The comment: “{comment}”',
  handoffNoComment: '. There is no comment.',
};
