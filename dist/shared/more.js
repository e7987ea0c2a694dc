import { d as later, w as warnOnce } from './question-element.styles.js';
import { o as onActivity } from './activity.js';

/** What every trigger is: a moment to wait for. */
/** Listens to `type` on `target`, whatever becomes of the event there, until `signal` is aborted. */
function listen(target, type, hear, signal) {
    const options = { capture: true, passive: true };
    target.addEventListener(type, hear, options);
    signal.addEventListener('abort', () => target.removeEventListener(type, hear, options));
}
/** Milliseconds of `30s`; NaN of anything else. */
const milliseconds = (detail) => Number(/^([\d.]+)s$/.exec(detail)?.[1]) * 1e3;

/** `after 30s`: so long after the page was come to. */
const after = (fire, detail, signal) => {
    const time = milliseconds(detail);
    if (isNaN(time))
        return false;
    const timer = setTimeout(fire, time);
    signal.addEventListener('abort', () => clearTimeout(timer));
    return true;
};

/** `click SELECTOR`: a press on such an element, whenever it came into the page. */
const click = (fire, selector, signal) => {
    // Throws where it is none, before anybody has clicked.
    document.querySelector(selector);
    const look = (event) => event.composedPath().some((node) => node instanceof Element && node.matches(selector)) && fire();
    listen(window, 'click', look, signal);
    return true;
};

/** `event NAME`: the shop dispatches such an event, on whatever. */
const event = (fire, name, signal) => {
    if (!name)
        return false;
    listen(window, name, fire, signal);
    return true;
};

/** `exit`: the pointer leaves through the top of the window, where a browser's buttons are. Nothing is held back by it. */
const exit = (fire, _, signal) => {
    const root = document.documentElement;
    const look = ({ clientY, target }) => target === root && clientY <= 0 && fire();
    listen(root, 'mouseleave', (event) => look(event), signal);
    return true;
};

/** `idle 20s`: nobody has stirred for so long. */
const idle = (fire, detail, signal) => {
    const time = milliseconds(detail);
    if (isNaN(time))
        return false;
    let last = performance.now();
    let timer;
    // One timer that finds out whether it is too early, instead of one for each move of a mouse.
    const look = () => {
        const left = last + time - performance.now();
        if (left > 0)
            timer = setTimeout(look, left);
        else
            fire();
    };
    const stop = onActivity(() => (last = performance.now()));
    look();
    signal.addEventListener('abort', () => {
        stop();
        clearTimeout(timer);
    });
    return true;
};

/** `scroll 60%`: that much of the way to the end, in the page or in whatever fills it and scrolls in its place. */
const scroll = (fire, detail, signal) => {
    const share = Number(/^([\d.]+)%$/.exec(detail)?.[1]) / 100;
    if (isNaN(share))
        return false;
    const look = ({ target }) => {
        const at = target === document ? document.scrollingElement : target;
        if (!at)
            return;
        const way = at.scrollHeight - at.clientHeight;
        const isMost = at.clientHeight * 2 > innerHeight && at.clientWidth * 2 > innerWidth;
        if (isMost && way > 0 && at.scrollTop >= way * share)
            fire();
    };
    listen(document, 'scroll', look, signal);
    return true;
};

/** `slow`: this page turned out poor by its largest paint or its answers to presses; the library that knows comes late. */
/** The library takes no listener back: it is asked once, for whoever waits. */
const waiting = new Set();
let asked;
let isPoor = false;
const ask = () => later(() => import('./vitals.js')).then(({ watchVitals }) => watchVitals((name, { rating }) => {
    if (name === 'CLS' || rating !== 'poor')
        return;
    isPoor = true;
    waiting.forEach((fire) => fire());
}));
const slow = (fire, _, signal) => {
    waiting.add(fire);
    signal.addEventListener('abort', () => waiting.delete(fire));
    void (asked ??= ask()).then(() => isPoor && waiting.has(fire) && fire());
    return true;
};

const visible = (fire, selector, signal) => {
    const inView = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && fire());
    let watched = null;
    const look = () => {
        const found = document.querySelector(selector);
        if (found === watched)
            return;
        if (watched)
            inView.unobserve(watched);
        if (found)
            inView.observe(found);
        watched = found;
    };
    const arrivals = new MutationObserver(look);
    arrivals.observe(document, { childList: true, subtree: true });
    signal.addEventListener('abort', () => {
        arrivals.disconnect();
        inView.disconnect();
    });
    // Throws where it is no selector.
    look();
    return true;
};

/** The triggers that wait for something on the page: a chunk of its own, for prompts that name one of them. */
const more = { __proto__: null, after, scroll, idle, exit, visible, click, event, slow };
/** Of these every time counts, of the others the first. */
const AGAIN = ['click', 'event'];
/** Arms the trigger `name` until `signal` is aborted; where it is none, or `detail` means nothing to it, the shop is told. */
function armMore(fire, name, detail, signal) {
    if (signal.aborted)
        return;
    const own = new AbortController();
    const stop = () => own.abort();
    signal.addEventListener('abort', stop);
    const fired = () => {
        fire();
        if (!AGAIN.includes(name))
            stop();
    };
    try {
        if (more[name]?.(fired, detail, own.signal))
            return;
    }
    catch {
        // A selector that is none.
    }
    stop();
    warnOnce('bad-trigger', `${name} ${detail}`.trim());
}

export { armMore };
