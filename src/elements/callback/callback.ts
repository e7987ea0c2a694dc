/** A request to be called or written back: how to reach the shopper, what for, and a confirmation with a reference. */
import { html, type CSSResultGroup, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { countries, findCountry } from '../../callback/countries.js';
import { parsePhone } from '../../callback/phone.js';
import { englishCallback } from '../../language/english-callback.js';
import { languageOf } from '../../language/language.js';
import { addStrings, textLanguage } from '../../language/strings.js';
import type { CallbackAnswer } from '../../response/response.js';
import { atIdle } from '../../settings/later.js';
import { rawSettings, type Customer } from '../../settings/settings.js';
import { conversationStyles } from '../conversation.styles.js';
import { define } from '../define.js';
import type { Choice } from '../choice.js';
import { QuestionElement } from '../question-element.js';
import { problemOfEmail, readNumber, type Problem } from './address.js';
import { callbackStyles } from './callback.styles.js';
import { confirmation } from './confirmation.js';
import { countryChoices, likelyRegions } from './country-choice.js';
import { fields } from './fields.js';
import { channelsIn, regionsIn, type Channel } from './offers.js';
import { requestOf, type Typed } from './request.js';

addStrings('en', englishCallback);

/** An address as it was typed, what could be made of it, and what is to be said about it. */
interface Looked {
  address: string;
  problem: Problem | undefined;
  e164?: string | undefined;
  country?: string;
}

/**
 * A request to be called or written back. Nothing of it is kept as a draft; once it is stored its number or address is shown
 * masked, and no event but `curtsy-submit` has it.
 *
 * @summary May we call you?
 * @element curtsy-callback
 * @csspart field - A field to type or choose in.
 * @csspart error - What is the matter with the number or address.
 * @csspart reference - The reference on the confirmation.
 */
export class CurtsyCallback extends QuestionElement {
  static override styles: CSSResultGroup = [QuestionElement.styles, conversationStyles, callbackStyles];
  static override properties: PropertyDeclarations = {
    channels: {},
    topics: {},
    country: {},
    countries: {},
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
    named: { state: true, attribute: false },
  };

  /** Ways to answer that the shop offers, the first of them chosen: `phone` (default), `sms`, `whatsapp`, `email`. */
  declare channels: string | undefined;
  /** What it may be about: `value=Label, …` or an array of `{value, label}`. */
  declare topics: string | Choice[] | undefined;
  /** Country of a number without calling code, ISO 3166-1 alpha-2. Without it the page's language tells. */
  declare country: string | undefined;
  /** The countries to choose from, if not all. */
  declare countries: string | undefined;
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
  /** Countries go by their names already. @internal */
  declare named: boolean;

  /** The channels of the shop. @internal */
  declare ways: Channel[];
  /** The channel in force. @internal */
  declare way: Channel;
  /** The field that the channel needs. @internal */
  declare field: 'phone' | 'email';
  /** Whether the shop will call or write: end of the keys of texts that depend on it. @internal */
  declare manner: 'Call' | 'Message';
  /** Where a number may be from. @internal */
  declare regions: string[];
  /** What the address is used for, in words. @internal */
  declare purpose: string;
  /** Country of a number that is typed without calling code. @internal */
  declare home: string;
  /** @internal */
  declare customer: Customer | undefined;

  /** @internal */
  readonly kind = 'callback';
  #request: CallbackAnswer | undefined;
  /** The address that was asked about: sent again, it is right. */
  #questioned: string | undefined;

  constructor() {
    super();
    this.mended = this.named = false;
    this.addEventListener('curtsy-delivered', () => this.requestUpdate());
  }

  override reset(): void {
    super.reset();
    this.shadowRoot?.querySelector('form')?.reset();
    this.channel = this.topic = this.region = this.problem = this.#request = this.#questioned = undefined;
    this.mended = false;
  }

  /** Focuses the field that is required, or the confirmation. */
  override focus(options?: FocusOptions): void {
    this.shadowRoot?.querySelector<HTMLElement>(this.stage === 'thanked' ? 'h2' : `#${this.field}`)?.focus(options);
  }

  protected override firstUpdated(): void {
    super.firstUpdated();
    // Naming the countries of the world takes long, and so does their list: a task each, once the form is there.
    atIdle(() => {
      countryChoices(this.#language());
      atIdle(() => (this.named = true));
    });
  }

  protected override willUpdate(): void {
    // There is no draft to be chosen; a page that cancels a submit gets the form as it was.
    if (this.stage === 'chosen') this.stage = 'asking';
    this.customer = rawSettings(this.source).customer as Customer | undefined;
    this.ways = channelsIn(this.channels);
    this.way = this.ways.find((way) => way === this.channel) ?? this.ways[0]!;
    this.field = this.way === 'email' ? 'email' : 'phone';
    this.manner = this.way === 'phone' ? 'Call' : 'Message';
    this.purpose = this.text(`consent${this.business ? '' : 'We'}${this.manner}`, { business: this.business });
    const allowed = regionsIn('countries', this.countries);
    this.regions = allowed[0] ? allowed : countries.map(({ region }) => region);
    // What was chosen, else where a number that is known leads to, else what the shop says, else what the language tells.
    const likely = [
      this.region,
      parsePhone(this.customer?.phone ?? '', '').country,
      ...regionsIn('country', this.country),
      ...likelyRegions(languageOf(this), navigator.languages),
    ];
    this.home = likely.find((region) => this.regions.includes(region!)) ?? this.regions[0]!;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const select = this.renderRoot.querySelector('select');
    if (select) select.value = this.home;
  }

  protected usualQuestion(): string {
    return this.text(`callbackQuestion${this.ways[1] ? 'Message' : this.manner}`);
  }

  protected override form(): TemplateResult {
    return html`${super.form()}
      <div class="actions" part="actions">
        <button class="submit" part="submit" aria-disabled=${this.busy || this.disabled}>
          ${this.text(`ask${this.manner}`)}
        </button>
      </div>`;
  }

  protected options(): TemplateResult {
    const code = `\u200e+${findCountry(this.home)!.callingCode}`;
    const named = this.named ? countryChoices(this.#language()) : [{ value: this.home, label: code }];
    return fields(
      this,
      named.filter(({ value }) => this.regions.includes(value)),
    );
  }

  protected override thanks(): TemplateResult {
    return confirmation(this, this.#request!);
  }

  chips(): string | Choice[] | undefined {
    return this.topics;
  }

  protected answer(): CallbackAnswer {
    return this.#request!;
  }

  protected override send(): void {
    if (this.disabled || this.busy) return;
    const typed = this.#typed();
    const { address, problem, e164 } = this.#look(typed);
    if (problem && (problem === 'missing' || address !== this.#questioned)) {
      this.problem = problem;
      this.mended = false;
      this.#questioned = address;
    } else {
      this.problem = undefined;
      this.#request = requestOf(this, typed, e164, this.#language(), this.#request?.reference);
      // Only a machine fills what nobody sees. It is thanked, and nothing is kept.
      if (typed.website) this.stage = 'thanked';
      else this.tell(true);
    }
    void this.updateComplete.then(() => (this.problem || this.stage === 'thanked') && this.focus());
  }

  /** Follows a number into its own country, and looks again at what was wrong. @internal */
  recheck(): void {
    const { problem, country } = this.#look(this.#typed());
    if (this.regions.includes(country!)) this.region = country;
    if (!this.problem) return;
    this.mended = !problem;
    this.problem = problem ?? this.problem;
  }

  #typed(): Typed {
    return Object.fromEntries(new FormData(this.renderRoot.querySelector('form')!)) as Typed;
  }

  /** What was typed for an address, and what is to be said about it. */
  #look({ phone = '', email = '' }: Typed): Looked {
    if (this.field === 'email') return { address: email, problem: problemOfEmail(email) };
    if (!phone.trim()) return { address: phone, problem: 'missing' };
    const { valid, country, e164 } = readNumber(phone, this.home, rawSettings(this.source).phoneAdapter);
    const fits = valid && (!this.countries || this.regions.includes(country));
    return { address: phone, problem: fits ? undefined : 'doubt', country, e164 };
  }

  #language(): string {
    return textLanguage(languageOf(this));
  }
}

define('curtsy-callback', CurtsyCallback);

declare global {
  interface HTMLElementTagNameMap {
    'curtsy-callback': CurtsyCallback;
  }
}
