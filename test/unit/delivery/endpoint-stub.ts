// An endpoint without a network: `fetch` answers what a test says, and what was asked is written down.

import { vi } from 'vitest';

export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  text?: string;
  type?: ResponseType;
}

export interface Posted extends Omit<RequestInit, 'headers' | 'body'> {
  url: string;
  headers: Record<string, string>;
  body: string;
}

/** An error is a network that fails, a promise an endpoint that takes its time, a function one that looks at what it gets. */
export type Answering = Answer | Error | Promise<Answer> | ((asked: Posted) => Answer | Error);

export interface EndpointStub {
  /** What was asked, in order. */
  readonly posted: Posted[];
  /** How many answers were read to their end. */
  read(): number;
}

/** More than any test has to send: what goes on without end is stopped, so that its test fails instead of hanging all. */
const MOST = 200;

/** Answers one after the other, the last for ever. */
export function stubEndpoint(...answers: Answering[]): EndpointStub {
  const posted: Posted[] = [];
  let read = 0;
  vi.stubGlobal('fetch', async (url: string, init: Omit<Posted, 'url'>) => {
    const asked = { url, ...init };
    if (posted.push(asked) > MOST) return new Promise(() => {});
    const answering = answers.length > 1 ? answers.shift() : answers[0];
    const answer = await (typeof answering === 'function' ? answering(asked) : answering);
    if (answer instanceof Error) throw answer;
    const { status = 204, headers, text = '', type = 'cors' } = answer ?? {};
    return {
      status,
      ok: status >= 200 && status < 300,
      type,
      url,
      headers: new Headers(headers),
      async text() {
        read++;
        return text;
      },
    };
  });
  return { posted, read: () => read };
}

/** An answer that comes when the test says so. */
export function heldAnswer(): { answer: Promise<Answer>; give: (answer: Answer) => void } {
  let give!: (answer: Answer) => void;
  const answer = new Promise<Answer>((resolve) => (give = resolve));
  return { answer, give };
}

/** What each request was named by, for a receiver that keeps such names. */
export const keysOf = (posted: Posted[]): string[] =>
  posted.map(({ headers }) => headers['Idempotency-Key']!.slice(1, -1));
