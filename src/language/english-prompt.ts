/** English, what stands around a question that comes by itself. */
export const englishPrompt = {
  feedback: 'Feedback',
  close: 'Close',
};
