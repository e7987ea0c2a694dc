/** Did we meet your expectation? Asked afterwards, with the middle a real answer, and the shop's own promise named. */
import { type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { ExpectationAnswer } from '../../response/response.js';
import type { Choice } from '../choice.js';
import { QuestionElement } from '../question-element.js';
/**
 * Asks whether an expectation was met (subjective disconfirmation, Oliver 1980): two or one point short of it, met, exceeded.
 *
 * @summary Did we meet your expectations?
 * @element curtsy-expectation
 * @event {CustomEvent<{score: number | undefined}>} curtsy-change - Another answer was chosen, or the choice was cleared.
 * @slot recover - The `<curtsy-callback>` that `recover` offers, unseen until then.
 * @csspart promise - What the shop promised.
 * @csspart reasons - The group of promises to choose from when the answer is below what was expected.
 * @csspart reason - One of them.
 * @csspart recover - The offer after the answer, and the form in its place.
 */
export declare class CurtsyExpectation extends QuestionElement {
    #private;
    static styles: CSSResultGroup;
    static properties: PropertyDeclarations;
    /** How many points: `5` (default) or `3`. */
    scale: string | undefined;
    /** What it is about: the question is then how that compared with what was expected. */
    subject: string | undefined;
    /** What the shop promised, shown above the question. */
    promise: string | undefined;
    /** The shop's promises to choose from when it fell short: `value=Label, …` or an array of `{value, label}`. */
    promises: string | Choice[] | undefined;
    /** Score (−2 to 2) at or below which a call or message is offered after Send; above it the offer is a quiet line. Without it there is none. */
    recover: string | number | undefined;
    readonly kind = "expectation";
    reset(): void;
    protected usualQuestion(): string;
    protected form(): TemplateResult;
    protected options(): TemplateResult;
    protected answer(): ExpectationAnswer;
    chips(): string | Choice[] | undefined;
}
declare global {
    interface HTMLElementTagNameMap {
        'curtsy-expectation': CurtsyExpectation;
    }
}
