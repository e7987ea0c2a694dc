/** English, what is said to who can't see that a question has come. */
export const englishArrival = {
  arrived: 'A question for you: {question}',
};
