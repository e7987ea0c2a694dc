/** A rating by faces: one question, one press, and then only what helps the shop to understand it. */
import { html, type CSSResultGroup, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { drawing } from '../../look/faces.js';
import type { RatingAnswer } from '../../response/response.js';
import { define } from '../define.js';
import type { Choice } from '../choice.js';
import { QuestionElement } from '../question-element.js';
import { ratingStyles } from './rating.styles.js';

/** Faces of each scale, as points of the five. */
const POINTS = { '5': [0, 1, 2, 3, 4], '3': [1, 2, 3], '2': [1, 3], nps: [...Array(11).keys()] };
const EMOJI = ['😞', '🙁', '😐', '🙂', '😀'];

/**
 * A rating by faces, stars or numerals, with reasons and a comment.
 *
 * @summary How satisfied are you?
 * @element curtsy-rating
 * @event {CustomEvent<{score: number | undefined}>} curtsy-change - Another face was chosen, or the choice was cleared.
 * @slot recover - The `<curtsy-callback>` that `recover` offers, unseen until then.
 * @csspart face - The drawing of an option.
 * @csspart reasons - The group of reasons.
 * @csspart reason - One reason.
 * @csspart recover - The offer after the answer, and the form in its place.
 * @cssproperty [--curtsy-rating-face=48px] - Size of a face.
 */
export class CurtsyRating extends QuestionElement {
  static formAssociated = true;
  static override styles: CSSResultGroup = [QuestionElement.styles, ratingStyles];
  static override properties: PropertyDeclarations = {
    scale: {},
    faces: {},
    reasons: {},
    recover: {},
    name: {},
    required: { type: Boolean },
    score: { state: true, attribute: false },
  };

  /** How many points: `5` (default), `3`, `2`, or `nps` for 0 to 10. */
  declare scale: string | undefined;
  /** What stands for a point: `svg` (default), `emoji` or `stars`. */
  declare faces: string | undefined;
  /** Reasons to choose from: `value=Label, …`, an array of `{value, label}`, or the preset `experience`. */
  declare reasons: string | Choice[] | undefined;
  /** Score at or below which a call or message is offered after Send; above it the offer is a quiet line. Without it there is none. */
  declare recover: string | number | undefined;
  /** Its name in a form. */
  declare name: string | undefined;
  /** Whether a form needs it. */
  declare required: boolean;
  /** @internal */
  declare protected score: number | undefined;

  readonly kind = 'rating';

  constructor() {
    super();
    this.required = false;
  }

  /** The chosen score as text, as a form sends it; empty while nothing is chosen. */
  get value(): string {
    return `${this.score ?? ''}`;
  }

  set value(value: string) {
    const score = value === '' ? undefined : +value;
    this.score = this.#scores().includes(score!) ? score : undefined;
    this.stage = this.score === undefined ? 'asking' : 'chosen';
  }

  override reset(): void {
    super.reset();
    this.score = undefined;
  }

  formAssociatedCallback(form: HTMLFormElement | null): void {
    this.hosted = !!form;
    // Heard once too often is no harm: an answer is sent once.
    form?.addEventListener('submit', () => this.internals.form === form && this.send());
    this.requestUpdate();
  }

  formResetCallback(): void {
    this.reset();
  }

  formStateRestoreCallback(state: string): void {
    // Outside a form a reloaded page asks anew: what was chosen there has gone out, or will, under an id of its own.
    if (this.hosted) this.value = state;
  }

  formDisabledCallback(disabled: boolean): void {
    this.disabled = disabled;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const missing = this.required && this.score === undefined;
    this.internals.setFormValue(this.value || null);
    this.internals.setValidity(
      { valueMissing: missing },
      missing ? this.text('required') : '',
      this.renderRoot.querySelector('input') ?? undefined,
    );
  }

  protected usualQuestion(): string {
    return this.text(this.#texts() + 'Question');
  }

  protected options(): TemplateResult {
    const scale = this.#points();
    const format = this.#format();
    return html`<div class="options ${scale === 'nps' ? scale : `row ${format}`}" part="options">
      ${this.#scores().map((score, at) => {
        const point = POINTS[scale][at]!;
        const chosen = score === this.score;
        const words = this.text(this.#texts() + point);
        const written = format === 'numerals' ? score : format === 'emoji' ? EMOJI[point] : undefined;
        return html`<label part=${chosen ? 'option option--selected' : 'option'}>
          <input type="radio" name="score" .checked=${chosen} @change=${() => this.#choose(score)} />
          ${
            written === undefined
              ? drawing(point, format === 'stars')
              : html`<span class="face" part="face" aria-hidden=${format === 'emoji'}>${written}</span>`
          }
          ${words && html`<span class="label" part="label">${words}</span>`}
        </label>`;
      })}
    </div>`;
  }

  protected answer(): RatingAnswer {
    const reasons = [...this.picked];
    return {
      score: this.score!,
      scale: POINTS[this.#points()].length,
      format: this.#format(),
      ...(reasons[0] && { reasons }),
    };
  }

  chips(): string | Choice[] | undefined {
    return this.reasons;
  }

  #choose(score: number): void {
    this.score = score;
    this.emit('change', { score });
    this.chosen();
  }

  /** Beginning of the keys of its texts. */
  #texts(): string {
    return this.#points() === 'nps' ? 'nps' : 'rating';
  }

  #points(): keyof typeof POINTS {
    return this.oneOf('scale', this.scale, ['5', '3', '2', 'nps']);
  }

  #format(): RatingAnswer['format'] {
    const format = this.oneOf('faces', this.faces, ['svg', 'emoji', 'stars']);
    return this.#points() === 'nps' ? 'numerals' : format;
  }

  #scores(): number[] {
    const scale = this.#points();
    return POINTS[scale].map((_, at) => (scale === 'nps' ? at : at + 1));
  }
}

define('curtsy-rating', CurtsyRating);

declare global {
  interface HTMLElementTagNameMap {
    'curtsy-rating': CurtsyRating;
  }
}
