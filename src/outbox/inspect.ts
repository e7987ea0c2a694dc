/** What a developer can see and do with the outbox. */
import { markWaiting } from '../response/hold.js';
import { gateOf } from './outbox.js';
import { BATCH, DEAD, WAITING, type Gate, type OutboxEntry, type OutboxRecord } from './record.js';
import type { Access } from './store.js';
import { openStores } from './stores.js';

/** A dead letter that is tried again gets this long, in milliseconds. */
const WEEK = 6048e5;

/** What waits to be sent, oldest first. */
export const pending = (): Promise<OutboxEntry[]> => entries(WAITING);

/** What the endpoint refused, oldest first. */
export const rejected = (): Promise<OutboxEntry[]> => entries(DEAD);

/** Every response on this device, whole; one in a format other than JSON as its text. */
export const all = (): Promise<unknown[]> =>
  inEveryStore(async (access) => [...(await access.all(DEAD)), ...(await access.all(WAITING))].map(whole));

/** Puts dead letters (all, or those of `id`) back to wait, due now. */
export async function revive(id?: string): Promise<void> {
  await inEveryStore(async (access) => {
    for (const record of await access.all(DEAD)) {
      if (id && record.id !== id) continue;
      markWaiting(true);
      access.remove(record.key);
      const key = record.key.replace(DEAD, WAITING);
      access.put({ ...record, key, expiresAt: Date.now() + WEEK, attempts: 0, errors: 0, nextAt: 0 });
    }
    return [];
  });
}

/** Erases every record. */
export async function clear(): Promise<void> {
  await inEveryStore(async (access) => {
    markWaiting(false);
    access.clear();
    return [];
  });
}

async function inEveryStore<T>(step: (access: Access) => Promise<T[]>): Promise<T[]> {
  const lists: T[][] = [];
  let failure: unknown;
  for (const store of await openStores()) {
    try {
      lists.push(await store.change(step));
    } catch (error) {
      failure = error;
    }
  }
  // A store that fails hides no other.
  if (lists.length === 0) throw failure;
  return lists.flat();
}

/** A member of a batch stands where its batch stands. */
const entries = (prefix: string): Promise<OutboxEntry[]> =>
  inEveryStore(async (access) => {
    const batches = await access.all(BATCH);
    const list = [];
    for (const record of await access.all(prefix)) {
      const standing = batches.find(({ keys }) => keys!.includes(record.key)) ?? record;
      const gate = standing.last && (await access.get<Gate>(gateOf(standing.last.endpoint)));
      list.push(entry(record, standing, prefix === WAITING ? Math.max(standing.nextAt, gate?.nextAt ?? 0) : undefined));
    }
    return list;
  });

function entry(record: OutboxRecord, { attempts, last }: OutboxRecord, nextAt?: number): OutboxEntry {
  const { id, revision, kind, createdAt } = record;
  return {
    id,
    revision,
    kind,
    createdAt: new Date(createdAt).toISOString(),
    attempts,
    nextAttemptAt: nextAt === undefined ? undefined : new Date(nextAt).toISOString(),
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
