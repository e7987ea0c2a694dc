// dist/openapi.json is a promise to other people's tools: it must be valid, say what the schema says, and hold for what
// the browser really sends. Prism, a mock that checks, is one of those tools.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020, type AnySchemaObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe } from 'vitest';
import type { Endpoint, ReceivedResponse } from '../support/endpoint.js';
import { expect, test } from '../support/scene.js';
import { schemaFaults } from '../support/schema.js';
import { fileOf, missing, PRISM } from './on-demand.js';
import { freePort, run, type Program } from './program.js';
import { again, answerAll, ASKED } from './shopper.js';

const FILE = join(import.meta.dirname, '../../dist/openapi.json');

interface Media {
  schema: AnySchemaObject;
  examples?: Record<string, { value: ReceivedResponse }>;
}

interface Operation {
  parameters: AnySchemaObject[];
  requestBody: { content: Record<string, Media> };
  responses: Record<string, { description: string }>;
}

interface Document {
  info: { version: string };
  paths: Record<string, { post: Operation }>;
  components: { parameters: Record<string, { schema: AnySchemaObject }> };
}

const document = JSON.parse(readFileSync(FILE, 'utf8')) as Document;
const post = document.paths['/feedback']!.post;

test('it is valid OpenAPI 3.1, of this version of the package', async () => {
  const { version } = JSON.parse(readFileSync(join(FILE, '../../package.json'), 'utf8')) as { version: string };
  const validator = new Validator();
  expect(await validator.validate(structuredClone(document))).toMatchObject({ valid: true });
  expect(validator.version).toBe('3.1');
  expect(document.info.version).toBe(version);
});

test('its example is a response', () => {
  const value = post.requestBody.content['application/json']?.examples?.['rating']?.value;
  expect(schemaFaults(value)).toEqual([]);
});

test('it says what becomes of a response for every status that the browser tells apart', () => {
  const statuses = Object.keys(post.responses);
  const named = ['200', '400', '401', '403', '404', '405', '408', '409', '413', '422', '429', '501', '505'];
  expect(statuses).toEqual(expect.arrayContaining([...named, '2XX', '3XX', '4XX', '5XX']));
  for (const status of ['408', '409', '429', '5XX']) expect(post.responses[status], status).toHaveProperty('headers');
});

describe('a response is to it what it is to response.schema.json', () => {
  const accepts = acceptsAs('application/json');

  test('as the elements send it, and with any field missing or of another type', async ({ visit, endpoint }) => {
    const page = await visit(ASKED);
    await answerAll(page, endpoint.url);
    const bodies = endpoint.bodies();
    expect(bodies).toHaveLength(3);
    expect(bodies.map(accepts), 'one by one').toEqual([true, true, true]);
    expect(accepts(bodies), 'as a batch').toBe(true);
    expect(accepts([])).toBe(false);

    let refused = 0;
    for (const spoilt of bodies.flatMap(spoil)) {
      const isResponse = schemaFaults(spoilt).length === 0;
      expect(accepts(spoilt), JSON.stringify(spoilt)).toBe(isResponse);
      if (!isResponse) refused++;
    }
    expect(refused).toBeGreaterThan(20);
  });
});

test.for([
  ['form', 'application/x-www-form-urlencoded', (text: string) => fieldsOf(text)],
  ['cloudevents', 'application/cloudevents+json', (text: string) => JSON.parse(text) as unknown],
  ['cloudevents-batch', 'application/cloudevents-batch+json', (text: string) => JSON.parse(text) as unknown],
] as const)('%s: what the elements send is what it describes', async ([format, type, parse], { visit, endpoint }) => {
  const accepts = acceptsAs(type);
  const page = await visit(ASKED, { tag: tagFor(endpoint, format) });
  await answerAll(page, endpoint.url);
  const bodies = endpoint.arrivals.map(({ text }) => parse(text));
  expect(bodies).toHaveLength(3);
  for (const body of bodies) {
    expect(accepts(body), JSON.stringify(body)).toBe(true);
    const [one] = [body].flat() as Record<string, unknown>[];
    const { id: _, ...rest } = one!;
    expect(accepts(Array.isArray(body) ? [rest] : rest), 'without its id').toBe(false);
  }
});

test('the Idempotency-Key that comes is the one that it describes', async ({ visit, endpoint }) => {
  const page = await visit(ASKED);
  await answerAll(page, endpoint.url);
  const isKey = new Ajv2020().compile(document.components.parameters['IdempotencyKey']!.schema);
  expect(endpoint.arrivals.map(({ key }) => isKey(key))).toEqual([true, true, true]);
  expect(isKey(endpoint.arrivals[0]?.key?.replaceAll('"', '')), 'without its quotes').toBe(false);
});

describe('Prism', () => {
  let reason: string | undefined;
  let program: Program | undefined;
  let url = '';

  beforeAll(async () => {
    reason = missing(PRISM);
    if (reason) return;
    const port = await freePort();
    const args = [fileOf(PRISM, 'dist/index.js'), 'mock', FILE, '--host', '127.0.0.1', '--port', String(port)];
    program = await run(process.execPath, args, { ready: /Prism is listening/ });
    url = `http://127.0.0.1:${port}/feedback`;
  }, 300_000);

  afterAll(() => program?.kill());

  test.beforeEach(({ skip }) => {
    if (reason) skip(reason);
  });

  test.for(['json', 'text', 'form'])('%s: takes what the elements send', async (format, { visit }) => {
    const page = await visit(ASKED, { tag: `data-endpoint="${url}" data-source="webshop" data-format="${format}"` });
    const sent = await answerAll(page, url);
    expect(sent).toHaveLength(3);
    for (const one of sent) expect((await again(one)).status).toBe(200);
  });

  test('refuses a response with a field that is none, and one without its key in quotes', async ({ visit }) => {
    const page = await visit(ASKED, { tag: `data-endpoint="${url}" data-source="webshop"` });
    const [one] = await answerAll(page, url);
    const wrong = { ...(JSON.parse(one!.body) as ReceivedResponse), colour: 'red' };
    expect((await again({ ...one!, body: JSON.stringify(wrong) })).status).toBe(422);
    const headers = { ...one!.headers, 'idempotency-key': 'without quotes' };
    expect((await again({ ...one!, headers })).status).toBe(422);
  });
});

/** Whether a body, parsed, is what the document says of a content type. */
function acceptsAs(type: string): (body: unknown) => boolean {
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  ajv.addSchema(document, 'openapi.json');
  const pointer = `#/paths/~1feedback/post/requestBody/content/${type.replaceAll('/', '~1').replaceAll('+', '%2B')}/schema`;
  const validate: ValidateFunction = ajv.compile({ $ref: `openapi.json${pointer}` });
  return (body) => validate(body);
}

/** `body` with each of its fields, however deep, left out and made a list. */
function spoil(body: unknown): unknown[] {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return [];
  return Object.entries(body).flatMap(([name, value]) => {
    const { [name as never]: _, ...rest } = body;
    return [rest, { ...body, [name]: [] }, ...spoil(value).map((spoilt) => ({ ...body, [name]: spoilt }))];
  });
}

/** A form's fields; a name that comes again makes a list. */
function fieldsOf(text: string): Record<string, string | string[]> {
  const form = new URLSearchParams(text);
  const fieldOf = (name: string): string | string[] => {
    const values = form.getAll(name);
    return values.length > 1 ? values : values[0]!;
  };
  return Object.fromEntries([...new Set(form.keys())].map((name) => [name, fieldOf(name)]));
}

function tagFor({ url }: Endpoint, format: string): string {
  return `data-endpoint="${url}" data-source="webshop" data-format="${format}"`;
}
