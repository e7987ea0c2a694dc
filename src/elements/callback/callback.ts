/** A request to be called or written back: how to reach the shopper, what for, when, and a confirmation with a reference. */
import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { englishCallback } from '../../language/english-callback.js';
import { englishForm } from '../../language/english-form.js';
import { addStrings } from '../../language/strings.js';
import type { Answer, CallbackAnswer } from '../../response/response.js';
import { atIdle, later } from '../../settings/later.js';
import { rawSettings, type Customer } from '../../settings/settings.js';
import type { Choice } from '../choice.js';
import { conversationStyles } from '../conversation.styles.js';
import { define } from '../define.js';
import { QuestionElement } from '../question-element.js';
import type { Appointment } from './appointment.js';
import { callbackStyles } from './callback.styles.js';
import { fields } from './fields.js';
import { channelsIn, type Channel } from './offers.js';
import { look, requestOf, type Problem, type Typed } from './request.js';

addStrings('en', { ...englishForm, ...englishCallback });

/**
 * A request to be called or written back. Nothing of it is kept as a draft; once it is stored its number or address is shown
 * masked, and no event but `curtsy-submit` has it.
 *
 * @summary May we call you?
 * @element curtsy-callback
 * @csspart field - A field to type or choose in.
 * @csspart error - What is the matter with what was typed or chosen.
 * @csspart reference - The reference on the confirmation.
 * @cssstate written - The shopper wants to be written to.
 */
export class CurtsyCallback extends QuestionElement {
  static override styles: CSSResultGroup = [QuestionElement.styles, conversationStyles, callbackStyles];
  static override properties: PropertyDeclarations = {
    channels: {},
    topics: {},
    country: {},
    countries: {},
    hours: {},
    timeZone: { attribute: 'time-zone' },
    closed: {},
    quietHours: { attribute: 'quiet-hours' },
    slotLength: { attribute: 'slot-length' },
    lead: {},
    daysAhead: { attribute: 'days-ahead' },
    respondWithin: { attribute: 'respond-within' },
    business: {},
    privacyUrl: { attribute: 'privacy-url' },
    marketing: {},
    inReplyTo: { attribute: false },
    handoff: { attribute: false },
    channel: { state: true, attribute: false },
    topic: { state: true, attribute: false },
    region: { state: true, attribute: false },
    problem: { state: true, attribute: false },
    mended: { state: true, attribute: false },
    view: { state: true, attribute: false },
  };

  /** Ways to answer that the shop offers, the first of them chosen: `phone` (default), `sms`, `whatsapp`, `email`. */
  declare channels: string | undefined;
  /** What it may be about: `value=Label, …` or an array of `{value, label}`. */
  declare topics: string | Choice[] | undefined;
  /** Country of a number without calling code, ISO 3166-1 alpha-2. Without it the page's language tells. */
  declare country: string | undefined;
  /** The countries to choose from, if not all. */
  declare countries: string | undefined;
  /** When the shop calls: opening hours as schema.org writes them, `Mo-Fr 09:00-18:00, Sa 10:00-14:00`. Without them no time can be chosen, and none is promised. */
  declare hours: string | undefined;
  /** The shop's time zone, IANA. */
  declare timeZone: string | undefined;
  /** Dates on which it is closed, `2026-12-25, 2026-12-26`. */
  declare closed: string | undefined;
  /** When nobody is called, by the shopper's clock: `21:00-08:00`. */
  declare quietHours: string | undefined;
  /** How long a time to choose is, an ISO 8601 duration: `PT30M`. */
  declare slotLength: string | undefined;
  /** How far ahead the first of them is at least: `PT15M`. */
  declare lead: string | undefined;
  /** How many days can be chosen from: 5. */
  declare daysAhead: string | number | undefined;
  /** Within how much open time the shop calls, `PT10M`: it is said as a clock time. Without it nothing is promised. */
  declare respondWithin: string | undefined;
  /** Who will use the number, named beside it. */
  declare business: string | undefined;
  /** Where the shop says what it does with personal data. */
  declare privacyUrl: string | undefined;
  /** Text of a separate box, unticked and never required, that allows more than this answer. */
  declare marketing: string | undefined;
  /** Id of the response that the request follows, such as a rating's. */
  declare inReplyTo: string | undefined;
  /** What staff should know before they call or write, so that the shopper is not asked again. Sent with the request. */
  declare handoff: string | undefined;

  /** Chosen by the shopper, as are the next two. @internal */
  declare channel: Channel | undefined;
  /** @internal */
  declare topic: string | undefined;
  /** @internal */
  declare region: string | undefined;
  /** @internal */
  declare problem: Problem | undefined;
  /** The problem is solved; its line stays, empty, so that Send does not move away from a pointer on its way to it. @internal */
  declare mended: boolean;
  /** What is asked after Send: whether to `change` the request, or to `cancel` it; or it was cancelled before it was sent. @internal */
  declare view: 'change' | 'cancel' | 'cancelled' | undefined;

  /** The channels of the shop. @internal */
  declare ways: Channel[];
  /** The channel in force. @internal */
  declare way: Channel;
  /** The field that the channel needs. @internal */
  declare field: 'phone' | 'email';
  /** Whether the shop will call or write: end of the keys of texts that depend on it. @internal */
  declare manner: 'Call' | 'Message';
  /** What the address is used for, in words. @internal */
  declare purpose: string;
  /** @internal */
  declare customer: Customer | undefined;

  /** @internal */
  readonly kind = 'callback';
  /** What was asked for: until the page is left, so that it can be changed without typing it again. @internal */
  request: CallbackAnswer | undefined;
  /** What can wait until the form is there. @internal */
  contact: typeof import('./contact.js') | undefined;
  /** The times to choose from, once their chunk is there. @internal */
  times: Appointment | undefined;
  /** When the endpoint acknowledged, in epoch milliseconds. @internal */
  heardAt = 0;
  /** The address that was asked about: sent again, it is right. */
  #questioned: string | undefined;
  #awaitsTimes = false;

  constructor() {
    super();
    this.mended = false;
    this.addEventListener('curtsy-delivered', () => {
      this.heardAt = Date.now();
      this.requestUpdate();
    });
  }

  override reset(): void {
    super.reset();
    this.shadowRoot?.querySelector('form')?.reset();
    this.channel = this.topic = this.region = this.problem = this.view = this.request = this.#questioned = undefined;
    this.mended = false;
    this.times?.reset();
  }

  /** Focuses what is to be filled in or mended, or the confirmation. */
  override focus(options?: FocusOptions): void {
    const target = this.stage === 'thanked' ? 'h2' : (this.times?.toMend(!!this.problem) ?? `#${this.field}`);
    this.shadowRoot?.querySelector<HTMLElement>(target)?.focus(options);
  }

  protected override firstUpdated(): void {
    // Numbers are understood by a chunk of its own. What was sent before it is there is held, and goes out with what it finds.
    atIdle(async () => {
      this.contact = await later(() => import('./contact.js'));
      this.contact.join(this);
      this.requestUpdate();
      super.firstUpdated();
    });
  }

  protected override willUpdate(changed: PropertyValues): void {
    // There is no draft to be chosen; a page that cancels a submit gets the form as it was.
    if (this.stage === 'chosen') this.stage = 'asking';
    if (changed.has('stage') && this.stage === 'thanked') {
      this.view = undefined;
      this.busy = false;
    }
    this.customer = rawSettings(this.source).customer as Customer | undefined;
    this.ways = channelsIn(this.channels);
    this.way = this.ways.find((way) => way === this.channel) ?? this.ways[0]!;
    this.field = this.way === 'email' ? 'email' : 'phone';
    this.manner = this.way === 'phone' ? 'Call' : 'Message';
    this.purpose = this.text(`${this.business ? 'consent' : 'consentWe'}_${this.way}`, { business: this.business });
    if (!this.hours || this.#awaitsTimes) return;
    this.#awaitsTimes = true;
    atIdle(async () => {
      const { Appointment } = await later(() => import('./appointment.js'));
      this.times = new Appointment(this);
      this.requestUpdate();
    });
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.manner === 'Message') this.internals.states.add('written');
    const select = this.renderRoot.querySelector<HTMLSelectElement>('#country');
    if (select && this.contact) select.value = this.contact.homeOf(this);
  }

  /** Whether the form changes a request that was stored. @internal */
  get isRevised(): boolean {
    return this.view === 'change' && !!this.said;
  }

  protected usualQuestion(): string {
    if (this.isRevised) return this.text('changeQuestion');
    return this.text(`callbackQuestion${this.ways[1] ? 'Message' : this.manner}`);
  }

  protected override form(): TemplateResult {
    const timed = this.hours && this.way === 'phone';
    return html`${super.form()}
      <div class="actions" part="actions">
        <button class="submit" part="submit" aria-disabled=${this.busy || this.disabled}>
          ${this.text(this.isRevised ? 'askChange' : `ask${this.manner}`)}
        </button>
        ${this.contact?.wayBack(this)}
        ${timed && this.respondWithin ? html`<p class="promise">${this.times?.promise()}</p>` : nothing}
      </div>`;
  }

  protected options(): TemplateResult {
    const country = this.country?.toUpperCase() ?? '';
    return fields(this, this.contact?.countriesOf(this) ?? [{ value: country, label: country }]);
  }

  protected override thanks(): TemplateResult {
    return (
      this.contact?.confirmation(this, this.request!) ??
      html`<h2 part="thanks" tabindex="-1">${this.text('savedRequest')}</h2>`
    );
  }

  chips(): string | Choice[] | undefined {
    return this.topics;
  }

  protected answer(): Answer {
    return this.request!;
  }

  protected override send(): void {
    if (this.disabled || this.busy || this.stage === 'thanked') return;
    const typed = this.typed();
    const { address, problem, e164 } = look(this, typed);
    const wrong = problem === 'missing' || (problem && address !== this.#questioned);
    const late = this.way === 'phone' && this.times?.haveMoved();
    if (wrong || late) {
      this.problem = wrong ? problem : undefined;
      this.mended = false;
      this.#questioned = address;
    } else {
      this.problem = undefined;
      this.request = requestOf(this, typed, e164);
      // Only a machine fills what nobody sees. It is thanked, and nothing is kept.
      if (typed.website) this.stage = 'thanked';
      else this.tell(true);
    }
    void this.updateComplete.then(() => (wrong || late || this.stage === 'thanked') && this.focus());
  }

  /** @internal */
  typed(): Typed {
    return Object.fromEntries(new FormData(this.renderRoot.querySelector('form')!)) as Typed;
  }
}

define('curtsy-callback', CurtsyCallback);

declare global {
  interface HTMLElementTagNameMap {
    'curtsy-callback': CurtsyCallback;
  }
}
