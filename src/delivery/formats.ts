/** The formats of the wire that few shops use; a chunk of its own, which only those download. */
import type { Response } from '../response/response.js';
import type { Used } from '../settings/check.js';
import type { Wire } from './wire.js';

/** The bytes of `response` as a form or as CloudEvents. */
export function encode(response: Response, { format }: Used): Wire {
  if (format === 'form') {
    return { contentType: 'application/x-www-form-urlencoded', body: `${new URLSearchParams(pairs(response, ''))}` };
  }
  const event = cloudEvent(response);
  return {
    contentType: `application/${format}+json; charset=utf-8`,
    body: JSON.stringify(format === 'cloudevents' ? event : [event]),
  };
}

/** Nested names dotted, arrays by repeating the name. */
function pairs(value: unknown, name: string): string[][] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((item) => pairs(item, name));
  if (value && typeof value === 'object') {
    return Object.entries(value).flatMap(([key, item]) => pairs(item, name ? `${name}.${key}` : key));
  }
  return [[name, String(value)]];
}

/** CloudEvents 1.0, structured mode. */
function cloudEvent(response: Response): object {
  const { id, revision, kind, source, createdAt } = response;
  return {
    specversion: '1.0',
    type: `dev.curtsy.${kind}.v1`,
    source,
    id: `${id}.${revision}`,
    time: createdAt,
    datacontenttype: 'application/json',
    data: response,
  };
}
