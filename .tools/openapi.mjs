// Describes the wire as OpenAPI 3.1, for mocks, gateways and code generators. What a response is comes from its JSON Schema alone.

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const SCHEMA = 'src/response/response.schema.json';

/** Writes `openapi.json` into `dist`. */
export async function writeOpenapi(dist) {
  const { version, license } = JSON.parse(await readFile('package.json', 'utf8'));
  const schema = JSON.parse(await readFile(SCHEMA, 'utf8'));
  const document = describe(schema, { version, license });
  await writeFile(join(dist, 'openapi.json'), `${JSON.stringify(document, null, 2)}\n`);
}

function describe(schema, { version, license }) {
  return {
    openapi: '3.1.1',
    info: {
      title: 'Curtsy: the endpoint of a shop',
      version,
      license: { name: license, identifier: license },
      description:
        'What the elements of Curtsy POST, and what the browser does with each reply. The path is the shop’s own; ' +
        '`/feedback` stands for it. A response stays stored in the browser until a 2xx acknowledges it, so the same ' +
        'POST may come more than once, always with the same bytes: keep each `id` and `revision` once. Where the shop ' +
        'sets `acknowledge`, that function decides instead of the status.',
    },
    servers: [{ url: 'https://shop.example' }],
    security: [],
    paths: {
      '/feedback': {
        post: {
          operationId: 'sendFeedback',
          summary: 'Takes one response, or a batch.',
          parameters: [{ $ref: '#/components/parameters/IdempotencyKey' }],
          requestBody: { required: true, content: contentTypes() },
          responses: replies(),
        },
      },
    },
    components: {
      parameters: { IdempotencyKey: idempotencyKey() },
      headers: { RetryAfter: retryAfter() },
      schemas: schemas(schema),
    },
  };
}

function contentTypes() {
  const response = reference('Response');
  const event = reference('CloudEvent');
  return {
    'application/json': { schema: { oneOf: [response, reference('Batch')] }, examples: { rating: { value: RATING } } },
    'text/plain': {
      schema: {
        description: 'The same JSON, sent as text: no header of ours, so no preflight.',
        type: 'string',
        contentMediaType: 'application/json',
        contentSchema: response,
      },
    },
    'application/x-www-form-urlencoded': { schema: reference('Form') },
    'application/cloudevents+json': { schema: event },
    'application/cloudevents-batch+json': { schema: { type: 'array', items: event, minItems: 1, maxItems: 100 } },
  };
}

/** A reply has its meaning by its status alone; its body is read to the end and not looked at. */
function replies() {
  const wait = { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } };
  const reply = (description, headers) => ({ description, ...(headers && { headers }) });
  const mend =
    'The shop has something to mend: what is stored waits, no attempt is counted, and it is tried again after 1 minute to 6 hours.';
  const later = 'Tried again later, with growing pauses from seconds to 15 minutes.';
  const setAside = 'Refused for good: it is set aside in the browser, where it can be listed, retried and exported.';
  return {
    200: reply('Stored, now or before. The browser forgets the response.'),
    '2XX': reply('The same.'),
    '3XX': reply(`A redirect acknowledges nothing. ${mend}`),
    400: reply(`This is no response. ${setAside}`),
    401: reply(mend),
    403: reply(mend),
    404: reply(mend),
    405: reply(mend),
    408: reply(later, wait),
    409: reply(`The first copy of this request is still being worked on. ${later}`, wait),
    413: reply('Too large. A batch is halved and sent again as two; one response alone is set aside.'),
    422: reply(`This \`Idempotency-Key\` came before with another body. ${setAside}`),
    429: reply(
      'Too many requests. Tried again after `Retry-After`; where it can’t be read, after a minute or more.',
      wait,
    ),
    '4XX': reply(`${setAside} 402, 407 and 410 are treated like 401; 421, 423 and 425 like 408.`),
    501: reply(mend),
    505: reply(mend),
    '5XX': reply(`${later} A response that got 12 of these while others were delivered is set aside.`, wait),
  };
}

function idempotencyKey() {
  return {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description:
      'A quoted string, as in draft-ietf-httpapi-idempotency-key-header: `"<id>.<revision>"`, for a batch its UUID. ' +
      'Not sent with `text/plain` and forms.',
    schema: { type: 'string', pattern: '^"[\\x21\\x23-\\x5b\\x5d-\\x7e]+"$', maxLength: 257 },
  };
}

function retryAfter() {
  return {
    description:
      'Seconds or an HTTP date, taken as 1 second to 24 hours. Another origin’s is seen only with `Access-Control-Expose-Headers: Retry-After`.',
    schema: { type: 'string' },
  };
}

/** The definitions become components under their own names, since few tools follow a `$defs` inside a component. */
function schemas({ $schema, $id, $defs, ...response }) {
  const kinds = response.properties.kind.enum;
  return {
    Response: lift({ ...response, description: `${response.description} Its own file: ${$id} (${$schema}).` }),
    Batch: { type: 'array', items: reference('Response'), minItems: 1, maxItems: 100 },
    Form: form(response, kinds),
    CloudEvent: cloudEvent(kinds),
    ...Object.fromEntries(Object.entries($defs).map(([name, definition]) => [name, lift(definition)])),
  };
}

/** The same schema, with its references pointing to the components. */
function lift(node) {
  if (Array.isArray(node)) return node.map(lift);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      key === '$ref' ? value.replace('#/$defs/', '#/components/schemas/') : lift(value),
    ]),
  );
}

/** Every value of a form is text, so of its types only what tells one response from another is held here. */
function form({ required }, kinds) {
  const names = required.filter((name) => name !== 'context');
  const text = { type: 'string' };
  return {
    description: 'Nested names dotted (`answer.score=4`), arrays by repeating the name.',
    type: 'object',
    required: names,
    properties: {
      ...Object.fromEntries(names.map((name) => [name, text])),
      id: reference('id'),
      kind: { enum: kinds },
    },
    additionalProperties: { anyOf: [text, { type: 'array', items: text }] },
  };
}

function cloudEvent(kinds) {
  return {
    description: 'CloudEvents 1.0, structured mode.',
    type: 'object',
    required: ['specversion', 'type', 'source', 'id', 'time', 'data'],
    properties: {
      specversion: { const: '1.0' },
      type: { enum: kinds.map((kind) => `dev.curtsy.${kind}.v1`) },
      source: reference('text'),
      id: { description: '`<id>.<revision>` of the response.', type: 'string', pattern: '^[0-9a-f-]{36}\\.[1-9]\\d*$' },
      time: reference('moment'),
      datacontenttype: { const: 'application/json' },
      data: reference('Response'),
    },
  };
}

function reference(name) {
  return { $ref: `#/components/schemas/${name}` };
}

const RATING = {
  version: 1,
  id: '01990e7c-2b1a-7c44-9d3e-6f0a1b2c3d4e',
  revision: 1,
  kind: 'rating',
  createdAt: '2026-11-22T09:30:00.000Z',
  source: 'webshop',
  touchpoint: 'checkout',
  locale: 'en-GB',
  answer: { score: 4, scale: 5, format: 'svg', reasons: ['price'], comment: 'Quick and kind.' },
  complete: true,
  metadata: { order: 'A-1001' },
  context: { instrument: 'rating/1', url: 'https://shop.example/checkout', viewport: [390, 844] },
};
