/** A question that comes by itself, at the right moment, and with manners: what is inside is shown when nothing speaks against it. */
import { LitElement, type CSSResultGroup, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { Speaker } from '../../manners/turns.js';
/**
 * Shows the question elements inside it at the right moment: in a corner, in the page's top layer, without taking the focus.
 *
 * @summary Asks when it is welcome.
 * @element curtsy-prompt
 * @slot - One or more question elements.
 * @event {CustomEvent} curtsy-shown - It has appeared.
 * @event {CustomEvent} curtsy-dismissed - It was closed without an answer.
 * @event {CustomEvent<{reason: string}>} curtsy-suppressed - A trigger came, and the rule named `reason` spoke against it.
 * @csspart base - The card.
 * @csspart close - The button that closes it.
 */
export declare class CurtsyPrompt extends LitElement implements Speaker {
    #private;
    static styles: CSSResultGroup;
    static properties: PropertyDeclarations;
    /** When it may appear, a list with `;` between: `load`, `after 30s`, `scroll 60%`, `idle 20s`, `exit`, `visible SELECTOR`, `click SELECTOR`, `event NAME`, `slow`, `manual`. */
    trigger: string | undefined;
    /** Paths where it may, as globs. */
    pages: string | undefined;
    /** Not before this visit. */
    minVisits: string | undefined;
    /** Not before this page of a visit. */
    minPages: string | undefined;
    /** To how many visits of all, 0 to 1; drawn once a visit. */
    sample: string | undefined;
    /** Where: `bottom-end` (default), `bottom-start`, `top-end`, `top-start`, or `inline`, at its own place in the page. */
    placement: string | undefined;
    /** How long it is silent after it was shown, ISO 8601; `P30D` by default. */
    cooldown: string | undefined;
    /** How long after an answer or a dismissal, ISO 8601; `P90D` by default. */
    answeredCooldown: string | undefined;
    /** Of several the highest goes first; 0 by default. */
    priority: string | undefined;
    /** Whether it is shown. */
    open: boolean;
    constructor();
    connectedCallback(): void;
    disconnectedCallback(): void;
    protected updated(changed: PropertyValues): void;
    /** Shows it now: no rule is asked. */
    show(): void;
    /** Takes it away again. Nothing is remembered but that it was shown, and an answer if there was one. */
    hide(): void;
    protected render(): TemplateResult;
}
declare global {
    interface HTMLElementTagNameMap {
        'curtsy-prompt': CurtsyPrompt;
    }
}
