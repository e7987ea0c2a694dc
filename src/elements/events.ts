/** Types of the elements' events, so that `addEventListener` knows their details. */
import type { Durable } from '../outbox/record.js';
import type { Response } from '../response/response.js';

/** What a response is known by. */
export interface Told {
  id: string;
  revision: number;
}

declare global {
  interface HTMLElementEventMap {
    'curtsy-change': CustomEvent<{ score: number | undefined }>;
    'curtsy-submit': CustomEvent<{ response: Response }>;
    'curtsy-saved': CustomEvent<Told & { durable: Durable }>;
    'curtsy-delivered': CustomEvent<Told & { status: number }>;
    'curtsy-shown': CustomEvent<object>;
    'curtsy-dismissed': CustomEvent<object>;
    'curtsy-suppressed': CustomEvent<{ reason: string }>;
    'curtsy-rejected': CustomEvent<Told & { status: number; reason: string }>;
  }
}
