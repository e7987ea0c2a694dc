// The shop's collector as the rows need it: stores what it acknowledges once per Idempotency-Key, and can be strict about keys.

import { createHash } from 'node:crypto';
import {
  openEndpoint,
  type Arrival,
  type Behaviour,
  type Endpoint,
  type ReceivedResponse,
} from '../support/endpoint.js';

/** Statuses that find fault with what was sent, and not with the moment. */
const REFUSALS = [400, 413, 422];

/** What it has stored, and under which key it came. */
interface Stored {
  key: string;
  response: ReceivedResponse;
}

export interface Collector extends Endpoint {
  /** The newest revision of every answer, by its id. */
  newest: () => Map<string, ReceivedResponse>;
  /** Answers that are stored more than once, in words. */
  twice: () => string[];
  /** Keys under which different bytes came. */
  changed: () => string[];
  /** POSTs whose answer is still being made. */
  running: () => number;
  /** From now on 409 while a request with the same key is running, 422 for the same key with other bytes. */
  beStrict: () => void;
  /** What it answered to each POST, in the order of their coming. */
  answers: number[];
}

export async function openCollector(): Promise<Collector> {
  const stored: Stored[] = [];
  const bytesOf = new Map<string, Set<string>>();
  const done = new Set<string>();
  const running = new Map<string, Arrival[]>();
  const answers: number[] = [];
  let strict = false;

  const receive = (arrival: Arrival, behaviour: Behaviour): Behaviour => {
    const met = judge(arrival, behaviour);
    answers.push(met.redirect ? 302 : (met.status ?? 204));
    return met;
  };

  const judge = (arrival: Arrival, behaviour: Behaviour): Behaviour => {
    const responses = responsesIn(arrival);
    const key = arrival.key ?? responses.map(({ id, revision }) => `${id}.${revision}`).join(' ');
    const bytes = bytesOf.get(key) ?? new Set();
    bytesOf.set(key, bytes.add(createHash('sha256').update(arrival.body).digest('hex')));
    const before = running.get(key) ?? [];
    running.set(key, [...before, arrival]);
    if (strict && bytes.size > 1) return { ...behaviour, status: 422 };
    if (strict && before.some((other) => other.running)) return { ...behaviour, status: 409, delay: 0 };
    // It has this already: whatever is wrong with the line, nothing is wrong with the answer.
    if (done.has(key) && REFUSALS.includes(behaviour.status ?? 204)) return { ...behaviour, status: 204 };
    const { status = 204, redirect } = behaviour;
    if (status >= 200 && status < 300 && !redirect && !done.has(key)) {
      done.add(key);
      for (const response of responses) stored.push({ key, response });
    }
    return behaviour;
  };

  const endpoint = await openEndpoint(receive);
  return {
    ...endpoint,
    newest: () => newest(stored),
    twice: () => twice(stored),
    changed: () => [...bytesOf].filter(([, bytes]) => bytes.size > 1).map(([key]) => key),
    running: () => [...running.values()].flat().filter((arrival) => arrival.running).length,
    beStrict() {
      strict = true;
    },
    answers,
  };
}

/** The responses in a body of any format that the library writes. */
function responsesIn({ text, headers }: Arrival): ReceivedResponse[] {
  if (headers['content-type']?.includes('urlencoded')) {
    const form = new URLSearchParams(text);
    const answer = { score: Number(form.get('answer.score')) };
    const complete = form.get('complete') === 'true';
    const named = {
      id: form.get('id'),
      revision: Number(form.get('revision')),
      metadata: { mark: Number(form.get('metadata.mark')) },
    };
    return [{ ...named, answer, complete } as unknown as ReceivedResponse];
  }
  const bodies = [JSON.parse(text)].flat() as (ReceivedResponse & { data?: ReceivedResponse })[];
  return bodies.map((body) => body.data ?? body);
}

function newest(stored: readonly Stored[]): Map<string, ReceivedResponse> {
  const byId = new Map<string, ReceivedResponse>();
  for (const { response } of stored) {
    if (response.revision >= (byId.get(response.id)?.revision ?? 0)) byId.set(response.id, response);
  }
  return byId;
}

/** The same revision under two keys, or one finished answer under two revisions. */
function twice(stored: readonly Stored[]): string[] {
  const seen = new Set<string>();
  const found: string[] = [];
  for (const { response, key } of stored) {
    const { id, revision, complete, answer } = response;
    const names = [`${id}.${revision}`, ...(complete ? [`${id} ${JSON.stringify(answer)}`] : [])];
    if (names.some((name) => seen.has(name))) found.push(`${id}.${revision} under ${key}`);
    for (const name of names) seen.add(name);
  }
  return found;
}
