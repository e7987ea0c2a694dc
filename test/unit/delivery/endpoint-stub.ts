// An endpoint without a network: `fetch` answers what a test says, and what was asked is written down.

import { vi } from 'vitest';

export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  text?: string;
  redirected?: boolean;
  type?: ResponseType;
}

export interface Posted extends Omit<RequestInit, 'headers' | 'body'> {
  url: string;
  headers: Record<string, string>;
  body: string;
}

export interface EndpointStub {
  /** What was asked, in order. */
  readonly posted: Posted[];
  /** How many answers were read to their end. */
  read(): number;
}

/** Answers one after the other, the last for ever; an error is a network that fails, a promise an endpoint that takes its time. */
export function stubEndpoint(...answers: (Answer | Error | Promise<Answer>)[]): EndpointStub {
  const posted: Posted[] = [];
  let read = 0;
  vi.stubGlobal('fetch', async (url: string, init: Omit<Posted, 'url'>) => {
    posted.push({ url, ...init });
    const answer = await (answers.length > 1 ? answers.shift() : answers[0]);
    if (answer instanceof Error) throw answer;
    const { status = 204, headers, text = '', redirected = false, type = 'cors' } = answer ?? {};
    return {
      status,
      statusText: '',
      redirected,
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
