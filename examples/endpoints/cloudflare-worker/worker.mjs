/** An endpoint for answers as a Cloudflare Worker: keeps each response once in D1, under the binding DB. */

const TABLE =
  'create table if not exists responses (id text, revision integer, body text not null, primary key (id, revision))';
const KINDS = ['rating', 'expectation', 'callback', 'callback-cancelled', 'impression'];
const UUID7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const CORS = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'Retry-After' };
const PREFLIGHT = {
  'access-control-allow-headers': 'content-type, idempotency-key',
  'access-control-allow-methods': 'POST',
  'access-control-max-age': '86400',
};

export default {
  async fetch(request, { DB }) {
    if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: { ...CORS, ...PREFLIGHT } });
    if (request.method !== 'POST') return answer(405, { error: 'Send a POST.' });
    const responses = await read(request);
    if (responses.length === 0) return answer(400, { error: 'The list has no responses.' });
    const wrong = responses.map(wrongField).find((name) => name);
    if (wrong) return answer(400, { error: `This is no response: "${wrong}" is missing or wrong.` });
    try {
      const insert = DB.prepare('insert into responses values (?, ?, ?) on conflict do nothing');
      const rows = responses.map((response) => insert.bind(response.id, response.revision, JSON.stringify(response)));
      // A batch is one transaction: all or none.
      await DB.batch([DB.prepare(TABLE), ...rows]);
    } catch (error) {
      console.error(error);
      return answer(500, { error: 'It could not be stored. Try again later.' });
    }
    return answer(200, { stored: responses.length });
  },
};

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
