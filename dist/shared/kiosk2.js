import { x as own, y as amend, w as wake, o as openStores, W as WAITING, z as usual } from './delivery.js';
import { i as idOf } from './question-element.js';
import { watchers } from './drain.js';

/**
 * What a tablet in a shop asks of delivery: room for a day without a network, drafts that go when their person has gone, and how
 * many answers wait, for whoever looks after it.
 */
/** How many answers may wait on a page with `kiosk`, and on others. */
const ROOM = 1000;
const { maxPending } = usual;
/** How long after a sign that one came or went they are counted, in milliseconds. */
const A_MOMENT = 1500;
/** On this page and in other tabs. A touch as well, since a call of the API may have emptied the outbox. */
const SIGNS = ['curtsy-saved', 'curtsy-delivered', 'curtsy-rejected', 'storage', 'pointerdown'];
const followers = new Set();
let alarm;
let counted = 0;
/** Makes room, and tells `follower` how many answers wait, now and whenever that may have changed, until the returned function is called. */
function followWaiting(follower) {
    followers.add(follower);
    usual.maxPending = ROOM;
    // Also where a shop's own listener stops them; heard twice is heard once.
    SIGNS.forEach((sign) => addEventListener(sign, soon, true));
    watchers.add(soon);
    soon();
    return () => {
        followers.delete(follower);
        if (followers.size > 0)
            return;
        usual.maxPending = maxPending;
        SIGNS.forEach((sign) => removeEventListener(sign, soon, true));
        watchers.delete(soon);
        clearTimeout(alarm);
        alarm = undefined;
    };
}
/** Sends the draft of `key` as it stands: nobody will add to it. Offline it waits like any answer. */
async function releaseDraft(key) {
    const id = idOf(key);
    for (const mine of own.values()) {
        const { record, store } = mine;
        if (!record.draft || record.id !== id)
            continue;
        mine.record = { ...record, draft: false };
        await store.change(amend(record.key, { draft: false, nextAt: 0 }));
    }
    soon();
    wake();
}
function soon() {
    // Storage that fails says so where answers are stored and sent.
    if (followers.size > 0)
        alarm ??= setTimeout(() => void look().catch(() => { }), A_MOMENT);
}
async function look() {
    alarm = undefined;
    const before = counted;
    counted = await count();
    // What was just caught on its way is not told.
    if (counted && !before)
        soon();
    else
        followers.forEach((follower) => follower(counted));
}
/** All that wait but what is in somebody's hands. */
async function count() {
    let waiting = 0;
    for (const store of await openStores())
        waiting += (await store.change((access) => access.keys(WAITING))).length;
    return waiting - [...own.values()].filter(({ record }) => record.draft).length;
}

export { followWaiting, releaseDraft };
