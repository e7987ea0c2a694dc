/** One attempt: a POST whose answer is read to its end, since an unread body blocks the browser's keepalive quota. */
import type { OutboxRecord } from '../outbox/record.js';
import type { Used } from '../settings/check.js';
import { warnOnce } from '../settings/warn.js';
import { retryAfter } from './schedule.js';
import { verdictOf, type Verdict } from './verdict.js';

export interface Outcome {
  verdict: Verdict;
  /** HTTP status; 0 where none was seen. */
  status: number;
  reason: string;
  /** What the endpoint asked us to wait, in milliseconds. */
  wait?: number | undefined;
}

const TIMEOUT = 2e4;

/**
 * POSTs `record` to `endpoint`. `leaving` sends with `keepalive`, which outlives the page, and starts before it returns:
 * headers that come as a promise are then left out. Never rejects.
 */
export async function send(record: OutboxRecord, endpoint: string, settings: Used, leaving = false): Promise<Outcome> {
  const { acknowledge, credentials } = settings;
  const { body, contentType } = record;
  /** The shop's function that is running, to name it if it fails. */
  let asked = '';
  try {
    asked = 'headers';
    let extra = typeof settings.headers === 'function' ? settings.headers() : settings.headers;
    if (extra instanceof Promise) extra = leaving ? undefined : await extra;
    asked = '';
    const reply = await fetch(endpoint, {
      method: 'POST',
      body,
      headers: {
        ...extra,
        'Content-Type': contentType,
        // draft-ietf-httpapi-idempotency-key-header: a quoted string. Text and forms carry none, and so need no preflight.
        ...(/json/.test(contentType) && { 'Idempotency-Key': `"${record.id}.${record.revision}"` }),
      },
      credentials,
      redirect: acknowledge ? 'follow' : 'manual',
      referrerPolicy: 'strict-origin',
      keepalive: leaving,
      signal: AbortSignal.timeout(TIMEOUT),
    });
    const text = await reply.text();
    const { status, url, headers } = reply;
    const redirected = reply.redirected || reply.type === 'opaqueredirect';
    let verdict = verdictOf(status, redirected);
    if (acknowledge) {
      asked = 'acknowledge';
      if (await acknowledge({ status, url, headers, text })) verdict = 'acknowledged';
      else if (verdict === 'acknowledged') verdict = 'retry';
    }
    // Unreadable across origins unless exposed: then 429, which always asks for patience, gets a minute.
    const wait = retryAfter(headers.get('Retry-After')) ?? (status === 429 ? 6e4 : undefined);
    return { verdict, status, reason: redirected ? 'redirect' : `${status}`, wait };
  } catch (error) {
    if (asked) warnOnce('shop-function', asked, String(error));
    return { verdict: 'retry', status: 0, reason: asked ? `${asked}: ${String(error)}` : String(error) };
  }
}
