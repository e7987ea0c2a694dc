import { autoUpdate, computePosition, platform, offset, shift, size, hide, flip } from '@floating-ui/dom';
import { t as turns } from './prompt.js';
import { w as warnOnce } from './question-element.styles.js';
import { css } from 'lit';

/** A card beside its anchor instead of in a corner; only a prompt with `anchor` has this sheet. */
const besideStyles = css `
  .base[data-side] {
    box-sizing: border-box;
    width: min(30rem, 100vw - 32px);
    inset: var(--_y) auto auto var(--_x);
    max-height: var(--_room);
  }
`;

/**
 * Stands a prompt's card beside its `anchor`, for as long as that can be seen and leaves room; else the card is in its corner.
 * Fetched, with `@floating-ui/dom`, only where a prompt has an anchor.
 */
/** Between the card and its anchor, and between the card and the window's edge. */
const GAP = 8;
const EDGE = 16;
/** Where a card would have to be lower than this, it rather goes to its corner. */
const LOWEST = 160;
/** What was measured so long ago, in milliseconds, is taken for true. */
const HOLDS = 500;
const padding = EDGE;
const FLIPS = flip({ padding, fallbackAxisSideDirection: 'end' });
const stands = new WeakSet();
/** Sees from now on to the place of `prompt`'s card. */
function standBeside(prompt) {
    if (stands.has(prompt))
        return;
    stands.add(prompt);
    const base = prompt.renderRoot.querySelector('.base');
    prompt.renderRoot.adoptedStyleSheets.push(besideStyles.styleSheet);
    /** Where the card lies, or would. */
    let box;
    let measured = -HOLDS;
    let isMeasuring = false;
    /** What somebody is at goes to another side only when it must. */
    let isInUse = false;
    let frame = 0;
    /** Undefined while nobody sees the card. */
    let stop;
    const speaks = () => turns.speaking.find(({ speaker }) => speaker === prompt);
    async function place() {
        const at = prompt.beside;
        const held = isInUse && base.dataset['side'];
        const stays = at && held ? await besideOf(base, at, held, []) : undefined;
        const found = stays ?? (at ? await besideOf(base, at, prompt.placement ?? '', [FLIPS]) : undefined);
        if (found) {
            base.style.setProperty('--_x', `${Math.round(found.x)}px`);
            base.style.setProperty('--_y', `${Math.round(found.y)}px`);
            base.style.setProperty('--_room', `${found.room}px`);
            base.dataset['side'] = found.placement;
        }
        else
            delete base.dataset['side'];
        box = base.getBoundingClientRect();
    }
    function letGo() {
        cancelAnimationFrame(frame);
        stop?.();
        stop = undefined;
        isInUse = false;
    }
    function follow() {
        letGo();
        prompt.beside = anchorOf(prompt);
        void place();
        const soon = () => {
            if (!base.isConnected)
                letGo();
            cancelAnimationFrame(frame);
            // A card that changed its size while sizes are told would be an error in the page.
            if (stop)
                frame = requestAnimationFrame(() => void place());
        };
        stop = () => { };
        if (prompt.beside)
            stop = autoUpdate(prompt.beside, base, soon);
    }
    async function measure() {
        prompt.beside = anchorOf(prompt);
        isMeasuring = true;
        base.togglePopover(true);
        isMeasuring = false;
        // Nothing is painted before this is done.
        await place();
        measured = performance.now();
        const at = speaks();
        if (at && !at.back)
            follow();
        else if (base.isConnected)
            base.togglePopover(false);
        const trigger = turns.waiting.get(prompt);
        if (trigger)
            turns.wish(prompt, trigger);
    }
    for (const type of ['pointerdown', 'keydown'])
        prompt.addEventListener(type, () => (isInUse = true));
    base.addEventListener('beforetoggle', ({ newState }) => {
        if (newState === 'closed')
            letGo();
        else if (!isMeasuring)
            follow();
    });
    prompt.measure = () => {
        if (stop && prompt.beside !== anchorOf(prompt))
            follow();
        if (stop)
            return base.getBoundingClientRect();
        const isKnown = performance.now() - measured < HOLDS;
        if (!isKnown)
            void measure();
        // Who has stepped back is looked for again and again, and what was found last time does.
        return isKnown || speaks() ? box : undefined;
    };
    // An anchor may be given to a card that stands there already.
    if (base.matches(':popover-open'))
        follow();
}
/** The first element that `anchor` names and that is not hidden. */
function anchorOf(prompt) {
    const { anchor } = prompt;
    if (!anchor)
        return null;
    try {
        const all = [prompt.getRootNode(), document].flatMap((root) => [...root.querySelectorAll(anchor)]);
        // One that has been there and is gone was no mistake.
        if (!all[0] && prompt.beside === undefined)
            warnOnce('no-anchor', anchor);
        return all.find((one) => one.checkVisibility({ visibilityProperty: true })) ?? null;
    }
    catch {
        warnOnce('bad-attribute', 'curtsy-prompt anchor', anchor, ['a CSS selector'], 'its corner');
        return null;
    }
}
/** Where `base` lies beside `anchor`, tried first on the side that `tried` names; undefined where it can't. */
async function besideOf(base, anchor, tried, flips) {
    let room = Infinity;
    const within = base.querySelector('.within');
    /** As high as its content asks for, whatever room it had last time. */
    const height = base.offsetHeight + within.scrollHeight - within.clientHeight;
    const found = await computePosition(anchor, base, {
        strategy: 'fixed',
        placement: /-/.test(tried) ? tried : 'bottom-end',
        platform: { ...platform, getDimensions: () => ({ width: base.offsetWidth, height: Math.min(height, room) }) },
        middleware: [
            offset(GAP),
            ...flips,
            shift({ padding }),
            size({ padding, apply: ({ availableHeight }) => void (room = Math.floor(availableHeight)) }),
            hide(),
        ],
    });
    const isHidden = found.middlewareData.hide?.referenceHidden;
    return isHidden || room < Math.min(height, LOWEST) ? undefined : { ...found, room };
}

export { standBeside };
