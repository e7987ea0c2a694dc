import { css, html, nothing } from 'lit';
import { c as choicesOf, e as englishForm, a as conversationStyles } from './choice.js';
import { t as textLanguage, l as languageOf, w as warnOnce, b as addStrings, c as atIdle, d as later, r as rawSettings, e as define } from './question-element.styles.js';
import { Q as QuestionElement } from './question-element.js';

/** English, the form of the request to be called or written back. */
const englishCallback = {
    callbackQuestionCall: 'May we call you?',
    callbackQuestionMessage: 'May we get back to you?',
    topic: 'What is it about?',
    channel: 'How should we reach you?',
    channel_phone: 'Call',
    channel_sms: 'Text (SMS)',
    channel_whatsapp: 'WhatsApp',
    channel_email: 'E-mail',
    country: 'Country',
    phone: 'Your number',
    email: 'Your e-mail address',
    when: 'When?',
    name: 'Your name',
    note: 'What should we know beforehand?',
    consent_phone: '{business} uses it for this call only.',
    consent_sms: '{business} uses it only to text you about this.',
    consent_whatsapp: '{business} uses it only to write to you on WhatsApp about this.',
    consent_email: '{business} uses it only to write to you about this.',
    consentWe_phone: 'We use it for this call only.',
    consentWe_sms: 'We use it only to text you about this.',
    consentWe_whatsapp: 'We use it only to write to you on WhatsApp about this.',
    consentWe_email: 'We use it only to write to you about this.',
    privacy: 'Privacy',
    missing_phone: 'Error: Please enter your number.',
    missing_email: 'Error: Please enter an address like name@example.com.',
    doubt_phone: 'Is this number right? If it is, send it again.',
    doubt_email: 'Is this address right? If it is, send it again.',
    askCall: 'Ask for a call',
    askMessage: 'Ask for a message',
    savedRequest: 'We’ll be in touch once we have your request.',
};

/** Fields with their labels, and what is said below them. */
const callbackStyles = css `
  .base {
    --_danger: var(--curtsy-danger, light-dark(#b3261e, #f2b8b5));
  }
  .row:not([hidden]) {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 2);
  }
  .field {
    flex: 1 1 10em;
    margin-top: calc(var(--_space) * 5);
  }
  .field label:hover {
    background: none;
  }
  .entry {
    box-sizing: border-box;
    width: 100%;
    min-height: var(--_target);
    padding: 0 calc(var(--_space) * 3);
    font: inherit;
    font-size: max(1em, 16px);
    color: inherit;
    background: color-mix(in oklab, var(--_text) 2%, transparent);
    border: 1px solid var(--curtsy-border, light-dark(#82827f, #7d7e83));
    border-radius: calc(var(--_radius) * 0.625);
  }
  select.entry {
    padding-inline: calc(var(--_space) * 2) 0;
  }
  .base:dir(rtl) [dir='ltr'] {
    text-align: end;
  }
  [aria-invalid='true'] {
    border-color: var(--_danger);
    box-shadow: inset 0 0 0 1px var(--_danger);
  }
  .problem {
    display: flex;
    gap: calc(var(--_space) * 2);
    margin-top: calc(var(--_space) * 2);
  }
  .missing {
    color: var(--_danger);
  }
  [data-mended] {
    visibility: hidden;
  }
  svg {
    flex: none;
    width: 40px;
    fill: none;
    stroke: currentColor;
    stroke-width: 2.25;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .problem svg {
    width: 1.25em;
    height: 1.5em;
    stroke-width: 4;
  }
  .hint a {
    color: inherit;
  }
  .box {
    display: flex;
    gap: calc(var(--_space) * 3);
    align-items: center;
  }
  .box label {
    border: 0;
  }
  .box input {
    flex: none;
    width: 24px;
    height: 24px;
    margin: 0;
    accent-color: var(--_accent);
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    opacity: 0;
  }
  .when {
    display: block;
    min-height: calc(var(--_target) * 4 + 4.5em);
  }
  .after {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 5);
    margin-top: calc(var(--_space) * 2);
  }
  .after .quiet {
    margin-inline: -2px;
  }
  .actions:has(.promise) {
    flex-basis: 100%;
    align-items: center;
  }
  .promise {
    flex: 1 1 8em;
    min-height: 1.5em;
    font-size: 0.875em;
    color: var(--_muted);
  }
  @container (max-width: 24em) {
    .when {
      min-height: calc(var(--_target) * 5 + 6.5em);
    }
    .submit,
    .promise {
      flex-basis: 100%;
    }
  }
`;

/** The reference that a shopper is given: short, and free of letters that pass for another when read or said. */
/** Crockford's base32: no I, L, O and U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const secureBytes = (count) => crypto.getRandomValues(new Uint8Array(count));
/** One of about a thousand million, like `K7Q-2MD`. @param random so many random bytes */
function newReference(random = secureBytes) {
    // 256 is a multiple of 32, so five bits of a byte favour no character.
    const characters = Array.from(random(6), (byte) => ALPHABET.charAt(byte & 31)).join('');
    return `${characters.slice(0, 3)}-${characters.slice(3)}`;
}
/** `K7Q-2MD` as `K, 7, Q, 2, M, D`, which a screen reader says one by one. */
const spellReference = (reference) => Array.from(reference.replace(/\W/g, '')).join(', ');

/** Makes of what was typed the answer that is stored, with the words that the shopper agreed to. */
/** Which form it is. It goes up when a form asks for more, or for something else. */
const VERSION = 'callback/2';
/** No mail can be sent to what has no @ between two parts; without a dot behind it, it is only unusual. */
function problemOfEmail(typed) {
    if (!/^[^\s@]+@[^\s@]+$/.test(typed))
        return 'missing';
    return /\.[^.@]+$/.test(typed) ? undefined : 'doubt';
}
/** The address of a request that is being changed: it stays, unless another is typed. */
function keptAddress({ view, field, request, }) {
    if (view !== 'change' || !request)
        return;
    const { email, phone, phoneRaw } = request;
    if (field === 'email')
        return email ? { email } : undefined;
    return phoneRaw ? { phoneRaw, ...(phone && { phone }) } : undefined;
}
/** What was typed for an address, and what is to be said about it. */
function look(element, typed) {
    const { field, contact } = element;
    const address = typed[field] ?? '';
    if (!address.trim())
        return { address, problem: keptAddress(element) ? undefined : 'missing' };
    if (field === 'email')
        return { address, problem: problemOfEmail(address) };
    return contact?.lookAt(element, address) ?? { address, problem: undefined };
}
/** @param e164 what could be read of the number */
function requestOf(element, typed, e164) {
    const { way, field, topic, purpose, marketing, handoff, said, request } = element;
    const address = typed[field]?.trim();
    const name = typed['name']?.trim();
    const note = typed['note']?.trim();
    return {
        channel: way,
        ...(!address
            ? keptAddress(element)
            : field === 'email'
                ? { email: address }
                : { phoneRaw: typed['phone'], ...(e164 && { phone: e164 }) }),
        ...(name && { name }),
        ...(topic && { topic }),
        ...(note && { note }),
        slot: 'asap',
        ...(way === 'phone' && element.times?.answer()),
        reference: (said && request?.reference) ?? newReference(),
        ...(handoff && { handoff }),
        consent: {
            text: typed['marketing'] ? `${purpose} ${marketing}` : purpose,
            version: VERSION,
            locale: textLanguage(languageOf(element)),
            at: new Date().toISOString(),
            ...(marketing && { marketing: !!typed['marketing'] }),
        },
    };
}

/** Signs in a box of 48, drawn with the strokes of the faces. */
/** A circle with `path` in it; without one, with an exclamation mark. */
const sign = (path = 'M24 14v12M24 33v.01') => html `<svg viewBox="2 2 44 44" aria-hidden="true">
    <circle cx="24" cy="24" r="20" />
    <path d=${path} />
  </svg>`;

/** What stands in the form, from what it is about to the box for more: every label above its field, one address at a time. */
const NOTE_LENGTH = 1000;
/** @param offered the countries of numbers, as they are shown */
function fields(element, offered) {
    const { ways, field, topic, problem, times } = element;
    const before = element.view === 'change' ? element.request : undefined;
    const known = before ?? element.customer;
    const topics = choicesOf(element);
    const text = (key) => element.text(key);
    const optional = html ` <span class="optional">${text('optional')}</span>`;
    const kept = keptAddress(element);
    // Which countries there are is known later.
    const isOneCountry = /^\W*\w+\W*$/.test(element.countries ?? '');
    const named = ways.map((value) => ({ value, label: text(`channel_${value}`) }));
    return html `${times?.problems()}
    ${topics[0] &&
        html `<fieldset
        class="chips"
        part="options"
        @click=${takeBack}
        @keyup=${takeBack}
        @change=${(event) => (element.topic = valueOf(event))}
      >
        <legend>${text('topic')}${optional}</legend>
        ${radios('topic', topics, topic)}
      </fieldset>`}
    ${ways[1] &&
        html `<fieldset class="chips" part="options" @change=${pickChannel}>
        <legend>${text('channel')}</legend>
        ${radios('channel', named, element.way, ways[0])}
      </fieldset>`}
    ${ways.some((way) => way !== 'email')
        ? html `<div class="row" ?hidden=${field !== 'phone'}>
            ${isOneCountry
            ? nothing
            : labelled('country', html `<select id="country" class="entry" part="field" @change=${pickCountry}>
                      ${offered.map(({ value, label }) => html `<option value=${value}>${label}</option>`)}
                    </select>`)}
            ${address('phone', 'tel')}
          </div>`
        : nothing}
    ${ways.includes('email') ? html `<div class="row" ?hidden=${field !== 'email'}>${address('email', 'email')}</div>` : nothing}
    ${kept ? html `<p class="hint" id="kept">${element.text('asBefore', { address: element.contact?.keptMasked(element) })}</p>` : nothing}
    <div id="problem" part="error" role="alert">
      ${problem &&
        html `<b class="problem ${problem}" ?data-mended=${element.mended}
          >${sign()}<span>${text(`${problem}_${field}`)}</span></b
        >`}
    </div>
    <p class="hint" id="consent">
      ${element.purpose} ${element.privacyUrl && html `<a href=${element.privacyUrl}>${text('privacy')}</a>`}
    </p>
    ${element.hours && element.way === 'phone' && (times?.terms ?? !times)
        ? html `<fieldset class="chips when" part="options">
            <legend>${text('when')}</legend>
            ${times?.field()}
          </fieldset>`
        : nothing}
    ${labelled('name', html `<input
        id="name"
        class="entry"
        name="name"
        part="field"
        autocomplete="name"
        dir="auto"
        value=${known?.name}
      />`, optional)}
    ${element.oneOf('comment', element.comment, ['optional', 'none']) === 'optional'
        ? labelled('note', html `<textarea
                id="note"
                name="note"
                part="field comment"
                rows="2"
                dir="auto"
                maxlength=${NOTE_LENGTH}
                aria-describedby="hint"
                .value=${before?.note ?? ''}
              ></textarea>
              <p class="hint" id="hint">${text('commentHint')}</p>`, optional)
        : nothing}
    ${element.marketing &&
        html `<div class="field box">
        <input type="checkbox" id="marketing" name="marketing" ?checked=${before?.consent.marketing} /><label
          for="marketing"
          >${element.marketing}</label
        >
      </div>`}
    <input class="unseen" name="website" tabindex="-1" autocomplete="off" aria-hidden="true" />`;
    /** What is optional can be taken back, by hand or with the space bar; a radio does not do that by itself. */
    function takeBack(event) {
        const radio = event.target;
        if (!topic || radio.value !== topic || (event.key ?? ' ') !== ' ')
            return;
        if (event.type === 'keyup')
            event.preventDefault();
        radio.checked = false;
        element.topic = undefined;
    }
    function pickChannel(event) {
        element.channel = valueOf(event);
        element.problem = undefined;
    }
    function pickCountry(event) {
        element.region = valueOf(event);
        element.problem = undefined;
    }
    /** Follows a number into its own country, and looks again at what was wrong. */
    function recheck() {
        const looked = look(element, element.typed());
        element.region = looked.country ?? element.region;
        if (!problem)
            return;
        element.mended = !looked.problem;
        element.problem = looked.problem ?? problem;
    }
    function labelled(name, control, after) {
        return html `<div class="field">
      <label class="name" for=${name}>${text(name)}${after}</label>
      ${control}
    </div>`;
    }
    /** What is required: numbers and addresses run from left to right in every language. */
    function address(name, type) {
        return labelled(name, html `<input
        id=${name}
        class="entry"
        name=${name}
        type=${type}
        part="field"
        dir="ltr"
        autocomplete=${type}
        inputmode=${type}
        enterkeyhint="send"
        ?required=${!kept}
        value=${before ? '' : element.customer?.[name]}
        aria-describedby="kept problem consent"
        aria-invalid=${problem === 'missing' && !element.mended}
        @change=${recheck}
      />`);
    }
}
const valueOf = ({ target }) => target.value;
/** Radios as chips; `usual` is the one that a reset of the form goes back to. */
function radios(name, choices, chosen, usual) {
    return choices.map(({ value, label }) => html `<label part=${value === chosen ? 'option option--selected' : 'option'}
        ><input
          type="radio"
          name=${name}
          value=${value}
          ?checked=${value === usual}
          .checked=${value === chosen}
        />${label}</label
      >`);
}

const CHANNELS = ['phone', 'sms', 'whatsapp', 'email'];
/** The channels in `given`, at least one. */
function channelsIn(given = 'phone') {
    const channels = listIn('channels', given, CHANNELS, (name) => CHANNELS.includes(name));
    if (channels.every((channel) => channel === 'phone'))
        warnOnce('only-calls');
    return channels[0] ? [...new Set(channels)] : ['phone'];
}
/** What is known of the list in the attribute `name`. */
function listIn(name, given, allowed, isKnown) {
    const entries = given.match(/[^\s,]+/g) ?? [];
    const known = entries.filter(isKnown);
    if (known.length < entries.length) {
        warnOnce('bad-attribute', `curtsy-callback ${name}`, given, allowed, known.join(', ') || 'the default');
    }
    return known;
}

/** A request to be called or written back: how to reach the shopper, what for, when, and a confirmation with a reference. */
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
class CurtsyCallback extends QuestionElement {
    static { this.styles = [QuestionElement.styles, conversationStyles, callbackStyles]; }
    static { this.properties = {
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
    }; }
    /** The address that was asked about: sent again, it is right. */
    #questioned;
    #awaitsTimes;
    constructor() {
        super();
        /** @internal */
        this.kind = 'callback';
        /** When the endpoint acknowledged, in epoch milliseconds. @internal */
        this.heardAt = 0;
        this.#awaitsTimes = false;
        this.mended = false;
        this.addEventListener('curtsy-delivered', () => {
            this.heardAt = Date.now();
            this.requestUpdate();
        });
    }
    reset() {
        super.reset();
        this.shadowRoot?.querySelector('form')?.reset();
        this.channel = this.topic = this.region = this.problem = this.view = this.request = this.#questioned = undefined;
        this.mended = false;
        this.times?.reset();
    }
    /** Focuses what is to be filled in or mended, or the confirmation. */
    focus(options) {
        const target = this.stage === 'thanked' ? 'h2' : (this.times?.toMend(!!this.problem) ?? `#${this.field}`);
        this.shadowRoot?.querySelector(target)?.focus(options);
    }
    firstUpdated() {
        // Numbers are understood by a chunk of its own. What was sent before it is there is held, and goes out with what it finds.
        atIdle(async () => {
            this.contact = await later(() => import('./contact.js'));
            this.contact.join(this);
            this.requestUpdate();
            super.firstUpdated();
        });
    }
    willUpdate(changed) {
        // There is no draft to be chosen; a page that cancels a submit gets the form as it was.
        if (this.stage === 'chosen')
            this.stage = 'asking';
        if (changed.has('stage') && this.stage === 'thanked') {
            this.view = undefined;
            this.busy = false;
        }
        this.customer = rawSettings(this.source).customer;
        this.ways = channelsIn(this.channels);
        this.way = this.ways.find((way) => way === this.channel) ?? this.ways[0];
        this.field = this.way === 'email' ? 'email' : 'phone';
        this.manner = this.way === 'phone' ? 'Call' : 'Message';
        this.purpose = this.text(`${this.business ? 'consent' : 'consentWe'}_${this.way}`, { business: this.business });
        if (!this.hours || this.#awaitsTimes)
            return;
        this.#awaitsTimes = true;
        atIdle(async () => {
            const { Appointment } = await later(() => import('./appointment.js'));
            this.times = new Appointment(this);
            this.requestUpdate();
        });
    }
    updated(changed) {
        super.updated(changed);
        if (this.manner === 'Message')
            this.internals.states.add('written');
        const select = this.renderRoot.querySelector('#country');
        if (select && this.contact)
            select.value = this.contact.homeOf(this);
    }
    /** Whether the form changes a request that was stored. @internal */
    get isRevised() {
        return this.view === 'change' && !!this.said;
    }
    usualQuestion() {
        if (this.isRevised)
            return this.text('changeQuestion');
        return this.text(`callbackQuestion${this.ways[1] ? 'Message' : this.manner}`);
    }
    form() {
        const timed = this.hours && this.way === 'phone';
        return html `${super.form()}
      <div class="actions" part="actions">
        <button class="submit" part="submit" aria-disabled=${this.busy || this.disabled}>
          ${this.text(this.isRevised ? 'askChange' : `ask${this.manner}`)}
        </button>
        ${this.contact?.wayBack(this)}
        ${timed && this.respondWithin ? html `<p class="promise">${this.times?.promise()}</p>` : nothing}
      </div>`;
    }
    options() {
        const country = this.country?.toUpperCase() ?? '';
        return fields(this, this.contact?.countriesOf(this) ?? [{ value: country, label: country }]);
    }
    thanks() {
        return (this.contact?.confirmation(this, this.request) ??
            html `<h2 part="thanks" tabindex="-1">${this.text('savedRequest')}</h2>`);
    }
    chips() {
        return this.topics;
    }
    answer() {
        return this.request;
    }
    send() {
        if (this.disabled || this.busy || this.stage === 'thanked')
            return;
        const typed = this.typed();
        const { address, problem, e164 } = look(this, typed);
        const wrong = problem === 'missing' || (problem && address !== this.#questioned);
        const late = this.way === 'phone' && this.times?.haveMoved();
        if (wrong || late) {
            this.problem = wrong ? problem : undefined;
            this.mended = false;
            this.#questioned = address;
        }
        else {
            this.problem = undefined;
            this.request = requestOf(this, typed, e164);
            // Only a machine fills what nobody sees. It is thanked, and nothing is kept.
            if (typed.website)
                this.stage = 'thanked';
            else
                this.tell(true);
        }
        void this.updateComplete.then(() => (wrong || late || this.stage === 'thanked') && this.focus());
    }
    /** @internal */
    typed() {
        return Object.fromEntries(new FormData(this.renderRoot.querySelector('form')));
    }
}
define('curtsy-callback', CurtsyCallback);

export { CurtsyCallback as C, spellReference as a, listIn as l, sign as s };
