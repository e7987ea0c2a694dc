/** English, what stands beside the fields of every form. */
export const englishForm = {
  optional: '(optional)',
  commentHint: 'Please leave out card and account numbers.',
};
