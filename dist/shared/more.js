import { m as milliseconds, o as onActivity } from './prompt.js';
import { d as later } from './language.js';

const click = (fire, selector) => {
    // Throws where it is none, before anybody has clicked.
    document.querySelector(selector);
    const look = (event) => event.composedPath().some((node) => node instanceof Element && node.matches(selector)) && fire();
    addEventListener('click', look, true);
    return () => removeEventListener('click', look, true);
};

const event = (fire, name) => {
    if (!name)
        return;
    addEventListener(name, fire, true);
    return () => removeEventListener(name, fire, true);
};

const exit = (fire) => {
    const root = document.documentElement;
    const look = ({ clientY }) => clientY <= 0 && fire();
    root.addEventListener('mouseleave', look);
    return () => root.removeEventListener('mouseleave', look);
};

/** `idle 20s`: nobody has stirred for so long. */
const idle = (fire, detail) => {
    const time = milliseconds(detail);
    if (isNaN(time))
        return;
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
    return () => {
        stop();
        clearTimeout(timer);
    };
};

const scroll = (fire, detail) => {
    const share = Number(/^([\d.]+)%$/.exec(detail)?.[1]) / 100;
    if (isNaN(share))
        return;
    const look = ({ target }) => {
        const at = target === document ? document.scrollingElement : target;
        const way = at.scrollHeight - at.clientHeight;
        if (at.clientHeight * 2 > innerHeight && at.scrollTop >= way * share)
            fire();
    };
    const options = { capture: true, passive: true };
    document.addEventListener('scroll', look, options);
    return () => document.removeEventListener('scroll', look, options);
};

/** `slow`: this page turned out poor by its largest paint or its answers to presses; the library that knows comes late. */
const slow = (fire) => {
    let isArmed = true;
    void later(() => import('./vitals.js')).then(({ watchVitals }) => watchVitals((name, { rating }) => isArmed && name !== 'CLS' && rating === 'poor' && fire()));
    // The library takes no listener back: this one turns deaf.
    return () => (isArmed = false);
};

const visible = (fire, selector) => {
    const inView = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && fire());
    const look = () => {
        const found = document.querySelector(selector);
        if (!found)
            return;
        arrivals.disconnect();
        inView.observe(found);
    };
    const arrivals = new MutationObserver(look);
    arrivals.observe(document, { childList: true, subtree: true });
    look();
    return () => {
        arrivals.disconnect();
        inView.disconnect();
    };
};

/** The triggers that wait for something on the page: a chunk of its own, for prompts that name one of them. */
const more = {
    __proto__: null,
    scroll,
    idle,
    exit,
    visible,
    click,
    event,
    slow,
};

export { more };
