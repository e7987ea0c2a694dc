/** A request to be called or written back: how to reach the shopper, what for, when, and a confirmation with a reference. */
import { type CSSResultGroup, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { Answer } from '../../response/response.js';
import type { Choice } from '../choice.js';
import { QuestionElement } from '../question-element.js';
/**
 * A request to be called or written back. Nothing of it is kept as a draft; once it is stored its number or address is shown
 * masked, and no event but `curtsy-submit` has it.
 *
 * @summary May we call you?
 * @element curtsy-callback
 * @csspart field - A field to type or choose in.
 * @csspart error - What is the matter with what was typed or chosen.
 * @csspart reference - The reference on the confirmation.
 * @cssstate written - The shopper wants to be written to.
 */
export declare class CurtsyCallback extends QuestionElement {
    #private;
    static styles: CSSResultGroup;
    static properties: PropertyDeclarations;
    /** Ways to answer that the shop offers, the first of them chosen: `phone` (default), `sms`, `whatsapp`, `email`. */
    channels: string | undefined;
    /** What it may be about: `value=Label, …` or an array of `{value, label}`. */
    topics: string | Choice[] | undefined;
    /** Country of a number without calling code, ISO 3166-1 alpha-2. Without it the page's language tells. */
    country: string | undefined;
    /** The countries to choose from, if not all. */
    countries: string | undefined;
    /** When the shop calls: opening hours as schema.org writes them, `Mo-Fr 09:00-18:00, Sa 10:00-14:00`. Without them no time can be chosen, and none is promised. */
    hours: string | undefined;
    /** The shop's time zone, IANA. */
    timeZone: string | undefined;
    /** Dates on which it is closed, `2026-12-25, 2026-12-26`. */
    closed: string | undefined;
    /** When nobody is called, by the shopper's clock: `21:00-08:00`. */
    quietHours: string | undefined;
    /** How long a time to choose is, an ISO 8601 duration: `PT30M`. */
    slotLength: string | undefined;
    /** How far ahead the first of them is at least: `PT15M`. */
    lead: string | undefined;
    /** How many days can be chosen from: 5. */
    daysAhead: string | number | undefined;
    /** Within how much open time the shop calls, `PT10M`: it is said as a clock time. Without it nothing is promised. */
    respondWithin: string | undefined;
    /** Who will use the number, named beside it. */
    business: string | undefined;
    /** Where the shop says what it does with personal data. */
    privacyUrl: string | undefined;
    /** Text of a separate box, unticked and never required, that allows more than this answer. */
    marketing: string | undefined;
    /** Id of the response that the request follows, such as a rating's. */
    inReplyTo: string | undefined;
    /** What staff should know before they call or write, so that the shopper is not asked again. Sent with the request. */
    handoff: string | undefined;
    constructor();
    reset(): void;
    /** Focuses what is to be filled in or mended, or the confirmation. */
    focus(options?: FocusOptions): void;
    protected firstUpdated(): void;
    protected willUpdate(changed: PropertyValues): void;
    protected updated(changed: PropertyValues): void;
    protected usualQuestion(): string;
    protected form(): TemplateResult;
    protected options(): TemplateResult;
    protected thanks(): TemplateResult;
    chips(): string | Choice[] | undefined;
    protected answer(): Answer;
    protected send(): void;
}
declare global {
    interface HTMLElementTagNameMap {
        'curtsy-callback': CurtsyCallback;
    }
}
