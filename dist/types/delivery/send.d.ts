/** One attempt: a POST whose answer is read to its end, since an unread body blocks the browser's keepalive quota. */
import type { OutboxRecord } from '../outbox/record.js';
import type { Used } from '../settings/check.js';
export interface Outcome {
    acknowledged: boolean;
    /** HTTP status; 0 where none was seen. */
    status: number;
    reason: string;
    redirected?: boolean;
    /** `Retry-After`, as far as it can be read: across origins only where the endpoint exposes it. */
    retryAfter?: string | null;
}
/** Why nothing was sent: the page slept since it claimed the record, which may be another's by now. */
export declare const LATE = "Error: late";
/**
 * POSTs `body` for `record`, the record's own or a batch's, to `endpoint`. `leaving` sends with `keepalive`, which outlives the page, and
 * starts before it returns: headers that come as a promise are then left out. Never rejects, and never takes much longer than 20 seconds.
 */
export declare function send(record: OutboxRecord, body: string, endpoint: string, settings: Used, leaving?: boolean): Promise<Outcome>;
