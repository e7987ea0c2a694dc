import { c as change, W as WAITING, D as DEAD, a as checked, u as usedNames, w as wake, f as forgetHeld, b as unfollow, d as drain, p as prepare } from './shared/submit.js';
export { C as CurtsyError } from './shared/submit.js';
import { m as markWaiting, r as rawSettings, w as warnOnce, p as pageQueue, a as addSettings } from './shared/question-element.js';
export { CurtsyCallback } from './callback.js';
export { CurtsyExpectation } from './expectation.js';
export { CurtsyRating } from './rating.js';

/** What a developer can see and do with the outbox. */
/** A dead letter that is tried again gets this long, in milliseconds. */
const WEEK = 6048e5;
/** What waits to be sent, oldest first. */
const pending = () => list(WAITING, entry);
/** What the endpoint refused, oldest first. */
const rejected = () => list(DEAD, entry);
/** Every response on this device, whole; one in a format other than JSON as its text. */
const all = () => list('', whole);
/** Puts dead letters (all, or those of `id`) back to wait, due now. */
const revive = (id) => change(DEAD, (dead, put, remove) => {
    for (const record of dead) {
        if (id && record.id !== id)
            continue;
        markWaiting(true);
        remove(record.key);
        put({ ...record, key: record.key.replace(DEAD, WAITING), expiresAt: Date.now() + WEEK, attempts: 0, nextAt: 0 });
    }
});
/** Erases every record. */
const clear = () => change('', (records, _, remove) => {
    markWaiting(false);
    records.forEach((record) => remove(record.key));
});
async function list(prefix, show) {
    return (await change(prefix, (records) => records)).map(show);
}
function entry({ key, id, revision, kind, createdAt, attempts, nextAt, last }) {
    return {
        id,
        revision,
        kind,
        createdAt: new Date(createdAt).toISOString(),
        attempts,
        nextAttemptAt: key.startsWith(WAITING) ? new Date(nextAt).toISOString() : undefined,
        status: last?.status,
    };
}
function whole({ body }) {
    try {
        return JSON.parse(body);
    }
    catch {
        return body;
    }
}

/** Judges the settings that `check.ts` leaves out, and finds names that are none. */
const rules = {
    batch: 100,
    locale: 'language',
    callback: 'object',
    maxPending: 1e6,
    maxBytes: 1e9,
    quietPages: 'list',
    impressions: 'off|on',
    analytics: 'off|datalayer',
    phoneAdapter: 'function',
    strings: 'object',
};
/** Warns of what is wrong with the page's settings, once each. */
function judgeSettings() {
    for (const [name, given] of Object.entries(rawSettings())) {
        const rule = rules[name];
        if (rule && given !== undefined)
            checked(name, rule, given);
        else if (!rule && !usedNames.includes(name))
            warnOnce('unknown-setting', name, [...usedNames, ...Object.keys(rules)].sort());
    }
    const tags = pageQueue().tags ?? [];
    if (new Set(tags.map((tag) => tag.source)).size < tags.length)
        warnOnce('second-copy', 'Curtsy');
}

/** The JavaScript surface: what `window.curtsy` and the package export. */
/** Changes settings from now on, over all that was set before. A bad one warns and is left out. */
function configure(settings) {
    addSettings(settings);
    judgeSettings();
    wake();
}
/** Says who is shopping. Kept in this page's memory only. */
function identify(customer) {
    configure({ customer });
}
/** Erases all that Curtsy holds in this browser, answers that were not sent among it. */
async function forget() {
    addSettings({ customer: undefined });
    forgetHeld();
    await outbox.clear();
}
/** Looks for elements inside a shadow root, which the script tag can't see. Where modules are imported it is not needed. */
function watch(root) {
    pageQueue().seek?.(root);
}
/** The queue of answers on this device. */
const outbox = {
    /** What waits to be sent, oldest first. */
    pending,
    /** What the endpoint refused: kept, never sent again by itself. */
    rejected,
    /** Sends now what waits, whatever it waits for; drafts stay. */
    async flush() {
        const delivered = await drain((record) => !record.draft);
        return { delivered, waiting: (await pending()).length };
    },
    /** Tries refused answers again: those of `id`, or all. */
    async retry(id) {
        await revive(id);
        wake();
    },
    /** Every response on this device, whole; one in a format other than JSON as its text. */
    export: all,
    /** Erases every answer that was not sent. */
    async clear() {
        unfollow();
        await clear();
    },
};

var api = /*#__PURE__*/Object.freeze({
    __proto__: null,
    configure: configure,
    forget: forget,
    identify: identify,
    outbox: outbox,
    watch: watch
});

const VERSION = "0.1.0";

/** Makes `window.curtsy` the API: runs the calls that the page queued, and says that it is ready. */
/** Installs the API, with `more` calls besides; a second copy on the page warns and changes nothing. */
function install(more = {}) {
    const page = pageQueue();
    if (page.version)
        return warnOnce('second-copy', 'Curtsy');
    const calls = { ...api, ...more };
    const run = (call) => {
        const [name, ...given] = Array.isArray(call) ? call : [call];
        const called = calls[name];
        try {
            if (typeof called === 'function')
                called(...given);
            else
                warnOnce('unknown-call', name);
        }
        catch (error) {
            warnOnce('shop-function', name, String(error));
        }
    };
    const queued = page.splice(0);
    Object.assign(page, api, { version: VERSION, push: (...later) => later.forEach(run) });
    queued.forEach(run);
    judgeSettings();
    document.dispatchEvent(new Event('curtsy-ready'));
}

/** The package's door: registers the elements and exports the API. */
// Also imported where there is no page, to render on a server.
if (typeof document !== 'undefined') {
    install();
    prepare();
}

export { configure, forget, identify, outbox, watch };
