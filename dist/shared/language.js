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

export { addSettings as a, addStrings as b, atIdle as c, later as d, define as e, awaitStrings as f, followSettings as g, languageOf as l, pageQueue as p, rawSettings as r, say as s, textLanguage as t, warnOnce as w };
