/** A small endpoint for answers: Express in front of one file, with a response a line. PORT and CURTSY_DATA move it. */

import { appendFileSync, mkdirSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import express from 'express';

const FOLDER = process.env.CURTSY_DATA ?? join(import.meta.dirname, '.data');
const FILE = join(FOLDER, 'responses.jsonl');
const SCHEMA = new URL(import.meta.resolve('@curtsy/feedback/response.schema.json'));
const TYPES = ['application/json', 'text/plain'];

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

const app = express();
app.use((_, reply, next) => {
  reply.set({ 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'Retry-After' });
  next();
});
app.options('/feedback', (_, reply) => {
  reply.set({
    'Access-Control-Allow-Headers': 'content-type, idempotency-key',
    'Access-Control-Allow-Methods': 'POST',
    'Access-Control-Max-Age': '86400',
  });
  reply.status(204).end();
});
app.post('/feedback', express.text({ type: TYPES, limit: '5mb' }), (request, reply) => {
  const responses = read(request.body ?? '');
  keep(responses);
  reply.json({ stored: responses.length });
});
// Express knows an error handler by its four parameters.
app.use((error, request, reply, _next) => {
  const status = error.statusCode ?? 500;
  if (status >= 500) console.error(error);
  reply.status(status).json({ error: status < 500 ? error.message : 'It could not be stored. Try again later.' });
});

const server = app.listen(Number(process.env.PORT ?? 4176), '127.0.0.1', (error) => {
  if (error) throw error;
  console.log(`http://127.0.0.1:${server.address().port}`);
});
