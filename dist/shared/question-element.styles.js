import { LitElement, css } from 'lit';

/** Chunks that come after the first: fetched again until they are there, since a shop's network comes and goes. */
/** Calls `load` until it succeeds, waiting 1 s, 2 s, 4 s … up to a minute, or less when the browser comes online. */
async function later(load) {
    for (let wait = 1e3;; wait = Math.min(wait * 2, 6e4)) {
        try {
            return await load();
        }
        catch (error) {
            console.debug('[curtsy]', error);
            await new Promise((go) => {
                setTimeout(go, wait);
                addEventListener('online', go, { once: true });
            });
        }
    }
}
/** Runs `task` when the page has nothing better to do; Safari has no idle callback. */
function atIdle(task) {
    // A page that is never idle gets it after two seconds; to `setTimeout` these options mean at once.
    (window.requestIdleCallback ?? setTimeout)(task, { timeout: 2e3 });
}

const modules = {
    ar: () => import('./ar.js'),
    de: () => import('./de.js'),
};
/** How to fetch the texts of `language`; undefined where there are none. */
function loadLocale(language) {
    const load = modules[language];
    return load && (() => later(load));
}

const known = {};
const asked = {};
/** Adds texts of a language; later ones are added to earlier ones. */
function addStrings(locale, strings) {
    known[locale] = { ...known[locale], ...strings };
}
/** `tag` and its main language. */
const candidates = (tag) => [tag.toLowerCase(), tag.toLowerCase().split(/[-_]/)[0]];
/** The language in which texts for `tag` are there now, else English. */
function textLanguage(tag) {
    return candidates(tag).find((name) => known[name]) ?? 'en';
}
/** Fetches the texts for `tag`, once, if they are not there and can be had. Undefined where nothing is to be waited for. */
function awaitStrings(tag) {
    const language = candidates(tag).find((name) => known[name] ?? loadLocale(name));
    if (!language || known[language])
        return;
    return (asked[language] ??= loadLocale(language)?.().then((chunk) => addStrings(language, chunk.strings)));
}
/** The text of `key` in `language`, the first of `overrides` that has it winning, nothing while its chunk is on the way; `{name}` takes the value of that name. */
function say(key, language, overrides, values = {}) {
    const text = [...overrides, known[language], known.en].find((strings) => strings?.[key] != null)?.[key] ?? '';
    return text.replace(/{(\w+)}/g, (whole, name) => String(values[name] ?? whole));
}

/** `window.curtsy`: the calls that a page queues before the script is there, and afterwards the API itself. */
/** The page's queue; an element with `id="curtsy"` is not it. */
function pageQueue() {
    const page = window;
    return Array.isArray(page.curtsy) ? page.curtsy : (page.curtsy = []);
}

/**
 * Warns once of `code` and its first detail. The sentence comes with a chunk that only a page with a mistake downloads; where
 * that can't be had, the bare facts are told.
 */
function warnOnce(code, ...details) {
    const queue = pageQueue();
    const warned = (queue.warned ??= {});
    const once = `${code} ${details[0]}`;
    if (warned[once])
        return;
    warned[once] = true;
    import('./messages.js')
        .then((chunk) => console.warn(`[curtsy] ${chunk.messages[code](...details)} (${code})`))
        .catch(() => console.warn('[curtsy]', code, ...details));
}

/**
 * What the shop set, whichever way it did: `data-*` on script tags, JSON blocks, calls queued before the script,
 * `configure()`. This file only gathers and merges; `check.ts`, which arrives later, judges.
 */
const configured = [];
const followers = new Set();
/** Adds a layer above all others, and tells who follows. */
function addSettings(settings) {
    configured.push(settings);
    followers.forEach((follower) => follower());
}
/** Calls `follower` after every later change, until the returned function is called. */
function followSettings(follower) {
    followers.add(follower);
    return () => void followers.delete(follower);
}
/** All layers merged, later over earlier, for responses of `source` (none: the page's own). */
function rawSettings(source) {
    const queue = pageQueue();
    const tags = queue.tags ?? [];
    return Object.assign({}, ...[...tags].reverse().map(parsed), parsed(tags.find((tag) => source && tag.source === source) ?? {}), ...[...document.querySelectorAll('script[data-curtsy]')].map((block) => parse('data-curtsy', block.textContent)), ...queue.filter((call) => call?.[0] === 'configure').map((call) => call[1]), ...configured);
}
/** Objects and lists in `data-*` are JSON; all else stays text until `check.ts` reads it. */
function parsed(tag) {
    return JSON.parse(JSON.stringify(tag), (name, value) => typeof value === 'string' && /^\s*[[{]/.test(value) ? parse(name, value) : value);
}
function parse(name, json) {
    try {
        return JSON.parse(json);
    }
    catch {
        warnOnce('bad-json', name, json);
        return undefined;
    }
}

/** Registers an element, unless another copy of Curtsy has: a tag can be defined once a page. */
function define(tag, element) {
    if (!customElements.get(tag))
        customElements.define(tag, element);
    else
        warnOnce('second-copy', 'Curtsy');
}

/** Which language an element speaks. */
/** The element's `lang`, its nearest ancestor's through shadow hosts, the setting, the document's, the browser's, English. */
function languageOf(element) {
    const root = document.documentElement;
    for (let at = element; at; at = at.getRootNode().host) {
        const near = at.closest('[lang]');
        if (near?.lang && near !== root)
            return near.lang;
    }
    return String(rawSettings().locale ?? '') || root.lang || navigator.language || 'en';
}

/** What every element has: its texts in its language, its events, and a word for attributes that can't mean anything. */
/** How long a language's texts are waited for before English is shown, in milliseconds. */
const LANGUAGE_WITHIN = 500;
class CurtsyElement extends LitElement {
    static { this.properties = {
        source: {},
        strings: { attribute: false },
        quiet: { state: true, attribute: false },
    }; }
    #waiting;
    connectedCallback() {
        super.connectedCallback();
        this.speak();
    }
    /** The text of `key` in the element's language: the shop's, unless it is to be `ours`. @internal */
    text(key, values, ours) {
        const tag = languageOf(this);
        const shop = rawSettings(this.source).strings;
        return say(key, textLanguage(tag), ours ? [] : [this.strings, shop?.[tag], shop?.[tag.split('-')[0]]], values);
    }
    /** The language that its texts are in. @internal */
    get language() {
        return textLanguage(languageOf(this));
    }
    /** Sees to it that the texts of the element's language are there, and says them. @internal */
    speak() {
        const waiting = awaitStrings(languageOf(this));
        // Said again while it waits, it waits no longer than from the first.
        if (waiting !== this.#waiting) {
            this.#waiting = waiting;
            this.quiet = !!waiting;
            setTimeout(() => (this.quiet = false), LANGUAGE_WITHIN);
            void waiting?.then(() => this.speak());
        }
        this.requestUpdate();
    }
    /** The value of the attribute `name` if it is one of `allowed`, else the first of them, and a warning. @internal */
    oneOf(name, given, allowed) {
        const [usual] = allowed;
        const found = allowed.find((value) => value === (given ?? usual));
        if (!found)
            warnOnce('bad-attribute', `${this.localName} ${name}`, given, allowed, usual);
        return found ?? usual;
    }
    /** @internal */
    emit(name, detail = {}, cancelable = false) {
        return this.dispatchEvent(new CustomEvent(`curtsy-${name}`, { detail, bubbles: true, composed: true, cancelable }));
    }
}

/**
 * The card and the question: what is seen up to a first press; the rest is in `conversation.styles.ts`. Tokens are read here and
 * never declared, so a value on the page, a section or one element holds; `--_` names are this project's own.
 *
 * `--_ink` is the accent as a line or as text on the surface: made darker in light schemes and lighter in dark ones, as far as
 * 4.5:1 needs.
 */
const questionStyles = css `
  :host {
    box-sizing: border-box;
    display: grid;
    width: 100%;
    max-width: 30rem;
    container-type: inline-size;
  }
  :host([hidden]) {
    display: none;
  }
  .base {
    all: initial;
    --_accent: var(--curtsy-accent, #3b5bdb);
    --_surface: var(--curtsy-surface, light-dark(#fff, #1c1d20));
    --_text: var(--curtsy-text, light-dark(#1a1a1a, #f1f1f1));
    --_muted: var(--curtsy-muted, light-dark(#5c5c5c, #a9a9ad));
    --_line: color-mix(in oklab, var(--_text) 16%, transparent);
    --_ink: light-dark(oklch(from var(--_accent) min(l, 0.48) c h), oklch(from var(--_accent) max(l, 0.76) c h));
    --_tint: color-mix(in oklab, var(--_ink) 9%, transparent);
    --_space: var(--curtsy-space, 4px);
    --_radius: var(--curtsy-radius, 16px);
    --_target: max(24px, var(--curtsy-target, 44px));
    display: flex;
    flex-wrap: wrap;
    align-content: start;
    align-items: center;
    padding: calc(var(--_space) * 6);
    font: inherit;
    font-family: var(--curtsy-font, inherit);
    font-size: var(--curtsy-font-size, 1rem);
    line-height: 1.5;
    color: var(--_text);
    color-scheme: inherit;
    visibility: inherit;
    overflow-wrap: anywhere;
    hyphens: auto;
    hyphenate-limit-chars: 14 5 5;
    background: var(--_surface);
    border: var(--_frame, 1px) solid oklch(from var(--_surface) 0.5 0 0 / calc(alpha * 0.2));
    border-radius: var(--_radius);
    box-shadow: var(--curtsy-shadow, 0 4px 20px oklch(from var(--_surface) 0 0 0 / calc(alpha * 0.06)));
  }
  .base > * {
    box-sizing: border-box;
    flex: 0 0 100%;
    min-width: 0;
  }
  [data-quiet] :not(label, svg, svg *) {
    color: transparent !important;
  }
  fieldset,
  legend,
  p {
    padding: 0;
    margin: 0;
    border: 0;
  }
  legend {
    font-size: 1.125em;
    font-weight: 600;
    line-height: 1.35;
    text-wrap: balance;
  }
  label {
    position: relative;
    box-sizing: border-box;
    display: flex;
    align-items: center;
    min-height: var(--_target);
    line-height: 1.3;
    cursor: pointer;
    border: 2px solid transparent;
    border-radius: calc(var(--_radius) * 0.75);
  }
  label:has(:checked) {
    font-weight: 600;
    color: var(--_ink);
    background: var(--_tint);
    border-color: currentColor !important;
  }
  label input {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    margin: 0;
    cursor: inherit;
    opacity: 0;
  }
  @container (max-width: 24em) {
    .base {
      padding: calc(var(--_space) * 4);
    }
  }
`;

export { CurtsyElement as C, addSettings as a, addStrings as b, atIdle as c, later as d, define as e, followSettings as f, languageOf as l, pageQueue as p, questionStyles as q, rawSettings as r, textLanguage as t, warnOnce as w };
