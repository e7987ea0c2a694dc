// Every receiver in examples/endpoints as a shop runs it: with the built library in a browser on another origin, and with
// the faults that a receiver meets.

import { randomBytes } from 'node:crypto';
import { appendFileSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import type { ReceivedResponse } from '../support/endpoint.js';
import { expect, test } from '../support/scene.js';
import { schemaFaults } from '../support/schema.js';
import { ENDPOINTS, readmeOf, readmeTag } from './readme.js';
import { elsewhere, receivers, type Format, type Receiver, type Running } from './receivers.js';
import { again, answerAll, ASKED, COMMENT, KINDS } from './shopper.js';

const TYPES: Record<Format, string> = {
  json: 'application/json',
  text: 'text/plain;charset=UTF-8',
  cloudevents: 'application/cloudevents+json; charset=utf-8',
  'cloudevents-batch': 'application/cloudevents-batch+json; charset=utf-8',
};

test('every folder of examples/endpoints is started here or said to run elsewhere', () => {
  const folders = readdirSync(ENDPOINTS, { withFileTypes: true });
  const names = folders.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const known = new Set([...receivers.map(({ example }) => example), ...Object.keys(elsewhere)]);
  expect(names.sort()).toEqual([...known].sort());
  for (const name of names) expect(readmeOf(name).trimEnd().split('\n').length, name).toBeLessThanOrEqual(20);
});

test.for(Object.entries(elsewhere))('%s', ([, reason], { skip }) => {
  skip(`not run here: ${reason}`);
});

describe.for(receivers.map((receiver) => [receiver.name, receiver] as const))('%s', ([, receiver]) => {
  const { formats, preflight, lines, holdsFiles } = receiver;
  const [format] = formats;
  const root = mkdtempSync(join(tmpdir(), 'curtsy-endpoint-'));
  const folder = join(root, 'data');
  const tag = readmeTag(receiver.example);
  let reason: string | undefined;
  let running: Running | undefined;
  let url = '';

  const start = async (): Promise<void> => {
    running = await receiver.start(folder);
    url = running.origin + tag.path;
  };
  const stored = async (): Promise<ReceivedResponse[]> => running?.stored() ?? [];
  const count = async (): Promise<number> => (await stored()).length;
  /** What is kept of the responses, in their order; a response that is kept twice is there twice. */
  const storedOf = async (...responses: ReceivedResponse[]): Promise<ReceivedResponse[]> => {
    const all = await stored();
    return responses.flatMap((one) => all.filter(({ id, revision }) => id === one.id && revision === one.revision));
  };

  // On the first run a receiver may have to be fetched.
  beforeAll(async () => {
    reason = receiver.missing?.();
    if (!reason) await start();
  }, 300_000);

  afterAll(async () => {
    await running?.kill();
    rmSync(root, { recursive: true });
  });

  test.beforeEach(({ skip }) => {
    if (reason) skip(reason);
  });

  test('its README names the format that is tried first', () => {
    expect(tag.format).toBe(format);
  });

  test.for([...formats])(
    '%s: what a shopper answers is stored as it was sent, once, and said to be sent',
    async (chosen, { visit }) => {
      const before = await count();
      const page = await visit(ASKED, {
        tag: `data-endpoint="${url}" data-source="${tag.source}" data-format="${chosen}"`,
      });
      const sent = await answerAll(page, url);
      expect(sent).toHaveLength(3);
      expect(sent[0]?.headers['content-type']).toBe(TYPES[chosen]);

      const responses = sent.flatMap(({ body }) => responsesIn(body));
      expect(responses.map(({ kind }) => kind).sort()).toEqual(KINDS);
      expect(responses[0]?.answer['comment']).toBe(COMMENT);
      expect(await storedOf(...responses)).toEqual(responses);
      expect((await storedOf(...responses)).flatMap(schemaFaults)).toEqual([]);

      for (const post of sent) expect((await again(post)).ok).toBe(true);
      expect(await count()).toBe(before + 3);
    },
  );

  test('a batch is stored, and once when it comes again', async () => {
    const batch = [answer(), answer(), { ...answer(), revision: 2 }];
    const before = await count();
    for (let copy = 0; copy < 2; copy++) {
      expect((await post(batchFormat(receiver), batch)).ok).toBe(true);
      expect(await count()).toBe(before + 3);
    }
    expect(await storedOf(...batch)).toEqual(batch);
  });

  test('a later revision is kept beside the first', async () => {
    const first = answer();
    const second = { ...first, revision: 2, metadata: { added: true } };
    for (const response of [first, second, first]) expect((await post(format, response)).ok).toBe(true);
    expect(await storedOf(first, second)).toEqual([first, second]);
  });

  test('copies that come together are stored once', async () => {
    const response = answer();
    const replies = await Promise.all(Array.from({ length: 8 }, () => post(format, response)));
    expect(replies.map(({ status }) => status)).toEqual(Array(8).fill(200));
    expect(await storedOf(response)).toEqual([response]);
  });

  test.for([
    ['nothing', ''],
    ['what is not JSON', '{"version": 1'],
    ['an empty list', '[]'],
    ['a list of numbers', '[1, 2]'],
    ['null', 'null'],
    ['an empty object', '{}'],
  ] as const)('%s is refused with 400 and a reason', async ([, body]) => {
    const before = await count();
    await refuses(await postText(format, body));
    expect(await count()).toBe(before);
  });

  test.for<[string, Record<string, unknown>]>([
    ['another version', { version: 2 }],
    ['no id', { id: undefined }],
    ['an id that is none', { id: '../../etc/passwd' }],
    ['an id with something after it', { id: `${answer().id}\n` }],
    ['revision 0', { revision: 0 }],
    ['half a revision', { revision: 1.5 }],
    ['an unknown kind', { kind: 'gossip' }],
    ['no answer', { answer: undefined }],
    ['a list for an answer', { answer: [] }],
    ['no context', { context: undefined }],
  ])('a response with %s is refused, and so is the list that it is in', async ([, wrong]) => {
    const before = await count();
    const response = { ...answer(), ...wrong };
    await refuses(await post(format, response));
    await refuses(await post(batchFormat(receiver), [answer(), response]));
    expect(await count()).toBe(before);
  });

  test('another origin may read the reply and Retry-After', async () => {
    const { headers } = await post(format, answer());
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('access-control-expose-headers')).toMatch(/\bretry-after\b/i);
  });

  if (preflight)
    test('a preflight is answered, and holds for a day', async () => {
      const asked = {
        origin: 'https://shop.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type,idempotency-key',
      };
      const { ok, headers } = await fetch(url, { method: 'OPTIONS', headers: asked });
      expect(ok).toBe(true);
      expect(headers.get('access-control-allow-origin')).toBe('*');
      const allowed = headers.get('access-control-allow-headers')?.toLowerCase().split(/, */);
      expect(allowed).toEqual(expect.arrayContaining(['content-type', 'idempotency-key']));
      expect(headers.get('access-control-max-age')).toBe('86400');
    });

  if (!holdsFiles)
    test('while it can’t store it says so, and the same POST is taken afterwards', async () => {
      const response = answer();
      renameSync(folder, `${folder}-away`);
      writeFileSync(folder, '');
      try {
        expect((await post(format, response)).status).toBeGreaterThanOrEqual(500);
      } finally {
        rmSync(folder);
        renameSync(`${folder}-away`, folder);
      }
      expect((await post(format, response)).status).toBe(200);
      expect(await storedOf(response)).toEqual([response]);
    });

  test('what it acknowledged outlives a kill, and a line that was cut off does no harm', async () => {
    const [first, second] = [answer(), answer()];
    await post(format, first);
    await running?.kill();
    if (lines) appendFileSync(join(folder, lines), '{"version":1,"id":"01990e7c');
    await start();
    for (const response of [first, second]) expect((await post(format, response)).status).toBe(200);
    expect(await storedOf(first, second)).toEqual([first, second]);
    expect(existsSync(`${folder}-away`)).toBe(false);
  });

  function post(chosen: Format, body: ReceivedResponse | ReceivedResponse[]): Promise<Response> {
    return postText(chosen, JSON.stringify(chosen.startsWith('cloudevents') ? eventsOf(body) : body));
  }

  function postText(chosen: Format, body: string): Promise<Response> {
    return fetch(url, { method: 'POST', headers: { 'content-type': TYPES[chosen] }, body });
  }
});

async function refuses(reply: Response): Promise<void> {
  expect(reply.status).toBe(400);
  expect(await reply.json()).toEqual({ error: expect.stringMatching(/\w+ .+/) as string });
}

function batchFormat({ formats }: Receiver): Format {
  return formats.find((name) => name === 'cloudevents-batch') ?? formats[0];
}

/** A response that no other is. */
function answer(): ReceivedResponse {
  return {
    version: 1,
    id: `01990e7c-2b1a-7c44-9d3e-${randomBytes(6).toString('hex')}`,
    revision: 1,
    kind: 'rating',
    createdAt: '2026-11-22T09:30:00.000Z',
    source: 'webshop',
    locale: 'en',
    answer: { score: 4, scale: 5, format: 'svg', comment: COMMENT },
    complete: true,
    metadata: { price: 12.5, weight: 1e21, gift: false },
    context: { instrument: 'rating/1' },
  };
}

function eventsOf(body: ReceivedResponse | ReceivedResponse[]): unknown {
  if (Array.isArray(body)) return body.map(eventsOf);
  const { id, revision, kind, source, createdAt: time } = body;
  const key = `${id}.${revision}`;
  return { specversion: '1.0', type: `dev.curtsy.${kind}.v1`, source, id: key, time, data: body };
}

/** The responses of a POST in any of the formats. */
function responsesIn(text: string): ReceivedResponse[] {
  const items = [JSON.parse(text) as ReceivedResponse | { data: ReceivedResponse }[]].flat();
  return items.map((item) => ('data' in item ? item.data : item));
}
