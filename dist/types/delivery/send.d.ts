/** One attempt: a POST whose answer is read to its end, since an unread body blocks the browser's keepalive quota. */
import type { OutboxRecord } from '../outbox/record.js';
import type { Used } from '../settings/check.js';
import { type Verdict } from './verdict.js';
export interface Outcome {
    verdict: Verdict;
    /** HTTP status; 0 where none was seen. */
    status: number;
    reason: string;
    /** What the endpoint asked us to wait, in milliseconds. */
    wait?: number | undefined;
}
/**
 * POSTs `record` to `endpoint`. `leaving` sends with `keepalive`, which outlives the page, and starts before it returns:
 * headers that come as a promise are then left out. Never rejects.
 */
export declare function send(record: OutboxRecord, endpoint: string, settings: Used, leaving?: boolean): Promise<Outcome>;
