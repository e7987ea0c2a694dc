/**
 * Takes answers as CloudEvents and hands them to Kafka; without a broker, to a file, with an event a line.
 * PORT, CURTSY_DATA, KAFKA_BROKERS and KAFKA_TOPIC set it up.
 */

import { appendFileSync, mkdirSync, readFileSync, truncateSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { HTTP, Kafka } from 'cloudevents';

const SCHEMA = new URL(import.meta.resolve('@curtsy/feedback/response.schema.json'));
const ajv = new Ajv2020({ formats: { 'date-time': true }, strict: false });
const isResponse = ajv.compile(JSON.parse(readFileSync(SCHEMA, 'utf8')));
const TYPE = /^application\/cloudevents(-batch)?\+json\b/;
const LIMIT = 5 * 1024 * 1024;

class Refusal extends Error {}

/**
 * `producer.send({topic, messages})` is kafkajs’s. A POST is acknowledged when it resolves, and tried again by the
 * browser when it rejects.
 */
export function createReceiver(producer, topic = 'curtsy') {
  return createServer(async (request, reply) => {
    reply.setHeader('access-control-allow-origin', '*');
    reply.setHeader('access-control-expose-headers', 'Retry-After');
    if (request.method === 'OPTIONS') return preflight(reply);
    const answer = (status, body) => reply.writeHead(status, { 'content-type': 'application/json' }).end(body);
    if (request.method !== 'POST') return answer(405);
    if (Number(request.headers['content-length'] ?? Infinity) > LIMIT) return answer(413);
    try {
      const events = read(request.headers, await text(request));
      await producer.send({ topic, messages: events.map(message) });
      answer(200, JSON.stringify({ stored: events.length }));
    } catch (error) {
      const refused = error instanceof Refusal;
      if (!refused) console.error(error);
      answer(refused ? 400 : 503, JSON.stringify({ error: refused ? error.message : 'Try again later.' }));
    }
  });
}

function preflight(reply) {
  reply.writeHead(204, {
    'access-control-allow-headers': 'content-type, idempotency-key',
    'access-control-allow-methods': 'POST',
    'access-control-max-age': '86400',
  });
  reply.end();
}

function read(headers, body) {
  if (!TYPE.test(headers['content-type'])) throw new Refusal('Send application/cloudevents+json, or a batch.');
  const events = parse(headers, body);
  if (events.length === 0) throw new Refusal('The batch has no events.');
  for (const event of events) {
    if (!isResponse(event.data)) throw new Refusal(`This is no response: ${ajv.errorsText(isResponse.errors)}.`);
    if (event.id !== keyOf(event.data)) throw new Refusal('The id of the event is not that of its response.');
  }
  return events;
}

function parse(headers, body) {
  try {
    const events = [HTTP.toEvent({ headers, body })].flat();
    // The SDK reads an event without checking that its required attributes are there.
    for (const event of events) event.validate();
    return events;
  } catch (error) {
    throw new Refusal(`This is no CloudEvent: ${error.message}`);
  }
}

const keyOf = ({ id, revision }) => `${id}.${revision}`;

/** The response’s id as key keeps its revisions in one partition, in their order. */
function message(event) {
  const { value, headers } = Kafka.structured(event);
  return { key: event.data.id, value, headers };
}

/** Stands in for Kafka, and keeps each event once. */
export function fileProducer(folder) {
  const file = join(folder, 'events.jsonl');
  mkdirSync(folder, { recursive: true });
  appendFileSync(file, '');
  const bytes = readFileSync(file);
  /** Where the whole lines end: what a crash left behind them was never acknowledged. */
  let end = bytes.lastIndexOf('\n') + 1;
  const before = bytes.toString('utf8', 0, end).split('\n').filter(Boolean);
  const kept = new Set(before.map((line) => JSON.parse(line).id));
  return {
    async send({ messages }) {
      const events = new Map(messages.map(({ value }) => [JSON.parse(value).id, value]));
      for (const id of events.keys()) if (kept.has(id)) events.delete(id);
      const lines = [...events.values()].map((value) => `${value}\n`).join('');
      truncateSync(file, end);
      appendFileSync(file, lines, { flush: true });
      end += Buffer.byteLength(lines);
      for (const id of events.keys()) kept.add(id);
    },
  };
}

async function kafkaProducer(brokers) {
  const kafka = await import('kafkajs');
  const producer = new kafka.Kafka({ clientId: 'curtsy', brokers }).producer({ idempotent: true });
  await producer.connect();
  return producer;
}

if (process.argv[1] === import.meta.filename) {
  const { PORT = 4177, CURTSY_DATA = join(import.meta.dirname, '.data'), KAFKA_BROKERS, KAFKA_TOPIC } = process.env;
  const producer = KAFKA_BROKERS ? await kafkaProducer(KAFKA_BROKERS.split(',')) : fileProducer(CURTSY_DATA);
  const server = createReceiver(producer, KAFKA_TOPIC);
  server.listen(Number(PORT), '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
}
