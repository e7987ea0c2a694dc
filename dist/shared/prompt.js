import { nothing, html } from 'lit';
import { e as englishPrompt, c as cardStyles } from './card.styles.js';
import { p as pageQueue, r as rawSettings, d as later, b as addStrings, C as CurtsyElement, q as questionStyles, c as atIdle, e as define } from './question-element.styles.js';

/** When this tab came to pages of the shop, until somebody counts them: a visit's pages count also where no prompt stands. */
const LOOKED = 'curtsy.looked';
/** The pages that nobody has counted yet, this one last; one that was come to without loading is not noted. */
function takeArrivals() {
    let times;
    try {
        times = sessionStorage.getItem(LOOKED)?.match(/\d+/g)?.map(Number);
        sessionStorage.setItem(LOOKED, ' ');
    }
    catch {
        // Storage is switched off.
    }
    return times ?? [Date.now()];
}

/** A stay in the shop: all tabs together, until nobody has stirred for half an hour. */
const IDLE_END = 18e5;
const isUnderWay = (visit, now) => !!visit && Math.abs(now - visit.seenAt) < IDLE_END;
/**
 * The visit that `last` is still part of at `now`, with so many `pages` more, else the next one, on its first page; a clock that
 * was set back by more begins one too.
 */
function visitAt(now, last, pages = 0) {
    return isUnderWay(last, now)
        ? { ...last, seenAt: now, pages: last.pages + pages }
        : { number: (last?.number ?? 0) + 1, startedAt: now, seenAt: now, pages: 1, draw: Math.random() };
}

/**
 * What is remembered of prompts, and of the visit they were shown in: one entry, in localStorage where the shop may remember
 * across visits and the browser has room, else in the tab's own storage, which goes with it. Where a browser keeps nothing, the page
 * remembers.
 */
const KEY = 'curtsy.prompts';
/** `across` says whether the shop may remember across visits, asked anew each time; else another visit begins with nothing. */
function memory(across) {
    let unwritten = '';
    const read = () => {
        try {
            // The tab's own is the newer one, if there is any: it was written when the browser's could not be.
            const text = unwritten || sessionStorage.getItem(KEY) || (across() && localStorage.getItem(KEY));
            const notes = JSON.parse(text);
            if (across() || isUnderWay(notes.visit, Date.now()))
                return { ...notes };
        }
        catch {
            // Nothing is there, or nothing that can be read.
        }
        return {};
    };
    return {
        read,
        note(change) {
            const notes = read();
            change(notes);
            unwritten = JSON.stringify(notes);
            try {
                try {
                    (across() ? localStorage : sessionStorage).setItem(KEY, unwritten);
                    if (across())
                        sessionStorage.removeItem(KEY);
                }
                catch {
                    sessionStorage.setItem(KEY, unwritten);
                }
                unwritten = '';
            }
            catch {
                // There is no room, or storage is switched off.
            }
        },
    };
}

/** How long a visit is left in peace. */
const PEACE = 1e4;
/** Of these the shop has chosen the moment itself. */
const CHOSEN = ['load', 'after', 'click', 'event', 'ask'];
/** What follows a press is asked for, and so bound only by what the prompt itself says; what the shop shows, by nothing. */
const isUnasked = ({ trigger }) => !/click|show/.test(trigger);
/** A clock that was wrong then is no reason to be silent for years. */
const isOver$1 = (at, length, now) => at === undefined || Math.abs(now - at) >= length;
/** Those that are known on this page. */
const rules = {
    cooldown: ({ cooldown }, { past, now }) => isOver$1(past.shown, cooldown, now),
    'answered-cooldown': ({ answeredCooldown }, { past, now }) => isOver$1(past.answered, answeredCooldown, now) && isOver$1(past.dismissed, answeredCooldown, now),
    'save-data': (_, moment) => !(isUnasked(moment) && moment.savesData),
    'one-a-visit': (_, moment) => !(isUnasked(moment) && moment.visit.spoke),
    'first-page': (_, { trigger, visit }) => CHOSEN.includes(trigger) || visit.pages > 1,
    'first-seconds': (_, { trigger, visit, now }) => CHOSEN.includes(trigger) || now - visit.startedAt >= PEACE,
};
/** The first rule that keeps the prompt from speaking; the one that only takes a little patience is the last. */
const refusal = (asks, moment) => Object.keys(rules).find((name) => !rules[name](asks, moment));

/** When what was shown is noted again, in milliseconds: while no other tab may speak. */
const NOTED_AGAIN_AFTER = 900;
/** How often a prompt that waits is looked at again. */
const LOOK_EVERY = 1e3;
function turnsIn({ memory, place, alone }) {
    const speakers = new Set();
    /** Whose trigger has come, and which. */
    const waiting = new Map();
    /** Who was spoken over waits below. */
    const speaking = [];
    let alarm;
    const keyOf = (speaker) => `${place().source} ${speaker.asks().name}`;
    function momentOf(speaker, trigger = waiting.get(speaker) ?? '') {
        const now = Date.now();
        const notes = memory.read();
        const visit = visitAt(now, notes.visit);
        return { ...place(), now, trigger, visit, past: notes.past?.[keyOf(speaker)] ?? {} };
    }
    /** Whether `speaker` may speak, now or with some patience; who may not is told so, and dropped. */
    function mayStill(speaker) {
        const rule = refusal(speaker.asks(), momentOf(speaker));
        if (rule && rule !== 'first-seconds') {
            waiting.delete(speaker);
            speaker.emit('suppressed', { reason: rule });
        }
        return !rule;
    }
    /** Somebody or something stirs. */
    function stir(change = () => { }) {
        const now = Date.now();
        memory.note((notes) => change(notes, (notes.visit = visitAt(now, notes.visit)), now));
    }
    function noteDown(speaker, what, unasked) {
        const key = keyOf(speaker);
        stir((notes, visit, now) => {
            notes.past = { ...notes.past, [key]: { ...notes.past?.[key], [what]: now } };
            if (unasked)
                visit.spoke = speaker.asks().name;
        });
    }
    /** Lets who has the word step back for what `back` names, or come back. */
    function turn(one, back) {
        if (!one || one.back === back)
            return;
        one.back = back;
        if (back)
            one.speaker.setVisible(false);
        else
            one.speaker.appear();
    }
    function begin(speaker, trigger) {
        waiting.delete(speaker);
        turn(speaking.at(-1), 'turn');
        const one = { speaker, trigger };
        speaking.push(one);
        const note = () => noteDown(speaker, 'shown', isUnasked(one));
        note();
        // A tab that did not know of it yet may write over it.
        setTimeout(note, NOTED_AGAIN_AFTER);
        speaker.appear();
    }
    function next() {
        const shown = (speaker) => momentOf(speaker).past.shown ?? 0;
        return [...waiting.keys()]
            .filter((speaker) => mayStill(speaker) && !speaker.obstacle(waiting.get(speaker)))
            .sort((a, b) => b.asks().priority - a.asks().priority || shown(a) - shown(b))[0];
    }
    /** Looks whose turn it is, and again as long as somebody waits. */
    function look() {
        const speaker = !speaking[0] && next();
        if (speaker)
            alone(() => {
                // Another tab may have spoken meanwhile, or this one.
                if (!speaking[0] && next() === speaker)
                    begin(speaker, waiting.get(speaker));
            });
        if (waiting.size)
            lookSoon(LOOK_EVERY);
    }
    /** Looks when everybody who speaks up in the same moment has, or later. */
    function lookSoon(wait) {
        clearTimeout(alarm);
        alarm = setTimeout(look, wait);
    }
    /** Says no more. */
    function end(speaker) {
        waiting.delete(speaker);
        const at = speaking.findIndex((one) => one.speaker === speaker);
        if (at >= 0)
            speaking.splice(at, 1);
        lookSoon();
    }
    return {
        rules,
        speakers,
        waiting,
        speaking,
        momentOf,
        stir,
        turn,
        noteDown,
        end,
        /** It has gone from the page. */
        leave(speaker) {
            speakers.delete(speaker);
            end(speaker);
        },
        /** Its trigger has come. */
        wish(speaker, trigger) {
            if (speaking.some((one) => one.speaker === speaker))
                return;
            // A visit draws once, and so must be under way.
            stir();
            // What came first counts, but for what was asked for.
            if (!waiting.has(speaker) || !isUnasked({ trigger }))
                waiting.set(speaker, trigger);
            lookSoon();
        },
        /** The shop shows it: no rule is asked. */
        show(speaker) {
            if (speaking.at(-1)?.speaker === speaker)
                return;
            end(speaker);
            begin(speaker, 'show');
        },
        /** Pages were come to, the last of them just now; what waited was about the one before. */
        arrive(arrivals) {
            waiting.clear();
            memory.note((notes) => {
                // Another tab may have been seen since.
                for (const at of arrivals)
                    notes.visit = visitAt(Math.max(at, notes.visit?.seenAt ?? 0), notes.visit, 1);
            });
            speakers.forEach((speaker) => speaker.arm());
            lookSoon();
        },
    };
}

/** The manners of this page: its turns with the real storage and tabs, and what a prompt asks for on it. */
const LOCK = 'curtsy.turn';
/** What a tab has written is in the others by then. */
const UNTIL_KNOWN = 2e3;
/** 30 and 90 days. */
const USUAL = { cooldown: 30 * 864e5, answeredCooldown: 90 * 864e5, priority: 0 };
/** Whether the shop may remember across visits. */
function mayRemember() {
    const { privacy } = rawSettings();
    const isRefused = navigator.globalPrivacyControl;
    return privacy === 'full' || (privacy !== 'minimal' && !isRefused);
}
const ownMemory = memory(mayRemember);
const turns = turnsIn({
    memory: ownMemory,
    place() {
        const { source = location.origin, quietPages } = rawSettings();
        const savesData = !!navigator.connection?.saveData;
        return { source: source, path: location.pathname, quietPages, savesData };
    },
    alone(task) {
        const { locks } = navigator;
        if (!locks)
            task();
        locks
            ?.request(LOCK, { ifAvailable: true }, (lock) => {
            if (lock)
                task();
            return lock && new Promise((go) => setTimeout(go, UNTIL_KNOWN));
        })
            // Where a frame may not have one.
            .catch(task);
    },
});
let known;
/** Calls `then` when it is known what `prompt` asks for. */
function learn(prompt, then) {
    const isUsual = !/pages|sample|priority|min-|cooldown/.test(prompt.getAttributeNames().join());
    if (known ?? (isUsual && !rawSettings().quietPages))
        then();
    else
        void later(() => import('./conditions.js')).then((chunk) => {
            known = chunk;
            chunk.addTo(rules);
            then();
        });
}
/** What `prompt` asks for, as far as it is known. */
const asksOf = (prompt, name) => ({ ...USUAL, ...known?.asksOf(prompt), name });
/** The path that was last counted as a page. */
let counted;
/** Counts this page, if it is not yet. */
function arrive() {
    if (counted === location.pathname)
        return;
    turns.arrive(takeArrivals());
    counted = location.pathname;
}
/** A prompt has come into the page. */
function join(speaker) {
    arrive();
    pageQueue().manners = turns;
    turns.speakers.add(speaker);
}

/** What may stand in a prompt's way on the page as it is now. */
/** Dialogs and popovers, and what libraries make in their place. */
const OPEN = ':popover-open,dialog[open],[role$=dialog]';
/** Nobody can see what has the focus in a frame: it may be the field of a card number. */
const FIELD = 'input:not([type=button],[type=submit]),textarea,select,iframe';
/** A rectangle is looked through at points so far apart: nothing that can be pressed is smaller. */
const STEP = 40;
/** What is there and can be seen, as far as the page says. */
const SEEN = { visibilityProperty: true };
/** A dialog or popover of the page is open that neither holds the prompt nor is in it; `over.ts` looks closer, once it is there. */
const isOver = (prompt) => [...document.querySelectorAll(OPEN)].some((open) => !open.contains(prompt) && !prompt.contains(open) && open.checkVisibility(SEEN));
/** The element that has the focus, through open shadow roots. */
function focused() {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement)
        at = at.shadowRoot.activeElement;
    return at;
}
/** Somebody is in a field of the page. */
function isTyping(prompt) {
    const field = focused();
    return !!field && !prompt.contains(document.activeElement) && (field.matches(FIELD) || field.isContentEditable);
}
/**
 * A fixed or sticky thing of the page is under the rectangle; the frame that holds all of the page is none, nor is what holds the
 * prompt or its anchor.
 */
function isOccupied(box, prompt, anchor) {
    const seen = new Set();
    const isInTheWay = (thing) => !seen.has(thing) &&
        !!seen.add(thing) &&
        /fixed|sticky/.test(getComputedStyle(thing).position) &&
        !thing.contains(prompt) &&
        !thing.contains(anchor) &&
        !thing.querySelector('main');
    // From below: what waits there for long is found at once.
    for (let y = box.bottom - 1; y > box.top; y -= STEP)
        for (let x = box.left; x < box.right; x += STEP)
            if (stack(document, x, y).some(isInTheWay))
                return true;
    return false;
}
/** All that lies at a point, one above the other, through open shadow roots that are not ours. */
function stack(root, x, y) {
    return root.elementsFromPoint(x, y).flatMap((thing) => {
        if (thing.getRootNode() !== root || thing.localName.startsWith('curtsy-'))
            return [];
        return [thing, ...(thing.shadowRoot ? stack(thing.shadowRoot, x, y) : [])];
    });
}

const load = (fire, _, signal) => {
    if (document.readyState === 'complete')
        fire();
    else
        addEventListener('load', fire, { signal });
    return true;
};

/** The triggers by their names, and how a page writes them: a list with `;` between. */
/** Those that wait for nothing more; `manual` waits for `show()`, and `ask` is what the call of that name comes by. */
const triggers = {
    __proto__: null,
    load,
    manual: () => true,
    ask(fire) {
        fire();
        return true;
    },
};
/** Arms every trigger in `list`; `fire` is told its name. Returns what disarms them. A part that is none warns. */
function armAll(list, fire) {
    const control = new AbortController();
    const { signal } = control;
    for (const part of list.split(';')) {
        const [, name = '', detail = ''] = /(\S*)\s*(.*)/.exec(part.trim());
        const fired = () => fire(name);
        if (!name || triggers[name]?.(fired, detail, signal))
            continue;
        void later(() => import('./more.js')).then((chunk) => chunk.armMore(fired, name, detail, signal));
    }
    return () => control.abort();
}

/** What a prompt is known by. */
/** What can stand in a prompt. */
const QUESTIONS = 'curtsy-rating,curtsy-expectation,curtsy-callback';
const questionIn = (prompt) => prompt.querySelector(QUESTIONS);
/** Its `id`, else kind and touchpoint of the question inside. */
function nameOf(prompt) {
    const question = questionIn(prompt);
    // A framework may set the property, and one that is not defined yet has the attribute alone.
    const touchpoint = question?.touchpoint ?? question?.getAttribute('touchpoint') ?? '';
    return prompt.id || `${question?.localName.slice(7)} ${touchpoint}`.trim();
}

/** A question that comes by itself, at the right moment, and with manners: what is inside is shown when nothing speaks against it. */
addStrings('en', englishPrompt);
let attending;
/** Does `task` with what comes later, at once where it is there. */
function attended(task) {
    if (attending)
        task(attending);
    else
        void later(() => import('./attend.js')).then((chunk) => task((attending = chunk)));
}
/**
 * Shows the question elements inside it at the right moment: in a corner, in the page's top layer, without taking the focus.
 *
 * @summary Asks when it is welcome.
 * @element curtsy-prompt
 * @attr {string} pages - Paths where it may appear, as globs with commas or spaces between; everywhere without.
 * @attr {number} min-visits - Not before this visit.
 * @attr {number} min-pages - Not before this page of a visit.
 * @attr {number} sample - To how many visits of all, 0 to 1; drawn once a visit.
 * @attr {string} [cooldown=P30D] - How long it is silent after it was shown, ISO 8601.
 * @attr {string} [answered-cooldown=P90D] - How long after an answer or a dismissal, ISO 8601.
 * @attr {number} [priority=0] - Of several the highest goes first.
 * @slot - One or more question elements.
 * @event {CustomEvent} curtsy-shown - It has appeared.
 * @event {CustomEvent} curtsy-dismissed - It was closed without an answer.
 * @event {CustomEvent<{reason: string}>} curtsy-suppressed - A trigger came, and the rule named `reason` spoke against it.
 * @csspart base - The card.
 * @csspart close - The button that closes it.
 */
class CurtsyPrompt extends CurtsyElement {
    static { this.styles = [questionStyles, cardStyles]; }
    static { this.properties = {
        trigger: {},
        placement: {},
        anchor: {},
        open: { type: Boolean, reflect: true },
    }; }
    #disarm;
    #leaveAlone;
    /** Where it would have lain when it was last measured. */
    #box;
    /** What stood in the body when it came. */
    #around;
    constructor() {
        super();
        this.open = false;
    }
    connectedCallback() {
        super.connectedCallback();
        // What stands inside may not have been read yet, and who only moves it puts it back in the same task.
        void this.updateComplete.then(() => {
            if (!this.isConnected || turns.speakers.has(this))
                return;
            join(this);
            this.#around = [...document.body.children];
            const come = () => attended((rest) => rest.come(this));
            if (attending)
                come();
            else
                atIdle(come);
            this.arm();
            if (this.open)
                turns.show(this);
        });
    }
    disconnectedCallback() {
        super.disconnectedCallback();
        this.#disarm?.();
        this.#leaveAlone?.();
        turns.leave(this);
        attended(({ gone }) => gone(this, this.#around));
    }
    updated(changed) {
        if (!turns.speakers.has(this))
            return;
        if (changed.has('trigger'))
            this.arm();
        if (changed.has('anchor'))
            attending?.come(this);
        if (!changed.has('open') || this.open === this.isTold)
            return;
        if (this.open)
            turns.show(this);
        else {
            this.setVisible(false);
            this.#leaveAlone?.();
            attended((rest) => rest.closed(this));
        }
    }
    /** Shows it now: no rule is asked. */
    show() {
        this.open = true;
    }
    /** Takes it away again. Nothing is remembered but that it was shown, and an answer if there was one. */
    hide() {
        this.open = false;
    }
    /** @internal */
    asks() {
        return asksOf(this, nameOf(this));
    }
    /** @internal */
    arm() {
        this.#disarm?.();
        this.#disarm = armAll(this.trigger ?? '', (name) => learn(this, () => turns.speakers.has(this) && turns.wish(this, name)));
    }
    /** @internal */
    obstacle(trigger) {
        if ((attending?.isOverAnywhere ?? isOver)(this))
            return 'dialog';
        if (document.hidden)
            return 'hidden';
        if (!isUnasked({ trigger }))
            return;
        if (isTyping(this))
            return 'field';
        if (this.#isInline)
            return;
        // Measured anew only when its last place is free: a page at rest is not laid out again and again.
        if (this.#box && isOccupied(this.#box, this, this.beside))
            return 'fixed';
        const box = (this.#box = this.measure());
        if (!box?.width)
            return this.anchor ? 'anchor' : 'room';
        return isOccupied(box, this, this.beside) ? 'fixed' : attending?.covers(box, this) ? 'focus' : undefined;
    }
    /** Where it would lie, found out in a task that paints nothing of it; undefined while that takes longer. @internal */
    measure() {
        this.setVisible(true);
        const box = this.#base.getBoundingClientRect();
        this.setVisible(false);
        return box;
    }
    /** @internal */
    appear() {
        const first = !this.isTold;
        this.setVisible(true);
        this.open = this.isTold = true;
        // Close works without.
        attended(({ attend }) => {
            this.#leaveAlone?.();
            this.#leaveAlone = attend(this, this.#base, first);
        });
        if (first)
            this.emit('shown');
    }
    /** The shopper closes it. @internal */
    dismiss() {
        this.isDismissed = true;
        this.open = false;
    }
    render() {
        const inline = this.#isInline;
        return html `<div
        class="base ${this.placement}"
        part="base"
        popover=${inline ? nothing : 'manual'}
        ?hidden=${inline && !this.open}
        role="dialog"
        aria-label=${this.text('feedback')}
        lang=${this.language}
      >
        <div class="within"><slot></slot></div>
        <button class="close" part="close" @click=${() => this.dismiss()}>${this.text('close')}</button>
      </div>
      <p role="status"></p>`;
    }
    get #isInline() {
        return this.placement === 'inline' && !this.anchor;
    }
    get #base() {
        return this.renderRoot.querySelector('.base');
    }
    /** Only that: what it is at goes on. @internal */
    setVisible(visible) {
        if (this.#isInline)
            this.#base.hidden = !visible;
        // Before its place is known it would be seen to move there.
        else
            this.#base.togglePopover(visible && !(this.anchor && !this.isPlaced));
    }
}
define('curtsy-prompt', CurtsyPrompt);

export { CurtsyPrompt as C, KEY as K, OPEN as O, QUESTIONS as Q, arrive as a, isUnasked as b, focused as f, isTyping as i, learn as l, mayRemember as m, ownMemory as o, questionIn as q, rules as r, turns as t };
