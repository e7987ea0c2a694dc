import { css, LitElement, nothing, html } from 'lit';
import { e as englishPrompt, c as cardStyles, r as rememberPlace, p as putBack, t as textOf } from './card.styles.js';
import { p as pageQueue, r as rawSettings, d as later, w as warnOnce, b as addStrings, f as awaitStrings, l as languageOf, t as textLanguage, e as define } from './language.js';

/** Signs that somebody is there. */
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'scroll'];
/** Calls `stir` at each sign of life, until the returned function is called. */
function onActivity(stir) {
    // Also where a shop's own listener stops them.
    const options = { capture: true, passive: true };
    SIGNS.forEach((sign) => addEventListener(sign, stir, options));
    return () => SIGNS.forEach((sign) => removeEventListener(sign, stir, options));
}

/**
 * Follows a shop that changes its page without loading another: by the Navigation API, else by `popstate` and a look once a second.
 * The page's `history` is left as it is.
 */
const LOOK_EVERY$1 = 1e3;
/** Calls `moved` whenever the path has become another, until the returned function is called. */
function onNavigation(moved) {
    const { navigation } = window;
    let path = location.pathname;
    const look = () => {
        if (path === location.pathname)
            return;
        path = location.pathname;
        moved();
    };
    const timer = navigation ? undefined : setInterval(look, LOOK_EVERY$1);
    const [target, event] = navigation ? [navigation, 'currententrychange'] : [window, 'popstate'];
    target.addEventListener(event, look);
    return () => {
        clearInterval(timer);
        target.removeEventListener(event, look);
    };
}

/** When this tab came to pages of the shop, until somebody counts them: a visit's pages count also where no prompt stands. */
const LOOKED = 'curtsy.looked';
/** The pages that nobody has counted yet, this one last. */
function takeArrivals() {
    try {
        const times = sessionStorage.getItem(LOOKED).split(' ').filter(Boolean).map(Number);
        sessionStorage.setItem(LOOKED, ' ');
        if (times[0])
            return times;
    }
    catch {
        // Nobody noted any, or storage is switched off.
    }
    return [Date.now()];
}

/** A stay in the shop: all tabs together, until nobody has stirred for half an hour. */
const IDLE_END = 18e5;
const isUnderWay = (visit, now) => !!visit && Math.abs(now - visit.seenAt) < IDLE_END;
/** The visit that `last` is still part of at `now`, else the next one; a clock that was set back by more begins one too. */
function visitAt(now, last) {
    return isUnderWay(last, now)
        ? { ...last, seenAt: now }
        : { number: (last?.number ?? 0) + 1, startedAt: now, seenAt: now, pages: 1, drawn: {} };
}
/** The visit after another page was come to at `now`. */
function landed(last, now) {
    const visit = visitAt(now, last);
    return isUnderWay(last, now) ? { ...visit, pages: visit.pages + 1 } : visit;
}

/**
 * What is remembered of prompts, and of the visit they were shown in: one entry, in localStorage where the shop may remember
 * across visits, else in the tab's own storage, which goes with it. Where a browser keeps nothing, the page remembers.
 */
const KEY = 'curtsy.prompts';
/** Names can be made of what a shop sells, and then there is no end of them. */
const MOST = 100;
/** `across` says whether the shop may remember across visits, asked anew each time; else another visit begins with nothing. */
function memory(across, now) {
    let kept = '';
    const store = (first) => (across() === first ? localStorage : sessionStorage);
    const read = () => {
        const text = quietly(() => store(true).getItem(KEY)) || kept;
        const notes = quietly(() => JSON.parse(text));
        const isWhole = !!notes && Object(notes.past) === notes.past;
        return isWhole && (across() || isUnderWay(notes.visit, now())) ? notes : { past: {} };
    };
    return {
        read,
        note(change) {
            const notes = read();
            const result = change(notes);
            const newest = Object.entries(notes.past).sort(([, a], [, b]) => lastOf(b) - lastOf(a));
            kept = JSON.stringify({ ...notes, past: Object.fromEntries(newest.slice(0, MOST)) });
            quietly(() => {
                store(true).setItem(KEY, kept);
                kept = '';
            });
            quietly(() => store(false).removeItem(KEY));
            return result;
        },
    };
}
const lastOf = (past) => Math.max(...Object.values(past));
function quietly(look) {
    try {
        return look();
    }
    catch {
        return;
    }
}

/** Paths by pattern, for `pages` and `quietPages`: `*` stands for any characters, slashes too, and a slash at the end for nothing. */
const bare = (path) => path.replace(/(.)\/$/, '$1');
function matches(globs, path) {
    return globs.some((glob) => {
        const pattern = bare(glob).replace(/[.+?^${}()|[\]\\]/g, '\\$&');
        return RegExp(`^${pattern.replace(/\*+/g, '.*')}$`).test(bare(path));
    });
}

/**
 * When a prompt may speak: every rule by its name, as a question about what the prompt asks for and about the moment. None of
 * them looks at a page or a clock itself. Their words for a shop's developer are in `explain.ts`.
 */
/** How long a visit is left in peace. */
const PEACE = 1e4;
/** Of these the shop has chosen the moment itself. */
const CHOSEN = ['load', 'after', 'click', 'event', 'manual', 'ask'];
/** What follows a press is asked for, and so bound only by what the prompt itself says; what the shop shows, by nothing. */
const isUnasked = (trigger) => trigger !== 'click' && trigger !== 'show';
const unasked = (rule) => (asks, moment) => !isUnasked(moment.trigger) || rule(asks, moment);
const unchosen = (rule) => (asks, moment) => CHOSEN.includes(moment.trigger) || rule(asks, moment);
/** A clock that was wrong then is no reason to be silent for years. */
const isOver$1 = (at, length, now) => at === undefined || Math.abs(now - at) >= length;
/** True where a rule lets the prompt speak. */
const rules = {
    pages: ({ pages }, { path }) => !pages[0] || matches(pages, path),
    'min-visits': ({ minVisits }, { visit }) => visit.number >= minVisits,
    'min-pages': ({ minPages }, { visit }) => visit.pages >= minPages,
    sample: ({ name, sample }, { visit }) => (visit.drawn[name] ?? 0) < sample,
    cooldown: ({ cooldown }, { past, now }) => isOver$1(past.shown, cooldown, now),
    'answered-cooldown': ({ answeredCooldown }, { past, now }) => isOver$1(past.answered, answeredCooldown, now) && isOver$1(past.dismissed, answeredCooldown, now),
    'quiet-pages': unasked((_, { quietPages, path }) => !matches(quietPages, path)),
    'save-data': unasked((_, { savesData }) => !savesData),
    'one-a-visit': unasked((_, { visit }) => !visit.spoke),
    'first-page': unchosen((_, { visit }) => visit.pages > 1),
    'first-seconds': unchosen((_, { visit, now }) => now - visit.startedAt >= PEACE),
};
/** The rule that keeps the prompt from speaking; one that only takes a little patience comes last. */
function refusal(asks, moment) {
    return Object.keys(rules).find((name) => !rules[name](asks, moment));
}
/** Whether a prompt that speaks is out of place since another page was come to. */
const isOutOfPlace = (asks, moment) => isUnasked(moment.trigger) && !(rules.pages(asks, moment) && rules['quiet-pages'](asks, moment));

/** How often a prompt that waits is looked at again, and one that speaks for what has come over it. */
const LOOK_EVERY = 1e3;
function turnsIn(world) {
    const speakers = new Set();
    /** Whose trigger has come, and which. */
    const waiting = new Map();
    /** Who speaks; who was spoken over waits below. */
    const speaking = [];
    let alarm;
    const keyOf = (speaker) => `${world.source()} ${speaker.asks().name}`;
    function momentOf(speaker, trigger = waiting.get(speaker) ?? '') {
        const now = world.now();
        const { name, sample } = speaker.asks();
        const draw = sample < 1 && visitAt(now, world.memory.read().visit).drawn[name] === undefined;
        const { visit, past } = draw
            ? world.memory.note((notes) => {
                const under = visitAt(now, notes.visit);
                notes.visit = { ...under, drawn: { ...under.drawn, [name]: world.random() } };
                return notes;
            })
            : world.memory.read();
        return {
            now,
            trigger,
            path: world.path(),
            quietPages: world.quietPages(),
            savesData: world.savesData(),
            visit: visitAt(now, visit),
            past: past[keyOf(speaker)] ?? {},
        };
    }
    /** Whether `speaker` may speak, now or with some patience; who may not is told so, and dropped. */
    function mayStill(speaker) {
        const rule = refusal(speaker.asks(), momentOf(speaker));
        if (!rule)
            return true;
        if (rule !== 'first-seconds') {
            waiting.delete(speaker);
            speaker.suppressed(rule);
        }
        return false;
    }
    function noteDown(speaker, what, unasked) {
        const now = world.now();
        const key = keyOf(speaker);
        world.memory.note((notes) => {
            notes.past[key] = { ...notes.past[key], [what]: now };
            notes.visit = visitAt(now, notes.visit);
            if (unasked)
                notes.visit.spoke = speaker.asks().name;
        });
    }
    function begin(speaker, trigger) {
        waiting.delete(speaker);
        const above = speaking.at(-1);
        if (above && !above.isBack)
            above.speaker.stepBack();
        if (above)
            above.isBack = true;
        speaking.push({ speaker, trigger, isBack: false });
        noteDown(speaker, 'shown', isUnasked(trigger));
        speaker.appear();
        lookSoon();
    }
    /** Lets the one who speaks step back for what has come over it, and come back. */
    function seeToSpeaking() {
        const last = speaking.at(-1);
        const { speaker, trigger } = last;
        const isBack = !!speaker.obstacle('speaking') || isOutOfPlace(speaker.asks(), momentOf(speaker, trigger));
        if (isBack === last.isBack)
            return;
        last.isBack = isBack;
        speaker[isBack ? 'stepBack' : 'appear']();
    }
    function next() {
        const shown = ({ past: { shown = 0 } }) => shown;
        return [...waiting.keys()]
            .filter(mayStill)
            .map((speaker) => ({ speaker, priority: speaker.asks().priority, shown: shown(momentOf(speaker)) }))
            .sort((a, b) => b.priority - a.priority || a.shown - b.shown)
            .find(({ speaker }) => !speaker.obstacle(waiting.get(speaker)))?.speaker;
    }
    /** Looks whose turn it is, and again as long as there is somebody to look after. */
    function look() {
        clearTimeout(alarm);
        if (speaking[0])
            seeToSpeaking();
        else if (next())
            world.alone(() => {
                // Another tab may have spoken meanwhile.
                const speaker = speaking[0] ? undefined : next();
                if (speaker)
                    begin(speaker, waiting.get(speaker));
            });
        if (speaking[0] ?? waiting.size)
            alarm = setTimeout(look, LOOK_EVERY);
    }
    /** Looks when everybody who speaks up in the same moment has. */
    function lookSoon() {
        clearTimeout(alarm);
        alarm = setTimeout(look);
    }
    function leave(speaker) {
        speakers.delete(speaker);
        waiting.delete(speaker);
        const at = speaking.findIndex((one) => one.speaker === speaker);
        if (at >= 0)
            speaking.splice(at, 1);
        lookSoon();
    }
    return {
        speakers,
        waiting,
        speaking,
        momentOf,
        look,
        /** It has gone from the page, and says no more. */
        leave,
        /** Its trigger has come. */
        wish(speaker, trigger) {
            if (speaking.some((one) => one.speaker === speaker))
                return;
            waiting.set(speaker, trigger);
            lookSoon();
        },
        /** The shop shows it: no rule is asked. */
        show(speaker) {
            if (speaking.at(-1)?.speaker === speaker)
                return;
            leave(speaker);
            speakers.add(speaker);
            begin(speaker, 'show');
        },
        /** It has closed, with an answer or without; of neither, nothing is remembered. */
        closed(speaker, what) {
            if (what)
                noteDown(speaker, what);
            leave(speaker);
            speakers.add(speaker);
        },
        /** Pages were come to, the last of them just now; what waited was about the one before. */
        arrive(arrivals = [world.now()]) {
            waiting.clear();
            world.memory.note((notes) => {
                for (const at of arrivals)
                    notes.visit = landed(notes.visit, at);
            });
            speakers.forEach((speaker) => speaker.arm());
            lookSoon();
        },
        /** Somebody stirs. */
        stir() {
            world.memory.note((notes) => {
                notes.visit = visitAt(world.now(), notes.visit);
            });
        },
    };
}

/**
 * The manners of this page: its turns with the real clock, storage and tabs. As long as a prompt stands on it, they follow where the
 * visit goes; after that nothing listens any more.
 */
const LOCK = 'curtsy.turn';
/** What a tab has written is in the others by then. */
const UNTIL_KNOWN = 1e3;
/** How exactly it is known when somebody last stirred. */
const STIR_EVERY = 6e4;
/** Names in a list, or in a text with commas or spaces between. */
const listed = (given) => (Array.isArray(given) ? given.join() : String(given ?? '')).split(/[\s,]+/).filter(Boolean);
const ownMemory = memory(() => {
    const { privacy } = rawSettings();
    const { globalPrivacyControl } = navigator;
    return privacy === 'full' || (privacy !== 'minimal' && !globalPrivacyControl);
}, () => Date.now());
const turns = turnsIn({
    memory: ownMemory,
    source: () => String(rawSettings().source ?? location.origin),
    now: () => Date.now(),
    random: () => Math.random(),
    path: () => location.pathname,
    quietPages: () => listed(rawSettings().quietPages),
    savesData: () => !!navigator.connection?.saveData,
    alone(task) {
        const { locks } = navigator;
        if (!locks)
            task();
        void locks
            ?.request(LOCK, { ifAvailable: true }, async (lock) => {
            if (!lock)
                return;
            task();
            await new Promise((go) => setTimeout(go, UNTIL_KNOWN));
        })
            // Where a frame may not have one.
            .catch(task);
    },
});
let stops = [];
/** The path that was last counted as a page. */
let counted;
function arrive() {
    if (counted === location.pathname)
        return;
    turns.arrive(counted === undefined ? takeArrivals() : undefined);
    counted = location.pathname;
}
/** A prompt has come into the page. */
function join(speaker) {
    if (!turns.speakers.size) {
        let stirred = Date.now();
        const stir = () => {
            if (Date.now() - stirred < STIR_EVERY)
                return;
            stirred = Date.now();
            turns.stir();
        };
        stops = [onActivity(stir), onNavigation(arrive)];
        arrive();
        pageQueue().manners = { turns, rules };
    }
    turns.speakers.add(speaker);
}
/** It has gone. */
function leave(speaker) {
    turns.leave(speaker);
    if (!turns.speakers.size)
        stops.forEach((stop) => stop());
}

/** What may stand in a prompt's way on the page as it is now. */
/** Dialogs and popovers, and what libraries make in their place. */
const OPEN = ':popover-open,dialog[open],[aria-modal=true],[role=dialog],[role=alertdialog]';
const FIELD = 'input:not([type=button],[type=submit],[type=reset],[type=image]),textarea,select';
/** A rectangle is looked through at points so far apart: nothing that can be pressed is smaller. */
const STEP = 40;
/** A dialog or popover is open that neither holds the prompt nor is in it. */
function isOver(prompt) {
    return [...document.querySelectorAll(OPEN)].some((open) => !open.contains(prompt) && !prompt.contains(open) && open.checkVisibility({ visibilityProperty: true }));
}
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
/** A fixed or sticky thing of the page is under the rectangle; the frame that holds all of the page is none. */
function isOccupied(box, prompt) {
    const things = new Set();
    for (let x = box.left; x < box.right; x += STEP)
        for (let y = box.top; y < box.bottom; y += STEP)
            stack(document, x, y).forEach((thing) => things.add(thing));
    return [...things].some((thing) => /fixed|sticky/.test(getComputedStyle(thing).position) && !thing.contains(prompt) && !thing.querySelector('main'));
}
/** All that lies at a point, one above the other, through open shadow roots that are not ours. */
function stack(root, x, y) {
    return root.elementsFromPoint(x, y).flatMap((thing) => {
        if (thing.getRootNode() !== root || thing.localName.startsWith('curtsy-'))
            return [];
        return [thing, ...(thing.shadowRoot ? stack(thing.shadowRoot, x, y) : [])];
    });
}

/** What every trigger is: a moment to wait for. */
/** Milliseconds of `30s`; NaN of anything else. */
const milliseconds = (detail) => Number(/^([\d.]+)s$/.exec(detail)?.[1]) * 1e3;

/** `after 30s`: so long after the page was come to. */
const after = (fire, detail) => {
    const time = milliseconds(detail);
    if (isNaN(time))
        return;
    const timer = setTimeout(fire, time);
    return () => clearTimeout(timer);
};

const load = (fire) => {
    const timer = document.readyState === 'complete' ? setTimeout(fire) : undefined;
    if (!timer)
        addEventListener('load', fire);
    return () => {
        clearTimeout(timer);
        removeEventListener('load', fire);
    };
};

/** The triggers by their names, and how a page writes them: a list with `;` between. */
/** Only `show()` and `ask()` open it. */
const manual = () => () => { };
const triggers = { __proto__: null, load, after, manual };
/** Of these every time counts, of the others the first. */
const AGAIN = ['click', 'event'];
/** Arms every trigger in `list`; `fire` is told its name. Returns what disarms them. A part that is none warns. */
function armAll(list, fire) {
    const armed = list.split(';').map((part) => armOne(part.trim(), fire));
    return () => armed.forEach((disarm) => disarm());
}
function armOne(part, fire) {
    const [, name = '', detail = ''] = /(\S*)\s*(.*)/.exec(part);
    let isOver = false;
    let disarm;
    const stop = () => {
        isOver = true;
        disarm?.();
    };
    const fired = () => {
        fire(name);
        if (!AGAIN.includes(name))
            stop();
    };
    const arm = (known) => {
        if (isOver)
            return;
        try {
            disarm = known[name]?.(fired, detail);
        }
        catch {
            // A selector that is none.
        }
        if (!disarm)
            warnOnce('bad-trigger', part);
    };
    if (name in triggers)
        arm(triggers);
    else if (name)
        void later(() => import('./more.js')).then((chunk) => arm(chunk.more));
    return stop;
}

/** Reads the ISO 8601 durations of a prompt's attributes; those of settings are read in a chunk that a prompt doesn't wait for. */
/** Milliseconds of a duration of weeks to seconds; undefined where it is none. */
function durationOf(given) {
    return /^P(?=.)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/
        .exec(given)
        ?.slice(1)
        .reduce((sum, part, at) => sum + Number(part ?? 0) * [6048e5, 864e5, 36e5, 6e4, 1e3][at], 0);
}

/** What a prompt's attributes ask for, with a warning of what they can't mean. */
function asksOf(prompt) {
    const read = (name, given, usual, meant) => {
        const value = meant(String(given ?? usual));
        if (value !== undefined && value >= -1e9)
            return value;
        warnOnce('bad-attribute', `curtsy-prompt ${name}`, given, [`values such as ${usual}`], usual);
        return meant(usual);
    };
    return {
        name: nameOf(prompt),
        pages: listed(prompt.pages),
        minVisits: read('min-visits', prompt.minVisits, '1', Number),
        minPages: read('min-pages', prompt.minPages, '1', Number),
        sample: read('sample', prompt.sample, '1', Number),
        cooldown: read('cooldown', prompt.cooldown, 'P30D', durationOf),
        answeredCooldown: read('answered-cooldown', prompt.answeredCooldown, 'P90D', durationOf),
        priority: read('priority', prompt.priority, '0', Number),
    };
}
const questionIn = (prompt) => prompt.querySelector('curtsy-rating,curtsy-expectation,curtsy-callback');
function nameOf(prompt) {
    const question = questionIn(prompt);
    return prompt.id || [question?.localName.slice(7), question?.getAttribute('touchpoint')].filter(Boolean).join(' ');
}

/** A prompt at its own place in the page, and what only a screen reader sees of it. */
const promptStyles = css `
  .inline {
    display: flex;
  }
  .inline[hidden] {
    display: none;
  }
  [role='status'] {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

/** A question that comes by itself, at the right moment, and with manners: what is inside is shown when nothing speaks against it. */
addStrings('en', englishPrompt);
const PLACEMENTS = ['bottom-end', 'bottom-start', 'top-end', 'top-start', 'inline'];
/** How soon a framework that wipes an open prompt makes another in its place, in milliseconds. */
const MADE_ANEW_WITHIN = 1e3;
let attending;
/** The name of a prompt that was wiped while it was open. */
let wiped;
/**
 * Shows the question elements inside it at the right moment: in a corner, in the page's top layer, without taking the focus.
 *
 * @summary Asks when it is welcome.
 * @element curtsy-prompt
 * @slot - One or more question elements.
 * @event {CustomEvent} curtsy-shown - It has appeared.
 * @event {CustomEvent} curtsy-dismissed - It was closed without an answer.
 * @event {CustomEvent<{reason: string}>} curtsy-suppressed - A trigger came, and the rule named `reason` spoke against it.
 * @csspart base - The card.
 * @csspart close - The button that closes it.
 */
class CurtsyPrompt extends LitElement {
    static { this.styles = [cardStyles, promptStyles]; }
    static { this.properties = {
        trigger: {},
        pages: {},
        minVisits: { attribute: 'min-visits' },
        minPages: { attribute: 'min-pages' },
        sample: {},
        placement: {},
        cooldown: {},
        answeredCooldown: { attribute: 'answered-cooldown' },
        priority: {},
        open: { type: Boolean, reflect: true },
        words: { state: true, attribute: false },
    }; }
    #disarm = () => { };
    #leaveAlone = () => { };
    /** Where it lay when it was last measured or shown. */
    #box = new DOMRect();
    #isAnswered = false;
    #isTold = false;
    constructor() {
        super();
        this.open = false;
        this.addEventListener('curtsy-change', ({ detail }) => (this.#isAnswered = detail.score !== undefined));
        this.addEventListener('curtsy-submit', () => (this.#isAnswered = true));
    }
    connectedCallback() {
        super.connectedCallback();
        void awaitStrings(languageOf(this))?.then(() => this.requestUpdate());
        // What stands inside may not have been read yet, and who only moves it puts it back in the same task.
        void this.updateComplete.then(() => {
            if (!this.isConnected || turns.speakers.has(this))
                return;
            join(this);
            rememberPlace(this);
            this.arm();
            if (wiped === this.asks().name)
                this.open = this.#isTold = true;
            if (this.open)
                turns.show(this);
        });
    }
    disconnectedCallback() {
        super.disconnectedCallback();
        this.#disarm();
        this.#leaveAlone();
        leave(this);
        putBack(this);
        if (!this.open)
            return;
        wiped = this.asks().name;
        setTimeout(() => (wiped = undefined), MADE_ANEW_WITHIN);
    }
    updated(changed) {
        if (changed.has('trigger') && changed.get('trigger') !== undefined)
            this.arm();
        if (!changed.has('open') || !turns.speakers.has(this) || this.open === this.#isTold)
            return;
        if (this.open)
            turns.show(this);
        else
            this.#close();
    }
    /** Shows it now: no rule is asked. */
    show() {
        this.open = true;
    }
    /** Takes it away again. Nothing is remembered but that it was shown, and an answer if there was one. */
    hide() {
        this.open = false;
    }
    /** Wants to speak, as `ask()` says. @internal */
    ask() {
        void this.updateComplete.then(() => turns.wish(this, 'ask'));
    }
    /** @internal */
    asks() {
        return asksOf(this);
    }
    /** @internal */
    arm() {
        this.#disarm();
        this.#disarm = armAll(this.trigger ?? '', (name) => turns.wish(this, name));
    }
    /** @internal */
    obstacle(trigger) {
        if (isOver(this))
            return 'dialog';
        if (trigger === 'speaking')
            return attending?.covers(this.#box, this) ? 'focus' : undefined;
        if (document.hidden)
            return 'hidden';
        if (!isUnasked(trigger))
            return;
        if (isTyping(this))
            return 'field';
        if (this.#where === 'inline')
            return;
        this.#measure();
        return !this.#box.width ? 'no-room' : isOccupied(this.#box, this) ? 'fixed' : undefined;
    }
    /** @internal */
    appear() {
        this.#setVisible(true);
        this.open = true;
        void this.#attend(!this.#isTold);
        if (!this.#isTold)
            this.#emit('shown');
        this.#isTold = true;
    }
    /** @internal */
    stepBack() {
        this.#setVisible(false);
    }
    /** @internal */
    suppressed(reason) {
        this.#emit('suppressed', { reason });
    }
    /** The shopper closes it. @internal */
    dismiss() {
        const answered = this.#isAnswered;
        this.#close('dismissed');
        if (!answered)
            this.#emit('dismissed');
    }
    render() {
        const [block, inline] = this.#where.split('-');
        return html `<div
        class="base ${block} ${inline ?? ''}"
        part="base"
        popover=${inline ? 'manual' : nothing}
        ?hidden=${!inline && !this.open}
        role="dialog"
        aria-label=${this.words || textOf(this, 'feedback')}
        lang=${textLanguage(languageOf(this))}
      >
        <div class="within"><slot></slot></div>
        <button
          class="close"
          type="button"
          part="close"
          aria-label=${textOf(this, 'closeFeedback')}
          @click=${() => this.dismiss()}
        >
          ${textOf(this, 'close')}
        </button>
      </div>
      <p role="status"></p>`;
    }
    get #where() {
        const { placement = PLACEMENTS[0] } = this;
        if (PLACEMENTS.includes(placement))
            return placement;
        warnOnce('bad-attribute', 'curtsy-prompt placement', placement, PLACEMENTS, PLACEMENTS[0]);
        return PLACEMENTS[0];
    }
    get #base() {
        return this.renderRoot.querySelector('.base');
    }
    #setVisible(visible) {
        if (!this.isConnected)
            return;
        const isInline = this.#where === 'inline';
        this.#base.hidden = isInline && !visible;
        if (!isInline)
            this.#base.togglePopover(visible);
        if (visible)
            this.#box = this.#base.getBoundingClientRect();
    }
    /** Finds out where it would lie, in a task that paints nothing of it. */
    #measure() {
        this.#setVisible(true);
        this.#setVisible(false);
    }
    /** With a chunk that comes once there is something to see; Close works without. */
    async #attend(first) {
        attending ??= await later(() => import('./attend.js'));
        this.#leaveAlone();
        void attending.introduce(this, first);
        if (this.open && this.isConnected)
            this.#leaveAlone = attending.attend(this, this.#base, () => turns.look());
    }
    #close(how) {
        this.#setVisible(false);
        this.#leaveAlone();
        this.renderRoot.querySelector('p').textContent = '';
        turns.closed(this, this.#isAnswered ? 'answered' : how);
        const answered = this.#isAnswered;
        this.open = this.#isTold = this.#isAnswered = false;
        this.dispatchEvent(new CustomEvent('curtsy-closed', { detail: { answered } }));
    }
    #emit(name, detail = {}) {
        this.dispatchEvent(new CustomEvent(`curtsy-${name}`, { detail, bubbles: true, composed: true }));
    }
}
define('curtsy-prompt', CurtsyPrompt);

export { CurtsyPrompt as C, isTyping as a, focused as f, isOver as i, milliseconds as m, onActivity as o, questionIn as q };
