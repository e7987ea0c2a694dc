import type { CallbackAnswer } from '../../response/response.js';
import type { CurtsyCallback } from './callback.js';
/** The form's fields by their names; what it doesn't show is missing. */
export type Typed = Partial<Record<string, string>>;
/** What is to be said about an address: that there is none, or a question. */
export type Problem = 'missing' | 'doubt';
/** An address as it was typed, what could be made of it, and what is to be said about it. */
export interface Looked {
    address: string;
    problem: Problem | undefined;
    e164?: string | undefined;
    country?: string;
}
/** No mail can be sent to what has no @ between two parts; without a dot behind it, it is only unusual. */
export declare function problemOfEmail(typed: string): Problem | undefined;
/** The address of a request that is being changed: it stays, unless another is typed. */
export declare function keptAddress({ view, field, request, }: CurtsyCallback): Pick<CallbackAnswer, 'phone' | 'phoneRaw' | 'email'> | undefined;
/** What was typed for an address, and what is to be said about it. */
export declare function look(element: CurtsyCallback, typed: Typed): Looked;
/** @param e164 what could be read of the number */
export declare function requestOf(element: CurtsyCallback, typed: Typed, e164: string | undefined): CallbackAnswer;
