/** `analytics: 'datalayer'`: tells the shop's own tag manager what was shown, answered and dismissed, and never what was written. */

/** What is known of an element without a word that somebody wrote. */
interface Asked extends HTMLElement {
  touchpoint?: string;
  /** Whether a prompt has told the page that it shows. */
  isTold?: boolean;
}

const QUESTIONS = 'curtsy-rating,curtsy-expectation,curtsy-callback';
const EVENTS = {
  'curtsy-shown': 'curtsy_shown',
  'curtsy-submit': 'curtsy_answered',
  'curtsy-dismissed': 'curtsy_dismissed',
};

/** Begins to push into `window.dataLayer`; returns what ends it. What is open already was shown. */
export function pushEvents(): () => void {
  const push = (event: string, element: Element, score?: number) => {
    const question: Asked | null = element.matches(QUESTIONS) ? (element as Asked) : element.querySelector(QUESTIONS);
    const page = window as { dataLayer?: object[] };
    (page.dataLayer ??= []).push({
      event,
      kind: question?.localName.slice(7),
      // A framework may set the property, and one that is not defined yet has the attribute alone.
      touchpoint: question?.touchpoint ?? question?.getAttribute('touchpoint') ?? undefined,
      ...(score !== undefined && { score }),
    });
  };
  const hear = (event: Event) => {
    const detail = (event as CustomEvent<{ response?: { answer: { score?: number } } } | null>).detail;
    const [target] = event.composedPath();
    // A submit that the shop takes back is no answer; everybody else has heard it by now.
    if (!event.defaultPrevented)
      push(EVENTS[event.type as keyof typeof EVENTS], target as Element, detail?.response?.answer.score);
  };
  Object.keys(EVENTS).forEach((type) => addEventListener(type, hear));
  document
    .querySelectorAll<Asked>('curtsy-prompt[open]')
    .forEach((prompt) => prompt.isTold && push('curtsy_shown', prompt));
  return () => Object.keys(EVENTS).forEach((type) => removeEventListener(type, hear));
}
