import { html, css } from 'lit';
import { e as define } from './shared/question-element.styles.js';
import { Q as QuestionElement } from './shared/question-element.js';

/**
 * Faces, drawn in a box of 48: line faces in the text's colour, so that they carry a feeling and no brand. 1 mirrors 5 and
 * 2 mirrors 4; each differs in mouth and in eyes or brows, since readers of faces weigh them differently.
 */
const EYES = 'M18 19v1.5M30 19v1.5';
const STAR = 'M24 6l5.6 11.3 12.4 1.8-9 8.8 2.1 12.4L24 34.4l-11.1 5.9L15 27.9l-9-8.8 12.4-1.8z';
/** Strokes of the faces, from very dissatisfied to very satisfied. */
const STROKES = [
    'M14 17l5-2M34 17l-5-2M18 21.5v1.5M30 21.5v1.5M17 34c2-8 12-8 14 0z',
    EYES + 'M17 33c3.5-4.5 10.5-4.5 14 0',
    EYES + 'M17 31h14',
    EYES + 'M17 29c3.5 4.5 10.5 4.5 14 0',
    'M15 20.5q3-3.5 6 0M27 20.5q3-3.5 6 0M17 28c2 8 12 8 14 0z',
];
/** The drawing of a point, counted from 0, very dissatisfied, to 4; a star is the same for all. */
const drawing = (point, star) => html `<svg part="face" class="face" viewBox="0 0 48 48" aria-hidden="true">
    <circle cx="24" cy="24" r="20" />
    <path d=${star ? STAR : STROKES[point]} />
  </svg>`;

/** The row of faces: words below each where there is room, else below the ends and the chosen one. */
const ratingStyles = css `
  fieldset {
    display: grid;
    align-content: center;
    min-height: calc(var(--curtsy-room, 0px) - var(--_space) * 12 - 2px);
  }
  .chips {
    min-height: 0;
  }
  .options {
    --_face: var(--curtsy-rating-face, 48px);
    position: relative;
    display: grid;
    grid-auto-columns: minmax(0, 1fr);
    grid-auto-flow: column;
    gap: var(--_space);
    margin: calc(var(--_space) * 4) calc(var(--_space) * -2) 0;
    text-align: center;
  }
  .options label {
    position: static;
    display: grid;
    align-items: center;
    justify-items: center;
    min-width: 0;
    padding: calc(var(--_space) * 2) 0;
    font-size: 0.75em;
  }
  .options input {
    position: static;
    grid-area: 1/1/3/2;
    align-self: stretch;
    height: auto;
  }
  .options label:not(:has(:checked)) {
    color: var(--_muted);
  }
  .label {
    display: grid;
    align-items: center;
    width: min-content;
    max-width: 100%;
    min-height: 2.6em;
    overflow-wrap: break-word;
    hyphens: manual;
  }
  .face {
    grid-area: 1/1;
    width: var(--_face);
    max-width: 100%;
    height: var(--_face);
    font-size: calc(var(--_face) * 0.75);
    line-height: var(--_face);
    fill: none;
    stroke: currentColor;
    stroke-width: 2.25;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .emoji .face {
    font-family: 'Apple Color Emoji', 'Segoe UI Emoji', 'Noto Color Emoji';
  }
  label:has(:checked) circle {
    fill: var(--_tint);
  }
  .stars circle {
    display: none;
  }
  .stars label:is(:has(~ label :checked), :has(:checked)) .face {
    color: var(--_ink);
    fill: currentColor;
  }
  .nps {
    grid-template-columns: repeat(6, 1fr);
    grid-auto-flow: row;
    padding-bottom: 2em;
    margin-inline: 0;
  }
  .options.nps label {
    padding: 0;
    border-color: var(--_line);
  }
  .nps .face {
    grid-row: 1/3;
    width: auto;
    height: auto;
    font-size: 1rem;
    line-height: 1;
  }
  .nps .label {
    position: absolute;
    bottom: 0;
    display: block;
    width: auto;
    max-width: 48%;
    min-height: 0;
    text-align: end;
    inset-inline-end: var(--_space);
  }
  .nps label:first-child .label {
    text-align: start;
    inset-inline: var(--_space) auto;
  }
  @container (width <= 24em) {
    .options {
      margin-inline: 0;
    }
    .nps {
      grid-template-columns: repeat(4, 1fr);
      padding-bottom: 3em;
    }
  }
  @container (14em < width <= 24em) {
    .row {
      padding-bottom: 3em;
    }
    .row .label {
      position: absolute;
      inset: auto 0 1.6em;
      display: block;
      width: auto;
      min-height: 0;
    }
    .row label:first-child .label {
      inset-inline-end: 50%;
      text-align: start;
    }
    .row label:last-child .label {
      inset-inline-start: 50%;
      text-align: end;
    }
    .row label:not(:first-child, :last-child) .label {
      bottom: 0;
      opacity: 0;
    }
    .row label:is(:hover, :has(:checked, :focus-visible)) .label {
      opacity: 1;
    }
  }
  @container (width <= 14em) {
    .row {
      grid-auto-flow: row;
    }
    .row label {
      grid-template-columns: auto 1fr;
      gap: calc(var(--_space) * 3);
      justify-items: start;
      font-size: 1em;
      text-align: start;
    }
    .row input {
      grid-area: 1/1/2/3;
    }
    .row .label {
      grid-area: 1/2;
      width: auto;
    }
  }
`;

/** A rating by faces: one question, one press, and then only what helps the shop to understand it. */
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
class CurtsyRating extends QuestionElement {
    static { this.formAssociated = true; }
    static { this.styles = [QuestionElement.styles, ratingStyles]; }
    static { this.properties = {
        scale: {},
        faces: {},
        reasons: {},
        recover: {},
        name: {},
        required: { type: Boolean },
        score: { state: true, attribute: false },
    }; }
    constructor() {
        super();
        this.kind = 'rating';
        this.required = false;
    }
    /** The chosen score as text, as a form sends it; empty while nothing is chosen. */
    get value() {
        return `${this.score ?? ''}`;
    }
    set value(value) {
        const score = value === '' ? undefined : +value;
        this.score = this.#scores().includes(score) ? score : undefined;
        this.stage = this.score === undefined ? 'asking' : 'chosen';
    }
    reset() {
        super.reset();
        this.score = undefined;
    }
    formAssociatedCallback(form) {
        this.hosted = !!form;
        // Heard once too often is no harm: an answer is sent once.
        form?.addEventListener('submit', () => this.internals.form === form && this.send());
        this.requestUpdate();
    }
    formResetCallback() {
        this.reset();
    }
    formStateRestoreCallback(state) {
        // Outside a form a reloaded page asks anew: what was chosen there has gone out, or will, under an id of its own.
        if (this.hosted)
            this.value = state;
    }
    formDisabledCallback(disabled) {
        this.disabled = disabled;
    }
    updated(changed) {
        super.updated(changed);
        const missing = this.required && this.score === undefined;
        this.internals.setFormValue(this.value || null);
        this.internals.setValidity({ valueMissing: missing }, missing ? this.text('required') : '', this.renderRoot.querySelector('input') ?? undefined);
    }
    usualQuestion() {
        return this.text(this.#texts() + 'Question');
    }
    options() {
        const scale = this.#points();
        const format = this.#format();
        return html `<div class="options ${scale === 'nps' ? scale : `row ${format}`}" part="options">
      ${this.#scores().map((score, at) => {
            const point = POINTS[scale][at];
            const chosen = score === this.score;
            const words = this.text(this.#texts() + point);
            const written = format === 'numerals' ? score : format === 'emoji' ? EMOJI[point] : undefined;
            return html `<label part=${chosen ? 'option option--selected' : 'option'}>
          <input type="radio" name="score" .checked=${chosen} @change=${() => this.#choose(score)} />
          ${written === undefined
                ? drawing(point, format === 'stars')
                : html `<span class="face" part="face" aria-hidden=${format === 'emoji'}>${written}</span>`}
          ${words && html `<span class="label" part="label">${words}</span>`}
        </label>`;
        })}
    </div>`;
    }
    answer() {
        const reasons = [...this.picked];
        return {
            score: this.score,
            scale: POINTS[this.#points()].length,
            format: this.#format(),
            ...(reasons[0] && { reasons }),
        };
    }
    chips() {
        return this.reasons;
    }
    #choose(score) {
        this.score = score;
        this.emit('change', { score });
        this.chosen();
    }
    /** Beginning of the keys of its texts. */
    #texts() {
        return this.#points() === 'nps' ? 'nps' : 'rating';
    }
    #points() {
        return this.oneOf('scale', this.scale, ['5', '3', '2', 'nps']);
    }
    #format() {
        const format = this.oneOf('faces', this.faces, ['svg', 'emoji', 'stars']);
        return this.#points() === 'nps' ? 'numerals' : format;
    }
    #scores() {
        const scale = this.#points();
        return POINTS[scale].map((_, at) => (scale === 'nps' ? at : at + 1));
    }
}
define('curtsy-rating', CurtsyRating);

export { CurtsyRating };
