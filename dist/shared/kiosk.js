import { d as later, w as warnOnce, b as addStrings } from './question-element.styles.js';
import { css } from 'lit';

/** English, an element on a tablet in a shop: a press that came too soon, and what its maintainer sees, by the language's plurals. */
const englishKiosk = {
    moment: 'One moment, please.',
    waiting_one: '{count} answer waits to be sent',
    waiting_other: '{count} answers wait to be sent',
};

/** The line at the card's foot for whoever looks after the tablet. */
const kioskStyles = css `
  .waiting {
    margin-top: calc(var(--_space) * 4);
    font-size: 0.8125em;
    font-variant-numeric: tabular-nums;
    color: var(--_muted);
  }
`;

addStrings('en', englishKiosk);
/** How long after an answer a press begins no other, in milliseconds: it was meant for the last one, or is a child's. */
const GUARDED = 5e3;
/** A day, in seconds. */
const LONGEST = 86400;
/** That somebody is there. The first of them also give something that is to be forgotten. */
const SIGNS = ['input', 'click', 'pointerdown', 'pointermove', 'keydown', 'focusin'];
const GIVING = SIGNS.slice(0, 2);
/** What begins or sends an answer. */
const PRESSED = '.options, .submit';
const kept = new WeakSet();
/** Their fields have no memory. */
const silent = new WeakSet();
/** Makes `element` one for many people, one after the other. */
function keepKiosk(element) {
    if (kept.has(element))
        return;
    kept.add(element);
    element.addController(new Kiosk(element));
    element.requestUpdate();
}
class Kiosk {
    #element;
    #line = document.createElement('p');
    #delivery;
    #waiting = 0;
    #stage = 'asking';
    #sentAt = -GUARDED;
    /** When the last person is forgotten; nothing while there is nothing to forget. */
    #until;
    #alarm;
    #end;
    constructor(element) {
        this.#element = element;
        this.#line.className = 'waiting';
        this.#line.setAttribute('part', 'waiting');
        element.shadowRoot.adoptedStyleSheets.push(kioskStyles.styleSheet);
    }
    hostConnected() {
        this.#element.requestUpdate();
    }
    hostDisconnected() {
        this.#end?.();
        this.#end = undefined;
    }
    hostUpdated() {
        const element = this.#element;
        if (!element.isConnected || !secondsOf(element))
            return this.hostDisconnected();
        this.#end ??= this.#begin();
        const { stage } = element;
        if (stage !== this.#stage) {
            this.#stage = stage;
            if (stage === 'thanked')
                this.#sentAt = performance.now();
            if (stage !== 'asking')
                this.#stir();
        }
        [element, ...element.querySelectorAll('[slot=recover]')].forEach(offerNothing);
        this.#say();
    }
    #begin() {
        const element = this.#element;
        const root = element.shadowRoot;
        const ending = new AbortController();
        const options = { capture: true, signal: ending.signal };
        SIGNS.forEach((sign) => root.addEventListener(sign, ({ type }) => this.#stir(type), options));
        root.addEventListener('click', (event) => this.#guard(event), options);
        // A tablet's timers sleep when it does.
        document.addEventListener('visibilitychange', () => Date.now() > this.#until && this.#forget(), options);
        void later(() => import('./kiosk2.js')).then((chunk) => {
            this.#delivery = chunk;
            if (ending.signal.aborted)
                return;
            const unfollow = chunk.followWaiting((count) => {
                this.#waiting = count;
                this.#say();
            });
            ending.signal.addEventListener('abort', unfollow);
        });
        return () => {
            ending.abort();
            clearTimeout(this.#alarm);
            this.#until = undefined;
            this.#stage = 'asking';
            this.#line.remove();
        };
    }
    /** Somebody is there, or something was given or sent just now: from here on it is quiet. */
    #stir(sign = 'input') {
        if (!this.#until && !GIVING.includes(sign))
            return;
        clearTimeout(this.#alarm);
        const quiet = secondsOf(this.#element) * 1e3;
        this.#until = Date.now() + quiet;
        this.#alarm = setTimeout(() => this.#forget(), quiet);
    }
    #forget() {
        const element = this.#element;
        const { stage, said } = element;
        clearTimeout(this.#alarm);
        this.#until = undefined;
        // Before the reset, since a field that is left says what was changed in it.
        leave(element);
        element.reset();
        if (stage === 'chosen' && said)
            this.#delivery?.releaseDraft(said.key).catch(() => { });
    }
    /** Where nothing is given yet: a mind may be changed at any time. */
    #guard(event) {
        const { stage, said, request, shadowRoot } = this.#element;
        const target = event.target;
        if (stage !== 'asking' || said || request || performance.now() - this.#sentAt >= GUARDED)
            return;
        if (target.getRootNode() !== shadowRoot || !target.closest(PRESSED))
            return;
        event.preventDefault();
        event.stopImmediatePropagation();
        // Nothing else would tell somebody who can't see that the press had no effect.
        this.#element.note = 'moment';
    }
    /** Beside what Lit renders, so that the first chunk need not know of it. */
    #say() {
        const element = this.#element;
        const count = this.#waiting;
        if (count < 1)
            return this.#line.remove();
        const { language } = element;
        const words = element.text(`waiting_${new Intl.PluralRules(language).select(count)}`, {
            count: count.toLocaleString(language),
        });
        if (this.#line.textContent !== words)
            this.#line.textContent = words;
        if (!this.#line.isConnected)
            element.renderRoot.querySelector('slot[name=footer]').before(this.#line);
    }
}
function secondsOf({ kiosk, localName }) {
    if (kiosk == null)
        return;
    const seconds = Number(kiosk);
    if (seconds > 0 && seconds <= LONGEST)
        return seconds;
    warnOnce('bad-attribute', `${localName} kiosk`, kiosk, [`seconds above 0, at most ${LONGEST}`], 'nothing');
    return;
}
/** The browser shall not offer to the next what the last has typed, nor in the form that is offered for help. */
function offerNothing(element) {
    if (silent.has(element) || !element.shadowRoot)
        return;
    silent.add(element);
    const fields = () => element.renderRoot.querySelectorAll('input, textarea, select');
    element.addController({ hostUpdated: () => fields().forEach((field) => field.setAttribute('autocomplete', 'off')) });
    element.requestUpdate();
}
/** The focus does not stay in what has gone. */
function leave(element) {
    if (!element.matches(':focus-within'))
        return;
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement)
        at = at.shadowRoot.activeElement;
    at?.blur();
}

export { keepKiosk };
