/**
 * The outbox: what waits, what is due, who may send it now, and what became of it. Every step is one transaction over
 * the store, so tabs, crashes and reloads need no other agreement. Nothing leaves it before a verified acknowledgement.
 */
import { markWaiting } from '../response/hold.js';
import { warnOnce } from '../settings/warn.js';
import { openIndexedDbStore } from './indexeddb-store.js';
import { memoryStore } from './memory-store.js';
import type { Durable, OutboxRecord } from './record.js';
import type { Step, Store } from './store.js';

/** Beginnings of a record's key. */
export const WAITING = 'q/';
export const DEAD = 'd/';
/** A claim's length: one request's time-out of 20 s and slack for a slow commit. */
const LEASE = 45e3;
/** A time further ahead than we ever set one was set under another clock: it counts as past. */
const ABSURD_LEASE = 6e5;
const ABSURD_WAIT = 864e5;

let opened: Promise<Store> | undefined;

/** Opens the store, once a page; where IndexedDB can't be used, answers live in memory. */
export function openOutbox(): Promise<Store> {
  return (opened ??= openIndexedDbStore().catch(keptInMemory));
}

/** One step over the records of `prefix`, as `Store.change`. */
export const change = async <Result>(prefix: string, step: Step<Result>): Promise<Result> =>
  (await openOutbox()).change(prefix, step);

function keptInMemory(error: unknown): Store {
  warnOnce('storage-off', String(error));
  return memoryStore();
}

/** What `put` needs to know of a record; `wire` is asked within the transaction, for the revision found there. */
export type NewRecord = Pick<OutboxRecord, 'id' | 'kind' | 'source' | 'endpoint' | 'expiresAt' | 'draft' | 'nextAt'> & {
  wire: (revision: number) => { contentType: string; body: string };
};

/**
 * Stores a response and resolves once it is committed. A draft of the same id is replaced; what was released meanwhile
 * is left as it is, and this becomes the revision after it, or after `lastRevision`, which was delivered and is gone. With
 * `adopt`, what is there of that id is enough.
 */
export async function put(
  fresh: NewRecord,
  lastRevision: number,
  adopt: boolean,
): Promise<{ record: OutboxRecord; durable: Durable }> {
  const { wire, ...rest } = fresh;
  const prefix = `${WAITING}${fresh.id}.`;
  const write = async (store: Store) => ({
    durable: store.durable,
    record: await store.change(prefix, (records, keep) => {
      const newest = records.at(-1);
      if (newest && adopt && !newest.draft) return newest;
      const revision = newest?.draft ? newest.revision : Math.max(lastRevision, newest?.revision ?? 0) + 1;
      const key = prefix + String(revision).padStart(4, '0');
      const times = { createdAt: Date.now(), attempts: 0, waits: 0 };
      const record: OutboxRecord = { v: 1, key, revision, ...times, ...rest, ...wire(revision) };
      // Within the transaction, so that no other tab's look at an empty store can come between.
      markWaiting(true);
      keep(record);
      return record;
    }),
  });
  return openOutbox()
    .then(write)
    .catch((error: unknown) => {
      const memory = keptInMemory(error);
      opened = Promise.resolve(memory);
      return write(memory);
    });
}

/** Deletes the draft of `id`, if it has not been released. */
export const removeDraft = (id: string): Promise<void> =>
  change(`${WAITING}${id}.`, (records, _, remove) => records.forEach((record) => record.draft && remove(record.key)));

export interface Claimed {
  record?: OutboxRecord | undefined;
  /** When to look again if nothing is due now, in epoch milliseconds. */
  wakeAt: number;
  /** Keys of all that was looked at. */
  keys: string[];
}

/**
 * Takes the oldest due record for this page, for 45 seconds, and releases it if it was a draft. `endpointOf` resolves where
 * a record would go now; one without an endpoint waits, and one whose endpoint was corrected since its last attempt is due
 * at once, as is one that `early` names. With `key`, that record alone, due or not.
 */
export const claim = (
  endpointOf: (record: OutboxRecord) => string | undefined,
  early: (record: OutboxRecord) => boolean = () => false,
  key = WAITING,
): Promise<Claimed> =>
  change(key, (records, keep, remove) => {
    const now = Date.now();
    const keys = records.map((record) => record.key);
    let wakeAt = Infinity;
    if (key === WAITING) markWaiting(records.length > 0);
    for (const record of records) {
      const endpoint = endpointOf(record);
      const { lease, last, nextAt } = record;
      const leased = lease && lease.until > now && lease.until < now + ABSURD_LEASE;
      if (record.expiresAt <= now && !leased) {
        remove(record.key);
        keep(dead(record, { last: { status: 0, reason: 'older than maxAge', at: now, endpoint: '' } }));
      } else if (endpoint) {
        const mended = last && last.endpoint !== endpoint;
        const waits = nextAt > now && nextAt < now + ABSURD_WAIT && key === WAITING && !mended && !early(record);
        if (leased || waits) {
          wakeAt = Math.min(wakeAt, leased ? lease.until : nextAt);
        } else {
          // An expired lease was an attempt that nobody lived to report.
          const attempts = record.attempts + (lease ? 1 : 0);
          const token = Math.random();
          const taken = { ...record, draft: false, attempts, lease: { token, until: now + LEASE } };
          keep(taken);
          return { record: taken, wakeAt, keys };
        }
      }
    }
    return { wakeAt, keys };
  });

const dead = (record: OutboxRecord, patch: Partial<OutboxRecord>): OutboxRecord => ({
  ...record,
  ...patch,
  key: record.key.replace(WAITING, DEAD),
});

/** Ends whatever holds `record` back, a claim of this page or its being a draft: it is due now. */
export const release = ({ key }: OutboxRecord): Promise<void> =>
  change(key, ([current], keep) => {
    if (current) keep({ ...current, draft: false, lease: undefined, nextAt: 0 });
  });

/** The dead letter that the record of `key` became, if it did. */
export const deadLetter = (key: string): Promise<OutboxRecord | undefined> =>
  change(key.replace(WAITING, DEAD), ([letter]) => letter);

/** The endpoint has it: gone, whoever holds the claim. */
export const acknowledge = ({ key }: OutboxRecord): Promise<void> => change(key, (_, keep, remove) => remove(key));

/**
 * Ends the claim on `record`: it waits on as `patch` says or, `forGood`, becomes a dead letter, kept to be listed, retried and
 * exported. Nothing is changed if another page has claimed or acknowledged it meanwhile.
 */
export const settle = (record: OutboxRecord, patch: Partial<OutboxRecord>, forGood: boolean): Promise<void> =>
  change(record.key, ([current], keep, remove) => {
    if (!current || current.lease?.token !== record.lease?.token) return;
    const next = { ...current, ...patch, lease: undefined };
    if (forGood) remove(record.key);
    keep(forGood ? dead(next, {}) : next);
  });
