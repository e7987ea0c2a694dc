/** What a prompt is known by. */

/** What can stand in a prompt. */
export const QUESTIONS = 'curtsy-rating,curtsy-expectation,curtsy-callback';

interface Question extends Element {
  touchpoint?: string;
  updateComplete?: Promise<unknown>;
}

export const questionIn = (prompt: Element): Question | null => prompt.querySelector(QUESTIONS);

/** Its `id`, else kind and touchpoint of the question inside. */
export function nameOf(prompt: Element): string {
  const question = questionIn(prompt);
  // A framework may set the property, and one that is not defined yet has the attribute alone.
  const touchpoint = question?.touchpoint ?? question?.getAttribute('touchpoint') ?? '';
  return prompt.id || `${question?.localName.slice(7)} ${touchpoint}`.trim();
}
