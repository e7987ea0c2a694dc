/** What a developer can see and do with the outbox. */
import { markWaiting } from '../response/hold.js';
import { change, DEAD, WAITING } from './outbox.js';
import type { OutboxEntry, OutboxRecord } from './record.js';

/** A dead letter that is tried again gets this long, in milliseconds. */
const WEEK = 6048e5;

/** What waits to be sent, oldest first. */
export const pending = (): Promise<OutboxEntry[]> => list(WAITING, entry);

/** What the endpoint refused, oldest first. */
export const rejected = (): Promise<OutboxEntry[]> => list(DEAD, entry);

/** Every response on this device, whole; one in a format other than JSON as its text. */
export const all = (): Promise<unknown[]> => list('', whole);

/** Puts dead letters (all, or those of `id`) back to wait, due now. */
export const revive = (id?: string): Promise<void> =>
  change(DEAD, (dead, put, remove) => {
    for (const record of dead) {
      if (id && record.id !== id) continue;
      markWaiting(true);
      remove(record.key);
      put({ ...record, key: record.key.replace(DEAD, WAITING), expiresAt: Date.now() + WEEK, attempts: 0, nextAt: 0 });
    }
  });

/** Erases every record. */
export const clear = (): Promise<void> =>
  change('', (records, _, remove) => {
    markWaiting(false);
    records.forEach((record) => remove(record.key));
  });

async function list<T>(prefix: string, show: (record: OutboxRecord) => T): Promise<T[]> {
  return (await change(prefix, (records) => records)).map(show);
}

function entry({ key, id, revision, kind, createdAt, attempts, nextAt, last }: OutboxRecord): OutboxEntry {
  return {
    id,
    revision,
    kind,
    createdAt: new Date(createdAt).toISOString(),
    attempts,
    nextAttemptAt: key.startsWith(WAITING) ? new Date(nextAt).toISOString() : undefined,
    status: last?.status,
  };
}

function whole({ body }: OutboxRecord): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
