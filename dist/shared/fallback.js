import { w as warnOnce } from './question-element.styles.js';
import { q as shown, t as membersOf, v as isHeld } from './delivery.js';

/** Runs `step` over `rows`, which it leaves as they are. */
async function changesOf(rows, step) {
    const changes = new Map();
    const find = (prefix, after = '') => [...new Map([...rows, ...changes])]
        .filter(([key]) => key.startsWith(prefix) && key > after)
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .flatMap(([, record]) => (record?.v === 1 ? [record] : []));
    const access = {
        keys: async (prefix, limit, after) => find(prefix, after)
            .slice(0, limit)
            .map(({ key }) => key),
        all: async (prefix, limit, after) => find(prefix, after).slice(0, limit),
        get: async (key) => find(key).find((record) => record.key === key),
        put: (record) => void changes.set(record.key, record),
        remove: (key) => void changes.set(key, undefined),
        clear: () => rows.forEach((_, key) => changes.set(key, undefined)),
    };
    return { result: await step(access), changes };
}

/**
 * localStorage, where IndexedDB can't be used: a key a record, so that tabs never overwrite each other's, and few of them,
 * since the page needs the rest. Tabs take turns by a lock where the browser has locks.
 */
const OURS = /^curtsy\.[bdgq]\//;
const PREFIX = 'curtsy.';
/** In characters, of the five million or so that a whole origin has. */
const MOST = 256e3;
/** How long a tab waits for its turn, in milliseconds. */
const PATIENCE = 2000;
/** A store that is known to take a record; undefined where localStorage is switched off or full. */
function localStorageStore() {
    try {
        localStorage.setItem(`${PREFIX}probe`, '');
        localStorage.removeItem(`${PREFIX}probe`);
    }
    catch {
        return;
    }
    let turn = Promise.resolve();
    return {
        durable: 'localstorage',
        change(step) {
            const done = turn.then(shown).then(() => inTurn(() => change(step)));
            turn = done.catch(() => { });
            return done;
        },
    };
}
/** Does `work` while no other tab changes what this store keeps, where the browser has locks. */
async function inTurn(work) {
    const locks = navigator.locks;
    let result;
    // A tab that was frozen with the lock in hand does not give it back: whoever has waited long enough goes without.
    await locks?.request('curtsy', { signal: AbortSignal.timeout(PATIENCE) }, () => (result = work())).catch(() => { });
    return result ?? work();
}
const ours = () => Object.keys(localStorage).filter((name) => OURS.test(name));
/** All that this store keeps; a row that can't be read is left alone. */
function storedRows() {
    const rows = new Map();
    for (const name of ours()) {
        try {
            rows.set(name.slice(PREFIX.length), JSON.parse(localStorage.getItem(name)));
        }
        catch {
            // Written by somebody else.
        }
    }
    return rows;
}
const removeRow = (key) => localStorage.removeItem(PREFIX + key);
async function change(step) {
    const rows = storedRows();
    const { result, changes } = await changesOf(rows, step);
    const before = new Map(ours().map((name) => [name, localStorage.getItem(name)]));
    const after = new Map(before);
    changes.forEach((record, key) => record ? after.set(PREFIX + key, JSON.stringify(record)) : after.delete(PREFIX + key));
    const isMore = after.size > before.size;
    if (isMore && [...after.values()].join('').length > MOST)
        throw new Error('localStorage has no more room for answers');
    write(after, before);
    return result;
}
/** All of it, or none: what does not fit leaves what was there. */
function write(after, before) {
    try {
        after.forEach((text, name) => text !== before.get(name) && localStorage.setItem(name, text));
    }
    catch (error) {
        after.forEach((_, name) => !before.has(name) && localStorage.removeItem(name));
        before.forEach((text, name) => localStorage.setItem(name, text));
        throw error;
    }
    before.forEach((_, name) => !after.has(name) && localStorage.removeItem(name));
}

/** Where nothing can be stored: records live as long as the page. */
function memoryStore() {
    const rows = new Map();
    let turn = Promise.resolve();
    return {
        durable: 'memory',
        change(step) {
            const done = turn.then(async () => {
                const { result, changes } = await changesOf(rows, step);
                changes.forEach((record, key) => (record ? rows.set(key, record) : rows.delete(key)));
                return result;
            });
            turn = done.catch(() => { });
            return done;
        },
    };
}

/** What is used where IndexedDB can't be, and the way back. A chunk of its own, which only those browsers download. */
/** The store that comes after `failed`, which failed with `error`; none has failed where IndexedDB can't be opened. */
function storeAfter(failed, error) {
    const next = failed?.durable === 'localstorage' ? undefined : localStorageStore();
    warnOnce(next ? 'storage-fallback' : 'storage-off', String(error));
    return next ?? memoryStore();
}
/** Carries what localStorage keeps over into `store`, save what another page is about to send. */
function moveInto(store) {
    // In one turn, or a page could put into a batch what is moved at that moment.
    return inTurn(async () => {
        const stored = storedRows();
        const held = new Set([...stored.values()].filter(isInUse).flatMap((record) => [record.key, ...membersOf(record)]));
        const rows = [...stored].filter(([key, record]) => record?.v === 1 && !held.has(key));
        await store.change(async (access) => {
            for (const [key, record] of rows)
                if (!(await access.get(key)))
                    access.put(record);
        }, true);
        // What a page that had waited too long for its turn has changed is not what was moved.
        const now = storedRows();
        for (const [key, record] of rows)
            if (JSON.stringify(now.get(key)) === JSON.stringify(record))
                removeRow(key);
    });
}
/** As long as a draft may be replaced. */
const MINUTE = 6e4;
function isInUse(record) {
    if (record?.v !== 1)
        return false;
    const { draft, nextAt } = record;
    const wait = nextAt - Date.now();
    return isHeld(record) || (!!draft && wait > 0 && wait <= MINUTE);
}

export { localStorageStore, moveInto, storeAfter };
