/** A response's bytes, made once, when it is stored. */
import type { Response } from '../response/response.js';
import { later } from '../settings/later.js';
import type { Used } from '../settings/check.js';
import { warnOnce } from '../settings/warn.js';

export interface Wire {
  contentType: string;
  body: string;
}

let formats: typeof import('./formats.js') | undefined;

/** Fetches what `format` needs; undefined where nothing is to be waited for. */
export function awaitFormat({ format }: Used): Promise<unknown> | undefined {
  if (formats || format === 'json' || format === 'text') return;
  return later(() => import('./formats.js')).then((chunk) => (formats = chunk));
}

/** The bytes of `response`; JSON where a `serialize` of the shop throws. */
export function wireOf(response: Response, settings: Used): Wire {
  const { format, serialize } = settings;
  const plain = 'text/plain;charset=UTF-8';
  try {
    const made = serialize?.(response);
    const body = typeof made === 'string' ? made : made?.body;
    if (typeof body === 'string') return { contentType: (made as Partial<Wire>).contentType ?? plain, body };
    if (serialize) warnOnce('shop-function', 'serialize', `it gives ${typeof made}`);
  } catch (error) {
    warnOnce('shop-function', 'serialize', error);
  }
  return format === 'json' || format === 'text'
    ? { contentType: format === 'json' ? 'application/json' : plain, body: JSON.stringify(response) }
    : formats!.encode(response, settings);
}
