/** A small endpoint for answers: Fastify in front of one file, with a response a line. PORT and CURTSY_DATA move it. */

import { appendFileSync, mkdirSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import Fastify from 'fastify';

const FOLDER = process.env.CURTSY_DATA ?? join(import.meta.dirname, '.data');
const FILE = join(FOLDER, 'responses.jsonl');
const SCHEMA = new URL(import.meta.resolve('@curtsy/feedback/response.schema.json'));
const ajv = new Ajv2020({ formats: { 'date-time': true }, strict: false });
const isResponse = ajv.compile(JSON.parse(readFileSync(SCHEMA, 'utf8')));

const keyOf = ({ id, revision }) => `${id}.${revision}`;
const kept = new Set();
/** Where the whole lines end: what a crash left behind them was never acknowledged. */
let end = 0;

mkdirSync(FOLDER, { recursive: true });
appendFileSync(FILE, '');
const before = readFileSync(FILE);
end = before.lastIndexOf('\n') + 1;
for (const line of before.toString('utf8', 0, end).split('\n')) if (line) kept.add(keyOf(JSON.parse(line)));

/** Returns once the responses are on the disk. What was kept before is left as it is. */
function keep(responses) {
  const fresh = new Map(responses.map((response) => [keyOf(response), response]));
  for (const key of fresh.keys()) if (kept.has(key)) fresh.delete(key);
  const lines = [...fresh.values()].map((response) => `${JSON.stringify(response)}\n`).join('');
  truncateSync(FILE, end);
  appendFileSync(FILE, lines, { flush: true });
  end += Buffer.byteLength(lines);
  for (const key of fresh.keys()) kept.add(key);
}

/** One response or a list of them, or the reason why it is none. */
function read(text) {
  const body = parse(text);
  const responses = Array.isArray(body) ? body : [body];
  if (responses.length === 0) throw refusal('The list has no responses.');
  for (const response of responses) {
    if (!isResponse(response)) throw refusal(`This is no response: ${ajv.errorsText(isResponse.errors)}.`);
  }
  return responses;
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw refusal('The body is not JSON.');
  }
}

const refusal = (message) => Object.assign(new Error(message), { statusCode: 400 });

const app = Fastify({ bodyLimit: 5 * 1024 * 1024 });
app.removeAllContentTypeParsers();
app.addContentTypeParser(['application/json', 'text/plain'], { parseAs: 'string' }, async (_, text) => text);
app.addHook('onRequest', async (_, reply) => {
  reply.headers({ 'access-control-allow-origin': '*', 'access-control-expose-headers': 'Retry-After' });
});
app.options('/feedback', async (_, reply) => {
  reply.headers({
    'access-control-allow-headers': 'content-type, idempotency-key',
    'access-control-allow-methods': 'POST',
    'access-control-max-age': '86400',
  });
  return reply.code(204).send();
});
app.setErrorHandler((error, _, reply) => {
  const status = error.statusCode ?? 500;
  if (status >= 500) console.error(error);
  reply.code(status).send({ error: status < 500 ? error.message : 'It could not be stored. Try again later.' });
});
app.post('/feedback', async (request) => {
  const responses = read(request.body ?? '');
  keep(responses);
  return { stored: responses.length };
});
console.log(await app.listen({ port: Number(process.env.PORT ?? 4175), host: '127.0.0.1' }));
