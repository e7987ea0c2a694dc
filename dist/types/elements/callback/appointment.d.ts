/**
 * When a shopper is called: the times to choose from, which move on while a form stands open, the one that is chosen, and what the
 * shop promises about it. A chunk of its own, fetched for a form with opening hours once that can be filled.
 */
import type { ReactiveController, TemplateResult } from 'lit';
import type { Span } from '../../callback/opening-hours.js';
import { type Terms } from '../../callback/slots.js';
import type { CallbackAnswer } from '../../response/response.js';
import { type Agreement } from './agreement.js';
import type { CurtsyCallback } from './callback.js';
export declare class Appointment implements ReactiveController {
    #private;
    readonly element: CurtsyCallback;
    /** Where the shopper is, by their clock. */
    zone: string;
    /** Nothing where the shop's hours can't be relied on. */
    terms: Terms | undefined;
    slots: Span[];
    /** Whether somebody could call right now. */
    asap: boolean;
    /** `asap`, or when the slot begins, in epoch milliseconds; nothing where there is nothing to choose. */
    chosen: string | undefined;
    /** It is said that what was chosen is gone, and another is chosen in its place. */
    moved: boolean;
    /** How many days are unfolded. */
    unfolded: number;
    /** Another zone is being chosen. */
    picksZone: boolean;
    constructor(element: CurtsyCallback);
    hostConnected(): void;
    hostDisconnected(): void;
    hostUpdate(): void;
    reset(): void;
    /** Chooses a time, or by another zone's clock; what was chosen stays if it can. */
    take(chosen: string | undefined, zone?: string): void;
    /** At Send: whether what was chosen is gone. That is said now and not before, since a line that opens would move Send away. */
    haveMoved(): boolean;
    /** Where the focus belongs, if a time is to be looked at; with `others`, where all that is to be mended is listed. */
    toMend(others: boolean): string | undefined;
    /** The slot that is chosen; nothing for as soon as possible. */
    get slot(): Span | undefined;
    field(): TemplateResult;
    problems(): TemplateResult;
    /** What is promised about what is chosen, in words. */
    promise(): TemplateResult | string;
    /** What goes on the wire. */
    answer(): Partial<Pick<CallbackAnswer, 'slot' | 'promisedBy'>>;
    /** What a request comes to, once the endpoint has it. */
    agreement(request: CallbackAnswer): Agreement | undefined;
    /** The agreed time for a calendar, if it is one. */
    event(request: CallbackAnswer): string | undefined;
}
