/** A button at the page's edge for who wants to say something: it opens what is inside it, and asks nobody by itself. */
import { html, type CSSResultGroup, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { englishArrival } from '../../language/english-arrival.js';
import { englishPrompt } from '../../language/english-prompt.js';
import { followLanguage } from '../../language/follow-language.js';
import { addStrings } from '../../language/strings.js';
import { placeNow, putBack } from '../back-in-place.js';
import { cardRestStyles } from '../card-rest.styles.js';
import { cardStyles } from '../card.styles.js';
import { CurtsyElement } from '../curtsy-element.js';
import { define } from '../define.js';
import { keyboardSafe } from '../keyboard-safe.js';
import { questionStyles } from '../question-element.styles.js';
import { launcherStyles } from './launcher.styles.js';

addStrings('en', { ...englishPrompt, ...englishArrival });

const PLACEMENTS = ['bottom-end', 'bottom-start', 'top-end', 'top-start'];

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
export class CurtsyLauncher extends CurtsyElement {
  static override styles: CSSResultGroup = [questionStyles, cardStyles, cardRestStyles, launcherStyles];
  static override properties: PropertyDeclarations = {
    label: {},
    placement: {},
    open: { type: Boolean, reflect: true },
  };

  /** The words on the button. */
  declare label: string | undefined;
  /** Where the button is: `bottom-end` (default), `bottom-start`, `top-end`, `top-start`. */
  declare placement: string | undefined;
  /** Whether the card is open. */
  declare open: boolean;

  #release = () => {};
  #place = placeNow();

  constructor() {
    super();
    this.open = false;
    followLanguage(this, () => this.speak());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#place = placeNow();
    void this.updateComplete.then(() => this.#free());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#release();
    // The browser closes what goes.
    this.open = false;
    putBack(this, this.#place);
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('open') && this.isConnected)
      this.renderRoot.querySelector<HTMLElement>('.base')!.togglePopover(this.open);
  }

  /** Opens the card. */
  show(): void {
    this.open = true;
  }

  /** Closes it. */
  hide(): void {
    this.open = false;
  }

  protected override render(): TemplateResult {
    const [block = '', inline = ''] = this.#where.split('-');
    const label = this.label ?? this.text('feedback');
    return html`<button
        class="opener ${block} ${inline}"
        part="launcher"
        type="button"
        aria-expanded=${this.open}
        aria-controls="card"
        popovertarget="card"
        lang=${this.language}
      >
        ${label}
      </button>
      <div
        id="card"
        class="base ${block} ${inline}"
        part="base"
        popover="auto"
        role="dialog"
        aria-label=${label}
        tabindex="-1"
        lang=${this.language}
        @toggle=${this.#toggled}
      >
        <div class="within"><slot></slot></div>
        <button class="close" type="button" part="close" aria-label=${this.text('closeFeedback')} @click=${this.#close}>
          ${this.text('close')}
        </button>
      </div>`;
  }

  get #where(): string {
    return this.oneOf('placement', this.placement, PLACEMENTS);
  }

  get #opener(): HTMLElement {
    return this.renderRoot.querySelector('.opener')!;
  }

  /** What stands in something that is moved, filtered or contained is fixed to that; the top layer is fixed to the window. */
  #free(): void {
    const opener = this.#opener;
    const place = () => JSON.stringify(opener.getBoundingClientRect());
    if (!this.isConnected) return;
    opener.popover = null;
    const usual = place();
    opener.popover = 'manual';
    opener.showPopover();
    // Else it lies where `--curtsy-z` has it, below what the shop wants above it.
    if (place() === usual) opener.popover = null;
  }

  #close(): void {
    this.open = false;
    this.#opener.focus();
  }

  /** Also where the browser closed it: by Escape, or a press elsewhere. */
  #toggled({ target, newState }: ToggleEvent): void {
    // What stands inside may have popovers of its own.
    if (target !== this.renderRoot.querySelector('.base')) return;
    this.open = newState === 'open';
    this.#release();
    if (!this.open) {
      // What had the focus has gone: whoever pressed elsewhere has it there.
      if (this.matches(':focus-within') || document.activeElement === document.body) this.#opener.focus();
      return;
    }
    this.#release = keyboardSafe(target as HTMLElement);
    (target as HTMLElement).focus();
    this.emit('shown');
  }
}

define('curtsy-launcher', CurtsyLauncher);

declare global {
  interface HTMLElementTagNameMap {
    'curtsy-launcher': CurtsyLauncher;
  }
}
