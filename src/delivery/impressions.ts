/** `impressions: 'on'`: that a question was shown or dismissed goes to the endpoint too, so that a shop knows how many did not answer. */
import { pageFacts } from '../page/facts.js';
import { newKey } from '../response/uuid.js';
import type { ImpressionAnswer } from '../response/response.js';
import { submit } from './submit.js';

/** Where its answers belong. */
interface Asked {
  source?: string;
  touchpoint?: string;
  endpoint?: string;
}

/** A prompt that says whether it has told the page that it shows. */
type Told = Element & { isTold?: boolean };

const QUESTIONS = 'curtsy-rating,curtsy-expectation,curtsy-callback';
const EVENTS = { 'curtsy-shown': 'shown', 'curtsy-dismissed': 'dismissed' } as const;

/** Begins to send; returns what ends it. What is open already was shown. */
export function sendImpressions(): () => void {
  const send = (event: ImpressionAnswer['event'], element: Element) => {
    const question = element.querySelector<Element & Asked>(QUESTIONS);
    // A framework may set the property, and one that is not defined yet has the attribute alone.
    const given = (name: keyof Asked) => question?.[name] ?? question?.getAttribute(name) ?? undefined;
    const said = {
      key: newKey(),
      kind: 'impression',
      createdAt: new Date().toISOString(),
      answer: { event, ...(question && { kind: question.localName.slice(7) as 'rating' }) },
      complete: true,
      instrument: 'impression/1',
      locale: document.documentElement.lang || navigator.language,
      page: pageFacts(),
      source: given('source'),
      touchpoint: given('touchpoint'),
      endpoint: given('endpoint'),
    } as const;
    // A count that finds no room is no loss to a shopper.
    submit(said, () => {}).catch(() => {});
  };
  // Also of a prompt in a shadow root.
  const hear = (event: Event) => send(EVENTS[event.type as keyof typeof EVENTS], event.composedPath()[0] as Element);
  Object.keys(EVENTS).forEach((type) => addEventListener(type, hear));
  document.querySelectorAll<Told>('curtsy-prompt[open]').forEach((prompt) => prompt.isTold && send('shown', prompt));
  return () => Object.keys(EVENTS).forEach((type) => removeEventListener(type, hear));
}
