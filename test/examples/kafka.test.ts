// What the CloudEvents receiver hands to Kafka, seen from the producer: a stand-in with the `send` of kafkajs.

import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createReceiver } from '../../examples/endpoints/cloudevents-kafka/receiver.mjs';
import { until } from '../support/until.js';

interface Handed {
  topic: string;
  messages: { key: string; value: string; headers: Record<string, string> }[];
}

const RESPONSE = {
  version: 1,
  id: '01990e7c-2b1a-7c44-9d3e-6f0a1b2c3d4e',
  revision: 2,
  kind: 'expectation',
  createdAt: '2026-11-22T09:30:00.000Z',
  source: 'webshop',
  locale: 'en',
  answer: { verdict: 'met', score: 0, scale: 5 },
  complete: true,
  context: { instrument: 'expectation/1' },
};

const EVENT = {
  specversion: '1.0',
  type: 'dev.curtsy.expectation.v1',
  source: 'webshop',
  id: `${RESPONSE.id}.2`,
  time: RESPONSE.createdAt,
  datacontenttype: 'application/json',
  data: RESPONSE,
};

async function open(send: (handed: Handed) => Promise<void>): Promise<string> {
  const server = createReceiver({ send }, 'answers');
  server.listen(0, '127.0.0.1');
  await until(() => server.listening);
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

function post(url: string, body: unknown, type = 'application/cloudevents+json'): Promise<Response> {
  return fetch(url, { method: 'POST', headers: { 'content-type': type }, body: JSON.stringify(body) });
}

test('an event becomes a structured message under the id of its response', async () => {
  const handed: Handed[] = [];
  const url = await open(async (one) => void handed.push(one));
  expect((await post(url, EVENT)).status).toBe(200);
  const [{ topic, messages } = { topic: '', messages: [] }] = handed;
  expect(topic).toBe('answers');
  expect(messages).toHaveLength(1);
  expect(messages[0]?.key).toBe(RESPONSE.id);
  expect(messages[0]?.headers['content-type']).toMatch(/^application\/cloudevents\+json/);
  expect(JSON.parse(messages[0]?.value ?? '')).toEqual(EVENT);
});

test('a batch is handed over as one', async () => {
  const handed: Handed[] = [];
  const url = await open(async (one) => void handed.push(one));
  const other = { ...EVENT, id: `${RESPONSE.id}.3`, data: { ...RESPONSE, revision: 3 } };
  expect((await post(url, [EVENT, other], 'application/cloudevents-batch+json')).status).toBe(200);
  expect(handed.map(({ messages }) => messages.map(({ value }) => (JSON.parse(value) as { id: string }).id))).toEqual([
    [EVENT.id, other.id],
  ]);
});

test('while Kafka takes nothing, nothing is acknowledged', async () => {
  const url = await open(() => Promise.reject(new Error('no leader')));
  expect((await post(url, EVENT)).status).toBe(503);
});

test.for<[string, Record<string, unknown>]>([
  ['without an attribute that it must have', { source: undefined }],
  ['with an id that is not its response’s', { id: `${RESPONSE.id}.1` }],
  ['whose data are no response', { data: { ...RESPONSE, answer: {} } }],
])('an event %s is refused, and not handed over', async ([, wrong]) => {
  const handed: Handed[] = [];
  const url = await open(async (one) => void handed.push(one));
  const reply = await post(url, { ...EVENT, ...wrong });
  expect(reply.status).toBe(400);
  expect(await reply.json()).toEqual({ error: expect.stringMatching(/\w+ .+/) as string });
  expect(handed).toEqual([]);
});
