// A shop's endpoint on another origin: keeps every POST as it came, byte for byte, and can misbehave like a real one.

import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { listen } from './server.js';

export interface Arrival {
  headers: IncomingHttpHeaders;
  body: Buffer;
  /** The body as text. */
  text: string;
  /** The `Idempotency-Key` as it came, with its quotes. */
  key: string | undefined;
  /** Milliseconds of `performance.now()`. */
  at: number;
  /** Path and query. */
  url: string;
  /** The answer to it is still being made, whether or not somebody waits for it. */
  running: boolean;
}

/** How one POST is met. Without any of it: 204, with the CORS headers that a shop needs. */
export interface Behaviour {
  status?: number;
  body?: string;
  headers?: Record<string, string>;
  /** Milliseconds between the request and the answer. */
  delay?: number;
  /** Never answers. */
  silent?: boolean;
  /** Answers with a body that never ends. */
  endless?: boolean;
  /** Cuts the connection before reading the body (nothing is kept), after, or in the middle of the answer. */
  reset?: 'before' | 'after' | 'during';
  /** Sends the browser elsewhere with this `Location`. */
  redirect?: string;
  /** Without CORS headers the browser hides the answer. */
  cors?: false;
  /** Seconds or an HTTP date. */
  retryAfter?: string;
  /** Whether the page may read `Retry-After`. */
  exposed?: boolean;
  /** How the question before the POST is met, if it isn't allowed as usual. */
  preflight?: Pick<Behaviour, 'status' | 'silent' | 'reset'>;
}

/** Decides about a POST whose body was read, in place of `behaviour`, which is what was asked for. */
export type Receiver = (arrival: Arrival, behaviour: Behaviour) => Behaviour;

/** The behaviour of the next POSTs; given a function, it is asked for each, with the count of those before. */
export type Manners = Behaviour | ((arrival: Arrival, count: number) => Behaviour);

/** A response body as it came; the JSON Schema says what is in it. */
export interface ReceivedResponse {
  version: number;
  id: string;
  revision: number;
  kind: string;
  createdAt: string;
  source: string;
  touchpoint?: string;
  locale?: string;
  complete?: boolean;
  inReplyTo?: string;
  answer: Record<string, unknown>;
  customer?: Record<string, unknown>;
  metadata?: Record<string, unknown>;
  context: Record<string, unknown>;
}

export interface Endpoint {
  origin: string;
  /** What a page is told. */
  url: string;
  /** Every POST whose body was read, oldest first. */
  arrivals: Arrival[];
  /** Every preflight's headers. */
  preflights: IncomingHttpHeaders[];
  behave: (manners: Manners) => void;
  /** Every JSON body that came, one after the other, arrays taken apart. */
  bodies: () => ReceivedResponse[];
  /** The newest revision of every `id`, in the order of their first arrival. */
  responses: () => ReceivedResponse[];
  /** Gone from the network until `comeBack()`, on the same port; who is there can come back without harm. */
  goAway: () => Promise<void>;
  comeBack: () => Promise<void>;
  stop: () => Promise<void>;
}

export async function openEndpoint(receive: Receiver = (_, behaviour) => behaviour): Promise<Endpoint> {
  const arrivals: Arrival[] = [];
  const preflights: IncomingHttpHeaders[] = [];
  let manners: Manners = {};

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method === 'OPTIONS') {
      preflights.push(request.headers);
      allow(request, response, typeof manners === 'function' ? {} : manners);
      return;
    }
    if (request.method !== 'POST') {
      // Where a followed redirect ends, as at a captive portal: a page, and a success by its status.
      response.writeHead(200, { 'content-type': 'text/html', ...corsHeaders(request) }).end('<h1>Welcome</h1>');
      return;
    }
    if (typeof manners !== 'function' && manners.reset === 'before') {
      request.destroy();
      return;
    }
    const arrival = await read(request);
    arrivals.push(arrival);
    const behaviour = typeof manners === 'function' ? manners(arrival, arrivals.length - 1) : manners;
    await meet(request, response, receive(arrival, behaviour)).finally(() => {
      arrival.running = false;
    });
  };
  const handler = (request: IncomingMessage, response: ServerResponse): void => {
    // A page that closes in the middle of its request is no error of the endpoint's.
    answer(request, response).catch(() => response.destroy());
  };

  let isGone = false;
  let server = await listen(handler);
  const { origin } = server;
  const bodies = (): ReceivedResponse[] =>
    arrivals.flatMap(({ text }) => JSON.parse(text) as ReceivedResponse | ReceivedResponse[]);

  return {
    origin,
    url: `${origin}/feedback`,
    arrivals,
    preflights,
    behave(next) {
      manners = next;
    },
    bodies,
    responses: () => newest(bodies()),
    async goAway() {
      isGone = true;
      await server.stop();
    },
    async comeBack() {
      if (!isGone) return;
      isGone = false;
      server = await listen(handler, Number(new URL(origin).port));
    },
    stop: () => server.stop(),
  };
}

function newest(bodies: readonly ReceivedResponse[]): ReceivedResponse[] {
  const byId = new Map<string, ReceivedResponse>();
  for (const body of bodies) {
    if (body.revision >= (byId.get(body.id)?.revision ?? 0)) byId.set(body.id, body);
  }
  return [...byId.values()];
}

async function read(request: IncomingMessage): Promise<Arrival> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const key = request.headers['idempotency-key'];
  return {
    headers: request.headers,
    body,
    text: body.toString('utf8'),
    key: Array.isArray(key) ? key[0] : key,
    at: performance.now(),
    url: request.url ?? '/',
    running: true,
  };
}

function allow(request: IncomingMessage, response: ServerResponse, { cors, preflight = {} }: Behaviour): void {
  if (preflight.silent) return;
  if (preflight.reset) response.destroy();
  else response.writeHead(preflight.status ?? 204, cors === false ? {} : preflightHeaders(request)).end();
}

async function meet(request: IncomingMessage, response: ServerResponse, behaviour: Behaviour): Promise<void> {
  const { status = 204, body, headers, delay, silent, endless, reset, redirect, cors, retryAfter, exposed } = behaviour;
  if (silent) return;
  if (delay) await pause(delay);
  if (reset === 'before' || reset === 'after') {
    response.destroy();
    return;
  }
  response.writeHead(redirect ? 302 : status, {
    ...(cors === false ? {} : corsHeaders(request, exposed)),
    ...(redirect && { location: redirect }),
    ...(retryAfter && { 'retry-after': retryAfter }),
    ...headers,
    ...(reset && { 'content-length': '1000' }),
  });
  if (endless) await goOn(response);
  else if (reset) response.write('{', () => response.destroy());
  else response.end(body);
}

/** Writes until the other side has had enough. */
async function goOn(response: ServerResponse): Promise<void> {
  for (let number = 0; !response.destroyed; number++) {
    response.write(`${number}\n`);
    await pause(50);
  }
}

function corsHeaders(request: IncomingMessage, exposed = true): Record<string, string> {
  return {
    // Named, not `*`, so that a page may send its cookies.
    'access-control-allow-origin': request.headers.origin ?? '*',
    'access-control-allow-credentials': 'true',
    ...(exposed && { 'access-control-expose-headers': 'Retry-After' }),
  };
}

function preflightHeaders(request: IncomingMessage): Record<string, string> {
  return {
    ...corsHeaders(request),
    'access-control-allow-methods': 'POST',
    'access-control-allow-headers': request.headers['access-control-request-headers'] ?? '',
  };
}
