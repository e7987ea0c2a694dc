import { css, html, nothing } from 'lit';
import { w as warnOnce, b as addStrings, Q as QuestionElement, c as atIdle, r as rawSettings, l as languageOf, t as textLanguage, d as define } from './shared/question-element.js';
import { c as choicesOf, a as conversationStyles } from './shared/conversation.js';

/**
 * What Curtsy knows of the world's numbering plans. Written by `.tools/phone-table.mjs` from the metadata of
 * libphonenumber-js 1.13.16, which is that of Google's libphonenumber (Apache 2.0): don't edit it by hand.
 *
 * A row a region, in the order of calling codes: how far its code is from the row before (nothing for 1), the region,
 * its trunk prefix (nothing where there is none), and how long people's numbers are (a letter a length, I for nine).
 * Of the regions that share a code the main one is first.
 */
const phoneTable = 'us1J0ag1J0ai1J0as1J0bb1J0bm1J0bs1J0ca1J0dm1J0do1J0gd1J0gu1J0jm1J0kn1J0ky1J0lc1J0mp1J0ms1J0pr1J0sx1J0tc1J0tt1J0vc1J0vg1J0vi1J6ru8J0kz8J13eg0HIJ7za0EFGHI3grJnl0IKbe0HIfr0IesI2hu06HI3itFGHIJKL0vaFGHIJKro0FIch0I2at0DEFGHIJKLMgb0IJ0gg0J0im0J0je0JdkHse0GHInoH0sjHplGIde0EFGHIJKLM2pe0HImxJcu0FGHJar0JKbr0JKclIco0HJve0J2my0HIJau0I0cc0I0cx0Iid0GHIJKLph0FHIJnz0HIJsgHth0HI15jp0IJkr0EFHIJ2vn0IJ2cn0GHIJK4tr0Jin0Jpk0IJaf0Ilk0Imm0FGHIJ3ir0FGJ113ss0Ima0I0eh0Idz0HI3tnH2ly0I2gmGIsnImrHmlHgnHIciJbfHneHtgHbjJmuGHlr0GHIsl0Hgh0Ing0JtdHcfHcmIcvGstGgqIgaGHcgIcd0GHIJaoIgwIioGacEscGsd0Irw0HIet0Iso0FGHIdjHke0GHItz0Iug0IbiHmzHI2zm0Img0Ire0I0yt0Izw0Ina0HImw0GIlsHbwGHszHkmG21shDE0taDer0G6awGfoFglF51giHptIluDEFGHIJKie0GHIJisGIal0HImtHcyHfi0EFGHIJ0ax0FGHIJbg0FGHI11lt0HlvHeeGHmd0Ham0Hby8IadFImc0HIsmHJ2ua0Irs0GHIJKLme0Hxk0HIJKL2hr0HIsi0Hba0HI2mk0H31czIsk0FGI2li0GI77fkEbzGgtHsvHhnHniHcrHpaGHpm0FIhtH81gp0I0bl0I0mf0Ibo0HgyGec0HIgf0Ipy0GHImq0IsrFGuy0HcwGH0bqG71tlGH2nfFbnGnrGpgGHtoEGsbEGvuEGfjGpwGwfFckEnuDG2wsEFGJki0EHncFtvEFGpfHtkDEFGfmGmh1G158kp0HJ2hkHmoH2kh0HIla0HIJ24bd0FGHIJ6tw0HI74mvGlb0GHjo0HIsy0HIiq0HIJkwHsa0Iye0GHIomH2ps0HIae0HIil0HIKLbhHqaHbtGHmn0HIJnp0HJ15tjItm8Haz0Ige0Ikg0I2uzI';

/** The numbering plans of the world, unpacked: which code calls a country, and how its people write their numbers. */
function unpack(table) {
    let code = 0;
    return Array.from(table.matchAll(/(\d*)(..)(\d*)([A-Z]+)/g), ([, step, region = '', trunk = '', lengths = '']) => ({
        region: region.toUpperCase(),
        callingCode: String((code += Number(step || 1))),
        trunk,
        lengths: Array.from(lengths, (letter) => parseInt(letter, 36) - 9),
    }));
}
/** Every country that can be called, in the order of calling codes; of those that share a code the main one is first. */
const countries = unpack(phoneTable);
/** @param region in upper or lower case */
const findCountry = (region) => countries.find((country) => country.region === region.toUpperCase());
/** The country that a number with calling code, but without plus, leads to: `home` wherever it has that code. */
function findCalledCountry(digits, home) {
    const isCalled = (country) => digits.startsWith(country.callingCode);
    return home && isCalled(home) ? home : countries.find(isCalled);
}

/**
 * Phone numbers as people write them, read forgivingly. What comes out is a guess and a doubt: a form asks about a
 * number that is in doubt and never refuses one, since its plan may be newer than our table.
 */
/** The digits of a script stand in a row in Unicode, zero first: a digit's value is how many stand before it. */
function asciiDigit(digit) {
    const code = digit.codePointAt(0) ?? 0;
    let value = 0;
    while (/\p{Nd}/u.test(String.fromCodePoint(code - value - 1)))
        value++;
    return String(value);
}
/** What is to be dialled, digits and a leading plus: up to a mark behind which an extension or another number stands. */
function readDialled(typed) {
    // NFKC makes full-width signs, the plus among them, ordinary ones.
    const text = typed.normalize('NFKC').replace(/\p{Nd}/gu, asciiDigit);
    const [dialled = ''] = /[+\d][^\p{L}#,;]*/u.exec(text) ?? [];
    return dialled.replace(/(?!^\+)\D/g, '');
}
const fits = (national, { lengths }) => lengths.includes(national.length);
/** A national number without what is dialled before it inside the country. Italy has no such thing: its 0 is part of it. */
function dropTrunk(digits, country) {
    const { trunk } = country;
    // An 8 may begin an area code as well (812 is St Petersburg), so it goes by length, below.
    if (trunk && trunk !== '8' && digits.startsWith(trunk))
        return digits.slice(trunk.length);
    if (fits(digits, country))
        return digits;
    // Also a 0 that the country doesn't have, but its caller is used to: +1 (0) 415 …
    const extra = [trunk, `${trunk}0`, '0'].find((prefix) => digits.startsWith(prefix) && fits(digits.slice(prefix.length), country));
    return digits.slice(extra?.length ?? 0);
}
/** Whether a number has its calling code, though it was typed without the plus. */
function lacksPlus(digits, home) {
    const rest = dropTrunk(digits.slice(home.callingCode.length), home);
    if (!digits.startsWith(home.callingCode) || !fits(rest, home))
        return false;
    // Where lengths vary, both readings may fit. Who leaves out a trunk prefix means the calling code. Where there is none
    // to leave out, few digits behind it mean an area code that looks like it: Italy's mobile numbers that begin with 39.
    return !fits(digits, home) || home.trunk !== '' || rest.length > 8;
}
/** The digits from the calling code on, nothing where a number was typed without one. */
function fromCallingCode(dialled, home) {
    const digits = dialled.replace(/^(?:\+|00)0*/, '');
    return digits !== dialled || (home && lacksPlus(dialled, home)) ? digits : undefined;
}
const asE164 = (digits) => /^[1-9]\d{6,14}$/.test(digits) ? { e164: `+${digits}` } : {};
/**
 * Reads a number as typed in any spacing, punctuation and digits, with + or 00 before a calling code or without one.
 *
 * @param country ISO 3166-1 alpha-2: the country of a number without calling code. It stays the country of a number with
 * one as long as it has that code; else the number's own country is taken, of those that share a code the main one.
 */
function parsePhone(typed, country) {
    const dialled = readDialled(typed);
    const home = findCountry(country);
    const coded = fromCallingCode(dialled, home);
    const called = coded === undefined ? home : findCalledCountry(coded, home);
    if (!called)
        return { ...asE164(coded ?? ''), valid: false, country, raw: typed };
    const national = dropTrunk(coded?.slice(called.callingCode.length) ?? dialled, called);
    const number = asE164(called.callingCode + national);
    const readsBothWays = coded === dialled && fits(dialled, called);
    const valid = 'e164' in number && fits(national, called) && !readsBothWays;
    return { ...number, valid, country: called.region, raw: typed };
}
/** `+49 ••• 6789`: enough to know one's own number by, not enough to call it. At least three digits stay hidden. */
function maskPhone(e164) {
    const { callingCode = '' } = findCalledCountry(e164.slice(1)) ?? {};
    const shownFrom = Math.max(callingCode.length + 4, e164.length - 4);
    return `+${callingCode} ••• ${e164.slice(shownFrom)}`;
}

/** English, the request to be called or written back. */
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
    name: 'Your name',
    note: 'What should we know beforehand?',
    consentCall: '{business} uses it for this call only.',
    consentMessage: '{business} uses it only to write to you about this.',
    consentWeCall: 'We use it for this call only.',
    consentWeMessage: 'We use it only to write to you about this.',
    privacy: 'Privacy',
    missing_phone: 'Error: Please enter your number.',
    missing_email: 'Error: Please enter an address like name@example.com.',
    doubt_phone: 'Is this number right? If it is, send it again.',
    doubt_email: 'Is this address right? If it is, send it again.',
    askCall: 'Ask for a call',
    askMessage: 'Ask for a message',
    savedRequest: 'We’ll be in touch once we have your request.',
    refusedRequest: 'Your request did not reach us. Please contact us another way.',
    agreedCall: 'We’ll call you.',
    agreedMessage: 'We’ll write to you.',
    reached_phone: 'On {address}. Your reference is',
    reached_email: 'At {address}. Your reference is',
};

/** The address that an answer goes to, a number or an e-mail's: read with doubt, and shown again without giving it away. */
/** What can be made of a number; `valid` false is a doubt. `adapter` is the shop's own library, if it gave one. */
function readNumber(typed, country, adapter) {
    try {
        if (adapter)
            return { ...adapter(typed, country) };
    }
    catch (error) {
        // Not its message: that may hold the number, which has no business in a console.
        warnOnce('shop-function', 'phoneAdapter', error?.name);
    }
    return parsePhone(typed, country);
}
/** No mail can be sent to what has no @ between two parts; without a dot behind it, it is only unusual. */
function problemOfEmail(typed) {
    if (!/^[^\s@]+@[^\s@]+$/.test(typed))
        return 'missing';
    return /\.[^.@]+$/.test(typed) ? undefined : 'doubt';
}
/** Enough to know one's own address by, not enough to use it. */
function maskAddress({ phone, phoneRaw = '', email, }) {
    if (email)
        return email.replace(/^(.).*(?=@)/u, '$1•••');
    return phone ? maskPhone(phone) : `••• ${phoneRaw.slice(Math.max(3, phoneRaw.length - 4))}`;
}

/** Fields with their labels, what is said below them, and the confirmation. */
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
  .missing,
  .refused svg {
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
  slot h2 {
    margin-top: calc(var(--_space) * 2);
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
  .sent svg {
    color: var(--curtsy-positive, light-dark(#157a3c, #4ade80));
  }
  .reference {
    margin-top: calc(var(--_space) * 2);
    font:
      600 1.125em/1.5 ui-monospace,
      monospace;
    user-select: all;
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

/** Signs in a box of 48, drawn with the strokes of the faces. */
/** A circle with `path` in it; without one, with an exclamation mark. */
const sign = (path = 'M24 14v12M24 33v.01') => html `<svg viewBox="2 2 44 44" aria-hidden="true">
    <circle cx="24" cy="24" r="20" />
    <path d=${path} />
  </svg>`;

/** What a shopper keeps of a request: whether it is agreed, where it leads to, and the reference to name. */
/** Only the endpoint's acknowledgement makes a request look agreed. */
function confirmation(element, request) {
    const receipt = element.dataset.receipt ?? 'saved';
    const sent = receipt === 'sent';
    const refused = receipt === 'refused';
    const outcome = sent ? `agreed${request.channel === 'phone' ? 'Call' : 'Message'}` : `${receipt}Request`;
    const [before, after] = element.text(`reached_${request.email ? 'email' : 'phone'}`).split('{address}');
    return html `<div class=${receipt}>
    ${sign(sent ? 'M16 24.5l5.5 5.5L32.5 18.5' : refused ? undefined : 'M24 13v11l7 5')}
    <slot name="thanks">
      <h2 part="thanks" tabindex="-1" aria-live="polite">${element.text(outcome)}</h2>
    </slot>
    ${refused
        ? nothing
        : html `<p>${before}<bdi dir="ltr">${maskAddress(request)}</bdi>${after}</p>
            <p class="reference" part="reference" aria-hidden="true">${request.reference}</p>
            <p class="unseen">${spellReference(request.reference)}</p>`}
    <slot name="thanks-extra"></slot>
  </div>`;
}

/** Which countries a number may be from, by the names that a shopper knows them by, and which of them is likely. */
const named = {};
/**
 * Every country that can be called, with its calling code, named and sorted as readers of `language` do. The first call for a
 * language takes a slow processor tens of milliseconds, so that nothing should wait for it.
 */
function countryChoices(language) {
    return (named[language] ??= nameCountries(localeOf(language).toString()));
}
/**
 * Regions that a shopper may be in, the likeliest first: that of the page's own language tag, that of a language which the
 * shopper's browser has in common with it, that where the page's language is spoken most.
 */
function likelyRegions(page, spoken) {
    const locale = localeOf(page);
    const shared = spoken.map(localeOf).filter(({ language }) => language === locale.language);
    return [locale, ...shared, locale.maximize()].map(({ region }) => region);
}
function nameCountries(language) {
    const names = new Intl.DisplayNames(language, { type: 'region' });
    const { compare } = new Intl.Collator(language);
    return (countries
        // The mark keeps the plus before the digits in a line that runs from right to left.
        .map(({ region, callingCode }) => ({ value: region, label: `${names.of(region)} \u200e+${callingCode}` }))
        .sort((a, b) => compare(a.label, b.label)));
}
/** Pages also write `de_DE`, and worse, which is then taken for English. */
function localeOf(tag) {
    try {
        return new Intl.Locale(tag.replaceAll('_', '-'));
    }
    catch {
        return new Intl.Locale('en');
    }
}

/** What stands in the form, from what it is about to the box for more: every label above its field, one address at a time. */
const NOTE_LENGTH = 1000;
/** @param offered the countries of numbers, as they are shown */
function fields(element, offered) {
    const { ways, field, customer, topic, problem } = element;
    const topics = choicesOf(element);
    const text = (key) => element.text(key);
    const optional = html ` <span class="optional">${text('optional')}</span>`;
    const named = ways.map((value) => ({ value, label: text(`channel_${value}`) }));
    return html `${topics[0] &&
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
            ${element.regions[1] &&
            labelled('country', html `<select id="country" class="entry" part="field" @change=${pickCountry}>
                  ${offered.map(({ value, label }) => html `<option value=${value}>${label}</option>`)}
                </select>`)}
            ${address('phone', 'tel')}
          </div>`
        : nothing}
    ${ways.includes('email') ? html `<div class="row" ?hidden=${field !== 'email'}>${address('email', 'email')}</div>` : nothing}
    <div id="problem" part="error" role="alert">
      ${problem &&
        html `<b class="problem ${problem}" ?data-mended=${element.mended}
          >${sign()}<span>${text(`${problem}_${field}`)}</span></b
        >`}
    </div>
    <p class="hint" id="consent">
      ${element.purpose} ${element.privacyUrl && html `<a href=${element.privacyUrl}>${text('privacy')}</a>`}
    </p>
    ${labelled('name', html `<input
        id="name"
        class="entry"
        name="name"
        part="field"
        autocomplete="name"
        dir="auto"
        value=${customer?.name}
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
              ></textarea>
              <p class="hint" id="hint">${text('commentHint')}</p>`, optional)
        : nothing}
    ${element.marketing &&
        html `<div class="field box">
        <input type="checkbox" id="marketing" name="marketing" /><label for="marketing">${element.marketing}</label>
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
        required
        value=${customer?.[name]}
        aria-describedby="problem consent"
        aria-invalid=${problem === 'missing' && !element.mended}
        @change=${() => element.recheck()}
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

/** What a shop offers to choose from, read from its attributes: what is unknown there is told once and left out. */
const CHANNELS = ['phone', 'sms', 'whatsapp', 'email'];
/** The channels in `given`, at least one. */
function channelsIn(given = 'phone') {
    const channels = listIn('channels', given, CHANNELS, (name) => CHANNELS.includes(name));
    if (channels.every((channel) => channel === 'phone'))
        warnOnce('only-calls');
    return channels[0] ? [...new Set(channels)] : ['phone'];
}
/** The regions in `given`, the value of the attribute `name`. */
function regionsIn(name, given = '') {
    const isRegion = (entry) => findCountry(entry.toUpperCase());
    return listIn(name, given, ['ISO 3166-1 alpha-2 codes'], isRegion).map((entry) => entry.toUpperCase());
}
function listIn(name, given, allowed, isKnown) {
    const entries = given.match(/[^\s,]+/g) ?? [];
    const known = entries.filter(isKnown);
    if (known.length < entries.length) {
        warnOnce('bad-attribute', `curtsy-callback ${name}`, given, allowed, known.join(', ') || 'the default');
    }
    return known;
}

/** Makes of what was typed the answer that is stored, with the words that the shopper agreed to. */
/** Which form it is. It goes up when a form asks for more, or for something else. */
const VERSION = 'callback/1';
/**
 * @param e164 what could be read of the number
 * @param locale in which language the form was shown
 * @param reference of an attempt before
 */
function requestOf({ way, field, topic, purpose, marketing }, typed, e164, locale, reference = newReference()) {
    const { phone = '', email = '' } = typed;
    const name = typed.name?.trim();
    const note = typed.note?.trim();
    return {
        channel: way,
        ...(field === 'email' ? { email } : { phoneRaw: phone, ...(e164 && { phone: e164 }) }),
        ...(name && { name }),
        ...(topic && { topic }),
        ...(note && { note }),
        slot: 'asap',
        reference,
        consent: {
            text: typed.marketing ? `${purpose} ${marketing}` : purpose,
            version: VERSION,
            locale,
            at: new Date().toISOString(),
            ...(marketing && { marketing: !!typed.marketing }),
        },
    };
}

/** A request to be called or written back: how to reach the shopper, what for, and a confirmation with a reference. */
addStrings('en', englishCallback);
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
class CurtsyCallback extends QuestionElement {
    static { this.styles = [QuestionElement.styles, conversationStyles, callbackStyles]; }
    static { this.properties = {
        channels: {},
        topics: {},
        country: {},
        countries: {},
        business: {},
        privacyUrl: { attribute: 'privacy-url' },
        marketing: {},
        channel: { state: true, attribute: false },
        topic: { state: true, attribute: false },
        region: { state: true, attribute: false },
        problem: { state: true, attribute: false },
        mended: { state: true, attribute: false },
        named: { state: true, attribute: false },
    }; }
    #request;
    /** The address that was asked about: sent again, it is right. */
    #questioned;
    constructor() {
        super();
        /** @internal */
        this.kind = 'callback';
        this.mended = this.named = false;
        this.addEventListener('curtsy-delivered', () => this.requestUpdate());
    }
    reset() {
        super.reset();
        this.shadowRoot?.querySelector('form')?.reset();
        this.channel = this.topic = this.region = this.problem = this.#request = this.#questioned = undefined;
        this.mended = false;
    }
    /** Focuses the field that is required, or the confirmation. */
    focus(options) {
        this.shadowRoot?.querySelector(this.stage === 'thanked' ? 'h2' : `#${this.field}`)?.focus(options);
    }
    firstUpdated() {
        super.firstUpdated();
        // Naming the countries of the world takes long, and so does their list: a task each, once the form is there.
        atIdle(() => {
            countryChoices(this.#language());
            atIdle(() => (this.named = true));
        });
    }
    willUpdate() {
        // There is no draft to be chosen; a page that cancels a submit gets the form as it was.
        if (this.stage === 'chosen')
            this.stage = 'asking';
        this.customer = rawSettings(this.source).customer;
        this.ways = channelsIn(this.channels);
        this.way = this.ways.find((way) => way === this.channel) ?? this.ways[0];
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
        this.home = likely.find((region) => this.regions.includes(region)) ?? this.regions[0];
    }
    updated(changed) {
        super.updated(changed);
        const select = this.renderRoot.querySelector('select');
        if (select)
            select.value = this.home;
    }
    usualQuestion() {
        return this.text(`callbackQuestion${this.ways[1] ? 'Message' : this.manner}`);
    }
    form() {
        return html `${super.form()}
      <div class="actions" part="actions">
        <button class="submit" part="submit" aria-disabled=${this.busy || this.disabled}>
          ${this.text(`ask${this.manner}`)}
        </button>
      </div>`;
    }
    options() {
        const code = `\u200e+${findCountry(this.home).callingCode}`;
        const named = this.named ? countryChoices(this.#language()) : [{ value: this.home, label: code }];
        return fields(this, named.filter(({ value }) => this.regions.includes(value)));
    }
    thanks() {
        return confirmation(this, this.#request);
    }
    chips() {
        return this.topics;
    }
    answer() {
        return this.#request;
    }
    send() {
        if (this.disabled || this.busy)
            return;
        const typed = this.#typed();
        const { address, problem, e164 } = this.#look(typed);
        if (problem && (problem === 'missing' || address !== this.#questioned)) {
            this.problem = problem;
            this.mended = false;
            this.#questioned = address;
        }
        else {
            this.problem = undefined;
            this.#request = requestOf(this, typed, e164, this.#language(), this.#request?.reference);
            // Only a machine fills what nobody sees. It is thanked, and nothing is kept.
            if (typed.website)
                this.stage = 'thanked';
            else
                this.tell(true);
        }
        void this.updateComplete.then(() => (this.problem || this.stage === 'thanked') && this.focus());
    }
    /** Follows a number into its own country, and looks again at what was wrong. @internal */
    recheck() {
        const { problem, country } = this.#look(this.#typed());
        if (this.regions.includes(country))
            this.region = country;
        if (!this.problem)
            return;
        this.mended = !problem;
        this.problem = problem ?? this.problem;
    }
    #typed() {
        return Object.fromEntries(new FormData(this.renderRoot.querySelector('form')));
    }
    /** What was typed for an address, and what is to be said about it. */
    #look({ phone = '', email = '' }) {
        if (this.field === 'email')
            return { address: email, problem: problemOfEmail(email) };
        if (!phone.trim())
            return { address: phone, problem: 'missing' };
        const { valid, country, e164 } = readNumber(phone, this.home, rawSettings(this.source).phoneAdapter);
        const fits = valid && (!this.countries || this.regions.includes(country));
        return { address: phone, problem: fits ? undefined : 'doubt', country, e164 };
    }
    #language() {
        return textLanguage(languageOf(this));
    }
}
define('curtsy-callback', CurtsyCallback);

export { CurtsyCallback };
