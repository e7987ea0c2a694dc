import { i as idOf, n as newKey, m as markWaiting } from './question-element.js';
import { t as membersOf, B as BATCH, A as sizeOf, W as WAITING, M as MAX_BODY, D as DEAD, G as GATE, v as isHeld, g as gateOf, E as markEmpty, F as newLease, H as gates, y as amend, o as openStores, O as OFFLINE_WAIT, m as wakeAt, e as destinations, I as noteGates, J as attempt, x as own, K as OFFLINE, s as settingsFor, w as wake } from './delivery.js';
import { w as warnOnce } from './question-element.styles.js';

/** Reading this many responses keeps the main thread for a few milliseconds. */
const PAGE = 100;
/** All below `prefix`, the first page of at most `first`; however much there is, one page is in memory at a time. */
async function* pages(access, prefix, first = PAGE, after) {
    for (let limit = first;; limit = PAGE) {
        const [keys, records] = await Promise.all([access.keys(prefix, limit, after), access.all(prefix, limit, after)]);
        yield records;
        if (keys.length < limit)
            return;
        after = keys.at(-1);
    }
}

/** Responses that share a POST. A batch is frozen: whoever sends it again sends the same bytes under the same id. */
/** Makes a batch of `first` and the next that `fit`, at most `most`, of one kind of body; undefined if it stays alone. */
async function gather(access, first, fits, most) {
    const members = [first];
    let size = sizeOf(first.body);
    for await (const page of pages(access, WAITING, most, first.key)) {
        for (const other of page) {
            if (members.length === most)
                break;
            if (other.contentType !== first.contentType || other.source !== first.source || !fits(other))
                continue;
            size += sizeOf(other.body);
            if (size > MAX_BODY)
                break;
            members.push(other);
        }
        if (members.length === most || size > MAX_BODY)
            break;
    }
    if (members.length === 1)
        return;
    const id = idOf(newKey());
    const keys = members.map(({ key }) => key);
    const expiresAt = Math.max(...members.map((member) => member.expiresAt));
    const batch = { ...first, key: BATCH + id, id, revision: 1, kind: 'batch', keys, body: '', attempts: 0, expiresAt };
    return { batch, body: arrayOf(members) };
}
/** Two batches in the place of one that was too much. */
function halve(access, batch) {
    const keys = membersOf(batch);
    const middle = Math.ceil(keys.length / 2);
    access.remove(batch.key);
    for (const half of [keys.slice(0, middle), keys.slice(middle)]) {
        const id = idOf(newKey());
        access.put({ ...batch, key: BATCH + id, id, keys: half, attempts: 0, errors: 0, nextAt: 0, lease: undefined });
    }
}
/**
 * The bytes of a batch that was made before. Where a member is gone, by itself or by its page's leaving, they can't be the same
 * again: then the batch is taken apart.
 */
async function bodyOf(store, batch) {
    return store.change(async (access) => {
        const members = await Promise.all(membersOf(batch).map((key) => access.get(key)));
        const found = members.filter((member) => member !== undefined);
        if (found.length === members.length)
            return arrayOf(found);
        access.remove(batch.key);
        return;
    });
}
/** An array of bodies. A member of a format that is a batch of its own already stands in brackets. */
function arrayOf(members) {
    return `[${members.map(({ body }) => body.replace(/^\[(.*)\]$/s, '$1')).join(',')}]`;
}

/** Who may send what now: the oldest that is due, one at a time, by one page, for no longer than a lease. */
/** A time further ahead than we ever set one was set under another clock: it counts as past. */
const ABSURD_WAIT = 9e7;
/**
 * Takes the oldest due record for this page, for 45 seconds, and releases it if it was a draft. One whose endpoint was corrected
 * since its last attempt is due at once. Where a destination has failed, one record at a time probes it, each time the next.
 */
const claim = (store, { endpointOf, early = () => false, skip, settle, gather }) => store.change(async (access) => {
    await settle?.(access);
    const now = Date.now();
    // Most often the first is the one; it is asked for beside the others.
    const waiting = pages(access, WAITING, 4);
    const first = waiting.next();
    // Where the transaction fails, what is read next says so.
    first.catch(() => { });
    const [gateList, batches] = await Promise.all([access.all(GATE), access.all(BATCH)]);
    const gates = new Map(gateList.map((gate) => [gate.key, gate]));
    const inBatch = new Set(batches.flatMap(({ keys }) => keys));
    const ahead = (waiting) => waiting && waiting.nextAt < now + ABSURD_WAIT && !early(waiting) ? waiting.nextAt : 0;
    /** When `record` is due at `endpoint`. */
    const dueAt = (record, endpoint) => {
        const { lease, last } = record;
        if (isHeld(record, now))
            return lease.until;
        const mended = last && last.endpoint !== endpoint;
        return Math.max(mended ? 0 : ahead(record), ahead(gates.get(gateOf(endpoint))));
    };
    const take = async (due, endpoint) => {
        const fits = (other) => isUntried(other) &&
            !inBatch.has(other.key) &&
            !skip?.has(other.key) &&
            other.expiresAt > now &&
            endpointOf(other) === endpoint &&
            dueAt(other, endpoint) <= now;
        const made = isUntried(due) ? await gather?.(access, due, fits) : undefined;
        const record = made?.batch ?? due;
        // An expired lease was an attempt that nobody lived to report.
        const attempts = record.attempts + (record.lease ? 1 : 0);
        const taken = { ...record, draft: false, attempts, lease: newLease() };
        access.put(taken);
        const gate = gates.get(gateOf(endpoint));
        if (gate?.attempts)
            access.put({ ...gate, nextAt: taken.lease.until, probe: record.key });
        return { record: taken, body: made?.body ?? due.body, endpoint, wakeAt: now, gates };
    };
    let wakeAt = Infinity;
    let isEmpty = true;
    let wrapped;
    for await (const page of inOrder(batches, first, waiting)) {
        for (const record of page) {
            isEmpty = false;
            if (inBatch.has(record.key) || skip?.has(record.key))
                continue;
            if (record.expiresAt <= now && !isHeld(record, now)) {
                await bury(access, record, { status: 0, reason: 'older than maxAge', at: now, endpoint: '' });
                warnOnce('expired', record.key);
                continue;
            }
            const endpoint = endpointOf(record);
            if (!endpoint)
                continue;
            const time = dueAt(record, endpoint);
            const gate = gates.get(gateOf(endpoint));
            if (time > now)
                wakeAt = Math.min(wakeAt, time);
            else if (gate?.attempts && record.key <= (gate.probe ?? ''))
                wrapped ??= [record, endpoint];
            else
                return take(record, endpoint);
        }
    }
    if (wrapped)
        return take(...wrapped);
    if (isEmpty)
        gates.forEach((gate) => access.remove(gate.key));
    if (isEmpty)
        markEmpty(store);
    else
        markWaiting(true, false);
    return { wakeAt, gates };
});
/** What may have been received under its own key goes under no other; a draft may have been sent by a page that was left. */
const isUntried = ({ keys, draft, lease, last }) => !keys && !draft && !lease && !last;
/** Batches, and then what is in none. */
async function* inOrder(batches, first, others) {
    yield batches;
    yield (await first).value;
    yield* others;
}
/** Puts `record` aside, a batch's members each by themselves, as dead letters: kept to be listed, tried again and exported. */
async function bury(access, record, last) {
    for (const key of membersOf(record)) {
        const letter = await access.get(key);
        access.remove(key);
        if (letter)
            access.put({ ...letter, last, lease: undefined, key: key.replace(WAITING, DEAD) });
    }
    access.remove(record.key);
}

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

/** What an attempt that was not acknowledged means for the record (statuses: RFC 9110, 15). */
/** Statuses that a later, identical attempt may overcome. 0 stands for a network error or a time-out. */
const RETRY = [0, 408, 409, 421, 423, 425, 429];
/** Statuses that the shop must mend: the record is kept, and no attempt is counted against it. */
const CONFIGURATION = [401, 402, 403, 404, 405, 407, 410, 501, 505];
/** A followed or opaque redirect (a captive portal, say) acknowledges nothing. */
function verdictOf(status, redirected) {
    if (redirected || (status >= 300 && status < 400) || CONFIGURATION.includes(status))
        return 'configuration';
    // A success that is none by the shop's own proof may be one the next time.
    return RETRY.includes(status) || status < 300 || status >= 500 ? 'retry' : 'rejected';
}

/** What follows an attempt that was not acknowledged: waiting, alone and for all that goes there, smaller batches, dead letters. */
/** So many answers of 500 and above while others are delivered: it is the record, and not the endpoint. */
const POISON = 12;
/** Dead letters are kept a week, in milliseconds. */
const WEEK = 6048e5;
/** 429 without a readable `Retry-After`. */
const PATIENCE = 6e4;
/** What is to be done about `outcome`, which came at `at`. */
function judge({ record, endpoint }, outcome, at) {
    const { status, reason } = outcome;
    const last = { status, reason, at, endpoint };
    const token = record.lease?.token;
    const gate = gates.get(gateOf(endpoint));
    const verdict = verdictOf(status, !!outcome.redirected);
    const errors = (record.errors ?? 0) + (status >= 500 ? 1 : 0);
    const poisonous = errors >= POISON && (gate?.openedAt ?? 0) > record.createdAt;
    if (verdict === 'rejected' || poisonous) {
        // Of a batch, one member may be at fault for all.
        const splits = (record.keys?.length ?? 0) > 1;
        const judgement = {
            refused: false,
            what: splits ? 'the batch is halved' : 'kept as a dead letter',
            settle: async (access) => {
                const current = await amend(record.key, { lease: undefined }, token)(access);
                if (!current)
                    return;
                if (splits) {
                    halve(access, current);
                    return;
                }
                judgement.refused = true;
                await bury(access, record, last);
                await clearOut(access, at);
                warnOnce('refused', endpoint, reason);
            },
        };
        return judgement;
    }
    if (verdict === 'configuration')
        warnOnce('endpoint', endpoint, reason);
    else if (/^TypeError/.test(reason) && new URL(endpoint).origin !== location.origin)
        warnOnce('cors', endpoint);
    const counts = verdict === 'retry';
    const attempts = record.attempts + (counts ? 1 : 0);
    const asked = retryAfter(outcome.retryAfter ?? null, at) ?? (status === 429 ? PATIENCE : undefined);
    const failures = (gate?.attempts ?? 0) + 1;
    const closed = asked ?? (counts ? retryDelay(failures) : configurationDelay(failures));
    const nextAt = counts ? at + (asked ?? retryDelay(attempts)) : record.nextAt;
    return {
        refused: false,
        what: `${endpoint} is asked again in ${Math.round(closed / 1e3)} s`,
        settle: async (access) => {
            await amend(record.key, { attempts, errors, nextAt, last, lease: undefined }, token)(access);
            await close(access, endpoint, { v: 1, key: gateOf(endpoint), attempts: failures, nextAt: at + closed, last });
        },
    };
}
/** Closes the gate, no less than another page has meanwhile. */
async function close(access, endpoint, gate) {
    const other = await access.get(gateOf(endpoint));
    const isAhead = other && other.attempts >= gate.attempts;
    const nextAt = isAhead ? Math.max(other.nextAt, gate.nextAt) : gate.nextAt;
    access.put({ ...other, ...gate, attempts: Math.max(gate.attempts, other?.attempts ?? 0), nextAt });
}
/** Dead letters are kept for a week; what is older goes, and that is said. */
async function clearOut(access, now) {
    for (const { key, last } of await access.all(DEAD)) {
        if ((last?.at ?? 0) > now - WEEK)
            continue;
        access.remove(key);
        warnOnce('dropped', key);
    }
}

/**
 * Drains the outbox, one record after the other, so that a claim is always as fresh as its request. The door of a chunk with
 * all that an answer on its straight way does not need: what is due and when, what a failure means, batches.
 */
/** Called when it is written down what an attempt came to. */
const watchers = new Set();
let draining;
let again = false;
/**
 * Sends everything that is due, or that `haste` names, one after the other. Resolves with the number delivered. A
 * call while one is under way joins it, and what came in meanwhile is sent too; one in haste comes after it.
 */
function drain(haste) {
    if (draining) {
        again = true;
        return haste ? draining.then(() => drain(haste)) : draining;
    }
    return (draining = drainStores(haste).finally(() => {
        draining = undefined;
        // Asked for when the last look was over.
        if (again)
            wake();
    }));
}
async function drainStores(haste) {
    let delivered = 0;
    let next;
    for (let hurry = haste;; hurry = undefined) {
        again = false;
        next = Infinity;
        for (const store of await openStores()) {
            try {
                const drained = await drainStore(store, hurry);
                delivered += drained.delivered;
                next = Math.min(next, drained.wakeAt);
            }
            catch (error) {
                // A store that fails holds up no other, and is asked again.
                warnOnce('storage-failed', String(error));
                next = Math.min(next, Date.now() + OFFLINE_WAIT);
            }
        }
        await tellOfOthers();
        // After haste, a calm look finds when to look next.
        if (!again && !hurry)
            break;
    }
    wakeAt(next);
    return delivered;
}
async function drainStore(store, haste) {
    const tried = new Set();
    const early = (waiting) => {
        if (tried.has(waiting.key))
            return false;
        if (haste === 'all')
            return !waiting.draft;
        return haste ? waiting.last?.status === 0 : navigator.onLine && waiting.last?.reason === OFFLINE;
    };
    let delivered = 0;
    for (let ended;;) {
        const claimed = await claim(store, {
            endpointOf: destinations(),
            early,
            skip: haste && tried,
            settle: ended?.settle,
            gather: gatherAsSet,
        });
        if (ended) {
            ended.tell();
            watchers.forEach((watcher) => watcher());
        }
        noteGates(claimed.gates);
        const { record, endpoint, body, wakeAt: at } = claimed;
        if (!record)
            return { delivered, wakeAt: at };
        tried.add(record.key);
        const bytes = body || (await bodyOf(store, record));
        ended = bytes === undefined ? undefined : await attempt({ record, endpoint: endpoint, store }, bytes);
        if (!ended)
            continue;
        if (ended.acknowledged)
            delivered += membersOf(record).length;
        // One that fails again speaks for all that go there.
        else if (haste !== 'all')
            tried.add(gateOf(endpoint));
        if (ended.offline) {
            await store.change(ended.settle);
            ended.tell();
            return { delivered, wakeAt: Date.now() + OFFLINE_WAIT };
        }
    }
}
/** Puts responses together where the shop allows it. */
const gatherAsSet = async (access, first, fits) => {
    const { batch } = settingsFor(first.source);
    const isArray = /^application\/(json|cloudevents-batch\+json)/.test(first.contentType);
    return batch > 1 && isArray ? gather(access, first, fits, batch) : undefined;
};
/** Tells of what another page has settled; the status of an acknowledgement is known to that page alone. */
async function tellOfOthers() {
    for (const store of await openStores()) {
        // What is gone from localStorage may have been moved to the better store, by a page that could open it.
        if (store.durable !== 'indexeddb')
            continue;
        const keys = [...own].flatMap(([key, mine]) => (mine.store === store && !mine.sending ? [key] : []));
        if (keys.length === 0)
            continue;
        const look = async (access, key) => [key, await access.get(key), await access.get(key.replace(WAITING, DEAD))];
        const found = await store.change((access) => Promise.all(keys.map((key) => look(access, key))));
        for (const [key, waiting, letter] of found) {
            const mine = own.get(key);
            if (waiting || !mine || mine.sending)
                continue;
            own.delete(key);
            mine.settled({ acknowledged: !letter, status: 0, reason: '', ...letter?.last });
        }
    }
}

export { drain, judge, watchers };
