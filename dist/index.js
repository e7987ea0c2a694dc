import { o as openStores, B as BATCH, g as gateOf, W as WAITING, D as DEAD, c as checked, u as usedNames, w as wake, f as forgetHeld, a as unfollow, b as atOnce, d as drain, e as destinations, p as prepare } from './shared/submit.js';
export { C as CurtsyError } from './shared/submit.js';
import { m as markWaiting, r as rawSettings, w as warnOnce, p as pageQueue, a as addSettings } from './shared/question-element.js';
export { C as CurtsyCallback } from './shared/callback.js';
export { CurtsyExpectation } from './expectation.js';
export { CurtsyRating } from './rating.js';

/** What a developer can see and do with the outbox. */
/** A dead letter that is tried again gets this long, in milliseconds. */
const WEEK = 6048e5;
/** What waits to be sent, oldest first; `endpointOf` says where it would go now. */
const pending = (endpointOf) => entries(WAITING, async (access, record, { nextAt, last }) => {
    const endpoint = endpointOf(record);
    const gate = endpoint ? await access.get(gateOf(endpoint)) : undefined;
    // What an endpoint did that was corrected since is of no account.
    const own = last && endpoint && last.endpoint !== endpoint ? 0 : nextAt;
    return Math.max(own || Date.now(), gate?.nextAt ?? 0);
});
/** What the endpoint refused, oldest first. */
const rejected = () => entries(DEAD, async () => undefined);
/** Every response on this device, whole; one in a format other than JSON as its text. */
const all = () => inEveryStore(async (access) => [...(await access.all(DEAD)), ...(await access.all(WAITING))].map(whole));
/** Puts dead letters (all, or those of `id`) back to wait, due now. */
async function revive(id) {
    await inEveryStore(async (access) => {
        for (const record of await access.all(DEAD)) {
            if (id && record.id !== id)
                continue;
            markWaiting(true);
            access.remove(record.key);
            const key = record.key.replace(DEAD, WAITING);
            access.put({ ...record, key, expiresAt: Date.now() + WEEK, attempts: 0, errors: 0, nextAt: 0 });
        }
        return [];
    });
}
/** Erases every record. */
async function clear() {
    await inEveryStore(async (access) => {
        markWaiting(false);
        access.clear();
        return [];
    });
}
async function inEveryStore(step) {
    const lists = [];
    let failure;
    for (const store of await openStores()) {
        try {
            lists.push(await store.change(step));
        }
        catch (error) {
            failure = error;
        }
    }
    // A store that fails hides no other.
    if (lists.length === 0)
        throw failure;
    return lists.flat();
}
/** A member of a batch stands where its batch stands. */
const entries = (prefix, nextOf) => inEveryStore(async (access) => {
    const batches = await access.all(BATCH);
    const list = [];
    for (const record of await access.all(prefix)) {
        const standing = batches.find(({ keys }) => keys.includes(record.key)) ?? record;
        list.push(entry(record, standing, await nextOf(access, record, standing)));
    }
    return list;
});
function entry(record, { attempts, last }, nextAt) {
    const { id, revision, kind, createdAt } = record;
    return {
        id,
        revision,
        kind,
        createdAt: new Date(createdAt).toISOString(),
        attempts,
        nextAttemptAt: nextAt === undefined ? undefined : new Date(nextAt).toISOString(),
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
    locale: 'language',
    callback: 'object',
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
    pending: () => pending(destinations()),
    /** What the endpoint refused: kept, never sent again by itself. */
    rejected,
    /** Sends now what waits, whatever it waits for; drafts stay. */
    async flush() {
        const sent = await Promise.all(atOnce);
        const delivered = sent.filter(Boolean).length + (await drain('all'));
        return { delivered, waiting: (await outbox.pending()).length };
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

/** Makes `push` the queue's own; a page that froze `Array.prototype` allows no plain assignment. */
function takePush(queue, push) {
    Object.defineProperty(queue, 'push', { value: push, writable: true, configurable: true });
}

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
    takePush(page, (...later) => later.forEach(run));
    Object.assign(page, api, { version: VERSION });
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
