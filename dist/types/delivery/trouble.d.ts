import type { Step } from '../outbox/store.js';
import { type Held } from './attempt.js';
import type { Outcome } from './send.js';
export interface Judgement {
    settle: Step<void>;
    /** Whether it became a dead letter, once it is settled. */
    refused: boolean;
    /** In words, for the log. */
    what: string;
}
/** What is to be done about `outcome`, which came at `at`. */
export declare function judge({ record, endpoint }: Held, outcome: Outcome, at: number): Judgement;
