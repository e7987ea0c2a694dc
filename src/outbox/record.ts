/** What the outbox keeps of a response: its bytes for the wire, made once, and how its delivery stands. */

export type Durable = 'indexeddb' | 'localstorage' | 'memory';

export interface OutboxRecord {
  /** Version of this shape; a later version carries old records over. */
  v: 1;
  /** `q/<id>.<revision>` while it waits, `d/<id>.<revision>` once it is a dead letter. */
  key: string;
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
  attempts: number;
  /** Waits that are not the record's fault: a wrong endpoint, a missing permission. */
  waits: number;
  nextAt: number;
  /** The page that holds it drew `token`; nobody else sends it before `until`. */
  lease?: { token: number; until: number } | undefined;
  last?: { status: number; reason: string; at: number; endpoint: string } | undefined;
}

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
