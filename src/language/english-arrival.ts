/** English, what is said to who can't see a card: that a question has come, and what is closed. */
export const englishArrival = {
  closeFeedback: 'Close feedback',
  arrived: 'A question for you: {question}',
};
