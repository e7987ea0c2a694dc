import type { OutboxRecord } from '../outbox/record.js';
import type { Store } from '../outbox/store.js';
import { type Outcome } from './send.js';
/** What became of a record, for the element that waits for it. */
export type Settled = Pick<Outcome, 'verdict' | 'status' | 'reason'>;
/** A record of this page that has not been settled: its newest bytes, who waits, and how it stands. */
interface Own {
    record: OutboxRecord;
    settled: (settled: Settled) => void;
    store: Promise<Store>;
    sending?: boolean;
    /** What is sending outlives the page. */
    lasting?: boolean | undefined;
}
/** Begins to listen, and sends what is due. */
export declare function startDelivery(): void;
/** Follows `record` until it is settled; `settled` is called at most once, and not after this page is gone. */
export declare function follow(record: OutboxRecord, settled: Own['settled']): void;
/** Whether this page has a draft of `id` that was not released. */
export declare const hasDraft: (id: string) => boolean;
/** Forgets the draft of `id`, which was cleared; without `id`, all that was not settled. */
export declare function unfollow(id?: string): void;
/** Drains as soon as may be; failures wait for their time, so this never rejects. */
export declare function wake(event?: Event): void;
/**
 * Sends everything that is due, and what `early` names besides, one after the other. Resolves with the number delivered. A
 * call while one is under way joins it, and what came in meanwhile is sent too; one with `early` comes after it.
 */
export declare function drain(early?: (record: OutboxRecord) => boolean): Promise<number>;
export {};
