/** An endpoint for answers as a Netlify function: keeps each response once in the site's blob store `curtsy`. */

import { getStore } from '@netlify/blobs';

const KINDS = ['rating', 'expectation', 'callback', 'callback-cancelled', 'impression'];
const UUID7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const CORS = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'Retry-After' };
const PREFLIGHT = {
  'access-control-allow-headers': 'content-type, idempotency-key',
  'access-control-allow-methods': 'POST',
  'access-control-max-age': '86400',
};

export const config = { path: '/feedback' };

export default async function feedback(request) {
  if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: { ...CORS, ...PREFLIGHT } });
  if (request.method !== 'POST') return answer(405, { error: 'Send a POST.' });
  const responses = await read(request);
  if (responses.length === 0) return answer(400, { error: 'The list has no responses.' });
  const wrong = responses.map(wrongField).find((name) => name);
  if (wrong) return answer(400, { error: `This is no response: "${wrong}" is missing or wrong.` });
  try {
    const store = getStore({ name: 'curtsy', consistency: 'strong' });
    // Padded, so that the last key below an id is its newest revision.
    const keyOf = ({ id, revision }) => `${id}/${String(revision).padStart(10, '0')}`;
    // Not with `onlyIfNew`: the SDK then takes a failed write for a success. A copy has the same bytes.
    await Promise.all(responses.map((response) => store.setJSON(keyOf(response), response)));
  } catch (error) {
    console.error(error);
    return answer(500, { error: 'It could not be stored. Try again later.' });
  }
  return answer(200, { stored: responses.length });
}

async function read(request) {
  try {
    return [await request.json()].flat();
  } catch {
    return [undefined];
  }
}

/** What tells a response from anything else; `response.schema.json` has every field. */
function wrongField(response) {
  const { version, id, revision, kind, createdAt, source, locale, complete, context, answer } = Object(response);
  const isText = (value) => typeof value === 'string' && value !== '';
  const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
  const checks = {
    version: version === 1,
    id: UUID7.test(id),
    revision: Number.isSafeInteger(revision) && revision >= 1,
    kind: KINDS.includes(kind),
    createdAt: isText(createdAt),
    source: isText(source),
    locale: isText(locale),
    complete: typeof complete === 'boolean',
    context: isObject(context),
    answer: isObject(answer) || kind === 'callback-cancelled',
  };
  return Object.keys(checks).find((name) => !checks[name]);
}

function answer(status, body) {
  return Response.json(body, { status, headers: CORS });
}
