/** Did we meet your expectation? Asked afterwards, with the middle a real answer, and the shop's own promise named. */
import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import { englishExpectation } from '../../language/english-expectation.js';
import { addStrings } from '../../language/strings.js';
import type { ExpectationAnswer } from '../../response/response.js';
import { define } from '../define.js';
import type { Choice } from '../choice.js';
import { QuestionElement } from '../question-element.js';
import { expectationStyles } from './expectation.styles.js';

addStrings('en', englishExpectation);

/**
 * Asks whether an expectation was met (subjective disconfirmation, Oliver 1980): two or one point short of it, met, exceeded.
 *
 * @summary Did we meet your expectations?
 * @element curtsy-expectation
 * @event {CustomEvent<{score: number | undefined}>} curtsy-change - Another answer was chosen, or the choice was cleared.
 * @slot recover - The `<curtsy-callback>` that `recover` offers, unseen until then.
 * @csspart promise - What the shop promised.
 * @csspart reasons - The group of promises to choose from when the answer is below what was expected.
 * @csspart reason - One of them.
 * @csspart recover - The offer after the answer, and the form in its place.
 */
export class CurtsyExpectation extends QuestionElement {
  static override styles: CSSResultGroup = [QuestionElement.styles, expectationStyles];
  static override properties: PropertyDeclarations = {
    scale: {},
    subject: {},
    promise: {},
    promises: {},
    recover: {},
    score: { state: true, attribute: false },
  };

  /** How many points: `5` (default) or `3`. */
  declare scale: string | undefined;
  /** What it is about: the question is then how that compared with what was expected. */
  declare subject: string | undefined;
  /** What the shop promised, shown above the question. */
  declare promise: string | undefined;
  /** The shop's promises to choose from when it fell short: `value=Label, …` or an array of `{value, label}`. */
  declare promises: string | Choice[] | undefined;
  /** Score (−2 to 2) at or below which a call or message is offered after Send; above it the offer is a quiet line. Without it there is none. */
  declare recover: string | number | undefined;
  /** @internal */
  declare protected score: number | undefined;

  readonly kind = 'expectation';

  override reset(): void {
    super.reset();
    this.score = undefined;
  }

  protected usualQuestion(): string {
    return this.subject ? this.text('comparedQuestion', { subject: this.subject }) : this.text('expectationQuestion');
  }

  protected override form(): TemplateResult {
    const promise = html`<p class="promise" part="promise">${this.text('promised')} <b>${this.promise}</b></p>`;
    return html`${this.promise ? promise : nothing}${super.form()}`;
  }

  protected options(): TemplateResult {
    const reach = this.#reach();
    return html`<div class="options" part="options">
      ${[-2, -1, 0, 1, 2].map((score) => {
        if (Math.abs(score) > reach) return nothing;
        const chosen = score === this.score;
        return html`<label part=${chosen ? 'option option--selected' : 'option'}>
          <input type="radio" name="score" .checked=${chosen} @change=${() => this.#choose(score)} />
          <span part="label">${this.#label(score)}</span>
        </label>`;
      })}
    </div>`;
  }

  protected answer(): ExpectationAnswer {
    const score = this.score!;
    const missed = [...this.picked];
    return {
      verdict: score < 0 ? 'fell-short' : score > 0 ? 'exceeded' : 'met',
      score,
      scale: this.#reach() * 2 + 1,
      ...(this.promise && { promise: this.promise }),
      ...(score < 0 && missed[0] !== undefined && { missed }),
    };
  }

  chips(): string | Choice[] | undefined {
    return this.score! < 0 ? this.promises : undefined;
  }

  #choose(score: number): void {
    this.score = score;
    this.emit('change', { score });
    this.chosen();
  }

  #reach(): number {
    return this.oneOf('scale', this.scale, ['5', '3']) === '5' ? 2 : 1;
  }

  #label(score: number): string {
    if (this.subject) return this.text(`compared${score}`);
    return this.text(score === -1 && this.#reach() === 1 ? 'fellShort' : `expectation${score}`);
  }
}

define('curtsy-expectation', CurtsyExpectation);

declare global {
  interface HTMLElementTagNameMap {
    'curtsy-expectation': CurtsyExpectation;
  }
}
