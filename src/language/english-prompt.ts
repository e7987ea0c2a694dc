/** English, what stands around a question that comes by itself. */
export const englishPrompt = {
  feedback: 'Feedback',
  arrived: 'A question for you: {question}',
  close: 'Close',
  closeFeedback: 'Close feedback',
};
