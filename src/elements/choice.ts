/** What the shop gives to choose from, read from its notation. */
import type { QuestionElement } from './question-element.js';

/** A chip, or an entry of a list: the value on the wire and the words on it. */
export interface Choice {
  value: string;
  label: string;
}

/** The preset of reasons: what a shopper's impression of a shop is made of. */
const EXPERIENCE = ['people', 'product', 'expectation', 'feeling', 'site', 'brand'];

/** What the shop gave to choose from. */
export function choicesOf(element: QuestionElement): Choice[] {
  const given = element.chips() ?? '';
  if (given === 'experience') return EXPERIENCE.map((value) => ({ value, label: element.text(value) }));
  if (typeof given !== 'string') return given;
  // `value=Label, …`; a part without `=` is both.
  return [...given.matchAll(/\s*([^,=]*[^,=\s])\s*(?:=\s*([^,]*[^,\s]))?/g)].map(([, value, label]) => ({
    value: value!,
    label: label ?? value!,
  }));
}
