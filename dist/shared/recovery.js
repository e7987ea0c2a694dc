import { css, nothing, html } from 'lit';
import { t as textLanguage, l as languageOf, d as later, r as rawSettings, w as warnOnce, b as addStrings } from './question-element.styles.js';
import { i as idOf } from './question-element.js';
import { c as choicesOf } from './choice.js';
import { s as scoreText } from './conversation.js';

/** English, the offer of help after an answer, and what staff are told of that answer. */
const englishRecovery = {
    recoverQuestion: 'Would you like us to put it right?',
    recoverCall: 'Ask for a call',
    recoverMessage: 'Ask for a message',
    recoverEither: 'Ask for a call or a message',
    recoverDecline: 'No, thanks',
    recoverQuiet: 'Would you like us to get in touch?',
    handoffWords: 'The answer was “{words}”, {score} on a scale from {low} to {high}',
    handoffScore: 'The answer was {score} on a scale from {low} to {high}',
    handoffQuestion: '; the question: {question}',
    handoffAbout: '; about: {about}',
    handoffPromise: '; promised: {promise}',
    handoffMissed: '; missed: {missed}',
    handoffComment: '. The comment: “{comment}”',
    handoffNoComment: '. There is no comment.',
};

/**
 * What staff should know before they call or write, so that the shopper is not asked again: two sentences, of the answer and of
 * the comment. In the element's language, since its answers, reasons and promises are in that one.
 */
/** How much of a comment is told, in characters; the whole stands in the response that the request follows. */
const COMMENT_LENGTH = 280;
/** How many of the reasons or promises are named, first things first. */
const NAMED = 3;
function handoffOf(element, answer) {
    const { score, scale, comment } = answer;
    const { question, subject } = element;
    const low = 'verdict' in answer ? (1 - scale) / 2 : scale === 11 ? 0 : 1;
    const words = wordsOf(element, answer, subject);
    const about = 'reasons' in answer ? labels(element, answer.reasons) : subject;
    const { promise, missed } = answer;
    const part = (key, value) => value ? element.text(`handoff${key}`, { [key.toLowerCase()]: value }) : '';
    return (element.text(`handoff${words ? 'Words' : 'Score'}`, { words, score, low, high: low + scale - 1 }) +
        part('Question', question) +
        part('About', about) +
        part('Promise', promise) +
        part('Missed', labels(element, missed)) +
        (part('Comment', cut(comment)) || element.text('handoffNoComment')));
}
/** The words of the chosen answer. After Send it is no longer there to be read off. NPS has words at its ends only. */
function wordsOf(element, answer, subject) {
    const { score, scale } = answer;
    if (!('verdict' in answer)) {
        const face = { 5: score - 1, 3: score, 2: score * 2 - 1 }[scale];
        return element.text(face === undefined ? `nps${score}` : `rating${face}`);
    }
    if (subject)
        return element.text(`compared${score}`);
    return element.text(score === -1 && scale === 3 ? 'fellShort' : `expectation${score}`);
}
function labels(element, values = []) {
    const choices = choicesOf(element);
    const named = values.slice(0, NAMED).map((given) => choices.find(({ value }) => value === given)?.label ?? given);
    return new Intl.ListFormat(textLanguage(languageOf(element))).format(named);
}
/** On one line, and whole words of it. */
function cut(comment = '') {
    const line = comment.replace(/\s+/g, ' ');
    const [start = ''] = new RegExp(`^(?:.{1,${COMMENT_LENGTH}}(?= |$)|.{${COMMENT_LENGTH}})`, 'u').exec(line) ?? [];
    return start === line ? line : `${start} …`;
}

/** Attributes of every element that a made form may be given besides its own. */
const GLOBAL = ['lang', 'dir'];
/** Sees to it that there is a form, whose code a page may not have asked for; it then fetches what else it needs. */
async function prepareForm(element) {
    await later(() => import('../callback.js'));
    return formIn(element) ?? makeForm(element);
}
/** The channels of the form as the shop gave them; undefined where there is no form to offer. */
function channelsOf(element) {
    const form = formIn(element);
    const setting = settingOf(element);
    const given = form ? (form.channels ?? form.getAttribute('channels')) : setting?.channels;
    return form || setting ? String(given || 'phone') : undefined;
}
/** The form with what `element` was told, and linked to it, so that the shopper is not asked again. */
function fillForm(form, element) {
    const { key, answer } = element.said;
    const { reasons, missed } = answer;
    const [first] = reasons ?? missed ?? [];
    form.inReplyTo = idOf(key);
    form.handoff = handoffOf(element, answer);
    form.topic = choicesOf(form).find(({ value }) => value === first)?.value;
}
/** Nobody else may find in the form what was typed or said here. */
function emptyForm(element) {
    const form = formIn(element);
    if (!form?.inReplyTo)
        return;
    form.reset();
    form.inReplyTo = form.handoff = undefined;
}
/** The form that stands in the element: the shop's own, or one that was made before. */
function formIn(element) {
    return element.querySelector(':scope > curtsy-callback[slot=recover]');
}
function settingOf(element) {
    const { callback } = rawSettings(element.source);
    // What is no object is warned of where the settings are judged.
    const isObject = callback instanceof Object && !Array.isArray(callback);
    return isObject ? callback : undefined;
}
/** A form from the setting `callback`, for the same shop and endpoint as the element. */
function makeForm(element) {
    const { source, endpoint, touchpoint, metadata } = element;
    const form = document.createElement('curtsy-callback');
    const names = [
        ...form.constructor.observedAttributes,
        ...GLOBAL,
    ];
    Object.assign(form, { slot: 'recover', source, endpoint, touchpoint, metadata });
    for (const [given, value] of Object.entries(settingOf(element) ?? {})) {
        const name = given.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
        if (!names.includes(name))
            warnOnce('unknown-setting', `callback.${given}`, names);
        else if (name === 'topics')
            form.topics = value;
        else if (value === true)
            form.setAttribute(name, '');
        else if (value !== false && value != null)
            form.setAttribute(name, String(value));
    }
    element.append(form);
    return form;
}

/** The offer below the thanks, and the form in its place: on the same card, not on a card of its own. */
const recoveryStyles = css `
  .recover {
    --_edge: calc(var(--_space) * -6 - 1px);
    margin-top: calc(var(--_space) * 2);
  }
  .recover.open {
    padding-top: 1px;
    margin-top: calc(var(--_space) * 5);
    border-top: 1px solid var(--_line);
  }
  ::slotted([slot='recover']) {
    --curtsy-surface: transparent !important;
    --curtsy-shadow: none !important;
    width: auto !important;
    max-width: none !important;
    margin: -1px var(--_edge) var(--_edge) !important;
  }
  .open > .actions {
    margin-top: calc(var(--_space) * 2);
  }
  .open ~ .receipt {
    display: none;
  }
  .recover > .quiet,
  .open .quiet {
    margin: 0 -2px calc(var(--_space) * -2);
    text-align: start;
  }
  @container (max-width: 24em) {
    .recover {
      --_edge: calc(var(--_space) * -4 - 1px);
    }
    .recover[role] .actions {
      row-gap: calc(var(--_space) * 2);
    }
    .recover[role] button {
      flex: 1 0 auto;
      max-width: 100%;
    }
  }
`;

/**
 * Help after an answer, in the same place: asked for plainly where the answer was low, quietly at every other, and once. A chunk
 * of its own, fetched where `recover` is set.
 */
addStrings('en', englishRecovery);
/** Makes `element` offer help after its answers. */
function offerHelp(element) {
    if (element.offer)
        return;
    const recovery = new Recovery(element);
    element.offer = () => recovery.offer();
    element.addController(recovery);
    element.requestUpdate();
}
/** The second click of a double one was meant for Send, which stood there a moment ago. */
function once(action) {
    return ({ detail }) => void (detail < 2 && action());
}
class Recovery {
    #element;
    #step = 'offered';
    constructor(element) {
        this.#element = element;
        element.shadowRoot.adoptedStyleSheets.push(recoveryStyles.styleSheet);
        // A shopper who wants help may be offline by then.
        if (channelsOf(element))
            void prepareForm(element);
    }
    hostUpdated() {
        const element = this.#element;
        // Thanks take the focus: who hears them hears the offer with them.
        const question = element.renderRoot.querySelector('#recover');
        const heading = this.#heading();
        if (question)
            heading?.setAttribute('aria-describedby', question.id);
        else
            heading?.removeAttribute('aria-describedby');
        if (element.stage === 'thanked' || this.#step === 'offered')
            return;
        this.#step = 'offered';
        emptyForm(this.#element);
    }
    /** What stands below the thanks. */
    offer() {
        const step = this.#step;
        if (step === 'declined' || this.#element.recover == null)
            return nothing;
        if (step === 'open' || step === 'used') {
            return html `<div class="recover open" part="recover">
        <slot name="recover" @curtsy-saved=${() => this.#go('used')}></slot>
        ${step === 'open' ? html `<div class="actions" part="actions">${this.#declining()}</div>` : nothing}
      </div>`;
        }
        return this.#asked();
    }
    #asked() {
        const element = this.#element;
        const channels = channelsOf(element);
        if (!channels) {
            warnOnce('no-callback', element.localName);
            return nothing;
        }
        const open = (key, name) => html `<button
        class=${name}
        part=${name === 'submit' ? name : nothing}
        type="button"
        aria-disabled=${this.#step === 'opening'}
        @click=${once(() => this.#open())}
      >
        ${scoreText(element, key)}
      </button>`;
        if (!this.#isLow())
            return html `<div class="recover" part="recover">${open('recoverQuiet', 'quiet')}</div>`;
        const calls = channels.includes('phone');
        const writes = /sms|whatsapp|email/.test(channels);
        const asking = calls && writes ? 'Either' : writes ? 'Message' : 'Call';
        return html `<div class="recover" part="recover" role="group" aria-labelledby="recover">
      <p id="recover">${scoreText(element, 'recoverQuestion')}</p>
      <div class="actions" part="actions">${open(`recover${asking}`, 'submit')} ${this.#declining()}</div>
    </div>`;
    }
    #declining() {
        const decline = async () => {
            emptyForm(this.#element);
            await this.#go('declined');
            this.#heading()?.focus();
        };
        return html `<button class="quiet" type="button" @click=${once(decline)}>
      ${this.#element.text('recoverDecline')}
    </button>`;
    }
    #isLow() {
        const { recover, localName, said } = this.#element;
        const limit = recover === '' ? NaN : Number(recover);
        if (Number.isNaN(limit)) {
            warnOnce('bad-attribute', `${localName} recover`, recover, ['a number'], 'the quiet offer at every score');
        }
        return said.answer.score <= limit;
    }
    async #open() {
        if (this.#step === 'opening')
            return;
        const { said } = this.#element;
        void this.#go('opening');
        const form = await prepareForm(this.#element);
        // Declined meanwhile, or another answer's turn.
        if (this.#step === 'declined' || this.#element.said !== said)
            return;
        fillForm(form, this.#element);
        await this.#go('open');
        await form.updateComplete;
        form.focus();
    }
    async #go(step) {
        this.#step = step;
        this.#element.requestUpdate();
        await this.#element.updateComplete;
    }
    #heading() {
        return this.#element.renderRoot.querySelector('[part~=thanks]');
    }
}

export { offerHelp };
