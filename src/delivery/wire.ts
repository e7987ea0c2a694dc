/** A response's bytes, made once, when it is stored. */
import type { Response } from '../response/response.js';
import { later } from '../settings/later.js';
import type { Used } from '../settings/check.js';

/** The type of a body that needs no preflight. */
const TEXT = 'text/plain;charset=UTF-8';

export interface Wire {
  contentType: string;
  body: string;
}

let formats: typeof import('./formats.js') | undefined;

/** Fetches what the shop's form of a body needs; undefined where nothing is to be waited for. */
export function awaitFormat({ format, serialize }: Used): Promise<unknown> | undefined {
  if (formats || (!serialize && /json|text/.test(format))) return;
  return later(() => import('./formats.js')).then((chunk) => (formats = chunk));
}

/** The bytes of `response`. */
export function wireOf(response: Response, settings: Used): Wire {
  return (
    formats?.encode(response, settings) ?? {
      contentType: settings.format === 'text' ? TEXT : 'application/json',
      body: JSON.stringify(response),
    }
  );
}
