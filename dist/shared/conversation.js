import { html, nothing } from 'lit';
import { e as englishForm, a as conversationStyles, c as choicesOf } from './choice.js';
import { f as followLanguage } from './follow-language.js';
import { w as warnOnce, d as later, b as addStrings } from './question-element.styles.js';
import { a as mine } from './question-element.js';

/** English, what follows a press on a face or an expectation. */
const englishConversation = {
    reasons: 'What was it about?',
    people: 'The people',
    product: 'The product',
    expectation: 'What I was told to expect',
    feeling: 'How it made me feel',
    site: 'The site',
    brand: 'The brand',
    missed: 'Which promise did we miss?',
    comment: 'Tell us more',
    clear: 'Clear',
    kept: 'Your choice is kept',
    cleared: 'Your choice is cleared',
    sent: 'Sent.',
    refused: 'Not delivered. It is kept on this device.',
    unsaved: 'Not saved. Please try again.',
    memory: 'Kept until you leave this page.',
    thanksLow: 'Thank you. We’re sorry that we let you down.',
    thanksMiddle: 'Thank you for telling us.',
    thanksHigh: 'Thank you. We’re glad that you’re happy.',
    noted: 'We’ve noted: {reason}.',
    thanksLow_people: 'Thank you. We’re sorry that our people let you down.',
    thanksLow_product: 'Thank you. We’re sorry that the product let you down.',
    thanksLow_expectation: 'Thank you. We’re sorry that it wasn’t what we told you.',
    thanksLow_feeling: 'Thank you. We’re sorry for how it made you feel.',
    thanksLow_site: 'Thank you. We’re sorry that the site let you down.',
    thanksShort: 'Thank you. We’re sorry that we fell short.',
    thanksMet: 'Thank you. It’s good to know that we kept to it.',
    thanksExceeded: 'Thank you. We’re glad that it was better than you expected.',
};

/** Texts that only some scores bring: they may not lead anywhere, since that would be review gating. */
/**
 * An address with a scheme, `www.` or a path. A name such as Bloom.example alone may be the shop's own.
 *
 * Asking for public reviews by score is deceptive: Google's policy on rating manipulation; FTC, 16 CFR 465.
 */
const LINK = /:\/\/|www\.|\w\.[a-z]{2,}\//i;
/** The text of `key`; our own one where the shop's has a link. */
function scoreText(element, key, values) {
    const text = element.text(key, values);
    if (!LINK.test(text))
        return text;
    warnOnce('gated-link', key, text);
    return element.text(key, values, true);
}

/**
 * What follows a press: the way of an answer into the outbox, reasons and comment, thanks in words that fit, and the truth about
 * what became of it. A chunk of its own, fetched when a face can be pressed.
 */
addStrings('en', { ...englishForm, ...englishConversation });
const COMMENT_LENGTH = 1000;
/** How long sending may take before it is said that the answer is only saved, in milliseconds. */
const A_MOMENT = 1500;
let outbox;
/** Takes over an element that can be pressed, and what was said to it before. */
function begin(element, chunk) {
    outbox = chunk;
    outbox.prepare(true);
    const sheets = element.shadowRoot.adoptedStyleSheets;
    if (!sheets.includes(conversationStyles.styleSheet))
        sheets.push(conversationStyles.styleSheet);
    followLanguage(element, () => element.speak());
    // Also for a language that changed before this could follow it.
    element.speak();
    prepareMore(element);
    if (mine.has(element.said?.key ?? ''))
        void tell(element, element.said);
}
/** Fetches what only some shops want of an element: at once, since a shopper may be offline by then. */
function prepareMore(element) {
    if (element.recover != null)
        void later(() => import('./recovery.js')).then((chunk) => chunk.offerHelp(element));
    if (element.kiosk != null)
        void later(() => import('./kiosk.js')).then((chunk) => chunk.keepKiosk(element));
}
/** Stores what was said, and tells the element and the page what became of it. */
async function tell(element, said) {
    const { complete, key } = said;
    prepareMore(element);
    element.busy = complete;
    if (complete && !element.emit('submit', { response: outbox.preview(said) }, true)) {
        element.busy = false;
        element.stage = 'chosen';
        element.said = undefined;
        await outbox.retract(key);
        return;
    }
    try {
        const receipt = await outbox.submit(said, (stored, settled) => told(element, said, stored, settled));
        element.emit('saved', receipt);
        // What was said since then has its own say.
        if (element.said !== said)
            return;
        if (complete)
            await thank(element, receipt);
        else
            element.note = 'kept';
    }
    catch (error) {
        const { code } = error;
        const { id, revision } = outbox.preview(said);
        element.emit('rejected', { id, revision, status: 0, reason: code });
        element.busy = false;
        element.note = 'unsaved';
    }
}
async function thank(element, { durable }) {
    element.stage = 'thanked';
    element.dataset.receipt = 'saved';
    element.note = element.note === 'saved' ? 'saved' : '';
    setTimeout(() => {
        if (element.dataset.receipt === 'saved')
            element.note = durable === 'memory' ? 'memory' : 'saved';
    }, A_MOMENT);
    await element.updateComplete;
    if (!element.hosted)
        element.renderRoot.querySelector('[part~=thanks]')?.focus();
}
/** The endpoint has taken or refused what was said, perhaps long after. */
function told(element, said, { id, revision }, { acknowledged: sent, status, reason }) {
    element.emit(sent ? 'delivered' : 'rejected', { id, revision, status, ...(!sent && { reason }) });
    if (element.said !== said || !said.complete)
        return;
    element.dataset.receipt = sent ? 'sent' : 'refused';
    // Good news is only told to somebody who was told that it was on its way.
    if (!sent || element.note)
        element.note = sent ? 'sent' : 'refused';
}
/** The button that takes a choice back. */
function clearing(element) {
    const clear = async () => {
        const { said } = element;
        element.reset();
        element.note = 'cleared';
        element.emit('change', { score: undefined });
        if (said)
            outbox.retract(said.key).catch(() => { });
        await element.updateComplete;
        element.focus();
    };
    return html `<button class="quiet" type="button" @click=${clear}>${element.text('clear')}</button>`;
}
/** Chips and comment. */
function details(element) {
    const { picked } = element;
    const choices = choicesOf(element);
    const optional = html `<span class="optional">${element.text('optional')}</span>`;
    const toggle = ({ target }) => {
        const { checked, value } = target;
        picked[checked ? 'add' : 'delete'](value);
        element.chosen();
    };
    return html `${choices[0] &&
        html `<fieldset class="chips" part="reasons">
      <legend>${element.text(element.kind === 'rating' ? 'reasons' : 'missed')} ${optional}</legend>
      ${choices.map(({ value, label }) => html `<label part="reason"
            ><input type="checkbox" .value=${value} .checked=${picked.has(value)} @change=${toggle} />${label}</label
          >`)}
    </fieldset>`}
  ${element.oneOf('comment', element.comment, ['optional', 'none']) === 'optional'
        ? html `<div class="comment">
          <label class="name" for="comment">${element.text('comment')} ${optional}</label>
          <textarea id="comment" part="comment" rows="3" maxlength=${COMMENT_LENGTH} aria-describedby="hint"></textarea>
          <span class="hint" id="hint">${element.text('commentHint')}</span>
        </div>`
        : nothing}`;
}
/** Thanks that fit the answer and what it was first about. */
function thanks(element) {
    const mood = `thanks${moodOf(element.said.answer)}`;
    const [first] = element.picked;
    const reason = choicesOf(element).find(({ value }) => value === first)?.label;
    return ((element.chips() === 'experience' && scoreText(element, `${mood}_${first}`)) ||
        scoreText(element, mood) + (reason ? ` ${element.text('noted', { reason })}` : ''));
}
function moodOf(answer) {
    const { score, scale } = answer;
    if ('verdict' in answer)
        return score < 0 ? 'Short' : score ? 'Exceeded' : 'Met';
    // NPS counts 0 to 6 as detractors, 9 and 10 as promoters; elsewhere the middle is the middle.
    const [low, high] = scale === 11 ? [6, 9] : [scale / 2, scale / 2 + 1];
    return score <= low ? 'Low' : score >= high ? 'High' : 'Middle';
}

var conversation = /*#__PURE__*/Object.freeze({
    __proto__: null,
    begin: begin,
    clearing: clearing,
    details: details,
    tell: tell,
    thanks: thanks
});

export { conversation as c, scoreText as s, tell as t };
