import type { CSSResultGroup, PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import type { Speaker } from '../../manners/turns.js';
import { CurtsyElement } from '../curtsy-element.js';
/**
 * Shows the question elements inside it at the right moment: in a corner, in the page's top layer, without taking the focus.
 *
 * @summary Asks when it is welcome.
 * @element curtsy-prompt
 * @attr {string} pages - Paths where it may appear, as globs with commas or spaces between; everywhere without.
 * @attr {number} min-visits - Not before this visit.
 * @attr {number} min-pages - Not before this page of a visit.
 * @attr {number} sample - To how many visits of all, 0 to 1; drawn once a visit.
 * @attr {string} [cooldown=P30D] - How long it is silent after it was shown, ISO 8601.
 * @attr {string} [answered-cooldown=P90D] - How long after an answer or a dismissal, ISO 8601.
 * @attr {number} [priority=0] - Of several the highest goes first.
 * @slot - One or more question elements.
 * @event {CustomEvent} curtsy-shown - It has appeared.
 * @event {CustomEvent} curtsy-dismissed - It was closed without an answer.
 * @event {CustomEvent<{reason: string}>} curtsy-suppressed - A trigger came, and the rule named `reason` spoke against it.
 * @csspart base - The card.
 * @csspart close - The button that closes it.
 */
export declare class CurtsyPrompt extends CurtsyElement implements Speaker {
    #private;
    static styles: CSSResultGroup;
    static properties: PropertyDeclarations;
    /** When it may appear, a list with `;` between: `load`, `after 30s`, `scroll 60%`, `idle 20s`, `exit`, `visible SELECTOR`, `click SELECTOR`, `event NAME`, `slow`, `manual`. */
    trigger: string | undefined;
    /** Where: `bottom-end` (default), `bottom-start`, `top-end`, `top-start`, or `inline`, at its own place in the page. */
    placement: string | undefined;
    /** A selector: the card stands beside that element, tried first on the side that `placement` names. */
    anchor: string | undefined;
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
