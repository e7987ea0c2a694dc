import { m as markWaiting, M as MARKER } from './question-element.js';
import { d as later, w as warnOnce, r as rawSettings, p as pageQueue } from './question-element.styles.js';
import { promisifyRequest } from 'idb-keyval';

class CurtsyError extends Error {
    constructor(code, message, cause) {
        super(`[curtsy] ${message} (${code})`, { cause });
        this.name = 'CurtsyError';
        this.code = code;
    }
}

/** What the outbox keeps: responses with their bytes for the wire, made once, batches of them, and gates of destinations. */
/** Beginnings of keys: responses that wait, responses that were refused, frozen batches, gates. */
const WAITING = 'q/';
const DEAD = 'd/';
const BATCH = 'b/';
const GATE = 'g/';
/** A lease that ends further ahead than we ever set one was set under another clock: it counts as past. */
const ABSURD_LEASE = 6e5;
/** Whether a page is about to send `record`. */
function isHeld({ lease }, now = Date.now()) {
    return !!lease && lease.until > now && lease.until < now + ABSURD_LEASE;
}
/** Keys of the responses that `record` stands for. */
const membersOf = ({ key, keys }) => keys ?? [key];

/**
 * A page in the back/forward cache may hold nothing that others wait for: Safari keeps its transactions open there, Firefox its
 * requests for a lock, and every later page of the origin would wait until the cached one is gone (w3c/IndexedDB#381).
 */
let back;
addEventListener('pagehide', ({ persisted }) => {
    if (!persisted)
        return;
    back = new Promise((resolve) => addEventListener('pageshow', resolve, { once: true })).then(() => (back = undefined));
});
/** To be waited for before anything is begun that others wait for: undefined, or the page's return from the cache. */
const shown = () => back;

/**
 * IndexedDB by way of idb-keyval's promises, with a connection of our own: durability where it is promised, limits on waiting,
 * and stepping aside for others (idb-keyval's own store blocks a delete in another tab for ever).
 */
const OPEN_WITHIN = 2e3;
const COMMIT_WITHIN = 5e3;
/** A timer that is so late was late because the machine slept, or the page; so often is a page that is only slow. */
const NAP = 2e4;
const NAPS = 9;
let opening;
const running = new Set();
// What is cut off here is begun anew when the page comes back.
addEventListener('pagehide', ({ persisted }) => persisted && running.forEach(abort));
/** A store that is known to open. @throws {CurtsyError} storage-failed */
async function openIndexedDbStore() {
    await open();
    return {
        durable: 'indexeddb',
        change: (step, strict) => run(step, strict).catch((error) => {
            if (!shown())
                opening = undefined;
            if (error instanceof CurtsyError)
                throw error;
            // A browser may close a connection at will, and says so only at its next use: opened anew and tried once more.
            return run(step, strict);
        }),
    };
}
async function run(step, strict) {
    await shown();
    const transaction = (await open()).transaction('kv', 'readwrite', { durability: strict ? 'strict' : 'relaxed' });
    running.add(transaction);
    const committed = promisifyRequest(transaction).finally(() => running.delete(transaction));
    // Rejected also where nobody waits for it yet: a read fails first when the transaction does.
    committed.catch(() => { });
    const work = async () => {
        const result = await step(accessTo(transaction.objectStore('kv')));
        // Said outright, a commit begun while the page is left is still carried out.
        transaction.commit();
        await committed;
        return result;
    };
    // What is said to have failed shall not be carried out after all: one that is being committed is waited for once more.
    const silent = () => abort(transaction);
    try {
        return await within(COMMIT_WITHIN, work(), silent);
    }
    catch (error) {
        abort(transaction);
        throw error;
    }
}
/** Says whether nothing of `transaction` will be carried out. */
function abort(transaction) {
    try {
        transaction.abort();
        return true;
    }
    catch {
        return false;
    }
}
function accessTo(records) {
    const below = (prefix, after = prefix) => IDBKeyRange.bound(after, prefix + '\uffff', after !== prefix);
    const readable = (values) => values.filter((value) => value?.v === 1);
    return {
        keys: (prefix, limit, after) => promisifyRequest(records.getAllKeys(below(prefix, after), limit)),
        all: async (prefix, limit, after) => readable(await promisifyRequest(records.getAll(below(prefix, after), limit))),
        get: async (key) => readable([await promisifyRequest(records.get(key))])[0],
        put: (record) => void records.put(record, record.key),
        remove: (key) => void records.delete(key),
        clear: () => void records.clear(),
    };
}
function open() {
    return (opening ??= connect().catch((error) => {
        opening = undefined;
        throw error;
    }));
}
async function connect() {
    const request = indexedDB.open('curtsy');
    request.onupgradeneeded = () => request.result.createObjectStore('kv');
    const opened = promisifyRequest(request).then((database) => {
        // Also where it came too late to be used: it shall not be in another's way.
        database.onclose = database.onversionchange = () => {
            database.close();
            opening = undefined;
        };
        // Somebody else's, by the same name.
        if (!database.objectStoreNames.contains('kv'))
            throw new CurtsyError('storage-failed', 'no store kv');
        return database;
    });
    return within(OPEN_WITHIN, opened);
}
/** `isOver` may ask for as long again. */
function within(limit, work, isOver = () => true) {
    return new Promise((resolve, reject) => {
        let alarm;
        const giveUp = () => reject(new CurtsyError('storage-failed', `silent for ${limit} ms`));
        const wait = (naps) => {
            const due = Date.now() + limit;
            alarm = setTimeout(() => {
                // A page that slept hears of its timers before all else: one that comes far too late says nothing.
                if (naps && Date.now() - due > NAP)
                    wait(naps - 1);
                else if (isOver())
                    giveUp();
                else
                    alarm = setTimeout(giveUp, limit);
            }, limit);
        };
        wait(NAPS);
        work.finally(() => clearTimeout(alarm)).then(resolve, reject);
    });
}

/** Which stores this page uses: IndexedDB, and after a failure the next best besides. */
let stores;
/** What takes the place of a store that failed is on its way, which may be long without a network. */
let isChanging = false;
/**
 * Opens the stores, once a page. New answers go into the last; those before it failed to take one, and are still drained. The
 * page never goes back, so that a failing store is not asked for every answer.
 */
function openStores() {
    return (stores ??= openIndexedDbStore().then(async (store) => {
        if (!hasFallen())
            return [store];
        const { localStorageStore, moveInto } = await fallback();
        await moveInto(store).catch(() => { });
        // What another page is about to send could not be moved.
        const rest = hasFallen() && localStorageStore();
        return rest ? [rest, store] : [store];
    }, async (error) => [(await fallback()).storeAfter(undefined, error)]));
}
/** The store to use now that `failed` did not take an answer. */
async function storeInstead(failed, error) {
    const before = openStores();
    const opened = await before;
    // Several answers may have met the same failure: the first of them decides.
    if (stores === before && opened.at(-1) === failed) {
        stores = fallback().then(({ storeAfter }) => [...opened, storeAfter(failed, error)]);
    }
    return (await openStores()).at(-1);
}
function fallback() {
    isChanging = true;
    return later(() => import('./fallback.js')).finally(() => (isChanging = false));
}
/** Whether a page fell back to localStorage, and something is left there. */
function hasFallen() {
    try {
        return Object.keys(localStorage).some((key) => /^curtsy\.[bdq]\//.test(key));
    }
    catch {
        return false;
    }
}

/**
 * The outbox: an answer is put into it, and leaves it with a verified acknowledgement and no sooner. Every step is one
 * transaction over a store, so tabs, crashes and reloads need no other agreement.
 */
/** Longest body, in bytes: with it the browser's limit for requests that outlive their page leaves room for others. */
const MAX_BODY = 48 * 1024;
/** A claim's length: one request's time-out of 20 s and slack for slow commits. */
const LEASE = 45e3;
/**
 * Stores a response and resolves once it is committed. A draft of the same id is replaced; what was released meanwhile
 * is left as it is, and this becomes the revision after it. Where a store fails, the next best takes it.
 *
 * @throws {CurtsyError} outbox-full, response-too-large: a limit is reached; what waits is left as it is
 */
async function put({ wire, ...rest }, placing) {
    const { lastRevision, adopt, released, claims, rescue } = placing;
    const prefix = `${WAITING}${rest.id}.`;
    const wired = new Map();
    const write = (store) => store.change(async (access) => {
        const keys = await access.keys('');
        const waiting = keys.filter((other) => other.startsWith(WAITING));
        const newest = waiting.findLast((other) => other.startsWith(prefix));
        const found = newest ? await access.get(newest) : undefined;
        if (found && adopt && !found.draft)
            return { record: found, store };
        const replaced = found?.draft && !released;
        const revision = replaced ? found.revision : Math.max(lastRevision(), found?.revision ?? 0) + 1;
        const bytes = wired.get(revision) ?? wire(revision);
        wired.set(revision, bytes);
        // What is added to an answer that was taken is not refused.
        const isNew = revision === 1 && !found;
        const full = isNew && (await isFull(access, waiting.length, sizeOf(bytes.body), placing));
        if (full)
            throw refusal('outbox-full', rest.id);
        if (sizeOf(bytes.body) > MAX_BODY)
            throw refusal('response-too-large', rest.id);
        const key = prefix + String(revision).padStart(4, '0');
        const record = { v: 1, key, revision, createdAt: Date.now(), attempts: 0, ...rest, ...bytes };
        const isAlone = waiting.length === (replaced ? 1 : 0) && !keys.some((other) => other.startsWith(GATE));
        if (claims && isAlone)
            record.lease = newLease();
        // Within the transaction, so that no other tab's look at an empty store can come between.
        markWaiting(true);
        access.put(record);
        return { record, store, claimed: claims && isAlone };
    }, true);
    for (let store = (await openStores()).at(-1);;) {
        try {
            return await write(store);
        }
        catch (error) {
            if ((error instanceof CurtsyError && error.code !== 'storage-failed') || store.durable === 'memory')
                throw error;
            // What comes after localStorage is in the same chunk, and localStorage has no more room.
            if (store.durable === 'indexeddb')
                rescue();
            store = await storeInstead(store, error);
        }
    }
}
function refusal(code, id) {
    warnOnce(code);
    return new CurtsyError(code, `${id} is not kept`);
}
async function isFull(access, waiting, size, { maxPending, maxBytes }) {
    if (waiting >= maxPending)
        return true;
    // Few answers can't take so much: then they need not be read.
    if ((waiting + 1) * MAX_BODY <= maxBytes)
        return false;
    for (const { body } of await access.all(WAITING))
        size += sizeOf(body);
    return size > maxBytes;
}
/** In bytes. */
const sizeOf = (body) => new TextEncoder().encode(body).length;
/**
 * Deletes the draft of `id`, if it has not been released; with `released` also what was, if no attempt to send any of it has begun.
 * Resolves whether something was deleted.
 */
async function remove(id, released) {
    let removed = false;
    for (const store of await openStores()) {
        await store.change(async (access) => {
            const found = await access.all(`${WAITING}${id}.`);
            const batched = (await access.all(BATCH)).flatMap(membersOf);
            // A revision before these, which is gone, has arrived.
            const isUntried = ({ key, revision, lease, last }, at) => revision === at + 1 && !lease && !last && !batched.includes(key);
            for (const { draft, key } of found) {
                if (!draft && !(released && found.every(isUntried)))
                    continue;
                access.remove(key);
                removed = true;
            }
        }, released);
    }
    return removed;
}
/** A claim of this page, from now on. */
const newLease = () => ({ token: Math.random(), until: Date.now() + LEASE });
/** Changes what is kept below `key`; nothing where it is gone, or where a page holds it with another claim than that of `token`. */
const amend = (key, patch, token) => async (access) => {
    const current = await access.get(key);
    if (!current || (isHeld(current) && current.lease?.token !== token))
        return;
    const next = { ...current, ...patch };
    access.put(next);
    return next;
};
/** The endpoint has `record`: gone, whoever holds the claim. Its destination, which had failed if it has a `gate`, is well again. */
async function acknowledge(access, record, gate) {
    // Nothing goes that was not sent; what is in a batch is never replaced.
    const isSent = record.keys || (await access.get(record.key))?.body === record.body;
    if (isSent)
        for (const key of [record.key, ...membersOf(record)])
            access.remove(key);
    if (gate?.attempts)
        access.put({ ...gate, attempts: 0, nextAt: 0, openedAt: Date.now() });
}
/** Whether anything waits in `store`, once `settle` is done. If not, other pages need not look. */
const hasWaiting = (store, settle) => store.change(async (access) => {
    await settle?.(access);
    const waiting = (await access.keys(WAITING, 1)).length > 0;
    if (!waiting)
        markEmpty(store);
    return waiting;
});
/** `store` is empty: if it is the best one, and nothing is left in the next, nobody need look. */
function markEmpty(store) {
    if (store.durable === 'indexeddb' && !hasFallen())
        markWaiting(false);
}
/** Key of the gate of `endpoint`. */
const gateOf = (endpoint) => GATE + endpoint;

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
    batch: 100,
    maxPending: 1e6,
    maxBytes: 1e9,
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
    // A circle, or a getter that throws, is found here and not when an answer is stored.
    if (rule === 'object')
        JSON.stringify(given);
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
/** Where the shop says nothing: more on a page with `kiosk`. */
const usual = { maxPending: 200 };
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
        batch: 1,
        ...usual,
        maxBytes: 2e6,
    };
    for (const [name, rule] of Object.entries(rules)) {
        if (raw[name] !== undefined)
            settings[name] = checked(name, rule, raw[name], settings[name]);
    }
    return settings;
}
const usedNames = Object.keys(rules);

/** What this page stored and has not seen settled: who waits for it, and how it stands. */
/** Ids that are being stored now; each holds the answer elsewhere, should its store fail or the page be left (`left`) before. */
const storing = new Map();
/** By the records' keys. */
const own = new Map();
/** Follows `stored` until it is settled; `settled` is called at most once, and not after this page is gone. */
function follow(stored, settled) {
    own.set(stored.record.key, { ...stored, settled });
}
/** Whether this page has a draft of `id` that was not released. */
const hasDraft = (id) => [...own.values()].some(({ record }) => record.id === id && record.draft);
/** Forgets the draft of `id`, which was cleared, or all of it that was `released` too; without `id`, all that was not settled. */
function unfollow(id, released) {
    own.forEach(({ record }, key) => (!id || (record.id === id && (released || record.draft))) && own.delete(key));
}
/** An attempt on `record`, which may be a batch, begins. */
function begun(record, lasting) {
    for (const key of membersOf(record)) {
        const mine = own.get(key);
        if (!mine)
            continue;
        mine.record = record.keys ? { ...mine.record, draft: false } : record;
        Object.assign(mine, { tried: true, sending: true, lasting: lasting || !!record.keys });
    }
}
/** The attempt on `record` has ended; with `settled`, for good. */
function ended(record, settled) {
    for (const key of membersOf(record)) {
        const mine = own.get(key);
        if (mine)
            mine.sending = false;
        if (settled) {
            own.delete(key);
            mine?.settled(settled);
        }
    }
}

/** For all of it: the shop's headers, the request, and the shop's look at the answer. */
const WITHIN = 2e4;
/** Why nothing was sent: the page slept since it claimed the record, which may be another's by now. */
const LATE = 'Error: late';
/** What a claim must have left for a request to begin, in milliseconds. */
const ENOUGH = 25e3;
/**
 * POSTs `body` for `record`, the record's own or a batch's, to `endpoint`. `leaving` sends with `keepalive`, which outlives the page, and
 * starts before it returns: headers that come as a promise are then left out. Never rejects, and never takes much longer than 20 seconds.
 */
async function send(record, body, endpoint, settings, leaving = false) {
    const { acknowledge, credentials } = settings;
    /** The shop's function that is running, to name it if it fails. */
    let asked = '';
    const signal = AbortSignal.timeout(WITHIN);
    const tooLate = new Promise((_, reject) => {
        signal.onabort = () => reject(signal.reason);
    });
    const post = async () => {
        asked = 'headers';
        let extra = typeof settings.headers === 'function' ? settings.headers() : settings.headers;
        if (isLate(extra)) {
            // Too late for a page that goes, whatever becomes of it.
            if (leaving)
                Promise.resolve(extra).catch(() => { });
            extra = leaving ? undefined : await extra;
        }
        asked = '';
        if (record.lease && record.lease.until - Date.now() < ENOUGH)
            throw new Error('late');
        const reply = await fetch(endpoint, {
            method: 'POST',
            body,
            headers: {
                ...extra,
                'Content-Type': record.contentType,
                // draft-ietf-httpapi-idempotency-key-header: a quoted string. Text and forms carry none, and so need no preflight.
                ...(/json/.test(record.contentType) && {
                    'Idempotency-Key': `"${record.id}${record.keys ? '' : `.${record.revision}`}"`,
                }),
            },
            credentials,
            redirect: acknowledge ? 'follow' : 'manual',
            referrerPolicy: 'strict-origin',
            keepalive: leaving,
            signal,
        });
        const text = await reply.text();
        const { status, url, headers } = reply;
        const redirected = reply.type === 'opaqueredirect';
        asked = acknowledge ? 'acknowledge' : '';
        const acknowledged = acknowledge ? await acknowledge({ status, url, headers, text }) : reply.ok;
        return {
            acknowledged,
            status,
            reason: redirected ? 'redirect' : String(status),
            redirected,
            retryAfter: headers.get('Retry-After'),
        };
    };
    try {
        return await Promise.race([post(), tooLate]);
    }
    catch (error) {
        if (asked)
            warnOnce('shop-function', asked, String(error));
        return { acknowledged: false, status: 0, reason: asked ? `${asked}: ${String(error)}` : String(error) };
    }
}
/** Whether the headers come as a promise, which may be another library's. */
function isLate(headers) {
    return typeof headers?.then === 'function';
}

/** An attempt on a claimed record, and what is to be done about its outcome. */
/** Why a record waits that was tried without a network: it is due as soon as there is one. */
const OFFLINE = 'offline';
/** How long to wait after an attempt without a network, unless the browser says before that there is one. */
const OFFLINE_WAIT = 6e4;
/** Gates as this page last saw them. */
let gates = new Map();
function noteGates(seen) {
    gates = seen;
}
/** Sends what is held, with its own `body` or a batch's; `leaving` in a way that outlives the page. */
async function attempt(held, body, leaving) {
    begun(held.record, leaving);
    return judge(held, await send(held.record, body, held.endpoint, settingsFor(held.record.source), leaving), leaving);
}
/** What follows from `outcome`. */
async function judge(held, outcome, leaving) {
    const { record, endpoint } = held;
    const { acknowledged, status, reason } = outcome;
    const end = (what, settle, settled, offline = false) => {
        if (settingsFor(record.source).debug)
            console.info(`[curtsy] ${record.kind} ${record.id}.${record.revision} → ${endpoint}: ${reason}, ${what}`);
        return { acknowledged, offline, settle, tell: () => ended(record, settled()) };
    };
    if (acknowledged) {
        const gate = gates.get(gateOf(endpoint));
        return end('acknowledged', (access) => acknowledge(access, record, gate), () => outcome);
    }
    // A request that fails because the device is offline, that was not made, or for which the shop's own requests have left no
    // room on a page's leaving, is nobody's failed attempt.
    const offline = !status && (leaving || !navigator.onLine || reason === LATE);
    const at = Date.now();
    const trouble = offline ? undefined : await import('./drain.js').catch(() => undefined);
    if (trouble) {
        const judgement = trouble.judge(held, outcome, at);
        return end(judgement.what, judgement.settle, () => (judgement.refused ? outcome : undefined));
    }
    const last = { status, reason: offline ? OFFLINE : reason, at, endpoint };
    const patch = { last, attempts: record.attempts + (offline ? 0 : 1), nextAt: at + OFFLINE_WAIT, lease: undefined };
    return end('waits', amend(record.key, patch, record.lease?.token), () => undefined, offline);
}

/** Sources that elements of this page name. */
const named = new Set();
/** Says that `source` is on this page. */
function nameSource(source) {
    named.add(source);
}
/** The endpoint of a record, by today's settings; they are read once a source, since this is asked for every record that waits. */
function destinations() {
    const usual = new Map();
    const tags = (pageQueue().tags ?? []).map((tag) => tag.source);
    for (const source of [...named, settingsFor().source, ...tags])
        usual.set(source, settingsFor(source).endpoint);
    return ({ source, endpoint: own }) => {
        if (!usual.has(source))
            return;
        const endpoint = own
            ? checked('endpoint', 'url', own, usual.get(source))
            : usual.get(source);
        if (!endpoint)
            warnOnce('no-endpoint');
        return endpoint;
    };
}

/** The page is being left: drafts are released, and what was said here is sent in a way that outlives the page. It all stays stored. */
/** What may still be in flight when a page goes, as the sum of its keepalive bodies (the browser's limit is 64 KiB). */
const LEAVE_BYTES = 48 * 1024;
/** `forGood` if the page is unloaded, and not only hidden: then what is under way needs a copy that outlives it. */
async function leave(forGood) {
    storing.forEach((rescue) => rescue(forGood));
    let room = LEAVE_BYTES;
    const endpointOf = destinations();
    const sent = [];
    for (const mine of own.values()) {
        const { record, store, sending, lasting, tried } = mine;
        const copy = sending && !lasting && forGood;
        // Where batches are made, it may be in one that another page is sending.
        const untried = !tried && forGood && settingsFor(record.source).batch === 1;
        const endpoint = (record.draft || copy || untried) && endpointOf(record);
        // A draft that is being replaced may not go out under the same revision as what replaces it.
        if (!endpoint || (record.draft && storing.has(record.id)))
            continue;
        const size = sizeOf(record.body);
        const isClosed = (gates.get(gateOf(endpoint))?.nextAt ?? 0) > Date.now();
        if (!navigator.onLine || isClosed || size > room) {
            // Whoever comes next shall not wait for this page's claim, or for a draft's time, to end.
            mine.record = { ...record, draft: false };
            // A claim that is over, not none: what may have arrived under its own key goes under no other.
            const lease = record.lease && { ...record.lease, until: 0 };
            store.change(amend(record.key, { draft: false, lease, nextAt: 0 }, lease?.token)).catch(() => { });
            continue;
        }
        room -= size;
        if (copy)
            void send(record, record.body, endpoint, settingsFor(record.source), true);
        else
            sent.push(sendLasting({ record, store, endpoint }));
    }
    await Promise.all(sent);
}
/** The request starts before this returns; the claim, which matters if the page lives on, comes beside it. */
async function sendLasting({ record, store, endpoint }) {
    const taken = { ...record, draft: false, lease: newLease() };
    const ending = attempt({ record: taken, endpoint, store }, record.body, true);
    const claimed = store
        .change(amend(record.key, { draft: false, lease: taken.lease }, record.lease?.token))
        .catch(() => { });
    const { settle, tell } = await ending;
    await claimed;
    await store.change(settle);
    tell();
}

/**
 * When to look what waits: at boot, when the browser comes online or the page is looked at again, and when the next record falls
 * due. An answer that meets no trouble is sent from here; all else is `drain.ts`, a chunk that comes when it is needed.
 */
/** Longer than a draft waits, or a claim holds. */
const LOOK_AFTER = 65e3;
/**
 * When to try while the browser says that it is offline, which it also says in error. Not at once: a page that is closed with
 * a claim in hand would keep the next one waiting.
 */
const OFFLINE_LOOK = 5e3;
let drainer;
let alarm;
let alarmAt = Infinity;
/** Begins to listen, and sends what is due. */
function startDelivery() {
    addEventListener('online', () => look('network'));
    addEventListener('pageshow', wake);
    addEventListener('pagehide', leaving);
    addEventListener('storage', ({ key, newValue }) => {
        // Another tab has put something: should that tab be gone by then, this one sees to it. Or it has sent all there was.
        if (key === MARKER)
            wakeAt(Date.now() + (newValue ? LOOK_AFTER : 0));
    });
    document.addEventListener('visibilitychange', (event) => (document.hidden ? leaving(event) : wake()));
    wake();
}
/** Looks as soon as may be. */
function wake() {
    if (navigator.onLine)
        look();
    else
        wakeAt(Date.now() + OFFLINE_LOOK);
}
/** Looks at `time`, if not before. */
function wakeAt(time) {
    if (time >= alarmAt)
        return;
    clearTimeout(alarm);
    alarmAt = time;
    // A timer takes at most 2^31 ms; a day is plenty, since every page looks again.
    alarm = setTimeout(look, Math.min(Math.max(time - Date.now(), 0) + 5, 864e5));
}
/** What `sendAtOnce` is sending, for who waits for all of it. */
const atOnce = new Set();
/** Sends `held`, which this page claimed when it stored it. */
function sendAtOnce(held) {
    const send = async () => {
        const { acknowledged, settle, tell } = await attempt(held, held.record.body);
        await hasWaiting(held.store, settle);
        tell();
        if (!acknowledged)
            wake();
        return acknowledged;
    };
    const sending = send();
    atOnce.add(sending);
    trying(() => sending.finally(() => atOnce.delete(sending)));
}
/** Sends what is due, and what `haste` names besides. Resolves with the number delivered. */
async function drain(haste) {
    return (await (drainer ??= later(() => import('./drain.js')))).drain(haste);
}
function look(haste) {
    alarmAt = Infinity;
    trying(async () => {
        let waiting = own.size > 0;
        // One that can't say may hold up no other.
        for (const store of await openStores())
            waiting ||= await hasWaiting(store).catch(() => true);
        if (waiting)
            await drain(haste);
    });
}
function leaving({ type }) {
    trying(() => leave(type === 'pagehide').then(wake));
}
/** Storage that fails is asked again later. */
function trying(work) {
    work().catch((error) => {
        warnOnce('storage-failed', String(error));
        wakeAt(Date.now() + OFFLINE_WAIT);
    });
}

export { sizeOf as A, BATCH as B, CurtsyError as C, DEAD as D, markEmpty as E, newLease as F, GATE as G, gates as H, noteGates as I, attempt as J, OFFLINE as K, MAX_BODY as M, OFFLINE_WAIT as O, WAITING as W, unfollow as a, atOnce as b, checked as c, drain as d, destinations as e, startDelivery as f, gateOf as g, storing as h, isChanging as i, hasDraft as j, follow as k, sendAtOnce as l, wakeAt as m, nameSource as n, openStores as o, put as p, shown as q, remove as r, settingsFor as s, membersOf as t, usedNames as u, isHeld as v, wake as w, own as x, amend as y, usual as z };
