import type { CSSResultGroup, PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import type { Metadata } from '../settings/settings.js';
import { CurtsyElement } from './curtsy-element.js';
/**
 * @slot question - The question, instead of the attribute.
 * @slot thanks - What is said after Send, instead of words that fit the answer.
 * @slot thanks-extra - Stands below the thanks, whatever the answer was.
 * @slot footer - Stands below everything, always.
 * @event {CustomEvent<{response: Response}>} curtsy-submit - At Send, before the answer is stored; cancelling it deletes the draft.
 * @event {CustomEvent<{id: string, revision: number, durable: string}>} curtsy-saved - A draft or the answer is stored, in what `durable` names.
 * @event {CustomEvent<{id: string, revision: number, status: number}>} curtsy-delivered - The endpoint has acknowledged it.
 * @event {CustomEvent<{id: string, revision: number, status: number, reason: string}>} curtsy-rejected - The endpoint has refused it for good, and it is kept; or a limit has, which `reason` names with status 0, and it is not.
 * @csspart base - The card.
 * @csspart question - The question.
 * @csspart options - All that can be chosen.
 * @csspart option - One of them; `option--selected` besides when it is chosen.
 * @csspart label - Its words.
 * @csspart comment - The text field.
 * @csspart actions - The row of buttons.
 * @csspart submit - Send.
 * @csspart thanks - What is said after Send.
 * @csspart receipt - The quiet line that says what became of the answer.
 * @csspart waiting - How many answers wait on the device, with `kiosk`.
 * @cssstate asking - Nothing is chosen.
 * @cssstate chosen - Something is chosen and kept as a draft.
 * @cssstate thanked - The answer is stored.
 */
export declare abstract class QuestionElement extends CurtsyElement {
    #private;
    static styles: CSSResultGroup;
    static shadowRootOptions: ShadowRootInit;
    static properties: PropertyDeclarations;
    /** Where in the journey it stands: `product`, `checkout`, `delivery` … */
    touchpoint: string | undefined;
    /** The question, instead of the usual one. */
    question: string | undefined;
    /** Where this element's answers are POSTed, instead of the setting. */
    endpoint: string | undefined;
    /** Whether a comment can be added: `optional` (default) or `none`. */
    comment: string | undefined;
    /** On a tablet in a shop: after so many seconds without a touch it forgets what was given and asks the next person. */
    kiosk: string | number | undefined;
    /** Whether it can't be answered now. */
    disabled: boolean;
    /** Sent with this element's answers, over the setting of that name. */
    metadata: Metadata | undefined;
    readonly internals: ElementInternals;
    constructor();
    protected firstUpdated(): void;
    protected updated(_changed: PropertyValues): void;
    /** Forgets the answer on the page and asks anew; what was stored stays stored. */
    reset(): void;
    protected render(): TemplateResult;
}
