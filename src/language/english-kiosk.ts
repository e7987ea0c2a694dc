/** English, an element on a tablet in a shop: a press that came too soon, and what its maintainer sees, by the language's plurals. */
export const englishKiosk = {
  moment: 'One moment, please.',
  waiting_one: '{count} answer waits to be sent',
  waiting_other: '{count} answers wait to be sent',
};
