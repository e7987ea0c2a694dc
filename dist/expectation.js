import { css, html, nothing } from 'lit';
import { b as addStrings, e as define } from './shared/question-element.styles.js';
import { Q as QuestionElement } from './shared/question-element.js';

/** English, the expectation prompt. */
const englishExpectation = {
    expectationQuestion: 'Did we meet your expectations?',
    'expectation-2': 'Fell far short',
    'expectation-1': 'Fell a little short',
    expectation0: 'Met them',
    expectation1: 'Exceeded them',
    expectation2: 'Far exceeded them',
    fellShort: 'Fell short',
    comparedQuestion: 'Compared with what you expected, how was {subject}?',
    'compared-2': 'Much worse than I expected',
    'compared-1': 'Worse than I expected',
    compared0: 'About what I expected',
    compared1: 'Better than I expected',
    compared2: 'Much better than I expected',
    promised: 'We promised',
};

/** Answers below each other, each with a drawn radio. */
const expectationStyles = css `
  .promise {
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    margin-bottom: calc(var(--_space) * 4);
    background: color-mix(in oklab, var(--_text) 5%, transparent);
    border-radius: calc(var(--_radius) * 0.625);
  }
  .options {
    display: grid;
    gap: calc(var(--_space) * 2);
    margin-top: calc(var(--_space) * 4);
  }
  .options label {
    gap: calc(var(--_space) * 3);
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 3);
    border-color: var(--_line);
  }
  .options label::before {
    box-sizing: border-box;
    flex: none;
    width: 20px;
    height: 20px;
    content: '';
    border: 2px solid var(--curtsy-border, light-dark(#82827f, #7d7e83));
    border-radius: 50%;
  }
  .options label:has(:checked)::before {
    border: 6px solid var(--_ink);
  }
`;

/** Did we meet your expectation? Asked afterwards, with the middle a real answer, and the shop's own promise named. */
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
class CurtsyExpectation extends QuestionElement {
    constructor() {
        super(...arguments);
        this.kind = 'expectation';
    }
    static { this.styles = [QuestionElement.styles, expectationStyles]; }
    static { this.properties = {
        scale: {},
        subject: {},
        promise: {},
        promises: {},
        recover: {},
        score: { state: true, attribute: false },
    }; }
    reset() {
        super.reset();
        this.score = undefined;
    }
    usualQuestion() {
        return this.subject ? this.text('comparedQuestion', { subject: this.subject }) : this.text('expectationQuestion');
    }
    form() {
        const promise = html `<p class="promise" part="promise">${this.text('promised')} <b>${this.promise}</b></p>`;
        return html `${this.promise ? promise : nothing}${super.form()}`;
    }
    options() {
        const reach = this.#reach();
        return html `<div class="options" part="options">
      ${[-2, -1, 0, 1, 2].map((score) => {
            if (Math.abs(score) > reach)
                return nothing;
            const chosen = score === this.score;
            return html `<label part=${chosen ? 'option option--selected' : 'option'}>
          <input type="radio" name="score" .checked=${chosen} @change=${() => this.#choose(score)} />
          <span part="label">${this.#label(score)}</span>
        </label>`;
        })}
    </div>`;
    }
    answer() {
        const score = this.score;
        const missed = [...this.picked];
        return {
            verdict: score < 0 ? 'fell-short' : score > 0 ? 'exceeded' : 'met',
            score,
            scale: this.#reach() * 2 + 1,
            ...(this.promise && { promise: this.promise }),
            ...(score < 0 && missed[0] !== undefined && { missed }),
        };
    }
    chips() {
        return this.score < 0 ? this.promises : undefined;
    }
    #choose(score) {
        this.score = score;
        this.emit('change', { score });
        this.chosen();
    }
    #reach() {
        return this.oneOf('scale', this.scale, ['5', '3']) === '5' ? 2 : 1;
    }
    #label(score) {
        if (this.subject)
            return this.text(`compared${score}`);
        return this.text(score === -1 && this.#reach() === 1 ? 'fellShort' : `expectation${score}`);
    }
}
define('curtsy-expectation', CurtsyExpectation);

export { CurtsyExpectation };
