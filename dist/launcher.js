import { css, html } from 'lit';
import { e as englishArrival, c as cardRestStyles, p as placeNow, a as putBack, k as keyboardSafe } from './shared/keyboard-safe.js';
import { e as englishPrompt, c as cardStyles } from './shared/card.styles.js';
import { f as followLanguage } from './shared/follow-language.js';
import { b as addStrings, C as CurtsyElement, q as questionStyles, e as define } from './shared/question-element.styles.js';

/** The button at the page's edge; the card that it opens stands above or below it. */
const launcherStyles = css `
  :host {
    --_target: max(24px, var(--curtsy-target, 44px));
    --_edge: calc(24px + var(--_target));
    --_accent: var(--curtsy-accent, #3b5bdb);
  }
  .opener {
    --_on: clamp(0, (0.179 - y) * 9999, 1);
    position: fixed;
    z-index: var(--curtsy-z, 9999);
    inset: auto;
    inset-block-end: calc(16px + env(safe-area-inset-bottom, 0px));
    inset-inline-end: 16px;
    width: auto;
    min-width: var(--_target);
    min-height: var(--_target);
    padding: 0 calc(var(--curtsy-space, 4px) * 4.5);
    margin: 0;
    font: inherit;
    font-family: var(--curtsy-font, inherit);
    font-size: var(--curtsy-font-size, 1rem);
    font-weight: 600;
    color: color(from var(--_accent) xyz-d65 calc(0.95 * var(--_on)) calc(var(--_on)) calc(1.089 * var(--_on)));
    cursor: pointer;
    background: var(--_accent);
    border: 2px solid transparent;
    border-radius: calc(var(--_target) / 2);
    box-shadow: var(--curtsy-shadow, 0 4px 20px rgb(0 0 0 / 0.12));
  }
  .opener.top {
    inset-block: calc(16px + env(safe-area-inset-top, 0px)) auto;
  }
  .opener.start {
    inset-inline: 16px auto;
  }
  .opener:focus-visible {
    outline-offset: 2px;
  }
  .base:focus {
    outline: 0;
  }
  @media (forced-colors: active) {
    .opener {
      border-color: ButtonText;
    }
  }
`;

/** A button at the page's edge for who wants to say something: it opens what is inside it, and asks nobody by itself. */
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
class CurtsyLauncher extends CurtsyElement {
    static { this.styles = [questionStyles, cardStyles, cardRestStyles, launcherStyles]; }
    static { this.properties = {
        label: {},
        placement: {},
        open: { type: Boolean, reflect: true },
    }; }
    #release = () => { };
    #place = placeNow();
    constructor() {
        super();
        this.open = false;
        followLanguage(this, () => this.speak());
    }
    connectedCallback() {
        super.connectedCallback();
        this.#place = placeNow();
        void this.updateComplete.then(() => this.#free());
    }
    disconnectedCallback() {
        super.disconnectedCallback();
        this.#release();
        // The browser closes what goes.
        this.open = false;
        putBack(this, this.#place);
    }
    updated(changed) {
        if (changed.has('open') && this.isConnected)
            this.renderRoot.querySelector('.base').togglePopover(this.open);
    }
    /** Opens the card. */
    show() {
        this.open = true;
    }
    /** Closes it. */
    hide() {
        this.open = false;
    }
    render() {
        const [block = '', inline = ''] = this.#where.split('-');
        const label = this.label ?? this.text('feedback');
        return html `<button
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
    get #where() {
        return this.oneOf('placement', this.placement, PLACEMENTS);
    }
    get #opener() {
        return this.renderRoot.querySelector('.opener');
    }
    /** What stands in something that is moved, filtered or contained is fixed to that; the top layer is fixed to the window. */
    #free() {
        const opener = this.#opener;
        const place = () => JSON.stringify(opener.getBoundingClientRect());
        if (!this.isConnected)
            return;
        opener.popover = null;
        const usual = place();
        opener.popover = 'manual';
        opener.showPopover();
        // Else it lies where `--curtsy-z` has it, below what the shop wants above it.
        if (place() === usual)
            opener.popover = null;
    }
    #close() {
        this.open = false;
        this.#opener.focus();
    }
    /** Also where the browser closed it: by Escape, or a press elsewhere. */
    #toggled({ target, newState }) {
        // What stands inside may have popovers of its own.
        if (target !== this.renderRoot.querySelector('.base'))
            return;
        this.open = newState === 'open';
        this.#release();
        if (!this.open) {
            // What had the focus has gone: whoever pressed elsewhere has it there.
            if (this.matches(':focus-within') || document.activeElement === document.body)
                this.#opener.focus();
            return;
        }
        this.#release = keyboardSafe(target);
        target.focus();
        this.emit('shown');
    }
}
define('curtsy-launcher', CurtsyLauncher);

export { CurtsyLauncher };
