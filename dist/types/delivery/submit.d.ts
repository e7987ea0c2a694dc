import type { Durable } from '../outbox/record.js';
import type { Response, Submission } from '../response/response.js';
import { type Settled } from './follow.js';
export interface Receipt {
    id: string;
    revision: number;
    durable: Durable;
}
/** Warms the database and sends what is left of earlier visits; once an element can be pressed, `measure` the page too. */
export declare function prepare(measure?: boolean): void;
/** The response that `submit` would store now; its revision is settled in storing. */
export declare function preview(said: Submission): Response;
/**
 * Stores `said`, as a replaceable draft unless it is complete, and begins to send it. With `adopt` it comes from a page that is
 * gone: it is released as it stands, unless another page has taken it over. Resolves once it is
 * committed, to what `durable` names; `settled` is called when the endpoint has answered for good.
 *
 * @throws {CurtsyError} outbox-full, response-too-large: it is not kept
 */
export declare function submit(said: Submission, settled: (receipt: Receipt, outcome: Settled) => void, adopt?: boolean): Promise<Receipt>;
/**
 * Takes back a draft that was not released yet; with `released` also what was, if no attempt to send it has begun. Resolves whether
 * it was taken back.
 */
export declare function retract(key: string, released?: boolean): Promise<boolean>;
