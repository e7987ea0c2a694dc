/** What a developer can see and do with the outbox. */
import { markWaiting } from '../response/hold.js';
import type { Search } from './claim.js';
import { gateOf } from './outbox.js';
import { BATCH, DEAD, WAITING, type Gate, type OutboxEntry, type OutboxRecord } from './record.js';
import type { Access } from './store.js';
import { openStores } from './stores.js';

/** A dead letter that is tried again gets this long, in milliseconds. */
const WEEK = 6048e5;

/** What waits to be sent, oldest first; `endpointOf` says where it would go now. */
export const pending = (endpointOf: Search['endpointOf']): Promise<OutboxEntry[]> =>
  entries(WAITING, async (access, record, { nextAt, last }) => {
    const endpoint = endpointOf(record);
    const gate = endpoint ? await access.get<Gate>(gateOf(endpoint)) : undefined;
    // What an endpoint did that was corrected since is of no account.
    const own = last && endpoint && last.endpoint !== endpoint ? 0 : nextAt;
    return Math.max(own || Date.now(), gate?.nextAt ?? 0);
  });

/** What the endpoint refused, oldest first. */
export const rejected = (): Promise<OutboxEntry[]> => entries(DEAD, async () => undefined);

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

/** When a record, which may stand where its batch stands, is tried next. */
type NextOf = (access: Access, record: OutboxRecord, standing: OutboxRecord) => Promise<number | undefined>;

/** A member of a batch stands where its batch stands. */
const entries = (prefix: string, nextOf: NextOf): Promise<OutboxEntry[]> =>
  inEveryStore(async (access) => {
    const batches = await access.all(BATCH);
    const list = [];
    for (const record of await access.all(prefix)) {
      const standing = batches.find(({ keys }) => keys!.includes(record.key)) ?? record;
      list.push(entry(record, standing, await nextOf(access, record, standing)));
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
