/** A question that comes by itself, at the right moment, and with manners: what is inside is shown when nothing speaks against it. */
import { html, nothing } from 'lit';
import type { CSSResultGroup, PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { englishPrompt } from '../../language/english-prompt.js';
import { addStrings } from '../../language/strings.js';
import { asksOf, join, learn, turns } from '../../manners/manners.js';
import { isOccupied, isOver, isTyping } from '../../manners/obstacles.js';
import { isUnasked, type Asks } from '../../manners/rules.js';
import { armAll } from '../../manners/triggers/triggers.js';
import type { Speaker } from '../../manners/turns.js';
import { atIdle, later } from '../../settings/later.js';
import { cardStyles } from '../card.styles.js';
import { CurtsyElement } from '../curtsy-element.js';
import { define } from '../define.js';
import { questionStyles } from '../question-element.styles.js';
import { nameOf } from './name.js';

addStrings('en', englishPrompt);

let attending: typeof import('./attend.js') | undefined;

/** Does `task` with what comes later, at once where it is there. */
function attended(task: (rest: typeof import('./attend.js')) => void): void {
  if (attending) task(attending);
  else void later(() => import('./attend.js')).then((chunk) => task((attending = chunk)));
}

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
export class CurtsyPrompt extends CurtsyElement implements Speaker {
  static override styles: CSSResultGroup = [questionStyles, cardStyles];
  static override properties: PropertyDeclarations = {
    trigger: {},
    placement: {},
    anchor: {},
    open: { type: Boolean, reflect: true },
  };

  /** When it may appear, a list with `;` between: `load`, `after 30s`, `scroll 60%`, `idle 20s`, `exit`, `visible SELECTOR`, `click SELECTOR`, `event NAME`, `slow`, `manual`. */
  declare trigger: string | undefined;
  /** Where: `bottom-end` (default), `bottom-start`, `top-end`, `top-start`, or `inline`, at its own place in the page. */
  declare placement: string | undefined;
  /** A selector: the card stands beside that element, tried first on the side that `placement` names. */
  declare anchor: string | undefined;
  /** Whether it is shown. */
  declare open: boolean;
  /** Whether it has been told that it shows. @internal */
  declare isTold: boolean;
  /** Whether somebody sees to its place beside its anchor. @internal */
  declare isPlaced: boolean;
  /** Whether it was the shopper who closed it. @internal */
  declare isDismissed: boolean;
  /** The anchor, null where there is none to be seen; undefined as long as nobody has looked. @internal */
  declare beside: Element | null | undefined;

  #disarm: (() => void) | undefined;
  #leaveAlone: (() => void) | undefined;
  /** Where it would have lain when it was last measured. */
  #box: DOMRect | undefined;
  /** What stood in the body when it came. */
  #around: Element[] | undefined;

  constructor() {
    super();
    this.open = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // What stands inside may not have been read yet, and who only moves it puts it back in the same task.
    void this.updateComplete.then(() => {
      if (!this.isConnected || turns.speakers.has(this)) return;
      join(this);
      this.#around = [...document.body.children];
      const come = () => attended((rest) => rest.come(this));
      if (attending) come();
      else atIdle(come);
      this.arm();
      if (this.open) turns.show(this);
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#disarm?.();
    this.#leaveAlone?.();
    turns.leave(this);
    attended(({ gone }) => gone(this, this.#around));
  }

  protected override updated(changed: PropertyValues): void {
    if (!turns.speakers.has(this)) return;
    if (changed.has('trigger')) this.arm();
    if (changed.has('anchor')) attending?.come(this);
    if (!changed.has('open') || this.open === this.isTold) return;
    if (this.open) turns.show(this);
    else {
      this.setVisible(false);
      this.#leaveAlone?.();
      attended((rest) => rest.closed(this));
    }
  }

  /** Shows it now: no rule is asked. */
  show(): void {
    this.open = true;
  }

  /** Takes it away again. Nothing is remembered but that it was shown, and an answer if there was one. */
  hide(): void {
    this.open = false;
  }

  /** @internal */
  asks(): Asks {
    return asksOf(this, nameOf(this));
  }

  /** @internal */
  arm(): void {
    this.#disarm?.();
    this.#disarm = armAll(this.trigger ?? '', (name) =>
      learn(this, () => turns.speakers.has(this) && turns.wish(this, name)),
    );
  }

  /** @internal */
  obstacle(trigger: string): string | undefined {
    if ((attending?.isOverAnywhere ?? isOver)(this)) return 'dialog';
    if (document.hidden) return 'hidden';
    if (!isUnasked({ trigger })) return;
    if (isTyping(this)) return 'field';
    if (this.#isInline) return;
    // Measured anew only when its last place is free: a page at rest is not laid out again and again.
    if (this.#box && isOccupied(this.#box, this, this.beside)) return 'fixed';
    const box = (this.#box = this.measure());
    if (!box?.width) return this.anchor ? 'anchor' : 'room';
    return isOccupied(box, this, this.beside) ? 'fixed' : attending?.covers(box, this) ? 'focus' : undefined;
  }

  /** Where it would lie, found out in a task that paints nothing of it; undefined while that takes longer. @internal */
  measure(): DOMRect | undefined {
    this.setVisible(true);
    const box = this.#base.getBoundingClientRect();
    this.setVisible(false);
    return box;
  }

  /** @internal */
  appear(): void {
    const first = !this.isTold;
    this.setVisible(true);
    this.open = this.isTold = true;
    // Close works without.
    attended(({ attend }) => {
      this.#leaveAlone?.();
      this.#leaveAlone = attend(this, this.#base, first);
    });
    if (first) this.emit('shown');
  }

  /** The shopper closes it. @internal */
  dismiss(): void {
    this.isDismissed = true;
    this.open = false;
  }

  protected override render(): TemplateResult {
    const inline = this.#isInline;
    return html`<div
        class="base ${this.placement}"
        part="base"
        popover=${inline ? nothing : 'manual'}
        ?hidden=${inline && !this.open}
        role="dialog"
        aria-label=${this.text('feedback')}
        lang=${this.language}
      >
        <div class="within"><slot></slot></div>
        <button class="close" part="close" @click=${() => this.dismiss()}>${this.text('close')}</button>
      </div>
      <p role="status"></p>`;
  }

  get #isInline(): boolean {
    return this.placement === 'inline' && !this.anchor;
  }

  get #base(): HTMLElement {
    return this.renderRoot.querySelector('.base')!;
  }

  /** Only that: what it is at goes on. @internal */
  setVisible(visible: boolean): void {
    if (this.#isInline) this.#base.hidden = !visible;
    // Before its place is known it would be seen to move there.
    else this.#base.togglePopover(visible && !(this.anchor && !this.isPlaced));
  }
}

define('curtsy-prompt', CurtsyPrompt);

declare global {
  interface HTMLElementTagNameMap {
    'curtsy-prompt': CurtsyPrompt;
  }
}
