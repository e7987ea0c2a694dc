/** What every element has: its texts in its language, its events, and a word for attributes that can't mean anything. */
import { LitElement, type PropertyDeclarations } from 'lit';
import { type Strings } from '../settings/settings.js';
export declare abstract class CurtsyElement extends LitElement {
    #private;
    static properties: PropertyDeclarations;
    /** Which shop or property it belongs to with its answers, instead of the setting. */
    source: string | undefined;
    /** Overrides of this element's texts, by their keys. */
    strings: Strings | undefined;
    connectedCallback(): void;
}
