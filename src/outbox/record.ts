/** What the outbox keeps: responses with their bytes for the wire, made once, batches of them, and gates of destinations. */

export type Durable = 'indexeddb' | 'localstorage' | 'memory';

/** Beginnings of keys: responses that wait, responses that were refused, frozen batches, gates. */
export const WAITING = 'q/';
export const DEAD = 'd/';
export const BATCH = 'b/';
export const GATE = 'g/';

/** How the last attempt ended. */
export interface Attempt {
  /** HTTP status; 0 where none was seen. */
  status: number;
  reason: string;
  at: number;
  endpoint: string;
}

/** What waits for its time, in epoch milliseconds. */
export interface Waiting {
  /** Version of this shape; what has another is left alone. */
  v: 1;
  key: string;
  /** Attempts that failed through no fault of the device. */
  attempts: number;
  nextAt: number;
  last?: Attempt | undefined;
}

/** A response, `q/<id>.<revision>` or `d/<id>.<revision>`, or a batch, `b/<id>`. */
export interface OutboxRecord extends Waiting {
  id: string;
  revision: number;
  kind: string;
  source: string;
  /** The element's own endpoint; without it the source's is resolved at each attempt. */
  endpoint?: string | undefined;
  createdAt: number;
  expiresAt: number;
  contentType: string;
  body: string;
  /** Replaceable until it is released, at `nextAt` at the latest. */
  draft?: boolean | undefined;
  /** The page that holds it drew `token`; nobody else sends it before `until`. */
  lease?: { token: number; until: number } | undefined;
  /** Answers of 500 and above that it had. */
  errors?: number | undefined;
  /** A batch's members: they share its fate, and its bytes are theirs in this order. */
  keys?: string[];
}

/** A destination that failed: all that goes there waits for it, and then one probes. `g/<endpoint>`. */
export interface Gate extends Waiting {
  /** Key of the last probe; the next is the one after it. */
  probe?: string | undefined;
  /** When something was last delivered after a failure. */
  openedAt?: number | undefined;
}

/** A lease that ends further ahead than we ever set one was set under another clock: it counts as past. */
const ABSURD_LEASE = 6e5;

/** Whether a page is about to send `record`. */
export function isHeld({ lease }: OutboxRecord, now = Date.now()): boolean {
  return !!lease && lease.until > now && lease.until < now + ABSURD_LEASE;
}

/** Keys of the responses that `record` stands for. */
export const membersOf = ({ key, keys }: OutboxRecord): string[] => keys ?? [key];

/** What a developer sees of a record: `outbox.pending()` and `outbox.rejected()`. */
export interface OutboxEntry {
  id: string;
  revision: number;
  kind: string;
  createdAt: string;
  attempts: number;
  nextAttemptAt: string | undefined;
  status: number | undefined;
}
