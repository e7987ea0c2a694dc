import { c as checked, a as unfollow, r as remove, s as settingsFor, f as startDelivery, h as storing, i as isChanging, n as nameSource, e as destinations, p as put, j as hasDraft, k as follow, l as sendAtOnce, m as wakeAt, w as wake, C as CurtsyError } from './delivery.js';
import { d as later } from './question-element.styles.js';
import { i as idOf, a as mine, H as HELD, h as hold } from './question-element.js';

const vitals = {};
let measuring;
/** Begins to measure this page's Core Web Vitals, once, with a chunk of its own. */
function measureVitals() {
    measuring ??= later(() => import('./vitals.js')).then((chunk) => chunk.watchVitals((name, vital) => (vitals[name] = vital)));
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

/** Makes the body of the wire from what an element handed over. */
/**
 * The response as it will be stored, key order included: the bytes of a response never change between attempts.
 * `context` is what `page/context.ts` made of the page under the privacy in force.
 */
function compose(said, revision, settings, context) {
    const own = said.metadata && checked('metadata', 'object', said.metadata);
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
        metadata: settings.metadata || own ? { ...settings.metadata, ...own } : undefined,
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
/** The newest revision as which a page may have stored what this one holds; 0 if none has. */
function triedAs(key) {
    const held = entry(HELD + key);
    if (held)
        return held.revision ?? 0;
    const { revision = 0, kept } = mine.get(key) ?? {};
    // What was kept and is gone was taken over, and stored as the next.
    return kept ? revision + 1 : revision;
}
/** Whether it is still held; if so by this page, and about to be stored as `revision`. */
function keepsAs(submission, revision) {
    const isHeld = !!entry(HELD + submission.key);
    if (isHeld)
        hold(submission, false, revision);
    return isHeld;
}
/** Takes over what other pages held and left behind; an entry that can't be read hides no other. */
function takeOver() {
    return (quietly(heldKeys) ?? []).flatMap((key) => {
        const { submission, at = 0, left, revision } = entry(key) ?? {};
        if (!submission?.key || mine.has(submission.key))
            return [];
        if (!left && Math.abs(Date.now() - at) <= ABANDONED_AFTER)
            return [];
        hold(submission, false, revision);
        return [submission];
    });
}
/** Erases all that is held in this browser. */
function forgetHeld() {
    mine.clear();
    quietly(() => heldKeys().forEach((key) => localStorage.removeItem(key)));
}
const entry = (key) => quietly(() => JSON.parse(localStorage.getItem(key)));
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

/** The type of a body that needs no preflight. */
const TEXT = 'text/plain;charset=UTF-8';
let formats;
/** Fetches what the shop's form of a body needs; undefined where nothing is to be waited for. */
function awaitFormat({ format, serialize }) {
    if (formats || (!serialize && /json|text/.test(format)))
        return;
    return later(() => import('./formats.js')).then((chunk) => (formats = chunk));
}
/** The bytes of `response`. */
function wireOf(response, settings) {
    return (formats?.encode(response, settings) ?? {
        contentType: settings.format === 'text' ? TEXT : 'application/json',
        body: JSON.stringify(response),
    });
}

/** The one door through which an element hands over what a shopper said. */
/** An unreleased draft is sent this long after its last change, by whichever page is open then. */
const RELEASE_AFTER = 6e4;
/** Revisions that this page stored, the newest of each key, so that what follows gets the next. */
const revisions = new Map();
let started = false;
/** Submissions of one key are stored in the order of their saying. */
const turns = new Map();
/** What was said last under each key, until it is stored: what is held is never older. */
const latest = new Map();
/** Warms the database and sends what is left of earlier visits; once an element can be pressed, `measure` the page too. */
function prepare(measure) {
    const settings = settingsFor();
    if (!started) {
        started = true;
        startDelivery();
        // One that finds no room stays held.
        takeOver().forEach((said) => void submit(said, () => { }, true).catch(() => { }));
        void awaitFormat(settings);
    }
    if (measure && settings.privacy === 'full')
        measureVitals();
}
/** The response that `submit` would store now; its revision is settled in storing. */
function preview(said) {
    return response(said, nextRevision(said.key));
}
function nextRevision(key) {
    const last = revisions.get(key) ?? 0;
    return hasDraft(idOf(key)) ? last : last + 1;
}
/**
 * Stores `said`, as a replaceable draft unless it is complete, and begins to send it. With `adopt` it comes from a page that is
 * gone: it is released as it stands, unless another page has taken it over. Resolves once it is
 * committed, to what `durable` names; `settled` is called when the endpoint has answered for good.
 *
 * @throws {CurtsyError} outbox-full, response-too-large: it is not kept
 */
function submit(said, settled, adopt = false) {
    const { key } = said;
    const id = idOf(key);
    latest.set(key, said);
    const newest = () => revisions.get(key) ?? triedAs(key);
    let tried;
    let isHeld = false;
    let tell;
    const held = new Promise((resolve) => (tell = resolve));
    const rescue = (left) => {
        // Nothing is left to hold of what was taken back.
        isHeld = latest.has(key) && hold(latest.get(key), left, tried ?? newest());
        // The page lives on, but what replaces a store that failed may be long in coming: what is held until then is safe.
        if (isHeld && left === undefined)
            tell({ id, revision: tried ?? nextRevision(key), durable: 'localstorage' });
    };
    storing.set(id, rescue);
    if (isChanging)
        rescue();
    const stored = inTurn(key, async () => {
        const settings = settingsFor(said.source);
        const format = awaitFormat(settings);
        if (format) {
            hold(said, false, newest());
            await format;
        }
        const now = Date.now();
        const draft = !said.complete && !adopt;
        const source = said.source ?? settings.source;
        nameSource(source);
        const endpoint = destinations()({ source, endpoint: said.endpoint });
        let before;
        const stored = await put({
            id,
            kind: said.kind,
            source,
            endpoint: said.endpoint,
            expiresAt: now + settings.maxAge,
            draft,
            nextAt: draft ? now + RELEASE_AFTER : now,
            wire: (revision) => {
                tried = revision;
                // Written down before it can go out: whoever finds it held gives it the next.
                if (!keepsAs(latest.get(key) ?? said, revision) && adopt)
                    throw new CurtsyError('taken-over', key);
                return wireOf(response(said, revision), settings);
            },
        }, {
            // Once, within the transaction: what this page tries itself doesn't count.
            lastRevision: () => (before ??= newest()),
            adopt,
            released: revisions.has(key) && !hasDraft(id),
            ...settings,
            claims: !!endpoint && !draft && navigator.onLine,
            rescue: () => storing.forEach((other) => other()),
        }).finally(() => storing.get(id) === rescue && storing.delete(id));
        const { record, store, claimed } = stored;
        const { revision } = record;
        const durable = isHeld && store.durable === 'memory' ? 'localstorage' : store.durable;
        const release = () => {
            if (latest.get(key) !== said)
                return;
            latest.delete(key);
            letGo(key);
        };
        if (durable === store.durable)
            release();
        revisions.set(key, revision);
        const receipt = { id, revision, durable };
        if (settings.debug)
            console.info(`[curtsy] ${record.kind} ${id}.${revision} is stored in ${store.durable}`);
        follow(stored, (outcome) => {
            release();
            settled(receipt, outcome);
        });
        if (claimed)
            sendAtOnce({ record, store, endpoint: endpoint });
        else if (draft)
            wakeAt(record.nextAt);
        else if (endpoint)
            wake();
        return receipt;
    });
    return Promise.race([held, stored]);
}
/**
 * Takes back a draft that was not released yet; with `released` also what was, if no attempt to send it has begun. Resolves whether
 * it was taken back.
 */
function retract(key, released) {
    const id = idOf(key);
    latest.delete(key);
    letGo(key);
    return inTurn(key, async () => {
        unfollow(id);
        const removed = await remove(id, released);
        if (removed)
            unfollow(id, released);
        return removed;
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

export { submit$1 as a, forgetHeld as f, prepare as p, submit as s };
