import { m as markWaiting, w as warnOnce, g as later, i as idOf, e as mine, H as HELD, r as rawSettings, M as MARKER, p as pageQueue, h as hold } from './question-element.js';
import { promisifyRequest } from 'idb-keyval';

class CurtsyError extends Error {
    constructor(code, message, cause) {
        super(`[curtsy] ${message} (${code})`, { cause });
        this.name = 'CurtsyError';
        this.code = code;
    }
}

/**
 * IndexedDB by way of idb-keyval, with a `UseStore` of our own: strict durability, limits on waiting, and a connection
 * that steps aside for others (idb-keyval's own store blocks a delete in another tab for ever).
 */
const OPEN_WITHIN = 2e3;
const COMMIT_WITHIN = 5e3;
let opening;
/** A store that is known to open. @throws {CurtsyError} storage-failed */
async function openIndexedDbStore() {
    await open();
    return {
        durable: 'indexeddb',
        change: (prefix, step) => withStore('readwrite', async (records) => {
            const committed = promisifyRequest(records.transaction);
            // Rejected also where nobody waits for it yet: the read below fails first when the transaction does.
            committed.catch(() => { });
            const result = step(await promisifyRequest(records.getAll(IDBKeyRange.bound(prefix, prefix + '\uffff'))), (record) => records.put(record, record.key), (key) => records.delete(key));
            // Said outright, a commit begun while the page is left is still carried out.
            records.transaction.commit();
            await committed;
            return result;
        }),
    };
}
const withStore = (mode, callback) => once(mode, callback).catch(() => {
    // A browser may close a connection at will, and says so only at its next use: opened anew and tried once more.
    opening = undefined;
    return once(mode, callback);
});
const once = async (mode, callback) => {
    const transaction = (await open()).transaction('kv', mode, { durability: 'strict' });
    return within(COMMIT_WITHIN, callback(transaction.objectStore('kv')));
};
function open() {
    return (opening ??= connect().catch((error) => {
        opening = undefined;
        throw error;
    }));
}
async function connect() {
    const request = indexedDB.open('curtsy');
    request.onupgradeneeded = () => request.result.createObjectStore('kv');
    const database = await within(OPEN_WITHIN, promisifyRequest(request));
    database.onclose = database.onversionchange = () => {
        database.close();
        opening = undefined;
    };
    return database;
}
const within = (limit, work) => new Promise((resolve, reject) => {
    setTimeout(reject, limit, new CurtsyError('storage-failed', `IndexedDB is silent for ${limit} ms`));
    Promise.resolve(work).then(resolve, reject);
});

function memoryStore() {
    const kept = new Map();
    return {
        durable: 'memory',
        async change(prefix, step) {
            const keys = [...kept.keys()].filter((key) => key.startsWith(prefix)).sort();
            return step(keys.map((key) => kept.get(key)), (record) => kept.set(record.key, record), (key) => kept.delete(key));
        },
    };
}

/**
 * The outbox: what waits, what is due, who may send it now, and what became of it. Every step is one transaction over
 * the store, so tabs, crashes and reloads need no other agreement. Nothing leaves it before a verified acknowledgement.
 */
/** Beginnings of a record's key. */
const WAITING = 'q/';
const DEAD = 'd/';
/** A claim's length: one request's time-out of 20 s and slack for a slow commit. */
const LEASE = 45e3;
/** A time further ahead than we ever set one was set under another clock: it counts as past. */
const ABSURD_LEASE = 6e5;
const ABSURD_WAIT = 864e5;
let opened;
/** Opens the store, once a page; where IndexedDB can't be used, answers live in memory. */
function openOutbox() {
    return (opened ??= openIndexedDbStore().catch(keptInMemory));
}
/** One step over the records of `prefix`, as `Store.change`. */
const change = async (prefix, step) => (await openOutbox()).change(prefix, step);
function keptInMemory(error) {
    warnOnce('storage-off', String(error));
    return memoryStore();
}
/**
 * Stores a response and resolves once it is committed. A draft of the same id is replaced; what was released meanwhile
 * is left as it is, and this becomes the revision after it, or after `lastRevision`, which was delivered and is gone. With
 * `adopt`, what is there of that id is enough.
 */
async function put(fresh, lastRevision, adopt) {
    const { wire, ...rest } = fresh;
    const prefix = `${WAITING}${fresh.id}.`;
    const write = async (store) => ({
        durable: store.durable,
        record: await store.change(prefix, (records, keep) => {
            const newest = records.at(-1);
            if (newest && adopt && !newest.draft)
                return newest;
            const revision = newest?.draft ? newest.revision : Math.max(lastRevision, newest?.revision ?? 0) + 1;
            const key = prefix + String(revision).padStart(4, '0');
            const times = { createdAt: Date.now(), attempts: 0, waits: 0 };
            const record = { v: 1, key, revision, ...times, ...rest, ...wire(revision) };
            // Within the transaction, so that no other tab's look at an empty store can come between.
            markWaiting(true);
            keep(record);
            return record;
        }),
    });
    return openOutbox()
        .then(write)
        .catch((error) => {
        const memory = keptInMemory(error);
        opened = Promise.resolve(memory);
        return write(memory);
    });
}
/** Deletes the draft of `id`, if it has not been released. */
const removeDraft = (id) => change(`${WAITING}${id}.`, (records, _, remove) => records.forEach((record) => record.draft && remove(record.key)));
/**
 * Takes the oldest due record for this page, for 45 seconds, and releases it if it was a draft. `endpointOf` resolves where
 * a record would go now; one without an endpoint waits, and one whose endpoint was corrected since its last attempt is due
 * at once, as is one that `early` names. With `key`, that record alone, due or not.
 */
const claim = (endpointOf, early = () => false, key = WAITING) => change(key, (records, keep, remove) => {
    const now = Date.now();
    const keys = records.map((record) => record.key);
    let wakeAt = Infinity;
    if (key === WAITING)
        markWaiting(records.length > 0);
    for (const record of records) {
        const endpoint = endpointOf(record);
        const { lease, last, nextAt } = record;
        const leased = lease && lease.until > now && lease.until < now + ABSURD_LEASE;
        if (record.expiresAt <= now && !leased) {
            remove(record.key);
            keep(dead(record, { last: { status: 0, reason: 'older than maxAge', at: now, endpoint: '' } }));
        }
        else if (endpoint) {
            const mended = last && last.endpoint !== endpoint;
            const waits = nextAt > now && nextAt < now + ABSURD_WAIT && key === WAITING && !mended && !early(record);
            if (leased || waits) {
                wakeAt = Math.min(wakeAt, leased ? lease.until : nextAt);
            }
            else {
                // An expired lease was an attempt that nobody lived to report.
                const attempts = record.attempts + (lease ? 1 : 0);
                const token = Math.random();
                const taken = { ...record, draft: false, attempts, lease: { token, until: now + LEASE } };
                keep(taken);
                return { record: taken, wakeAt, keys };
            }
        }
    }
    return { wakeAt, keys };
});
const dead = (record, patch) => ({
    ...record,
    ...patch,
    key: record.key.replace(WAITING, DEAD),
});
/** Ends whatever holds `record` back, a claim of this page or its being a draft: it is due now. */
const release = ({ key }) => change(key, ([current], keep) => {
    if (current)
        keep({ ...current, draft: false, lease: undefined, nextAt: 0 });
});
/** The dead letter that the record of `key` became, if it did. */
const deadLetter = (key) => change(key.replace(WAITING, DEAD), ([letter]) => letter);
/** The endpoint has it: gone, whoever holds the claim. */
const acknowledge = ({ key }) => change(key, (_, keep, remove) => remove(key));
/**
 * Ends the claim on `record`: it waits on as `patch` says or, `forGood`, becomes a dead letter, kept to be listed, retried and
 * exported. Nothing is changed if another page has claimed or acknowledged it meanwhile.
 */
const settle = (record, patch, forGood) => change(record.key, ([current], keep, remove) => {
    if (!current || current.lease?.token !== record.lease?.token)
        return;
    const next = { ...current, ...patch, lease: undefined };
    if (forGood)
        remove(record.key);
    keep(forGood ? dead(next, {}) : next);
});

const vitals = {};
let measuring;
/** Begins to measure this page's Core Web Vitals, once, with a chunk of its own. */
function measureVitals() {
    measuring ??= later(() => import('./vitals.js')).then((chunk) => chunk.watchVitals(vitals));
}
/** `context` of the wire. Query parameters and fragments are cut but for `keepParams`, another site's referrer to its origin. */
function contextOf(facts, instrument, settings) {
    if (settings.privacy === 'minimal')
        return { instrument };
    return {
        url: cut(facts.url, settings.keepParams),
        referrer: cut(facts.referrer, settings.keepParams),
        title: facts.title,
        viewport: facts.viewport,
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        instrument,
        vitals: { ...vitals },
    };
}
function cut(address, keep) {
    if (!URL.canParse(address))
        return;
    const url = new URL(address);
    // An app's referrer (android-app://…) has no origin to name but itself.
    if (url.origin !== location.origin)
        return url.origin === 'null' ? undefined : url.origin;
    for (const name of [...url.searchParams.keys()])
        if (!keep.includes(name))
            url.searchParams.delete(name);
    url.hash = url.username = url.password = '';
    return url.href;
}

/**
 * The response as it will be stored, key order included: the bytes of a response never change between attempts.
 * `context` is what `page/context.ts` made of the page under the privacy in force.
 */
function compose(said, revision, settings, context) {
    return {
        version: 1,
        id: idOf(said.key),
        revision,
        kind: said.kind,
        createdAt: said.createdAt,
        source: said.source ?? settings.source,
        touchpoint: said.touchpoint,
        locale: said.locale,
        answer: said.answer,
        complete: said.complete,
        inReplyTo: said.inReplyTo,
        customer: settings.privacy === 'full' ? settings.customer : undefined,
        metadata: settings.metadata || said.metadata ? { ...settings.metadata, ...said.metadata } : undefined,
        context,
    };
}

/** What pages of this origin held and have not stored: this page's own, and what others left behind. */
/** What a crashed page held is taken over after this; a page that was left in good order says so itself. */
const ABANDONED_AFTER = 6e4;
/** Forgets what was held, because it is stored, or was cleared. */
function letGo(key) {
    mine.delete(key);
    quietly(() => localStorage.removeItem(HELD + key));
}
/** Whether another page took over what this one held. */
function wasTaken(key) {
    return !!mine.get(key)?.kept && quietly(() => localStorage.getItem(HELD + key)) === null;
}
/** What other pages held and left behind; an entry that can't be read hides no other. */
function abandoned() {
    return (quietly(heldKeys) ?? []).flatMap((key) => {
        const held = quietly(() => JSON.parse(localStorage.getItem(key)));
        const { submission, at = 0, left } = held ?? {};
        if (!submission?.key || mine.has(submission.key))
            return [];
        return left || Math.abs(Date.now() - at) > ABANDONED_AFTER ? [submission] : [];
    });
}
/** Erases all that is held in this browser. */
function forgetHeld() {
    mine.clear();
    quietly(() => heldKeys().forEach((key) => localStorage.removeItem(key)));
}
const heldKeys = () => Object.keys(localStorage).filter((key) => key.startsWith(HELD));
/** Where storage is switched off, nothing was held. */
function quietly(look) {
    try {
        return look();
    }
    catch {
        return;
    }
}

/**
 * Judges the settings that storing and sending use: a bad one warns once and its default is used; nothing is thrown. The others are
 * judged in `judge.ts`, a little later.
 */
const rules = {
    endpoint: 'url',
    source: 'string',
    format: 'json|text|form|cloudevents|cloudevents-batch',
    headers: 'object|function',
    credentials: 'omit|same-origin|include',
    serialize: 'function',
    acknowledge: 'function',
    customer: 'object',
    metadata: 'object',
    privacy: 'full|minimal',
    keepParams: 'list',
    maxAge: 'duration',
    debug: 'true|false',
};
/** Make a value of a text; give nothing, or throw, where that can't be done. */
const readers = {
    url(given) {
        const { href, protocol } = new URL(given, document.baseURI);
        return given && /^http/.test(protocol) ? href : undefined;
    },
    language: (given) => Intl.getCanonicalLocales(given)[0],
    list: (given) => (Array.isArray(given) ? given : given.split(/[\s,]+/)),
    'true|false': (given) => ({ __proto__: null, true: true, '': true, false: false })[given],
    /** ISO 8601, of weeks to seconds; in milliseconds. */
    duration: (given) => /^P(?=.)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/
        .exec(given)
        ?.slice(1)
        .reduce((sum, part, at) => sum + (+part || 0) * [6048e5, 864e5, 36e5, 6e4, 1e3][at], 0),
};
/** Words of a rule that are types and not values. */
const TYPES = /^(string|object|function)$/;
function read(rule, given) {
    if (typeof rule === 'number')
        return Number.isInteger(+given) && +given > 0 && +given <= rule ? +given : undefined;
    if (readers[rule])
        return readers[rule](given);
    const type = given && !Array.isArray(given) ? typeof given : '';
    return rule.split('|').some((word) => (TYPES.test(word) ? word === type : word === given)) ? given : undefined;
}
/** `given` as the setting `name` with `rule` understands it; where it doesn't, a warning, and `instead`. */
function checked(name, rule, given, instead) {
    let value;
    try {
        value = read(rule, given);
    }
    catch {
        // An impossible URL, a malformed tag: as good as not understood.
    }
    if (value === undefined)
        warnOnce('bad-setting', name, given, rule, instead);
    return value ?? instead;
}
/** The settings in force for `source` (none: the page's own), every one judged and with its default. */
function settingsFor(source) {
    const raw = rawSettings(source);
    const settings = {
        source: location.origin,
        format: 'json',
        credentials: 'omit',
        privacy: navigator.globalPrivacyControl ? 'minimal' : 'full',
        keepParams: [],
        maxAge: 6048e5,
    };
    for (const [name, rule] of Object.entries(rules)) {
        if (raw[name] !== undefined)
            settings[name] = checked(name, rule, raw[name], settings[name]);
    }
    return settings;
}
const usedNames = Object.keys(rules);

/** When to try again: exponential backoff with jitter, or what the endpoint asks for. All times in milliseconds. */
const MINUTE = 6e4;
const HOUR = 36e5;
/** Doubling from twice `first`, at most `most`, of which at least half. */
const backoff = (first, most, times, random) => ((1 + random) / 2) * Math.min(most, first * 2 ** times);
/** Wait after the n-th failed attempt (1 for the first): up to 4 s, doubling to 15 min. */
const retryDelay = (attempts, random = Math.random()) => backoff(2e3, 15 * MINUTE, attempts, random);
/** Wait while the shop's set-up is at fault, after the n-th such answer: up to 2 min, doubling to 6 h. */
const configurationDelay = (waits, random = Math.random()) => backoff(MINUTE, 6 * HOUR, waits, random);
/** `Retry-After` (RFC 9110, 10.2.3) in seconds or as a date, clamped to 1 s … 24 h; undefined where it can't be read. */
function retryAfter(header, now = Date.now()) {
    const given = header ?? '';
    // `Date.parse` finds a date in nearly every number; a real one names its month.
    const wait = /^\d+$/.test(given) ? +given * 1e3 : /[a-z]/i.test(given) ? Date.parse(given) - now : NaN;
    return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 1e3), 24 * HOUR);
}

/** What an attempt's outcome means for the record (statuses: RFC 9110, 15). */
/** Statuses that a later, identical attempt may overcome. 0 stands for a network error or a time-out. */
const RETRY = [0, 408, 409, 421, 423, 425, 429];
/** Statuses that the shop must mend: the record is kept, and no attempt is counted against it. */
const CONFIGURATION = [401, 402, 403, 404, 405, 407, 410, 501, 505];
/** A followed or opaque redirect (a captive portal, say) acknowledges nothing. */
function verdictOf(status, redirected) {
    if (redirected || (status >= 300 && status < 400) || CONFIGURATION.includes(status))
        return 'configuration';
    if (status >= 200 && status < 300)
        return 'acknowledged';
    return RETRY.includes(status) || status >= 500 ? 'retry' : 'rejected';
}

const TIMEOUT = 2e4;
/**
 * POSTs `record` to `endpoint`. `leaving` sends with `keepalive`, which outlives the page, and starts before it returns:
 * headers that come as a promise are then left out. Never rejects.
 */
async function send(record, endpoint, settings, leaving = false) {
    const { acknowledge, credentials } = settings;
    const { body, contentType } = record;
    /** The shop's function that is running, to name it if it fails. */
    let asked = '';
    try {
        asked = 'headers';
        let extra = typeof settings.headers === 'function' ? settings.headers() : settings.headers;
        if (extra instanceof Promise)
            extra = leaving ? undefined : await extra;
        asked = '';
        const reply = await fetch(endpoint, {
            method: 'POST',
            body,
            headers: {
                ...extra,
                'Content-Type': contentType,
                // draft-ietf-httpapi-idempotency-key-header: a quoted string. Text and forms carry none, and so need no preflight.
                ...(/json/.test(contentType) && { 'Idempotency-Key': `"${record.id}.${record.revision}"` }),
            },
            credentials,
            redirect: acknowledge ? 'follow' : 'manual',
            referrerPolicy: 'strict-origin',
            keepalive: leaving,
            signal: AbortSignal.timeout(TIMEOUT),
        });
        const text = await reply.text();
        const { status, url, headers } = reply;
        const redirected = reply.redirected || reply.type === 'opaqueredirect';
        let verdict = verdictOf(status, redirected);
        if (acknowledge) {
            asked = 'acknowledge';
            if (await acknowledge({ status, url, headers, text }))
                verdict = 'acknowledged';
            else if (verdict === 'acknowledged')
                verdict = 'retry';
        }
        // Unreadable across origins unless exposed: then 429, which always asks for patience, gets a minute.
        const wait = retryAfter(headers.get('Retry-After')) ?? (status === 429 ? 6e4 : undefined);
        return { verdict, status, reason: redirected ? 'redirect' : `${status}`, wait };
    }
    catch (error) {
        if (asked)
            warnOnce('shop-function', asked, String(error));
        return { verdict: 'retry', status: 0, reason: asked ? `${asked}: ${String(error)}` : String(error) };
    }
}

/**
 * When to drain the outbox: at once after a submit, at boot, when the browser comes online or the page is looked at
 * again, and when the next record falls due. One record at a time, so a claim is always as fresh as its request.
 */
/** Why a record waits that was tried without a network: it is due as soon as there is one. */
const OFFLINE = 'offline';
/** Longer than a draft waits, or a claim holds. */
const LOOK_AFTER = 65e3;
/** How long to wait while the browser says it is offline, unless it says otherwise before. */
const OFFLINE_WAIT = 6e4;
/** What may still be in flight when a page goes, as the sum of its keepalive bodies (the browser's limit is 64 KiB). */
const LEAVE_BYTES = 48 * 1024;
const own = new Map();
/** Sources that elements of this page name. */
const sources = new Set();
let draining;
let again = false;
let alarm;
let alarmAt = Infinity;
/** Begins to listen, and sends what is due. */
function startDelivery() {
    addEventListener('online', wake);
    addEventListener('pageshow', wake);
    // Another tab has put something: should that tab be gone by then, this one sees to it.
    addEventListener('storage', ({ key, newValue }) => key === MARKER && newValue && wakeAt(Date.now() + LOOK_AFTER));
    addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', (event) => (document.hidden ? leave(event) : wake()));
    wake();
}
/** Follows `record` until it is settled; `settled` is called at most once, and not after this page is gone. */
function follow(record, settled) {
    own.set(record.key, { record, settled, store: openOutbox() });
    sources.add(record.source);
}
/** Whether this page has a draft of `id` that was not released. */
const hasDraft = (id) => [...own.values()].some(({ record }) => record.id === id && record.draft);
/** Forgets the draft of `id`, which was cleared; without `id`, all that was not settled. */
function unfollow(id) {
    own.forEach(({ record }, key) => (!id || (record.id === id && record.draft)) && own.delete(key));
}
/** Drains as soon as may be; failures wait for their time, so this never rejects. */
function wake(event) {
    // Back online, what only the network refused need not wait any longer.
    const early = event?.type === 'online' ? ({ last }) => last?.status === 0 : undefined;
    drain(early).catch((error) => {
        warnOnce('storage-failed', String(error));
        alarmAt = Infinity;
        wakeAt(Date.now() + OFFLINE_WAIT);
    });
}
/**
 * Sends everything that is due, and what `early` names besides, one after the other. Resolves with the number delivered. A
 * call while one is under way joins it, and what came in meanwhile is sent too; one with `early` comes after it.
 */
function drain(early) {
    if (draining) {
        again = true;
        return early ? draining.then(() => drain(early)) : draining;
    }
    return (draining = drainOnce(early).finally(() => {
        draining = undefined;
        // Asked for when the last look was over.
        if (again)
            wake();
    }));
}
async function drainOnce(early) {
    const tried = new Set();
    for (let delivered = 0;;) {
        again = false;
        const waiting = [...own.keys()];
        const claimed = await claim(endpoints(), (record) => !tried.has(record.key) && ((navigator.onLine && record.last?.reason === OFFLINE) || !!early?.(record)));
        const { record } = claimed;
        if (record) {
            tried.add(record.key);
            if ((await attempt(record, claimed)) === 'acknowledged')
                delivered++;
        }
        else {
            await settledElsewhere(waiting.filter((key) => !claimed.keys.includes(key)));
            if (again)
                continue;
            alarmAt = Infinity;
            wakeAt(claimed.wakeAt);
            return delivered;
        }
    }
}
/** What this page waited for and another page settled; the status of an acknowledgement is known to that page alone. */
async function settledElsewhere(keys) {
    for (const key of keys) {
        const mine = own.get(key);
        // What is in another store than today's, since that one failed, is not settled by being missing in this one.
        if (!mine || mine.sending || mine.store !== openOutbox())
            continue;
        own.delete(key);
        const letter = await deadLetter(key);
        mine.settled({ verdict: letter ? 'rejected' : 'acknowledged', status: 0, reason: '', ...letter?.last });
    }
}
/** Drains at `time`, if not before. */
function wakeAt(time) {
    if (time >= alarmAt)
        return;
    clearTimeout(alarm);
    alarmAt = time;
    // A timer takes at most 2^31 ms; a day is plenty, since every page looks again.
    alarm = setTimeout(wake, Math.min(Math.max(time - Date.now(), 0) + 5, 864e5));
}
/**
 * Where records would go now: nowhere while their source is not on this page, or has no endpoint. Settings are read once a
 * source, since this is asked for every record that waits.
 */
function endpoints() {
    const known = new Map();
    for (const source of [
        ...sources,
        settingsFor().source,
        ...(pageQueue().tags ?? []).map((tag) => tag.source),
    ]) {
        known.set(source, settingsFor(source).endpoint);
    }
    return (record) => {
        if (!known.has(record.source))
            return;
        const usual = known.get(record.source);
        const endpoint = record.endpoint
            ? checked('endpoint', 'url', record.endpoint, usual)
            : usual;
        if (!endpoint)
            warnOnce('no-endpoint');
        return endpoint;
    };
}
/**
 * Sends `record` and settles it. `claimed` holds the claim that this page has on it, or none if another page was faster;
 * the request starts before this returns, so that it also works while the page is left.
 */
async function attempt(record, claimed, leaving) {
    const settings = settingsFor(record.source);
    const endpoint = endpoints()(record);
    const mine = own.get(record.key);
    if (mine)
        Object.assign(mine, { record, sending: true, lasting: leaving });
    const { verdict, status, reason, wait } = await send(record, endpoint, settings, leaving);
    if (settings.debug)
        console.info(`[curtsy] ${record.kind} ${record.id}.${record.revision} → ${endpoint}: ${verdict}, ${reason}`);
    const held = (await claimed).record ?? record;
    const at = Date.now();
    const last = { status, reason, at, endpoint };
    const patch = { last };
    let delay = OFFLINE_WAIT;
    if (verdict === 'rejected') {
        warnOnce('refused', endpoint, reason);
    }
    else if (verdict === 'configuration') {
        warnOnce('endpoint', endpoint, reason);
        delay = configurationDelay((patch.waits = held.waits + 1));
    }
    else if (verdict === 'retry' && (status || navigator.onLine)) {
        // A send that failed because the device is offline is nobody's failed attempt.
        delay = retryDelay((patch.attempts = held.attempts + 1));
        if (/^TypeError/.test(reason) && new URL(endpoint).origin !== location.origin)
            warnOnce('cors', endpoint);
    }
    else if (verdict === 'retry') {
        last.reason = OFFLINE;
    }
    patch.nextAt = at + (wait ?? delay);
    const done = verdict === 'acknowledged';
    const refused = verdict === 'rejected';
    await (done ? acknowledge(held) : settle(held, patch, refused));
    if (mine)
        mine.sending = false;
    if (done || refused) {
        own.delete(record.key);
        mine?.settled({ verdict, status, reason });
    }
    return verdict;
}
/** The page is being left: its drafts are released, and what it is sending is sent in a way that outlives it. */
function leave(event) {
    let room = LEAVE_BYTES;
    const endpointOf = endpoints();
    for (const { record, sending, lasting } of own.values()) {
        const { draft, key, body } = record;
        // A page that is only hidden goes on sending; one that is unloaded needs a lasting copy of what is under way.
        const copy = sending && !lasting && event.type === 'pagehide';
        const endpoint = (draft || copy) && endpointOf(record);
        const { size } = new Blob([body]);
        if (!endpoint || size > room)
            continue;
        room -= size;
        // Without a network nothing can be sent now; whoever comes next shall not wait for this page's claim to end.
        if (!navigator.onLine)
            release(record).catch(() => { });
        else if (copy)
            void send(record, endpoint, settingsFor(record.source), true);
        else {
            // Where storage fails now, the request is all that can be done.
            const claimed = claim(endpointOf, undefined, key).catch(() => ({}));
            attempt({ ...record, draft: false }, claimed, true).then(() => wake(), () => { });
        }
    }
}

let formats;
/** Fetches what `format` needs; undefined where nothing is to be waited for. */
function awaitFormat({ format }) {
    if (formats || format === 'json' || format === 'text')
        return;
    return later(() => import('./formats.js')).then((chunk) => (formats = chunk));
}
/** The bytes of `response`; JSON where a `serialize` of the shop throws. */
function wireOf(response, settings) {
    const { format, serialize } = settings;
    const plain = 'text/plain;charset=UTF-8';
    try {
        const made = serialize?.(response);
        const body = typeof made === 'string' ? made : made?.body;
        if (typeof body === 'string')
            return { contentType: made.contentType ?? plain, body };
        if (serialize)
            warnOnce('shop-function', 'serialize', `it gives ${typeof made}`);
    }
    catch (error) {
        warnOnce('shop-function', 'serialize', error);
    }
    return format === 'json' || format === 'text'
        ? { contentType: format === 'json' ? 'application/json' : plain, body: JSON.stringify(response) }
        : formats.encode(response, settings);
}

/** The one door through which an element hands over what a shopper said. */
/** An unreleased draft is sent this long after its last change, by whichever page is open then. */
const RELEASE_AFTER = 6e4;
/** Revisions that this page stored, the newest of each key, so that what follows gets the next. */
const revisions = new Map();
let started = false;
/** Submissions of one key are stored in the order of their saying. */
const turns = new Map();
/** Warms the database and sends what is left of earlier visits; once an element can be pressed, `measure` the page too. */
function prepare(measure) {
    const settings = settingsFor();
    if (!started) {
        started = true;
        startDelivery();
        abandoned().forEach((said) => void submit(said, () => { }, true));
        void awaitFormat(settings);
    }
    if (measure && settings.privacy === 'full')
        measureVitals();
}
/** The response that `submit` would store now; its revision is settled in storing. */
function preview(said) {
    const last = revisions.get(said.key) ?? 0;
    return response(said, hasDraft(idOf(said.key)) ? last : last + 1);
}
/**
 * Stores `said`, as a replaceable draft unless it is complete, and begins to send it. With `adopt` it comes from a page that is
 * gone: it is released as it stands, unless another page has taken it over. Resolves once it is
 * committed, to what `durable` names; `settled` is called when the endpoint has answered for good.
 *
 * @throws {CurtsyError} storage-failed
 */
function submit(said, settled, adopt = false) {
    const { key } = said;
    return inTurn(key, async () => {
        const settings = settingsFor(said.source);
        const format = awaitFormat(settings);
        if (format) {
            hold(said);
            await format;
        }
        const now = Date.now();
        const draft = !said.complete && !adopt;
        const { record, durable } = await put({
            id: idOf(key),
            kind: said.kind,
            source: said.source ?? settings.source,
            endpoint: said.endpoint,
            expiresAt: now + settings.maxAge,
            draft,
            nextAt: draft ? now + RELEASE_AFTER : now,
            wire: (revision) => wireOf(response(said, revision), settings),
        }, revisions.get(key) ?? (wasTaken(key) ? 1 : 0), adopt);
        letGo(key);
        const { id, revision } = record;
        revisions.set(key, revision);
        const receipt = { id, revision, durable };
        follow(record, (outcome) => settled(receipt, outcome));
        wake();
        return receipt;
    });
}
/** Takes back a draft that was not released yet. */
function retract(key) {
    letGo(key);
    return inTurn(key, async () => {
        unfollow(idOf(key));
        await removeDraft(idOf(key));
    });
}
function response(said, revision) {
    const settings = settingsFor(said.source);
    return compose(said, revision, settings, contextOf(said.page, said.instrument, settings));
}
function inTurn(key, step) {
    const turn = (turns.get(key) ?? Promise.resolve()).catch(() => { }).then(step);
    turns.set(key, turn);
    return turn;
}

var submit$1 = /*#__PURE__*/Object.freeze({
    __proto__: null,
    prepare: prepare,
    preview: preview,
    retract: retract,
    submit: submit
});

export { CurtsyError as C, DEAD as D, WAITING as W, checked as a, unfollow as b, change as c, drain as d, forgetHeld as f, prepare as p, submit$1 as s, usedNames as u, wake as w };
