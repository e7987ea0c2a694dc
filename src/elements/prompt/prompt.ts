/** A question that comes by itself, at the right moment, and with manners: what is inside is shown when nothing speaks against it. */
import {
  html,
  LitElement,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { englishPrompt } from '../../language/english-prompt.js';
import { languageOf } from '../../language/language.js';
import { addStrings, awaitStrings, textLanguage } from '../../language/strings.js';
import { textOf } from '../../language/text-of.js';
import { join, leave, turns } from '../../manners/manners.js';
import { isOccupied, isOver, isTyping } from '../../manners/obstacles.js';
import { isUnasked, type Asks, type RuleName } from '../../manners/rules.js';
import { armAll } from '../../manners/triggers/triggers.js';
import type { Speaker } from '../../manners/turns.js';
import { later } from '../../settings/later.js';
import { warnOnce } from '../../settings/warn.js';
import { putBack, rememberPlace } from '../back-in-place.js';
import { cardStyles } from '../card.styles.js';
import { define } from '../define.js';
import { asksOf } from './asks.js';
import { promptStyles } from './prompt.styles.js';

addStrings('en', englishPrompt);

const PLACEMENTS = ['bottom-end', 'bottom-start', 'top-end', 'top-start', 'inline'];

/** How soon a framework that wipes an open prompt makes another in its place, in milliseconds. */
const MADE_ANEW_WITHIN = 1e3;

let attending: typeof import('./attend.js') | undefined;
/** The name of a prompt that was wiped while it was open. */
let wiped: string | undefined;

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
export class CurtsyPrompt extends LitElement implements Speaker {
  static override styles: CSSResultGroup = [cardStyles, promptStyles];
  static override properties: PropertyDeclarations = {
    trigger: {},
    pages: {},
    minVisits: { attribute: 'min-visits' },
    minPages: { attribute: 'min-pages' },
    sample: {},
    placement: {},
    cooldown: {},
    answeredCooldown: { attribute: 'answered-cooldown' },
    priority: {},
    open: { type: Boolean, reflect: true },
    words: { state: true, attribute: false },
  };

  /** When it may appear, a list with `;` between: `load`, `after 30s`, `scroll 60%`, `idle 20s`, `exit`, `visible SELECTOR`, `click SELECTOR`, `event NAME`, `slow`, `manual`. */
  declare trigger: string | undefined;
  /** Paths where it may, as globs. */
  declare pages: string | undefined;
  /** Not before this visit. */
  declare minVisits: string | undefined;
  /** Not before this page of a visit. */
  declare minPages: string | undefined;
  /** To how many visits of all, 0 to 1; drawn once a visit. */
  declare sample: string | undefined;
  /** Where: `bottom-end` (default), `bottom-start`, `top-end`, `top-start`, or `inline`, at its own place in the page. */
  declare placement: string | undefined;
  /** How long it is silent after it was shown, ISO 8601; `P30D` by default. */
  declare cooldown: string | undefined;
  /** How long after an answer or a dismissal, ISO 8601; `P90D` by default. */
  declare answeredCooldown: string | undefined;
  /** Of several the highest goes first; 0 by default. */
  declare priority: string | undefined;
  /** Whether it is shown. */
  declare open: boolean;
  /** The question inside. @internal */
  declare words: string | undefined;

  #disarm = () => {};
  #leaveAlone = () => {};
  /** Where it lay when it was last measured or shown. */
  #box = new DOMRect();
  #isAnswered = false;
  #isTold = false;

  constructor() {
    super();
    this.open = false;
    this.addEventListener('curtsy-change', ({ detail }) => (this.#isAnswered = detail.score !== undefined));
    this.addEventListener('curtsy-submit', () => (this.#isAnswered = true));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void awaitStrings(languageOf(this))?.then(() => this.requestUpdate());
    // What stands inside may not have been read yet, and who only moves it puts it back in the same task.
    void this.updateComplete.then(() => {
      if (!this.isConnected || turns.speakers.has(this)) return;
      join(this);
      rememberPlace(this);
      this.arm();
      if (wiped === this.asks().name) this.open = this.#isTold = true;
      if (this.open) turns.show(this);
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#disarm();
    this.#leaveAlone();
    leave(this);
    putBack(this);
    if (!this.open) return;
    wiped = this.asks().name;
    setTimeout(() => (wiped = undefined), MADE_ANEW_WITHIN);
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('trigger') && changed.get('trigger') !== undefined) this.arm();
    if (!changed.has('open') || !turns.speakers.has(this) || this.open === this.#isTold) return;
    if (this.open) turns.show(this);
    else this.#close();
  }

  /** Shows it now: no rule is asked. */
  show(): void {
    this.open = true;
  }

  /** Takes it away again. Nothing is remembered but that it was shown, and an answer if there was one. */
  hide(): void {
    this.open = false;
  }

  /** Wants to speak, as `ask()` says. @internal */
  ask(): void {
    void this.updateComplete.then(() => turns.wish(this, 'ask'));
  }

  /** @internal */
  asks(): Asks {
    return asksOf(this);
  }

  /** @internal */
  arm(): void {
    this.#disarm();
    this.#disarm = armAll(this.trigger ?? '', (name) => turns.wish(this, name));
  }

  /** @internal */
  obstacle(trigger: string): string | undefined {
    if (isOver(this)) return 'dialog';
    if (trigger === 'speaking') return attending?.covers(this.#box, this) ? 'focus' : undefined;
    if (document.hidden) return 'hidden';
    if (!isUnasked(trigger)) return;
    if (isTyping(this)) return 'field';
    if (this.#where === 'inline') return;
    // Measured anew only when its last place is free: a page at rest is not laid out again and again.
    if (!isOccupied(this.#box, this)) this.#measure();
    return !this.#box.width ? 'no-room' : isOccupied(this.#box, this) ? 'fixed' : undefined;
  }

  /** @internal */
  appear(): void {
    this.#setVisible(true);
    this.open = true;
    void this.#attend(!this.#isTold);
    if (!this.#isTold) this.#emit('shown');
    this.#isTold = true;
  }

  /** @internal */
  stepBack(): void {
    this.#setVisible(false);
  }

  /** @internal */
  suppressed(reason: RuleName): void {
    this.#emit('suppressed', { reason });
  }

  /** The shopper closes it. @internal */
  dismiss(): void {
    const answered = this.#isAnswered;
    this.#close('dismissed');
    if (!answered) this.#emit('dismissed');
  }

  protected override render(): TemplateResult {
    const [block, inline] = this.#where.split('-');
    return html`<div
        class="base ${block} ${inline ?? ''}"
        part="base"
        popover=${inline ? 'manual' : nothing}
        ?hidden=${!inline && !this.open}
        role="dialog"
        aria-label=${this.words || textOf(this, 'feedback')}
        lang=${textLanguage(languageOf(this))}
      >
        <div class="within"><slot></slot></div>
        <button
          class="close"
          type="button"
          part="close"
          aria-label=${textOf(this, 'closeFeedback')}
          @click=${() => this.dismiss()}
        >
          ${textOf(this, 'close')}
        </button>
      </div>
      <p role="status"></p>`;
  }

  get #where(): string {
    const { placement = PLACEMENTS[0]! } = this;
    if (PLACEMENTS.includes(placement)) return placement;
    warnOnce('bad-attribute', 'curtsy-prompt placement', placement, PLACEMENTS, PLACEMENTS[0]);
    return PLACEMENTS[0]!;
  }

  get #base(): HTMLElement {
    return this.renderRoot.querySelector('.base')!;
  }

  #setVisible(visible: boolean): void {
    if (!this.isConnected) return;
    const isInline = this.#where === 'inline';
    this.#base.hidden = isInline && !visible;
    if (!isInline) this.#base.togglePopover(visible);
    if (visible) this.#box = this.#base.getBoundingClientRect();
  }

  /** Finds out where it would lie, in a task that paints nothing of it. */
  #measure(): void {
    this.#setVisible(true);
    this.#setVisible(false);
  }

  /** With a chunk that comes once there is something to see; Close works without. */
  async #attend(first: boolean): Promise<void> {
    attending ??= await later(() => import('./attend.js'));
    this.#leaveAlone();
    void attending.introduce(this, first);
    if (this.open && this.isConnected) this.#leaveAlone = attending.attend(this, this.#base, () => turns.look());
  }

  #close(how?: 'dismissed'): void {
    this.#setVisible(false);
    this.#leaveAlone();
    this.renderRoot.querySelector('p')!.textContent = '';
    turns.closed(this, this.#isAnswered ? 'answered' : how);
    const answered = this.#isAnswered;
    this.open = this.#isTold = this.#isAnswered = false;
    this.dispatchEvent(new CustomEvent('curtsy-closed', { detail: { answered } }));
  }

  #emit(name: string, detail: object = {}): void {
    this.dispatchEvent(new CustomEvent(`curtsy-${name}`, { detail, bubbles: true, composed: true }));
  }
}

define('curtsy-prompt', CurtsyPrompt);

declare global {
  interface HTMLElementTagNameMap {
    'curtsy-prompt': CurtsyPrompt;
  }
}
