/** A request to be called or written back: how to reach the shopper, what for, and a confirmation with a reference. */
import { type CSSResultGroup, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { CallbackAnswer } from '../../response/response.js';
import type { Choice } from '../choice.js';
import { QuestionElement } from '../question-element.js';
/**
 * A request to be called or written back. Nothing of it is kept as a draft; once it is stored its number or address is shown
 * masked, and no event but `curtsy-submit` has it.
 *
 * @summary May we call you?
 * @element curtsy-callback
 * @csspart field - A field to type or choose in.
 * @csspart error - What is the matter with the number or address.
 * @csspart reference - The reference on the confirmation.
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
    /** Who will use the number, named beside it. */
    business: string | undefined;
    /** Where the shop says what it does with personal data. */
    privacyUrl: string | undefined;
    /** Text of a separate box, unticked and never required, that allows more than this answer. */
    marketing: string | undefined;
    constructor();
    reset(): void;
    /** Focuses the field that is required, or the confirmation. */
    focus(options?: FocusOptions): void;
    protected firstUpdated(): void;
    protected willUpdate(): void;
    protected updated(changed: PropertyValues): void;
    protected usualQuestion(): string;
    protected form(): TemplateResult;
    protected options(): TemplateResult;
    protected thanks(): TemplateResult;
    chips(): string | Choice[] | undefined;
    protected answer(): CallbackAnswer;
    protected send(): void;
}
declare global {
    interface HTMLElementTagNameMap {
        'curtsy-callback': CurtsyCallback;
    }
}
