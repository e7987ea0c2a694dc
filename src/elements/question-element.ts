/**
 * What the three questions share: settings of one's own, language, stages, and the card. How an answer gets into the outbox and
 * what is said after a press comes as a later chunk (`conversation.ts`); a press before that is held.
 */
import { html, nothing } from 'lit';
import type { CSSResultGroup, PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { english } from '../language/english.js';
import { languageOf } from '../language/language.js';
import { addStrings } from '../language/strings.js';
import { pageFacts } from '../page/facts.js';
import { hold } from '../response/hold.js';
import type { Answer, Kind, Submission } from '../response/response.js';
import { newKey } from '../response/uuid.js';
import { atIdle, later } from '../settings/later.js';
import type { Metadata } from '../settings/settings.js';
import type { Choice } from './choice.js';
import { CurtsyElement } from './curtsy-element.js';
import { questionStyles } from './question-element.styles.js';

addStrings('en', english);

let conversation: typeof import('./conversation.js') | undefined;

/**
 * @slot question - The question, instead of the attribute.
 * @slot thanks - What is said after Send, instead of words that fit the answer.
 * @slot thanks-extra - Stands below the thanks, whatever the answer was.
 * @slot footer - Stands below everything, always.
 * @event {CustomEvent<{response: Response}>} curtsy-submit - At Send, before the answer is stored; cancelling it deletes the draft.
 * @event {CustomEvent<{id: string, revision: number, durable: string}>} curtsy-saved - A draft or the answer is stored, in what `durable` names.
 * @event {CustomEvent<{id: string, revision: number, status: number}>} curtsy-delivered - The endpoint has acknowledged it.
 * @event {CustomEvent<{id: string, revision: number, status: number, reason: string}>} curtsy-rejected - The endpoint has refused it for good, and it is kept; or a limit has, which `reason` names with status 0, and it is not.
 * @csspart base - The card.
 * @csspart question - The question.
 * @csspart options - All that can be chosen.
 * @csspart option - One of them; `option--selected` besides when it is chosen.
 * @csspart label - Its words.
 * @csspart comment - The text field.
 * @csspart actions - The row of buttons.
 * @csspart submit - Send.
 * @csspart thanks - What is said after Send.
 * @csspart receipt - The quiet line that says what became of the answer.
 * @cssstate asking - Nothing is chosen.
 * @cssstate chosen - Something is chosen and kept as a draft.
 * @cssstate thanked - The answer is stored.
 */
export abstract class QuestionElement extends CurtsyElement {
  static override styles: CSSResultGroup = questionStyles;
  static override shadowRootOptions: ShadowRootInit = { ...CurtsyElement.shadowRootOptions, delegatesFocus: true };
  static override properties: PropertyDeclarations = {
    touchpoint: {},
    question: {},
    endpoint: {},
    comment: {},
    disabled: { type: Boolean },
    metadata: { attribute: false },
    stage: { state: true, attribute: false },
    note: { state: true, attribute: false },
    busy: { state: true, attribute: false },
  };

  /** Where in the journey it stands: `product`, `checkout`, `delivery` … */
  declare touchpoint: string | undefined;
  /** The question, instead of the usual one. */
  declare question: string | undefined;
  /** Where this element's answers are POSTed, instead of the setting. */
  declare endpoint: string | undefined;
  /** Whether a comment can be added: `optional` (default) or `none`. */
  declare comment: string | undefined;
  /** Whether it can't be answered now. */
  declare disabled: boolean;
  /** Sent with this element's answers, over the setting of that name. */
  declare metadata: Metadata | undefined;

  /** @internal */
  declare stage: 'asking' | 'chosen' | 'thanked';
  /** Key of the status line's text. @internal */
  declare note: string;
  /** Send was pressed and storing is under way. @internal */
  declare busy: boolean;

  /** @internal */
  abstract readonly kind: Kind;
  readonly internals: ElementInternals = this.attachInternals();
  /** Whether a form of the shop submits for it. @internal */
  hosted = false;
  /** Values of the chips that are on, in the order of their choosing. @internal */
  readonly picked = new Set<string>();
  /** What was last said, until it is reset. @internal */
  said: Submission | undefined;
  /** Id of the response that the answer follows. @internal */
  declare inReplyTo: string | undefined;
  /** @internal */
  declare recover: string | number | undefined;
  /** What offers help below the thanks, where `recover` is set and once its chunk is there. @internal */
  declare offer: (() => unknown) | undefined;

  #late = false;

  constructor() {
    super();
    this.stage = 'asking';
    this.note = '';
    this.disabled = this.busy = false;
  }

  protected override firstUpdated(): void {
    // The outbox is asked for beside the conversation, which needs it, and not after it.
    const rest = () => Promise.all([import('./conversation.js'), import('../delivery/submit.js')]);
    atIdle(async () => {
      const [chunk, outbox] = await later(rest);
      conversation = chunk;
      chunk.begin(this, outbox);
    });
  }

  protected override updated(_changed: PropertyValues): void {
    this.dataset.stage = this.stage;
    this.internals.states.clear();
    this.internals.states.add(this.stage);
  }

  /** Forgets the answer on the page and asks anew; what was stored stays stored. */
  reset(): void {
    this.said = undefined;
    this.picked.clear();
    this.stage = 'asking';
    this.note = '';
    this.busy = this.#late = false;
    delete this.dataset.receipt;
  }

  /** Something was chosen: kept as a draft at once. @internal */
  chosen(): void {
    this.stage = 'chosen';
    this.note = '';
    this.tell(false);
  }

  /** Sends the answer, if there is one. @internal */
  protected send(): void {
    if (this.stage === 'chosen') this.tell(true);
  }

  /** Says what stands there now, as a draft, or `complete` as the answer. @internal */
  tell(complete: boolean): void {
    if (this.busy || this.stage === 'thanked') return;
    const { source, touchpoint, endpoint, metadata, kind, inReplyTo } = this;
    const comment = complete && this.renderRoot.querySelector<HTMLTextAreaElement>('#comment')?.value.trim();
    const said: Submission = (this.said = {
      key: this.said?.key ?? newKey(),
      kind,
      createdAt: this.said?.createdAt ?? new Date().toISOString(),
      answer: { ...this.answer(), ...(comment && { comment }) },
      complete,
      instrument: `${kind}/1`,
      locale: languageOf(this),
      page: pageFacts(),
      source,
      touchpoint,
      endpoint,
      metadata,
      inReplyTo,
    });
    if (conversation) void conversation.tell(this, said);
    else if (hold(said) && complete) {
      this.stage = 'thanked';
      this.note = this.dataset.receipt = 'saved';
    }
  }

  protected override render(): TemplateResult {
    return html`<form
      class="base"
      part="base"
      novalidate
      lang=${this.language}
      ?data-quiet=${this.quiet}
      @submit=${this.#submit}
    >
      ${this.stage === 'thanked' ? this.thanks() : this.form()}
      <p class="receipt" part="receipt" role="status">${this.text(this.note)}</p>
      <slot name="footer"></slot>
    </form>`;
  }

  /** What stands in the card until Send. @internal */
  protected form(): TemplateResult {
    const chosen = this.stage === 'chosen';
    this.#late ||= chosen && !conversation;
    const follow = [
      conversation?.details(this),
      html`<div class="actions" part="actions">
        ${this.hosted ? nothing : html`<button class="submit" part="submit" aria-disabled=${this.busy}>${this.text('send')}</button>`}
        ${conversation?.clearing(this)}
      </div>`,
    ];
    // What came too late for a press opens below Send: nothing already seen moves.
    return html`<fieldset ?disabled=${this.disabled}>
        <legend part="question"><slot name="question">${this.question ?? this.usualQuestion()}</slot></legend>
        ${this.options()}
      </fieldset>
      ${chosen ? (this.#late ? follow.reverse() : follow) : nothing}`;
  }

  /** What stands there instead once it is stored. @internal */
  protected thanks(): TemplateResult {
    return html`<h2 part="thanks" tabindex="-1">
        <slot name="thanks">${conversation?.thanks(this) ?? this.text('thanks')}</slot>
      </h2>
      <slot name="thanks-extra"></slot>
      ${this.offer?.()}`;
  }

  /** The question if the shop asks no other. @internal */
  protected abstract usualQuestion(): string;
  /** All that can be chosen. @internal */
  protected abstract options(): TemplateResult;
  /** What is chosen; the comment is added to it. @internal */
  protected abstract answer(): Answer;
  /** What the shop gave for chips that go with what is chosen. @internal */
  abstract chips(): string | Choice[] | undefined;

  #submit(event: Event): void {
    event.preventDefault();
    this.send();
  }
}
