/** Where records go now: nowhere while their source is not on this page, or has no endpoint. */
import type { OutboxRecord } from '../outbox/record.js';
/** Says that `source` is on this page. */
export declare function nameSource(source: string): void;
/** The endpoint of a record, by today's settings; they are read once a source, since this is asked for every record that waits. */
export declare function destinations(): (record: Pick<OutboxRecord, 'source' | 'endpoint'>) => string | undefined;
