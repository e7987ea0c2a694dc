import { t as textLanguage, l as languageOf, c as atIdle, r as rawSettings, w as warnOnce, b as addStrings } from './question-element.styles.js';
import { l as listIn, s as sign, a as spellReference } from './callback.js';
import { css, nothing, html } from 'lit';
import { i as idOf, n as newKey, p as pageFacts } from './question-element.js';
import { t as tell } from './conversation.js';

/** English, what a shopper is told of a request that was stored, and what can be done with it. */
const englishConfirmation = {
    refusedRequest: 'Your request did not reach us. Please contact us another way.',
    agreedCall: 'We’ll call you.',
    agreedMessage: 'We’ll write to you.',
    reached_phone: 'On {address}. Your reference is',
    reached_email: 'At {address}. Your reference is',
    copy: 'Copy',
    copied: 'Copied',
    change: 'Change',
    cancel: 'Cancel',
    changeQuestion: 'What should we change?',
    askChange: 'Send the change',
    asBefore: 'Left empty, it stays {address}.',
    keep: 'Keep it as it is',
    cancelQuestion: 'Cancel your request?',
    cancelIt: 'Cancel the request',
    cancelled: 'Cancelled',
    cancelledUnsent: 'Your request was not sent, and is deleted.',
    cancelledCall: 'We won’t call you.',
    cancelledMessage: 'We won’t write to you.',
    savedCancel: 'Your request is cancelled once this has reached us.',
    refusedCancel: 'Your cancellation did not reach us. Please contact us another way.',
    askAgain: 'Ask again',
};

/**
 * What Curtsy knows of the world's numbering plans. Written by `.tools/phone-table.mjs` from the metadata of
 * libphonenumber-js 1.13.16, which is that of Google's libphonenumber (Apache 2.0): don't edit it by hand.
 *
 * A row a region, in the order of calling codes: how far its code is from the row before (nothing for 1), the region,
 * its trunk prefix (nothing where there is none), behind a dot how its numbers begin (where that tells it from the main
 * region of its code), and how long people's numbers are (a letter a length, I for nine). Of the regions that share a
 * code the main one is first.
 */
const phoneTable = 'us1J0ag1J0ai1J0as1J0bb1J0bm1J0bs1J0ca1.204|226|236|249|250|257|263|273|289|306|343|354|365|367|368|382|403|416|418|428|431|437|438|450|468|474|506|514|519|548|579|581|584|587|604|613|639|647|672|683|705|709|742|753|778|780|782|807|819|825|867|873|879|902|905|942J0dm1J0do1.8001|8[024]9J0gd1J0gu1J0jm1J0kn1J0ky1J0lc1J0mp1J0ms1J0pr1J0sx1J0tc1J0tt1J0vc1J0vg1J0vi1J6ru8J0kz8.7J13eg0HIJ7za0EFGHI3grJnl0IKbe0HIfr0IesI2hu06HI3itFGHIJKL0vaFGHIJKro0FIch0I2at0DEFGHIJKLMgb0IJ0gg0J0im0J0je0JdkHse0GHInoH0sjHplGIde0EFGHIJKLM2pe0HImxJcu0FGHJar0JKbr0JKclIco0HJve0J2my0HIJau0I0cc0I0cx0Iid0GHIJKLph0FHIJnz0HIJsgHth0HI15jp0IJkr0EFHIJ2vn0IJ2cn0GHIJK4tr0Jin0Jpk0IJaf0Ilk0Imm0FGHIJ3ir0FGJ113ss0Ima0I0eh0Idz0HI3tnH2ly0I2gmGIsnImrHmlHgnHIciJbfHneHtgHbjJmuGHlr0GHIsl0Hgh0Ing0JtdHcfHcmIcvGstGgqIgaGHcgIcd0GHIJaoIgwIioGacEscGsd0Irw0HIet0Iso0FGHIdjHke0GHItz0Iug0IbiHmzHI2zm0Img0Ire0I0yt0Izw0Ina0HImw0GIlsHbwGHszHkmG21shDE0taDer0G6awGfoFglF51giHptIluDEFGHIJKie0GHIJisGIal0HImtHcyHfi0EFGHIJ0ax0FGHIJbg0FGHI11lt0HlvHeeGHmd0Ham0Hby8IadFImc0HIsmHJ2ua0Irs0GHIJKLme0Hxk0HIJKL2hr0HIsi0Hba0HI2mk0H31czIsk0FGI2li0GI77fkEbzGgtHsvHhnHniHcrHpaGHpm0FIhtH81gp0I0bl0I0mf0Ibo0HgyGec0HIgf0Ipy0GHImq0IsrFGuy0HcwGH0bqG71tlGH2nfFbnGnrGpgGHtoEGsbEGvuEGfjGpwGwfFckEnuDG2wsEFGJki0EHncFtvEFGpfHtkDEFGfmGmh1G158kp0HJ2hkHmoH2kh0HIla0HIJ24bd0FGHIJ6tw0HI74mvGlb0GHjo0HIsy0HIiq0HIJkwHsa0Iye0GHIomH2ps0HIae0HIil0HIKLbhHqaHbtGHmn0HIJnp0HJ15tjItm8Haz0Ige0Ikg0I2uzI';

/** The numbering plans of the world, unpacked: which code calls a country, and how its people write their numbers. */
function unpack(table) {
    const row = /(\d*)(..)(\d*)(?:\.([^A-Z]+))?([A-Z]+)/g;
    let code = 0;
    return Array.from(table.matchAll(row), ([, step, region = '', trunk = '', lead, lengths = '']) => ({
        region: region.toUpperCase(),
        callingCode: String((code += Number(step || 1))),
        trunk,
        lengths: Array.from(lengths, (letter) => parseInt(letter, 36) - 9),
        lead,
    }));
}
/** Every country that can be called, in the order of calling codes; of those that share a code the main one is first. */
const countries = unpack(phoneTable);
/** @param region in upper or lower case */
const findCountry = (region) => countries.find((country) => country.region === region.toUpperCase());
/** The country that a number with calling code, but without plus, leads to: `home` wherever it has that code. */
function findCalledCountry(digits, home) {
    const isCalled = ({ callingCode }) => digits.startsWith(callingCode);
    if (home && isCalled(home))
        return home;
    const sharers = countries.filter(isCalled);
    return sharers.find(({ callingCode, lead }) => lead && RegExp(`^${callingCode}(${lead})`).test(digits)) ?? sharers[0];
}

/** What is dialled in some countries and is no trunk prefix, and what stands for it in E.164. */
const HABITS = {
    // A mobile number has 15 behind its area code, and 9 before it for callers from abroad.
    AR: [/^0?(?=\d{12}$)(11|[23]\d{2,3}?)15/, '9$1'],
    // Between 0 and area code goes the company that carries the call.
    BR: [/^0[1-9]\d(?=\d{10,11}$)/, ''],
    // The trunk prefix was 8 for so long that it is still written.
    LT: [/^8(?=\d{8}$)/, ''],
};
const fits = (national, { lengths }) => lengths.includes(national.length);
/** A national number without what is dialled before it inside the country. Italy has no such thing: its 0 is part of it. */
function dropTrunk(dialled, country) {
    const { region, trunk } = country;
    const habit = HABITS[region];
    const digits = habit ? dialled.replace(...habit) : dialled;
    // An 8 may begin an area code as well (812 is St Petersburg), so it goes by length, below.
    if (trunk && trunk !== '8' && digits.startsWith(trunk))
        return digits.slice(trunk.length);
    if (fits(digits, country))
        return digits;
    // Also a 0 that the country doesn't have, but its caller is used to: +1 (0) 415 …
    const extra = [trunk, `${trunk}0`, '0'].find((prefix) => digits.startsWith(prefix) && fits(digits.slice(prefix.length), country));
    return digits.slice(extra?.length ?? 0);
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
/** Whether a number has its calling code, though it was typed without the plus. */
function lacksPlus(digits, home) {
    const rest = dropTrunk(digits.slice(home.callingCode.length), home);
    if (!digits.startsWith(home.callingCode) || !fits(rest, home))
        return false;
    // Where lengths vary, both readings may fit. Who leaves out a trunk prefix means the calling code. Where there is none
    // to leave out, few digits behind it mean an area code that looks like it: Italy's mobile numbers that begin with 39,
    // though never with 390. No area code looks like a calling code of three digits.
    return !fits(digits, home) || home.trunk !== '' || /^0|.{9}/.test(rest) || home.callingCode.length > 2;
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
 * one as long as it has that code; else the number's own country is taken: of those that share a code the main one, save
 * Canada, Kazakhstan and the Dominican Republic, which are told apart.
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

/** Which countries a number may be from, by the names that a shopper knows them by, and which of them is likely. */
const named = {};
/** Where a number may be from: the shop's list, else the world. */
function regionsOf({ countries: given }) {
    const allowed = regionsIn('countries', given);
    return allowed[0] ? allowed : countries.map(({ region }) => region);
}
/** Country of a number that is typed without calling code: what was chosen, else where a number that is known leads to, else what the shop says, else what the language tells. */
function homeOf(element) {
    const regions = regionsOf(element);
    const likely = [
        element.region,
        parsePhone(element.customer?.phone ?? '', '').country,
        ...regionsIn('country', element.country),
        ...likelyRegions(languageOf(element), navigator.languages),
    ];
    return likely.find((region) => regions.includes(region)) ?? regions[0];
}
/** The countries to choose from. Naming those of the world takes long: until that is done, at idle, it is the one in force by its code. */
function countriesOf(element) {
    const language = textLanguage(languageOf(element));
    const regions = regionsOf(element);
    if (named[language])
        return named[language].filter(({ value }) => regions.includes(value));
    atIdle(() => {
        countryChoices(language);
        // Their list takes long as well: a task of its own.
        atIdle(() => element.requestUpdate());
    });
    const home = homeOf(element);
    return [{ value: home, label: `\u200e+${findCountry(home).callingCode}` }];
}
/** The regions in `given`, the value of the attribute `name`. */
function regionsIn(name, given = '') {
    const isRegion = (entry) => findCountry(entry.toUpperCase());
    return listIn(name, given, ['ISO 3166-1 alpha-2 codes'], isRegion).map((entry) => entry.toUpperCase());
}
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

/** The address that an answer goes to: a number, read with doubt, and either kind shown again without giving it away. */
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
/** What was typed for a number, and what is to be said about it: it may be from a country that the shop doesn't call. */
function lookAt(element, address) {
    const { phoneAdapter } = rawSettings(element.source);
    const { valid, country, e164 } = readNumber(address, homeOf(element), phoneAdapter);
    const fits = valid && (!element.countries || regionsOf(element).includes(country));
    return { address, problem: fits ? undefined : 'doubt', country, e164 };
}
/** Enough to know one's own address by, not enough to use it. */
function maskAddress({ phone, phoneRaw = '', email, }) {
    if (email)
        return email.replace(/^(.).*(?=@)/u, '$1•••');
    return phone ? maskPhone(phone) : `••• ${phoneRaw.slice(Math.max(3, phoneRaw.length - 4))}`;
}

/** The confirmation, and what can be done with it. */
const confirmationStyles = css `
  slot h2,
  svg + h2 {
    margin-top: calc(var(--_space) * 2);
  }
  h2 + .after {
    margin-top: calc(var(--_space) * 5);
  }
  .sent svg {
    color: var(--curtsy-positive, light-dark(#157a3c, #4ade80));
  }
  .refused svg {
    color: var(--_danger);
  }
  .reference {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 5);
    align-items: center;
  }
  [part='reference'] {
    font:
      600 1.125em/1.5 ui-monospace,
      monospace;
    user-select: all;
  }
`;

/** A request that is changed: the form again, with all that was said but the address, which stays masked unless another is typed. */
/** The address that is kept as it was. Isolated: a number runs from left to right in a sentence that does not. */
const keptMasked = (element) => `\u2066${maskAddress(element.request)}\u2069`;
/** Shows the form again; what it sends is the next revision, or a request of its own where nothing of the last one is left. */
async function change(element) {
    element.view = 'change';
    element.stage = 'asking';
    element.busy = false;
    element.note = '';
    await element.updateComplete;
    const target = element.renderRoot.querySelector('[name=when]:checked');
    if (target)
        target.focus();
    else
        element.focus();
}
/** The button that leaves a request as it was. */
function wayBack(element) {
    const back = async () => {
        element.view = undefined;
        element.stage = 'thanked';
        await element.updateComplete;
        element.focus();
    };
    return element.isRevised
        ? html `<button class="quiet" type="button" @click=${back}>${element.text('keep')}</button>`
        : nothing;
}

/** A request that is cancelled: gone where nobody had tried to send it, else by a word to the shop. */
const CROSS = 'M17 17l14 14M31 17l-14 14';
/** What there is to say and ask about cancelling; nothing where it was not asked for. */
function cancelView(element, { channel, reference }, receipt) {
    const { view } = element;
    const text = (key) => element.text(key);
    const heading = (words) => html `<h2 part="thanks" tabindex="-1" aria-live="polite">${words}</h2>`;
    const quiet = (key, press) => html `<button class="quiet" type="button" @click=${press}>${text(key)}</button>`;
    if (view === 'cancel') {
        return html `<div>
      ${heading(text('cancelQuestion'))}
      <div class="after" part="actions">
        <button class="submit" type="button" aria-disabled=${element.busy} @click=${() => cancel(element, reference)}>
          ${text('cancelIt')}
        </button>
        ${quiet('keep', () => show(element, undefined))}
      </div>
    </div>`;
    }
    const isUnsent = view === 'cancelled';
    if (!isUnsent && element.said?.kind !== 'callback-cancelled')
        return;
    const isDone = isUnsent || receipt === 'sent';
    const outcome = isDone ? 'cancelled' : `${receipt}Cancel`;
    return html `<div>
    ${sign(isDone ? CROSS : receipt === 'saved' ? 'M24 13v11l7 5' : undefined)} ${heading(text(outcome))}
    ${isDone
        ? html `<p>${text(isUnsent ? 'cancelledUnsent' : `cancelled${channel === 'phone' ? 'Call' : 'Message'}`)}</p>
            <div class="after" part="actions">${quiet('askAgain', () => again(element))}</div>`
        : nothing}
  </div>`;
}
/** Shows `view` of the confirmation, and says it. */
async function show(element, view) {
    element.view = view;
    await element.updateComplete;
    element.focus();
}
/** What was not tried yet is deleted and never sent; about what may have arrived, the shop is told. */
async function cancel(element, reference) {
    const asked = element.said;
    if (element.busy || !asked)
        return;
    element.busy = true;
    const { retract } = await import('./submit.js').then(function (n) { return n.a; });
    // Storage that fails has it still.
    const isGone = await retract(asked.key, true).catch(() => false);
    element.busy = false;
    element.note = '';
    if (isGone)
        return show(element, 'cancelled');
    const said = {
        ...asked,
        key: newKey(),
        kind: 'callback-cancelled',
        createdAt: new Date().toISOString(),
        answer: { reference },
        inReplyTo: idOf(asked.key),
        page: pageFacts(),
    };
    element.said = said;
    element.view = undefined;
    await tell(element, said);
}
/** The undo: the form with what was said, for a request of its own. */
async function again(element) {
    element.said = undefined;
    delete element.dataset['receipt'];
    await change(element);
}

/** What a shopper keeps of a request: whether it is agreed, for when, where it leads to, and the reference to name. */
const MARKS = { sent: 'M16 24.5l5.5 5.5L32.5 18.5', saved: 'M24 13v11l7 5', refused: undefined };
/** Only the endpoint's acknowledgement makes a request look agreed. */
function confirmation(element, request) {
    const receipt = (element.dataset['receipt'] ?? 'saved');
    return html `${cancelView(element, request, receipt) ?? agreed(element, request, receipt)}
    <slot name="thanks-extra"></slot>`;
}
function agreed(element, request, receipt) {
    const { times } = element;
    const agreement = request.channel === 'phone' ? times?.agreement(request) : undefined;
    const isSent = receipt === 'sent';
    const outcome = {
        sent: agreement?.heading ?? element.text(`agreed${request.channel === 'phone' ? 'Call' : 'Message'}`),
        saved: element.text(agreement ? 'savedTime' : 'savedRequest'),
        refused: element.text('refusedRequest'),
    };
    const late = isSent && agreement?.late;
    const [before, after] = element.text(`reached_${request.email ? 'email' : 'phone'}`).split('{address}');
    const mark = late ? 'saved' : receipt;
    return html `<div class=${mark}>
    ${sign(MARKS[mark])}
    <slot name="thanks">
      <h2 part="thanks" tabindex="-1" aria-live="polite">${outcome[receipt]}</h2>
    </slot>
    ${receipt === 'refused'
        ? nothing
        : html `${late ? html `<p>${element.text('lateNow')}</p>` : nothing}
            <p>${before}<bdi dir="ltr">${maskAddress(request)}</bdi>${after}</p>
            <p class="reference">
              <span part="reference" aria-hidden="true">${request.reference}</span
              ><span class="unseen">${spellReference(request.reference)}</span> ${copying(element, request.reference)}
            </p>
            ${isSent && agreement?.zones ? html `<p class="hint">${agreement.zones}</p>` : nothing}
            ${element.said ? actions(element, request, isSent && !late) : nothing}`}
  </div>`;
}
function actions(element, request, isAgreed) {
    const event = isAgreed ? element.times?.event(request) : undefined;
    const isLate = element.dataset['receipt'] === 'sent' && !isAgreed;
    return html `<div class="after" part="actions">
    <button class=${isLate ? 'submit' : 'quiet'} type="button" @click=${() => change(element)}>
      ${element.text(isLate ? 'otherTime' : 'change')}
    </button>
    <button class="quiet" type="button" @click=${() => show(element, 'cancel')}>${element.text('cancel')}</button>
    ${event &&
        html `<button class="quiet" type="button" @click=${() => download(event, request.reference)}>
        ${element.text('calendar')}
      </button>`}
  </div>`;
}
/** A page without https may not write to the clipboard. */
function copying(element, reference) {
    if (!('clipboard' in navigator))
        return nothing;
    const copy = async () => {
        await navigator.clipboard.writeText(reference);
        element.note = 'copied';
    };
    return html `<button class="quiet" type="button" @click=${() => void copy().catch(() => { })}>
    ${element.text('copy')}
  </button>`;
}
/** Hands over a file that was made here: nothing is asked of a server. */
function download(event, reference) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([event], { type: 'text/calendar' }));
    link.download = `${reference}.ics`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 6e4);
}

/**
 * What a form that can be filled does not need yet: the world's numbers and countries, the confirmation, and what can be done
 * with it. A chunk of its own, fetched as soon as the form is there.
 */
addStrings('en', englishConfirmation);
/** Takes over a form that is there, and reads the number of what was sent before. */
function join(element) {
    element.shadowRoot.adoptedStyleSheets.push(confirmationStyles.styleSheet);
    const { said, request } = element;
    const number = request?.phoneRaw;
    const { e164 } = said && number ? lookAt(element, number) : {};
    if (e164)
        Object.assign(said.answer, Object.assign(request, { phone: e164 }));
}

export { confirmation, countriesOf, homeOf, join, keptMasked, lookAt, wayBack };
