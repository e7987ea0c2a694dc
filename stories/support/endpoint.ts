// Stands in for a shop's endpoint: stories send nothing over a network, they only see what an element says when one would.

/** Where the stories' answers are POSTed. */
export const ENDPOINT = '/storybook-feedback';

/** A status, or no answer at all because the connection is gone. */
export type Answer = number | 'offline';

const { fetch } = globalThis;
let answer: Answer = 204;

globalThis.fetch = async (input, init) => {
  const url = new URL(input instanceof Request ? input.url : input, location.href);
  if (url.pathname !== ENDPOINT) return fetch(input, init);
  if (answer === 'offline') throw new TypeError('Failed to fetch');
  return new Response(null, { status: answer });
};

/** What the endpoint answers from now on. */
export function answerWith(given: Answer): void {
  answer = given;
}
