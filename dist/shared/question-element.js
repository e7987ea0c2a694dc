import { html, nothing } from 'lit';
import { b as addStrings, C as CurtsyElement, q as questionStyles, c as atIdle, l as languageOf, d as later } from './question-element.styles.js';

/** English, what can be seen before a first press. The rest comes with the chunk that needs it. */
const english = {
    ratingQuestion: 'How satisfied are you with your visit today?',
    rating0: 'Very dissatisfied',
    rating1: 'Dissatisfied',
    rating2: 'Neither',
    rating3: 'Satisfied',
    rating4: 'Very satisfied',
    npsQuestion: 'How likely are you to recommend us to a friend?',
    nps0: 'Not at all likely',
    nps10: 'Extremely likely',
    required: 'Please choose one.',
    send: 'Send',
    thanks: 'Thank you.',
    saved: 'Saved on this device. We’ll send it when you’re back online.',
};

/** The page as it stands at a press, read at once and cheaply; `context.ts` decides what of it may be sent. */
function pageFacts() {
    return {
        url: location.href,
        referrer: document.referrer,
        title: document.title,
        viewport: [innerWidth, innerHeight],
    };
}

const HELD = 'curtsy.held.';
const MARKER = 'curtsy.waiting';
/** What this page held and has not stored yet. */
const mine = new Map();
/** Whether anything may wait in this browser, for the loader's one cheap look; not `anew` if that was known. */
function markWaiting(waiting, anew = true) {
    try {
        // A new value each time, so that other tabs hear of it.
        if (!waiting)
            localStorage.removeItem(MARKER);
        else if (anew || !localStorage.getItem(MARKER))
            localStorage.setItem(MARKER, `${Date.now()}`);
    }
    catch {
        // Storage is switched off: then nothing outlives the page, and there is nothing to mark.
    }
}
/** Keeps `submission` in this browser, for the next page if this one is `left`; says whether it could. */
function hold(submission, left, revision = 0) {
    if (!mine.size)
        document.addEventListener('visibilitychange', leave);
    const kept = keep(submission, revision, left);
    mine.set(submission.key, { submission, revision, kept });
    markWaiting(true);
    return kept;
}
function keep(submission, revision, left) {
    try {
        localStorage.setItem(HELD + submission.key, JSON.stringify({ submission, at: Date.now(), left, revision }));
        return true;
    }
    catch {
        return false;
    }
}
/** A page that goes is hidden first. */
function leave() {
    if (document.hidden)
        mine.forEach(({ submission, revision }) => keep(submission, revision, true));
}

/** Response ids: UUID version 7 (RFC 9562, 5.7), made of the key that an element gave, so that every page makes the same. */
/** A key: the time in milliseconds and some chance, both in hexadecimal. Short, since elements need it before all else. */
function newKey() {
    return ['0', Date.now(), Math.random(), Math.random()].map((part) => part.toString(16).replace('0.', '')).join('');
}
/** The UUID of a key; ids of later keys sort later, to the millisecond. */
function idOf(given) {
    const key = given.padEnd(31, '0');
    const variant = ((parseInt(key[15], 16) & 3) | 8).toString(16);
    return `${key.slice(0, 8)}-${key.slice(8, 12)}-7${key.slice(12, 15)}-${variant}${key.slice(16, 19)}-${key.slice(19, 31)}`;
}

/**
 * What the three questions share: settings of one's own, language, stages, and the card. How an answer gets into the outbox and
 * what is said after a press comes as a later chunk (`conversation.ts`); a press before that is held.
 */
addStrings('en', english);
let conversation;
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
 * @csspart waiting - How many answers wait on the device, with `kiosk`.
 * @cssstate asking - Nothing is chosen.
 * @cssstate chosen - Something is chosen and kept as a draft.
 * @cssstate thanked - The answer is stored.
 */
class QuestionElement extends CurtsyElement {
    static { this.styles = questionStyles; }
    static { this.shadowRootOptions = { ...CurtsyElement.shadowRootOptions, delegatesFocus: true }; }
    static { this.properties = {
        touchpoint: {},
        question: {},
        endpoint: {},
        comment: {},
        kiosk: {},
        disabled: { type: Boolean },
        metadata: { attribute: false },
        stage: { state: true, attribute: false },
        note: { state: true, attribute: false },
        busy: { state: true, attribute: false },
    }; }
    #late;
    constructor() {
        super();
        this.internals = this.attachInternals();
        /** Whether a form of the shop submits for it. @internal */
        this.hosted = false;
        /** Values of the chips that are on, in the order of their choosing. @internal */
        this.picked = new Set();
        this.#late = false;
        this.stage = 'asking';
        this.note = '';
        this.disabled = this.busy = false;
    }
    firstUpdated() {
        // The outbox is asked for beside the conversation, which needs it, and not after it.
        const rest = () => Promise.all([import('./conversation.js').then(function (n) { return n.c; }), import('./submit.js').then(function (n) { return n.a; })]);
        atIdle(async () => {
            const [chunk, outbox] = await later(rest);
            conversation = chunk;
            chunk.begin(this, outbox);
        });
    }
    updated(_changed) {
        this.dataset.stage = this.stage;
        this.internals.states.clear();
        this.internals.states.add(this.stage);
    }
    /** Forgets the answer on the page and asks anew; what was stored stays stored. */
    reset() {
        this.said = undefined;
        this.picked.clear();
        this.stage = 'asking';
        this.note = '';
        this.busy = this.#late = false;
        delete this.dataset.receipt;
    }
    /** Something was chosen: kept as a draft at once. @internal */
    chosen() {
        this.stage = 'chosen';
        this.note = '';
        this.tell(false);
    }
    /** Sends the answer, if there is one. @internal */
    send() {
        if (this.stage === 'chosen')
            this.tell(true);
    }
    /** Says what stands there now, as a draft, or `complete` as the answer. @internal */
    tell(complete) {
        if (this.busy || this.stage === 'thanked')
            return;
        const { source, touchpoint, endpoint, metadata, kind, inReplyTo } = this;
        const comment = complete && this.renderRoot.querySelector('#comment')?.value.trim();
        const said = (this.said = {
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
        if (conversation)
            void conversation.tell(this, said);
        else if (hold(said) && complete) {
            this.stage = 'thanked';
            this.note = this.dataset.receipt = 'saved';
        }
    }
    render() {
        return html `<form
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
    form() {
        const chosen = this.stage === 'chosen';
        this.#late ||= chosen && !conversation;
        const follow = [
            conversation?.details(this),
            html `<div class="actions" part="actions">
        ${this.hosted ? nothing : html `<button class="submit" part="submit" aria-disabled=${this.busy}>${this.text('send')}</button>`}
        ${conversation?.clearing(this)}
      </div>`,
        ];
        // What came too late for a press opens below Send: nothing already seen moves.
        return html `<fieldset ?disabled=${this.disabled}>
        <legend part="question"><slot name="question">${this.question ?? this.usualQuestion()}</slot></legend>
        ${this.options()}
      </fieldset>
      ${chosen ? (this.#late ? follow.reverse() : follow) : nothing}`;
    }
    /** What stands there instead once it is stored. @internal */
    thanks() {
        return html `<h2 part="thanks" tabindex="-1">
        <slot name="thanks">${conversation?.thanks(this) ?? this.text('thanks')}</slot>
      </h2>
      <slot name="thanks-extra"></slot>
      ${this.offer?.()}`;
    }
    #submit(event) {
        event.preventDefault();
        this.send();
    }
}

export { HELD as H, MARKER as M, QuestionElement as Q, mine as a, hold as h, idOf as i, markWaiting as m, newKey as n, pageFacts as p };
