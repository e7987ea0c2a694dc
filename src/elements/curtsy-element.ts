/** What every element has: its texts in its language, its events, and a word for attributes that can't mean anything. */
import { LitElement, type PropertyDeclarations } from 'lit';
import { languageOf } from '../language/language.js';
import { awaitStrings, say, textLanguage } from '../language/strings.js';
import { rawSettings, type Strings } from '../settings/settings.js';
import { warnOnce } from '../settings/warn.js';

/** How long a language's texts are waited for before English is shown, in milliseconds. */
const LANGUAGE_WITHIN = 500;

export abstract class CurtsyElement extends LitElement {
  static override properties: PropertyDeclarations = {
    source: {},
    strings: { attribute: false },
    quiet: { state: true, attribute: false },
  };

  /** Which shop or property it belongs to with its answers, instead of the setting. */
  declare source: string | undefined;
  /** Overrides of this element's texts, by their keys. */
  declare strings: Strings | undefined;
  /** The language's texts are on their way. @internal */
  declare quiet: boolean;

  #waiting: Promise<void> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.speak();
  }

  /** The text of `key` in the element's language: the shop's, unless it is to be `ours`. @internal */
  text(key: string, values?: Record<string, unknown>, ours?: boolean): string {
    const tag = languageOf(this);
    const shop = rawSettings(this.source).strings as Record<string, Strings> | undefined;
    return say(key, textLanguage(tag), ours ? [] : [this.strings, shop?.[tag], shop?.[tag.split('-')[0]!]], values);
  }

  /** The language that its texts are in. @internal */
  get language(): string {
    return textLanguage(languageOf(this));
  }

  /** Sees to it that the texts of the element's language are there, and says them. @internal */
  speak(): void {
    const waiting = awaitStrings(languageOf(this));
    // Said again while it waits, it waits no longer than from the first.
    if (waiting !== this.#waiting) {
      this.#waiting = waiting;
      this.quiet = !!waiting;
      setTimeout(() => (this.quiet = false), LANGUAGE_WITHIN);
      void waiting?.then(() => this.speak());
    }
    this.requestUpdate();
  }

  /** The value of the attribute `name` if it is one of `allowed`, else the first of them, and a warning. @internal */
  oneOf<T extends string>(name: string, given: string | undefined, allowed: readonly T[]): T {
    const [usual] = allowed;
    const found = allowed.find((value) => value === (given ?? usual));
    if (!found) warnOnce('bad-attribute', `${this.localName} ${name}`, given, allowed, usual);
    return found ?? usual!;
  }

  /** @internal */
  emit(name: string, detail: object = {}, cancelable = false): boolean {
    return this.dispatchEvent(new CustomEvent(`curtsy-${name}`, { detail, bubbles: true, composed: true, cancelable }));
  }
}
