/**
 * Help after an answer, in the same place: asked for plainly where the answer was low, quietly at every other, and once. A chunk
 * of its own, fetched where `recover` is set.
 */
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { englishRecovery } from '../language/english-recovery.js';
import { addStrings } from '../language/strings.js';
import type { ExpectationAnswer, RatingAnswer } from '../response/response.js';
import { warnOnce } from '../settings/warn.js';
import type { QuestionElement } from './question-element.js';
import { channelsOf, emptyForm, fillForm, prepareForm } from './recovery-form.js';
import { recoveryStyles } from './recovery.styles.js';
import { scoreText } from './score-text.js';

addStrings('en', englishRecovery);

type Step = 'offered' | 'opening' | 'open' | 'used' | 'declined';

/** Makes `element` offer help after its answers. */
export function offerHelp(element: QuestionElement): void {
  if (element.offer) return;
  const recovery = new Recovery(element);
  element.offer = () => recovery.offer();
  element.addController(recovery);
  element.requestUpdate();
}

/** The second click of a double one was meant for Send, which stood there a moment ago. */
function once(action: () => Promise<void>): (event: MouseEvent) => void {
  return ({ detail }) => void (detail < 2 && action());
}

class Recovery implements ReactiveController {
  readonly #element: QuestionElement;
  #step: Step = 'offered';

  constructor(element: QuestionElement) {
    this.#element = element;
    element.shadowRoot!.adoptedStyleSheets.push(recoveryStyles.styleSheet!);
    // A shopper who wants help may be offline by then.
    if (channelsOf(element)) void prepareForm(element);
  }

  hostUpdated(): void {
    const element = this.#element;
    // Thanks take the focus: who hears them hears the offer with them.
    const question = element.renderRoot.querySelector('#recover');
    const heading = this.#heading();
    if (question) heading?.setAttribute('aria-describedby', question.id);
    else heading?.removeAttribute('aria-describedby');
    if (element.stage === 'thanked' || this.#step === 'offered') return;
    this.#step = 'offered';
    emptyForm(this.#element);
  }

  /** What stands below the thanks. */
  offer(): TemplateResult | typeof nothing {
    const step = this.#step;
    if (step === 'declined' || this.#element.recover == null) return nothing;
    if (step === 'open' || step === 'used') {
      return html`<div class="recover open" part="recover">
        <slot name="recover" @curtsy-saved=${() => this.#go('used')}></slot>
        ${step === 'open' ? html`<div class="actions" part="actions">${this.#declining()}</div>` : nothing}
      </div>`;
    }
    return this.#asked();
  }

  #asked(): TemplateResult | typeof nothing {
    const element = this.#element;
    const channels = channelsOf(element);
    if (!channels) {
      warnOnce('no-callback', element.localName);
      return nothing;
    }
    const open = (key: string, name: string) =>
      html`<button
        class=${name}
        part=${name === 'submit' ? name : nothing}
        type="button"
        aria-disabled=${this.#step === 'opening'}
        @click=${once(() => this.#open())}
      >
        ${scoreText(element, key)}
      </button>`;
    if (!this.#isLow()) return html`<div class="recover" part="recover">${open('recoverQuiet', 'quiet')}</div>`;
    const calls = channels.includes('phone');
    const writes = /sms|whatsapp|email/.test(channels);
    const asking = calls && writes ? 'Either' : writes ? 'Message' : 'Call';
    return html`<div class="recover" part="recover" role="group" aria-labelledby="recover">
      <p id="recover">${scoreText(element, 'recoverQuestion')}</p>
      <div class="actions" part="actions">${open(`recover${asking}`, 'submit')} ${this.#declining()}</div>
    </div>`;
  }

  #declining(): TemplateResult {
    const decline = async () => {
      emptyForm(this.#element);
      await this.#go('declined');
      this.#heading()?.focus();
    };
    return html`<button class="quiet" type="button" @click=${once(decline)}>
      ${this.#element.text('recoverDecline')}
    </button>`;
  }

  #isLow(): boolean {
    const { recover, localName, said } = this.#element;
    const limit = recover === '' ? NaN : Number(recover);
    if (Number.isNaN(limit)) {
      warnOnce('bad-attribute', `${localName} recover`, recover, ['a number'], 'the quiet offer at every score');
    }
    return (said!.answer as RatingAnswer | ExpectationAnswer).score <= limit;
  }

  async #open(): Promise<void> {
    if (this.#step === 'opening') return;
    const { said } = this.#element;
    void this.#go('opening');
    const form = await prepareForm(this.#element);
    // Declined meanwhile, or another answer's turn.
    if (this.#step === 'declined' || this.#element.said !== said) return;
    fillForm(form, this.#element);
    await this.#go('open');
    await form.updateComplete;
    form.focus();
  }

  async #go(step: Step): Promise<void> {
    this.#step = step;
    this.#element.requestUpdate();
    await this.#element.updateComplete;
  }

  #heading(): HTMLElement | null {
    return this.#element.renderRoot.querySelector<HTMLElement>('[part~=thanks]');
  }
}
