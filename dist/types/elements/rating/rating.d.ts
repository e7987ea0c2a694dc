/** A rating by faces: one question, one press, and then only what helps the shop to understand it. */
import { type CSSResultGroup, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { RatingAnswer } from '../../response/response.js';
import type { Choice } from '../choice.js';
import { QuestionElement } from '../question-element.js';
/**
 * A rating by faces, stars or numerals, with reasons and a comment.
 *
 * @summary How satisfied are you?
 * @element curtsy-rating
 * @event {CustomEvent<{score: number | undefined}>} curtsy-change - Another face was chosen, or the choice was cleared.
 * @slot recover - The `<curtsy-callback>` that `recover` offers, unseen until then.
 * @csspart face - The drawing of an option.
 * @csspart reasons - The group of reasons.
 * @csspart reason - One reason.
 * @csspart recover - The offer after the answer, and the form in its place.
 * @cssproperty [--curtsy-rating-face=48px] - Size of a face.
 */
export declare class CurtsyRating extends QuestionElement {
    #private;
    static formAssociated: boolean;
    static styles: CSSResultGroup;
    static properties: PropertyDeclarations;
    /** How many points: `5` (default), `3`, `2`, or `nps` for 0 to 10. */
    scale: string | undefined;
    /** What stands for a point: `svg` (default), `emoji` or `stars`. */
    faces: string | undefined;
    /** Reasons to choose from: `value=Label, …`, an array of `{value, label}`, or the preset `experience`. */
    reasons: string | Choice[] | undefined;
    /** Score at or below which a call or message is offered after Send; above it the offer is a quiet line. Without it there is none. */
    recover: string | number | undefined;
    /** Its name in a form. */
    name: string | undefined;
    /** Whether a form needs it. */
    required: boolean;
    readonly kind = "rating";
    constructor();
    /** The chosen score as text, as a form sends it; empty while nothing is chosen. */
    get value(): string;
    set value(value: string);
    reset(): void;
    formAssociatedCallback(form: HTMLFormElement | null): void;
    formResetCallback(): void;
    formStateRestoreCallback(state: string): void;
    formDisabledCallback(disabled: boolean): void;
    protected updated(changed: PropertyValues): void;
    protected usualQuestion(): string;
    protected options(): TemplateResult;
    protected answer(): RatingAnswer;
    chips(): string | Choice[] | undefined;
}
declare global {
    interface HTMLElementTagNameMap {
        'curtsy-rating': CurtsyRating;
    }
}
