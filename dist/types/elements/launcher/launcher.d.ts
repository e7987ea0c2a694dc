/** A button at the page's edge for who wants to say something: it opens what is inside it, and asks nobody by itself. */
import { type CSSResultGroup, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { CurtsyElement } from '../curtsy-element.js';
/**
 * Opens what is inside it in a card beside the button, with the focus; Close, Escape and a press elsewhere close it again.
 *
 * @summary Says where to speak.
 * @element curtsy-launcher
 * @slot - One or more question elements.
 * @event {CustomEvent} curtsy-shown - It was opened.
 * @csspart launcher - The button.
 * @csspart base - The card.
 * @csspart close - The button that closes it.
 */
export declare class CurtsyLauncher extends CurtsyElement {
    #private;
    static styles: CSSResultGroup;
    static properties: PropertyDeclarations;
    /** The words on the button. */
    label: string | undefined;
    /** Where the button is: `bottom-end` (default), `bottom-start`, `top-end`, `top-start`. */
    placement: string | undefined;
    /** Whether the card is open. */
    open: boolean;
    constructor();
    connectedCallback(): void;
    disconnectedCallback(): void;
    protected updated(changed: PropertyValues): void;
    /** Opens the card. */
    show(): void;
    /** Closes it. */
    hide(): void;
    protected render(): TemplateResult;
}
declare global {
    interface HTMLElementTagNameMap {
        'curtsy-launcher': CurtsyLauncher;
    }
}
