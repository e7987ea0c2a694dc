/** `ask()`: puts a question to the shopper by code, with the manners of any prompt, and says what came of it. */
import { warnOnce } from '../settings/warn.js';

export interface Outcome {
  outcome: 'answered' | 'dismissed' | 'suppressed';
  /** The rule that spoke against it. */
  reason?: string;
  /** What was said, where Send was pressed. */
  response?: object;
}

/** Attributes that are the prompt's, and not the question's. */
const PROMPTS = [
  'id',
  'pages',
  'min-visits',
  'min-pages',
  'sample',
  'placement',
  'anchor',
  'cooldown',
  'answered-cooldown',
  'priority',
];

const KINDS = ['rating', 'expectation', 'callback'];

/** Of the events of both. */
interface Detail {
  response?: object;
  reason?: string;
  answered?: boolean;
}

/**
 * Asks a question of `kind`, whose attributes and the prompt's are `attributes`. Resolves when it is answered, closed, or refused by a
 * rule; while something is in its way it waits.
 */
export async function ask(
  kind: 'rating' | 'expectation' | 'callback',
  attributes: Record<string, unknown> = {},
): Promise<Outcome> {
  if (!KINDS.includes(kind)) {
    warnOnce('bad-attribute', 'the kind of ask()', kind, KINDS, 'nothing');
    return { outcome: 'suppressed', reason: 'kind' };
  }
  const prompt = document.createElement('curtsy-prompt');
  const question = document.createElement(`curtsy-${kind}`);
  for (const [name, value] of Object.entries(attributes)) {
    const element = PROMPTS.includes(name) ? prompt : question;
    // A list of choices is a property, as anything that no attribute can hold.
    if (Object(value) === value) Object.assign(element, { [name]: value });
    else if (value != null && value !== false) element.setAttribute(name, value === true ? '' : (value as string));
  }
  prompt.setAttribute('trigger', 'ask');
  prompt.append(question);
  document.body.append(prompt);
  // The script tag fetches what it sees.
  await customElements.whenDefined('curtsy-prompt');
  return new Promise((resolve) => {
    let response: object | undefined;
    const end = (result: Outcome) => {
      resolve(result);
      prompt.remove();
    };
    const hear = (element: Element, name: string, listener: (detail: Detail) => unknown) =>
      element.addEventListener(`curtsy-${name}`, (event) =>
        // Who hears of it later may cancel it.
        queueMicrotask(() => !event.defaultPrevented && listener((event as CustomEvent<Detail>).detail)),
      );
    hear(question, 'submit', (detail) => (response = detail.response));
    hear(prompt, 'suppressed', ({ reason = '' }) => end({ outcome: 'suppressed', reason }));
    hear(prompt, 'closed', ({ answered }) =>
      end({ outcome: answered ? 'answered' : 'dismissed', ...(response && { response }) }),
    );
    hear(question, 'saved', () => response && resolve({ outcome: 'answered', response }));
  });
}
