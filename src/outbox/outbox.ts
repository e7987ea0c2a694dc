/**
 * The outbox: an answer is put into it, and leaves it with a verified acknowledgement and no sooner. Every step is one
 * transaction over a store, so tabs, crashes and reloads need no other agreement.
 */
import { markWaiting } from '../response/hold.js';
import { CurtsyError } from '../settings/error.js';
import { warnOnce } from '../settings/warn.js';
import { BATCH, GATE, isHeld, membersOf, WAITING, type Gate, type OutboxRecord } from './record.js';
import { hasFallen, openStores, storeInstead } from './stores.js';
import type { Access, Step, Store } from './store.js';

/** Longest body, in bytes: with it the browser's limit for requests that outlive their page leaves room for others. */
export const MAX_BODY = 48 * 1024;

/** A claim's length: one request's time-out of 20 s and slack for slow commits. */
export const LEASE = 45e3;

/** What `put` needs to know of a record; `wire` is asked once a revision, so that a revision has one body wherever it is stored. */
export type NewRecord = Pick<OutboxRecord, 'id' | 'kind' | 'source' | 'endpoint' | 'expiresAt' | 'draft' | 'nextAt'> & {
  wire: (revision: number) => { contentType: string; body: string };
};

/** Where a record goes and what it may be. */
export interface Placing {
  /** The newest revision that was stored before; it may have been delivered, and be gone. */
  lastRevision: () => number;
  /** What is there of that id is enough: it comes from another page. */
  adopt: boolean;
  /** How many answers may wait, and how many bytes they may take. */
  maxPending: number;
  maxBytes: number;
  /** This page has sent the draft that is there, or let go of it: it is not replaced, whatever the store says of it. */
  released?: boolean;
  /** If nothing else waits, this page takes it at once, to send it. */
  claims: boolean;
  /** Called before IndexedDB is replaced, which takes its time. */
  rescue: () => void;
}

export interface Stored {
  record: OutboxRecord;
  store: Store;
  /** This page has claimed it. */
  claimed?: boolean;
}

/**
 * Stores a response and resolves once it is committed. A draft of the same id is replaced; what was released meanwhile
 * is left as it is, and this becomes the revision after it. Where a store fails, the next best takes it.
 *
 * @throws {CurtsyError} outbox-full, response-too-large: a limit is reached; what waits is left as it is
 */
export async function put({ wire, ...rest }: NewRecord, placing: Placing): Promise<Stored> {
  const { lastRevision, adopt, released, claims, rescue } = placing;
  const prefix = `${WAITING}${rest.id}.`;
  const wired = new Map<number, ReturnType<typeof wire>>();
  const write = (store: Store) =>
    store.change(async (access): Promise<Stored> => {
      const keys = await access.keys('');
      const waiting = keys.filter((other) => other.startsWith(WAITING));
      const newest = waiting.findLast((other) => other.startsWith(prefix));
      const found = newest ? await access.get(newest) : undefined;
      if (found && adopt && !found.draft) return { record: found, store };
      const replaced = found?.draft && !released;
      const revision = replaced ? found.revision : Math.max(lastRevision(), found?.revision ?? 0) + 1;
      const bytes = wired.get(revision) ?? wire(revision);
      wired.set(revision, bytes);
      // What is added to an answer that was taken is not refused.
      const isNew = revision === 1 && !found;
      const full = isNew && (await isFull(access, waiting.length, sizeOf(bytes.body), placing));
      if (full) throw refusal('outbox-full', rest.id);
      if (sizeOf(bytes.body) > MAX_BODY) throw refusal('response-too-large', rest.id);
      const key = prefix + String(revision).padStart(4, '0');
      const record: OutboxRecord = { v: 1, key, revision, createdAt: Date.now(), attempts: 0, ...rest, ...bytes };
      const isAlone = waiting.length === (replaced ? 1 : 0) && !keys.some((other) => other.startsWith(GATE));
      if (claims && isAlone) record.lease = newLease();
      // Within the transaction, so that no other tab's look at an empty store can come between.
      markWaiting(true);
      access.put(record);
      return { record, store, claimed: claims && isAlone };
    }, true);
  for (let store = (await openStores()).at(-1)!; ;) {
    try {
      return await write(store);
    } catch (error) {
      if ((error instanceof CurtsyError && error.code !== 'storage-failed') || store.durable === 'memory') throw error;
      // What comes after localStorage is in the same chunk, and localStorage has no more room.
      if (store.durable === 'indexeddb') rescue();
      store = await storeInstead(store, error);
    }
  }
}

function refusal(code: 'outbox-full' | 'response-too-large', id: string): CurtsyError {
  warnOnce(code);
  return new CurtsyError(code, `${id} is not kept`);
}

async function isFull(
  access: Access,
  waiting: number,
  size: number,
  { maxPending, maxBytes }: Placing,
): Promise<boolean> {
  if (waiting >= maxPending) return true;
  // Few answers can't take so much: then they need not be read.
  if ((waiting + 1) * MAX_BODY <= maxBytes) return false;
  for (const { body } of await access.all(WAITING)) size += sizeOf(body);
  return size > maxBytes;
}

/** In bytes. */
export const sizeOf = (body: string): number => new TextEncoder().encode(body).length;

/**
 * Deletes the draft of `id`, if it has not been released; with `released` also what was, if no attempt to send any of it has begun.
 * Resolves whether something was deleted.
 */
export async function remove(id: string, released?: boolean): Promise<boolean> {
  let removed = false;
  for (const store of await openStores()) {
    await store.change(async (access) => {
      const found = await access.all(`${WAITING}${id}.`);
      const batched = (await access.all(BATCH)).flatMap(membersOf);
      // A revision before these, which is gone, has arrived.
      const isUntried = ({ key, revision, lease, last }: OutboxRecord, at: number) =>
        revision === at + 1 && !lease && !last && !batched.includes(key);
      for (const { draft, key } of found) {
        if (!draft && !(released && found.every(isUntried))) continue;
        access.remove(key);
        removed = true;
      }
    }, released);
  }
  return removed;
}

/** A claim of this page, from now on. */
export const newLease = (): NonNullable<OutboxRecord['lease']> => ({ token: Math.random(), until: Date.now() + LEASE });

/** Changes what is kept below `key`; nothing where it is gone, or where a page holds it with another claim than that of `token`. */
export const amend =
  (key: string, patch: Partial<OutboxRecord>, token?: number): Step<OutboxRecord | undefined> =>
  async (access) => {
    const current = await access.get(key);
    if (!current || (isHeld(current) && current.lease?.token !== token)) return;
    const next = { ...current, ...patch };
    access.put(next);
    return next;
  };

/** The endpoint has `record`: gone, whoever holds the claim. Its destination, which had failed if it has a `gate`, is well again. */
export async function acknowledge(access: Access, record: OutboxRecord, gate?: Gate): Promise<void> {
  // Nothing goes that was not sent; what is in a batch is never replaced.
  const isSent = record.keys || (await access.get(record.key))?.body === record.body;
  if (isSent) for (const key of [record.key, ...membersOf(record)]) access.remove(key);
  if (gate?.attempts) access.put({ ...gate, attempts: 0, nextAt: 0, openedAt: Date.now() });
}

/** Whether anything waits in `store`, once `settle` is done. If not, other pages need not look. */
export const hasWaiting = (store: Store, settle?: Step<unknown>): Promise<boolean> =>
  store.change(async (access) => {
    await settle?.(access);
    const waiting = (await access.keys(WAITING, 1)).length > 0;
    if (!waiting) markEmpty(store);
    return waiting;
  });

/** `store` is empty: if it is the best one, and nothing is left in the next, nobody need look. */
export function markEmpty(store: Store): void {
  if (store.durable === 'indexeddb' && !hasFallen()) markWaiting(false);
}

/** Key of the gate of `endpoint`. */
export const gateOf = (endpoint: string): string => GATE + endpoint;
