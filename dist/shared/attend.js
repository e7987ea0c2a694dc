import { k as keyboardSafe, a as putBack, c as cardRestStyles, e as englishArrival } from './keyboard-safe.js';
import { f as followLanguage } from './follow-language.js';
import { f as followSettings, b as addStrings } from './question-element.styles.js';
import { o as onActivity } from './activity.js';
import { t as turns, a as arrive, l as learn, f as focused, O as OPEN, i as isTyping, b as isUnasked, r as rules, K as KEY, Q as QUESTIONS, m as mayRemember, o as ownMemory, q as questionIn } from './prompt.js';
import { css } from 'lit';

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

/**
 * Follows where the visit goes as long as a prompt stands on the page: other pages without loading, and whether somebody is there.
 * After that nothing listens any more.
 */
/** How exactly it is known when somebody last stirred, in milliseconds. */
const STIR_EVERY = 6e4;
let stops = [];
/** Begins or ends with the first prompt and the last. */
function follow() {
    if (!!stops[0] === !!turns.speakers.size)
        return;
    stops.splice(0).forEach((stop) => stop());
    if (!turns.speakers.size)
        return;
    let stirred = performance.now();
    const stir = () => {
        if (performance.now() - stirred < STIR_EVERY)
            return;
        stirred = performance.now();
        turns.stir();
    };
    // A shop may name its quiet pages later.
    const learnAll = () => turns.speakers.forEach((speaker) => learn(speaker, () => { }));
    stops = [onActivity(stir), onNavigation(arrive), followSettings(learnAll)];
    // Another page may have been come to before anybody listened.
    arrive();
}

/** Sees to the prompt that speaks: it steps back for what comes over it, and comes back. */
/** How often it is looked at when nothing is heard, in milliseconds. */
const LOOK_EVERY = 1e3;
/** What may bring something over it, or the focus under it. */
const CHANGES = ['toggle', 'close', 'focusin'];
/** Whether a prompt that speaks is out of place since another page was come to. */
const isOutOfPlace = (asks, moment) => isUnasked(moment) && ['pages', 'quiet-pages'].some((name) => rules[name]?.(asks, moment) === false);
/** What can be seen, as far as the page says; a drawer that is shut may only have been made transparent. */
const SEEN = { visibilityProperty: true, opacityProperty: true };
/** `node` and all that it is drawn in, through shadow roots. */
function* outwards(node) {
    for (let at = node; at; at = at.host ?? at.assignedSlot ?? at.parentNode)
        yield at;
}
const holds = (outer, inner) => [...outwards(inner)].includes(outer);
/** The dialogs that the focus is in, also those in shadow roots: where one opens, the focus goes into it. */
const aroundFocus = () => [...outwards(focused())].filter((at) => at instanceof Element && at.matches(OPEN));
/** A dialog or popover is open, on the page or in a component of it, that neither holds the prompt nor is in it, nor is shut away. */
const isOverAnywhere = (prompt) => [...document.querySelectorAll(OPEN), ...aroundFocus()].some((open) => {
    if (holds(open, prompt) || holds(prompt, open))
        return false;
    return open.checkVisibility(SEEN) && !open.closest('[aria-hidden=true],[inert]');
});
/** Somebody is in a field of the page, and not in one of `prompt`. */
const isTypingElsewhere = (prompt) => isTyping(prompt) && !holds(prompt, focused());
/** Whether `box` lies over what has the focus. */
function covers(box, prompt) {
    const field = focused();
    if (!field || field === document.body || holds(prompt, field))
        return false;
    const { left, top, right, bottom, height } = field.getBoundingClientRect();
    // What is as large as the page can't be hidden by it.
    return height * 2 < innerHeight && left < box.right && right > box.left && top < box.bottom && bottom > box.top;
}
/** The trigger by which a prompt came: one that is moved or made anew while it is open comes back by none. */
const cameBy = new WeakMap();
/** Lets who speaks step back for its page, or for what `inTheWay` names, and come back. */
function lookOver({ speaking, turn, momentOf }, inTheWay) {
    const last = speaking.at(-1);
    if (!last)
        return;
    const { speaker, trigger } = last;
    if (trigger !== 'show')
        cameBy.set(speaker, trigger);
    const moment = momentOf(speaker, cameBy.get(speaker) ?? trigger);
    const page = isOutOfPlace(speaker.asks(), moment) ? 'page' : undefined;
    turn(last, inTheWay(last) ?? page);
}
/**
 * Looks over `prompt` while it has the word, whose card is where `lies` says, until the returned function is called. It may cover
 * `pressed`, the button that has called it.
 */
function keepLooking(prompt, lies, pressed) {
    let box = new DOMRect();
    const inTheWay = () => {
        box = lies() ?? box;
        if (isOverAnywhere(prompt))
            return 'dialog';
        return focused() !== pressed && covers(box, prompt) ? 'focus' : undefined;
    };
    // Who was spoken over is looked over by nobody.
    const look = () => turns.speaking.at(-1)?.speaker === prompt && lookOver(turns, inTheWay);
    look();
    const timer = setInterval(look, LOOK_EVERY);
    CHANGES.forEach((type) => document.addEventListener(type, look, true));
    return () => {
        clearInterval(timer);
        CHANGES.forEach((type) => document.removeEventListener(type, look, true));
    };
}

/** Keeps what is remembered where it is meant to be, and from growing without end; at idle, since no prompt waits for it. */
/** Names can be made of what a shop sells, and then there is no end of them. */
const MOST = 100;
const lastOf = (past) => Math.max(...Object.values(past));
/** Sees to it that `memory` lies in the storage that is meant now, as `across` says, and erases all but its newest names. */
function tidy(memory, across) {
    try {
        if (!across)
            localStorage.removeItem(KEY);
        // What the tab has kept moves, if there is room now.
        else if (sessionStorage.getItem(KEY))
            memory.note(() => { });
    }
    catch {
        // Storage is switched off: nothing lies there.
    }
    if (Object.keys(memory.read().past ?? {}).length <= MOST)
        return;
    memory.note((notes) => {
        const newest = Object.entries(notes.past).sort(([, a], [, b]) => lastOf(b) - lastOf(a));
        notes.past = Object.fromEntries(newest.slice(0, MOST));
    });
}

const commentOf = (question) => question.renderRoot.querySelector('#comment');
/** Takes to the questions of `now` what was said to those of `before`, which has left the page. */
function carryOver(before, now) {
    const questions = now.querySelectorAll(QUESTIONS);
    before.querySelectorAll(QUESTIONS).forEach((from, at) => {
        const to = questions[at];
        // Whoever has been answered anew by then is not overwritten.
        if (from.said && to?.localName === from.localName && to.said === undefined)
            void take(from, to);
    });
}
async function take(from, to) {
    const { score, said, stage, note } = from;
    Object.assign(to, { score, said, stage, note });
    from.picked.forEach((value) => to.picked.add(value));
    await to.updateComplete;
    const comment = commentOf(to);
    if (comment)
        comment.value = commentOf(from)?.value ?? '';
}

/** What only a screen reader sees of a prompt. */
const promptStyles = css `
  [role='status'] {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

/** What a prompt sees to once it is there and while it is shown; it comes when the page has time, and by then offline too. */
addStrings('en', englishArrival);
/** How soon a framework that wipes an open prompt makes another in its place, in milliseconds. */
const MADE_ANEW_WITHIN = 1e3;
/** By these something was answered. */
const ANSWERS = ['curtsy-change', 'curtsy-submit'];
/** The prompt that was wiped a moment ago while it was open. */
let wiped;
/** Whether `prompt` goes on where another left. */
const isSame = (prompt) => !!wiped?.open && wiped.asks().name === prompt.asks().name;
/** The path of the page that a prompt came to. */
const paths = new WeakMap();
/** It has come into the page, perhaps in the place of one that was wiped while it was open. */
function come(prompt) {
    if (!paths.has(prompt))
        equip(prompt);
    paths.set(prompt, location.pathname);
    prompt.oneOf('placement', prompt.placement, ['bottom-end', 'bottom-start', 'top-end', 'top-start', 'inline']);
    follow();
    // Beforehand, since a shopper may be offline when its trigger comes.
    learn(prompt, () => { });
    tidy(ownMemory, mayRemember());
    if (prompt.anchor)
        void place(prompt);
    if (!prompt.open)
        prompt.isTold = false;
    if (wiped === prompt || !isSame(prompt))
        return;
    cameBy.set(prompt, cameBy.get(wiped) ?? 'show');
    prompt.open = prompt.isTold = true;
}
/** What it has from its first page on. */
function equip(prompt) {
    for (const { styleSheet } of [cardRestStyles, promptStyles])
        prompt.shadowRoot.adoptedStyleSheets.push(styleSheet);
    followLanguage(prompt, () => prompt.speak());
}
/** Has its card stand beside its anchor; where what does that can't be had, it stands in its corner. */
async function place(prompt) {
    await import('./beside.js').then((chunk) => chunk.standBeside(prompt)).catch(() => { });
    prompt.isPlaced = true;
    const one = turns.speaking.find(({ speaker }) => speaker === prompt);
    if (one && prompt.isConnected)
        prompt.setVisible(!one.back);
}
/** It is not shown any more. Of who takes it away by code, nothing is remembered but an answer. */
function closed(prompt) {
    const answered = !!prompt.querySelector('[data-stage=chosen],[data-stage=thanked]');
    if (answered || prompt.isDismissed)
        turns.noteDown(prompt, answered ? 'answered' : 'dismissed');
    turns.end(prompt);
    prompt.emit('closed', { answered });
    if (prompt.isDismissed && !answered)
        prompt.emit('dismissed');
    prompt.isTold = prompt.isDismissed = false;
    cameBy.delete(prompt);
    // Somebody has shown it again before this was there.
    if (prompt.open)
        turns.show(prompt);
}
/** It has gone from the page, in whose `body` all that stood when it came; it may have gone before it could join. */
function gone(prompt, body) {
    follow();
    if (body)
        putBack(prompt, { body, path: paths.get(prompt) ?? location.pathname });
    if (!prompt.open)
        return;
    wiped = prompt;
    setTimeout(() => wiped === prompt && (wiped = undefined), MADE_ANEW_WITHIN);
}
/** Where the card lies, or would; undefined where it is not seen, and so has not moved. */
function lies(prompt, base) {
    // The page may have changed its language, or the prompt's place.
    name(prompt, base);
    const one = turns.speaking.find(({ speaker }) => speaker === prompt);
    if (one && !one.back)
        prompt.setVisible(true);
    // What stands in the page's own text covers nothing.
    if (!base.popover)
        return new DOMRect();
    const box = prompt.beside === undefined ? base.getBoundingClientRect() : prompt.measure();
    return box?.width ? box : undefined;
}
/** What had the focus when a prompt was first shown. */
const pressed = new WeakMap();
/** Attends to `prompt`, whose card is `base`, until what is returned is called; who can't see it hears of it the `first` time. */
function attend(prompt, base, first) {
    // It may have been closed before this was there.
    if (!prompt.open || !prompt.isConnected)
        return;
    void introduce(prompt, base, first);
    if (first)
        pressed.set(prompt, focused());
    const ends = [keyboardSafe(base), keepLooking(prompt, () => lies(prompt, base), pressed.get(prompt) ?? null)];
    // Remembered at once: who goes on to another page closes nothing. What the shop has cancelled was no answer.
    const answered = (event) => queueMicrotask(() => {
        const isAnswer = event.type === 'curtsy-submit' || event.detail?.score !== undefined;
        if (isAnswer && !event.defaultPrevented)
            turns.noteDown(prompt, 'answered');
    });
    let speaks = false;
    const notice = () => {
        const last = turns.speaking.at(-1);
        speaks = last?.speaker === prompt && !last.back;
    };
    const key = ({ key, defaultPrevented, isComposing }) => {
        // In a field of the page it is the field's, and over a full screen the browser's.
        if (key !== 'Escape' || !speaks || defaultPrevented || isComposing || document.fullscreenElement)
            return;
        if (!isOverAnywhere(prompt) && !isTypingElsewhere(prompt))
            prompt.dismiss();
    };
    // The first to hear of a key sees what was there before it, and the last whether somebody else took it.
    addEventListener('keydown', notice, true);
    addEventListener('keydown', key);
    ANSWERS.forEach((type) => prompt.addEventListener(type, answered));
    return () => {
        removeEventListener('keydown', notice, true);
        removeEventListener('keydown', key);
        ANSWERS.forEach((type) => prompt.removeEventListener(type, answered));
        ends.forEach((end) => end());
        prompt.renderRoot.querySelector('p').textContent = '';
    };
}
/** Names the card of `prompt` after its question, and its button after what it closes, in the language that they have now. */
function name(prompt, base) {
    const question = questionIn(prompt);
    const slotted = question?.querySelector('[slot=question]') ?? question?.shadowRoot?.querySelector('legend');
    const words = slotted?.textContent?.trim() ?? '';
    const label = (element, text) => text && element.ariaLabel !== text && (element.ariaLabel = text);
    label(base, words);
    label(base.querySelector('.close'), prompt.text('closeFeedback'));
    return words;
}
/** Names the card once its question has been written; who can't see it is told, the `first` time. */
async function introduce(prompt, base, first) {
    if (!first && wiped && wiped !== prompt && isSame(prompt))
        carryOver(wiped, prompt);
    await questionIn(prompt)?.updateComplete;
    const question = name(prompt, base);
    if (first && prompt.open && prompt.isConnected)
        prompt.renderRoot.querySelector('p').textContent = prompt.text('arrived', { question });
}

export { attend, closed, come, covers, gone, isOverAnywhere };
