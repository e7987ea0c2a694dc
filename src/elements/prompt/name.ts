/** What a prompt is known by. */

export const questionIn = (prompt: Element): (Element & { updateComplete?: Promise<unknown> }) | null =>
  prompt.querySelector('curtsy-rating,curtsy-expectation,curtsy-callback');

/** Its `id`, else kind and touchpoint of the question inside. */
export function nameOf(prompt: Element): string {
  const question = questionIn(prompt);
  return prompt.id || `${question?.localName.slice(7)} ${question?.getAttribute('touchpoint') ?? ''}`.trim();
}
