/** One attempt: a POST whose answer is read to its end, since an unread body blocks the browser's keepalive quota. */
import type { OutboxRecord } from '../outbox/record.js';
import type { Used } from '../settings/check.js';
import type { RequestHeaders } from '../settings/settings.js';
import { warnOnce } from '../settings/warn.js';

export interface Outcome {
  acknowledged: boolean;
  /** HTTP status; 0 where none was seen. */
  status: number;
  reason: string;
  redirected?: boolean;
  /** `Retry-After`, as far as it can be read: across origins only where the endpoint exposes it. */
  retryAfter?: string | null;
}

/** For all of it: the shop's headers, the request, and the shop's look at the answer. */
const WITHIN = 2e4;
/** Why nothing was sent: the page slept since it claimed the record, which may be another's by now. */
export const LATE = 'Error: late';
/** What a claim must have left for a request to begin, in milliseconds. */
const ENOUGH = 25e3;

/**
 * POSTs `body` for `record`, the record's own or a batch's, to `endpoint`. `leaving` sends with `keepalive`, which outlives the page, and
 * starts before it returns: headers that come as a promise are then left out. Never rejects, and never takes much longer than 20 seconds.
 */
export async function send(
  record: OutboxRecord,
  body: string,
  endpoint: string,
  settings: Used,
  leaving = false,
): Promise<Outcome> {
  const { acknowledge, credentials } = settings;
  /** The shop's function that is running, to name it if it fails. */
  let asked = '';
  const signal = AbortSignal.timeout(WITHIN);
  const tooLate = new Promise<never>((_, reject) => {
    signal.onabort = () => reject(signal.reason as Error);
  });
  const post = async (): Promise<Outcome> => {
    asked = 'headers';
    let extra = typeof settings.headers === 'function' ? settings.headers() : settings.headers;
    if (isLate(extra)) {
      // Too late for a page that goes, whatever becomes of it.
      if (leaving) Promise.resolve(extra).catch(() => {});
      extra = leaving ? undefined : await extra;
    }
    asked = '';
    if (record.lease && record.lease.until - Date.now() < ENOUGH) throw new Error('late');
    const reply = await fetch(endpoint, {
      method: 'POST',
      body,
      headers: {
        ...extra,
        'Content-Type': record.contentType,
        // draft-ietf-httpapi-idempotency-key-header: a quoted string. Text and forms carry none, and so need no preflight.
        ...(/json/.test(record.contentType) && {
          'Idempotency-Key': `"${record.id}${record.keys ? '' : `.${record.revision}`}"`,
        }),
      },
      credentials,
      redirect: acknowledge ? 'follow' : 'manual',
      referrerPolicy: 'strict-origin',
      keepalive: leaving,
      signal,
    });
    const text = await reply.text();
    const { status, url, headers } = reply;
    const redirected = reply.type === 'opaqueredirect';
    asked = acknowledge ? 'acknowledge' : '';
    const acknowledged = acknowledge ? await acknowledge({ status, url, headers, text }) : reply.ok;
    return {
      acknowledged,
      status,
      reason: redirected ? 'redirect' : String(status),
      redirected,
      retryAfter: headers.get('Retry-After'),
    };
  };
  try {
    return await Promise.race([post(), tooLate]);
  } catch (error) {
    if (asked) warnOnce('shop-function', asked, String(error));
    return { acknowledged: false, status: 0, reason: asked ? `${asked}: ${String(error)}` : String(error) };
  }
}

/** Whether the headers come as a promise, which may be another library's. */
function isLate(headers: unknown): headers is Promise<RequestHeaders> {
  return typeof (headers as Partial<Promise<unknown>> | undefined)?.then === 'function';
}
