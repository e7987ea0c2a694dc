/**
 * The outbox: an answer is put into it, and leaves it with a verified acknowledgement and no sooner. Every step is one
 * transaction over a store, so tabs, crashes and reloads need no other agreement.
 */
import { markWaiting } from '../response/hold.js';
import { CurtsyError } from '../settings/error.js';
import { warnOnce } from '../settings/warn.js';
import { GATE, isHeld, membersOf, WAITING, type Gate, type OutboxRecord } from './record.js';
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
  lastRevision: number;
  /** What is there of that id is enough: it comes from another page. */
  adopt: boolean;
  /** How many answers may wait, and how many bytes they may take. */
  maxPending: number;
  maxBytes: number;
  /** If nothing else waits, this page takes it at once, to send it. */
  claims: boolean;
  /** Called before a store is replaced, which takes its time. */
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
export async function put(fresh: NewRecord, placing: Placing): Promise<Stored> {
  const { wire, ...rest } = fresh;
  const wired = new Map<number, ReturnType<typeof wire>>();
  const wireOnce = (revision: number) => {
    const bytes = wired.get(revision) ?? wire(revision);
    wired.set(revision, bytes);
    if (sizeOf(bytes.body) > MAX_BODY) throw refusal('response-too-large', rest.id);
    return bytes;
  };
  for (let store = (await openStores()).at(-1)!; ;) {
    try {
      return await write(store, rest, wireOnce, placing);
    } catch (error) {
      if ((error instanceof CurtsyError && error.code !== 'storage-failed') || store.durable === 'memory') throw error;
      placing.rescue();
      store = await storeInstead(store, error);
    }
  }
}

async function write(
  store: Store,
  rest: Omit<NewRecord, 'wire'>,
  wire: NewRecord['wire'],
  { lastRevision, adopt, claims, ...limits }: Placing,
): Promise<Stored> {
  const prefix = `${WAITING}${rest.id}.`;
  const { record, found, reading } = await store.change(async (access) => {
    const keys = access.keys('');
    // Of an id that is new here nothing can be there, and it is stored without waiting for what is.
    const newest = (lastRevision || adopt) && (await keys).findLast((other) => other.startsWith(prefix));
    const earlier = newest ? await access.get(newest) : undefined;
    if (earlier && adopt && !earlier.draft) return { record: earlier, found: true, reading: keys };
    const revision = earlier?.draft ? earlier.revision : Math.max(lastRevision, earlier?.revision ?? 0) + 1;
    const key = prefix + String(revision).padStart(4, '0');
    const created: OutboxRecord = {
      v: 1,
      key,
      revision,
      createdAt: Date.now(),
      attempts: 0,
      ...rest,
      ...wire(revision),
    };
    if (claims) created.lease = newLease();
    // Within the transaction, so that no other tab's look at an empty store can come between.
    markWaiting(true);
    access.put(created);
    return { record: created, found: false, reading: keys };
  }, true);
  if (found) return { record, store };

  const { key, revision } = record;
  const keys = await reading;
  const others = keys.filter((other) => other.startsWith(WAITING) && other !== key);
  // What is added to an answer that was taken is not refused.
  if (revision === 1 && !keys.includes(key) && (await isFull(store, others.length, limits))) {
    await store.change(async (access) => access.remove(key));
    throw refusal('outbox-full', rest.id);
  }
  const isAlone = others.length === 0 && !keys.some((other) => other.startsWith(GATE));
  if (!claims || isAlone) return { record, store, claimed: claims };
  await store.change(amend(key, { lease: undefined }, record.lease!.token));
  return { record: { ...record, lease: undefined }, store, claimed: false };
}

function refusal(code: 'outbox-full' | 'response-too-large', id: string): CurtsyError {
  warnOnce(code);
  return new CurtsyError(code, `${id} is not kept`);
}

async function isFull(
  store: Store,
  others: number,
  { maxPending, maxBytes }: Pick<Placing, 'maxPending' | 'maxBytes'>,
): Promise<boolean> {
  if (others >= maxPending) return true;
  // Few answers can't take so much: then they need not be read.
  if ((others + 1) * MAX_BODY <= maxBytes) return false;
  // What was just stored is among them.
  const all = await store.change((access) => access.all(WAITING));
  return all.reduce((sum, { body }) => sum + sizeOf(body), 0) > maxBytes;
}

/** In bytes. */
export const sizeOf = (body: string): number => new TextEncoder().encode(body).length;

/** Deletes the draft of `id`, if it has not been released. */
export async function removeDraft(id: string): Promise<void> {
  for (const store of await openStores()) {
    await store.change(async (access) => {
      for (const { draft, key } of await access.all(`${WAITING}${id}.`)) if (draft) access.remove(key);
    });
  }
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
