/** Where records go now: nowhere while their source is not on this page, or has no endpoint. */
import type { OutboxRecord } from '../outbox/record.js';
import { checked, settingsFor } from '../settings/check.js';
import { pageQueue } from '../settings/page-queue.js';
import { warnOnce } from '../settings/warn.js';

/** Sources that elements of this page name. */
const named = new Set<string>();

/** Says that `source` is on this page. */
export function nameSource(source: string): void {
  named.add(source);
}

/** The endpoint of a record, by today's settings; they are read once a source, since this is asked for every record that waits. */
export function destinations(): (record: Pick<OutboxRecord, 'source' | 'endpoint'>) => string | undefined {
  const usual = new Map<string, string | undefined>();
  const tags = (pageQueue().tags ?? []).map((tag) => tag.source as string);
  for (const source of [...named, settingsFor().source, ...tags]) usual.set(source, settingsFor(source).endpoint);
  return ({ source, endpoint: own }) => {
    if (!usual.has(source)) return;
    const endpoint = own
      ? (checked('endpoint', 'url', own, usual.get(source)) as string | undefined)
      : usual.get(source);
    if (!endpoint) warnOnce('no-endpoint');
    return endpoint;
  };
}
