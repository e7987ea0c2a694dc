import { s as submit, f as forgetHeld, p as prepare } from './shared/submit.js';
import { o as openStores, B as BATCH, g as gateOf, W as WAITING, D as DEAD, s as settingsFor, c as checked, u as usedNames, w as wake, a as unfollow, b as atOnce, d as drain, e as destinations } from './shared/delivery.js';
export { C as CurtsyError } from './shared/delivery.js';
import { m as markWaiting, n as newKey, p as pageFacts } from './shared/question-element.js';
import { p as pageQueue, r as rawSettings, w as warnOnce, a as addSettings } from './shared/question-element.styles.js';
export { C as CurtsyCallback } from './shared/callback.js';
export { CurtsyExpectation } from './expectation.js';
export { CurtsyLauncher } from './launcher.js';
export { C as CurtsyPrompt } from './shared/prompt.js';
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

/** Erases what is remembered of prompts, also from a page without one. */
/** Where `memory.ts` has it: its chunk is not this one's. */
const KEY = 'curtsy.prompts';
/** Where `arrivals.ts` has when this tab came to pages. */
const LOOKED = 'curtsy.looked';
function forgetPrompts() {
    try {
        localStorage.removeItem(KEY);
        sessionStorage.removeItem(KEY);
        sessionStorage.removeItem(LOOKED);
    }
    catch {
        // Storage is switched off: nothing was remembered.
    }
}

/** `impressions: 'on'`: that a question was shown or dismissed goes to the endpoint too, so that a shop knows how many did not answer. */
const QUESTIONS$1 = 'curtsy-rating,curtsy-expectation,curtsy-callback';
const EVENTS$1 = { 'curtsy-shown': 'shown', 'curtsy-dismissed': 'dismissed' };
/** Begins to send; returns what ends it. What is open already was shown. */
function sendImpressions() {
    const send = (event, element) => {
        const question = element.querySelector(QUESTIONS$1);
        // A framework may set the property, and one that is not defined yet has the attribute alone.
        const given = (name) => question?.[name] ?? question?.getAttribute(name) ?? undefined;
        const said = {
            key: newKey(),
            kind: 'impression',
            createdAt: new Date().toISOString(),
            answer: { event, ...(question && { kind: question.localName.slice(7) }) },
            complete: true,
            instrument: 'impression/1',
            locale: document.documentElement.lang || navigator.language,
            page: pageFacts(),
            source: given('source'),
            touchpoint: given('touchpoint'),
            endpoint: given('endpoint'),
        };
        // A count that finds no room is no loss to a shopper.
        submit(said, () => { }).catch(() => { });
    };
    // Also of a prompt in a shadow root.
    const hear = (event) => send(EVENTS$1[event.type], event.composedPath()[0]);
    Object.keys(EVENTS$1).forEach((type) => addEventListener(type, hear));
    document.querySelectorAll('curtsy-prompt[open]').forEach((prompt) => prompt.isTold && send('shown', prompt));
    return () => Object.keys(EVENTS$1).forEach((type) => removeEventListener(type, hear));
}

/** `explain()`: of every prompt of the page whether it shows and why, in words for who set it up. Fetched with the API, not with a prompt. */
const time = (at) => (at === undefined ? 'never' : new Date(at).toISOString());
const days = (length) => `${+(length / 864e5).toFixed(2)} days`;
/** What each rule found, in the order in which a shop thinks of them. */
const found = {
    pages: ({ pages }, { path }) => pages[0] ? `this page is ${path}, it may show on ${pages.join(', ')}` : 'it may show on every page',
    'min-visits': ({ minVisits }, { visit }) => `this is visit ${visit.number} as far as is remembered, it shows from visit ${minVisits} on`,
    'min-pages': ({ minPages }, { visit }) => `this is page ${visit.pages} of the visit, it shows from page ${minPages} on`,
    sample: ({ sample }, _, allows) => sample < 1
        ? `it is for ${sample * 100} % of all visits, and this is ${allows ? 'one' : 'none'} of them`
        : 'it is for everybody',
    cooldown: ({ cooldown }, { past }) => `it was last shown: ${time(past.shown)}; its cooldown is ${days(cooldown)}`,
    'answered-cooldown': ({ answeredCooldown }, { past }) => `it was last answered: ${time(past.answered)}, dismissed: ${time(past.dismissed)}; its cooldown is then ${days(answeredCooldown)}`,
    'quiet-pages': (_, { quietPages, path }) => quietPages ? `this page is ${path}, quiet are ${String(quietPages).replace(/[\s,]+/g, ', ')}` : 'no page is quiet',
    'save-data': (_, { savesData }) => `the browser ${savesData ? 'asks' : 'does not ask'} to save data`,
    'one-a-visit': (_, { visit }) => visit.spoke === undefined
        ? 'no prompt has spoken unasked in this visit'
        : `“${visit.spoke}” has spoken unasked in this visit, which began ${time(visit.startedAt)}`,
    'first-page': (_, { visit }) => `this is page ${visit.pages} of the visit`,
    'first-seconds': (_, { visit, now }) => `the visit began ${Math.round((now - visit.startedAt) / 1e3)} seconds ago, its first 10 are left in peace`,
};
const obstacles = {
    dialog: 'a dialog or popover is open',
    focus: 'it would cover what has the focus',
    turn: 'another prompt was shown by code',
    page: 'this page is not for it',
    hidden: 'the tab is in the background',
    field: 'somebody is in a field',
    fixed: 'something fixed or sticky is in its place, such as a cookie banner',
    anchor: 'its place beside the anchor is being looked for',
    room: 'it stands in something that is not shown',
};
/** What a prompt asks for that names no condition. */
const EVERYWHERE = { pages: [], minVisits: 1, minPages: 1, sample: 1 };
/** Every prompt of the page, and why it is or isn't showing. */
function explain() {
    const turns = pageQueue().manners;
    return [...(turns?.speakers ?? [])].map((speaker) => {
        const { rules } = turns;
        const asks = { ...EVERYWHERE, ...speaker.asks() };
        const speaking = turns.speaking.find((one) => one.speaker === speaker);
        const waiting = turns.waiting.get(speaker);
        const [first = ''] = /\w*/.exec(speaker.trigger ?? '') ?? [];
        const moment = turns.momentOf(speaker, speaking?.trigger ?? waiting ?? first);
        const verdicts = Object.keys(found).map((rule) => {
            // What no prompt of the page and no setting asks for is not there.
            const allows = rules[rule]?.(asks, moment) ?? true;
            return { rule, allows, found: found[rule](asks, moment, allows) };
        });
        const obstacle = speaking ? undefined : speaker.obstacle(moment.trigger);
        const against = verdicts.find(({ allows }) => !allows);
        const why = () => {
            if (speaking?.back)
                return `It has stepped back: ${obstacles[speaking.back]}.`;
            if (speaking)
                return `It is showing, by the trigger ${speaking.trigger}.`;
            if (against)
                return `The rule ${against.rule} is against it: ${against.found}.`;
            if (!first || first === 'manual')
                return 'It has no trigger: only show() opens it.';
            if (waiting === undefined)
                return `It waits for its trigger, ${speaker.trigger}.`;
            if (obstacle)
                return `It waits: ${obstacles[obstacle]}.`;
            return 'It waits for its turn: another prompt is showing.';
        };
        return {
            prompt: asks.name,
            element: speaker,
            showing: !!speaking && !speaking.back,
            reason: why(),
            rules: verdicts,
        };
    });
}
let isDebugging = false;
/** Says in the console why each prompt was or wasn't shown, from now on. */
function debugPrompts() {
    if (isDebugging)
        return;
    isDebugging = true;
    const say = ({ prompt, reason, rules: all }) => console.info(`[curtsy] Prompt “${prompt}”: ${reason}`, Object.fromEntries(all.map(({ rule, found }) => [rule, found])));
    for (const type of ['curtsy-shown', 'curtsy-suppressed', 'curtsy-dismissed'])
        addEventListener(type, (event) => explain()
            .filter(({ element }) => element === event.composedPath()[0])
            .forEach(say));
    explain().forEach(say);
}

/** `analytics: 'datalayer'`: tells the shop's own tag manager what was shown, answered and dismissed, and never what was written. */
const QUESTIONS = 'curtsy-rating,curtsy-expectation,curtsy-callback';
const EVENTS = {
    'curtsy-shown': 'curtsy_shown',
    'curtsy-submit': 'curtsy_answered',
    'curtsy-dismissed': 'curtsy_dismissed',
};
/** Begins to push into `window.dataLayer`; returns what ends it. What is open already was shown. */
function pushEvents() {
    const push = (event, element, score) => {
        const question = element.matches(QUESTIONS) ? element : element.querySelector(QUESTIONS);
        const page = window;
        (page.dataLayer ??= []).push({
            event,
            kind: question?.localName.slice(7),
            // A framework may set the property, and one that is not defined yet has the attribute alone.
            touchpoint: question?.touchpoint ?? question?.getAttribute('touchpoint') ?? undefined,
            ...(score !== undefined && { score }),
        });
    };
    const hear = (event) => {
        const detail = event.detail;
        const [target] = event.composedPath();
        // A submit that the shop takes back is no answer; everybody else has heard it by now.
        if (!event.defaultPrevented)
            push(EVENTS[event.type], target, detail?.response?.answer.score);
    };
    Object.keys(EVENTS).forEach((type) => addEventListener(type, hear));
    document
        .querySelectorAll('curtsy-prompt[open]')
        .forEach((prompt) => prompt.isTold && push('curtsy_shown', prompt));
    return () => Object.keys(EVENTS).forEach((type) => removeEventListener(type, hear));
}

/** Follows the settings that have the page watched: `debug`, `analytics`, `impressions`. Each is a chunk or a part of the API's. */
const ends = {};
/** Begins what the settings ask for, and ends what they don't any more. */
function observe() {
    const { analytics, impressions } = rawSettings();
    const keep = (name, on, begin) => {
        if (!on)
            ends[name]?.();
        ends[name] = on ? (ends[name] ?? begin()) : undefined;
    };
    keep('analytics', analytics === 'datalayer', pushEvents);
    keep('impressions', impressions === 'on', sendImpressions);
    if (settingsFor().debug)
        debugPrompts();
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

/** `ask()`: puts a question to the shopper by code, with the manners of any prompt, and says what came of it. */
/** Attributes that are the prompt's, and not the question's. */
const PROMPTS = [
    'id',
    'pages',
    'min-visits',
    'min-pages',
    'sample',
    'placement',
    'anchor',
    'cooldown',
    'answered-cooldown',
    'priority',
];
const KINDS = ['rating', 'expectation', 'callback'];
/**
 * Asks a question of `kind`, whose attributes and the prompt's are `attributes`. Resolves when it is answered, closed, or refused by a
 * rule; while something is in its way it waits.
 */
async function ask(kind, attributes = {}) {
    if (!KINDS.includes(kind)) {
        warnOnce('bad-attribute', 'the kind of ask()', kind, KINDS, 'nothing');
        return { outcome: 'suppressed', reason: 'kind' };
    }
    const prompt = document.createElement('curtsy-prompt');
    const question = document.createElement(`curtsy-${kind}`);
    for (const [name, value] of Object.entries(attributes)) {
        const element = PROMPTS.includes(name) ? prompt : question;
        // A list of choices is a property, as anything that no attribute can hold.
        if (Object(value) === value)
            Object.assign(element, { [name]: value });
        else if (value != null && value !== false)
            element.setAttribute(name, value === true ? '' : value);
    }
    prompt.setAttribute('trigger', 'ask');
    prompt.append(question);
    document.body.append(prompt);
    // The script tag fetches what it sees.
    await customElements.whenDefined('curtsy-prompt');
    return new Promise((resolve) => {
        let response;
        const end = (result) => {
            resolve(result);
            prompt.remove();
        };
        const hear = (element, name, listener) => element.addEventListener(`curtsy-${name}`, (event) => 
        // Who hears of it later may cancel it.
        queueMicrotask(() => !event.defaultPrevented && listener(event.detail)));
        hear(question, 'submit', (detail) => (response = detail.response));
        hear(prompt, 'suppressed', ({ reason = '' }) => end({ outcome: 'suppressed', reason }));
        hear(prompt, 'closed', ({ answered }) => end({ outcome: answered ? 'answered' : 'dismissed', ...(response && { response }) }));
        hear(question, 'saved', () => response && resolve({ outcome: 'answered', response }));
    });
}

/** The JavaScript surface: what `window.curtsy` and the package export. */
/** Changes settings from now on, over all that was set before. A bad one warns and is left out. */
function configure(settings) {
    addSettings(settings);
    judgeSettings();
    observe();
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
    forgetPrompts();
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
    ask: ask,
    configure: configure,
    explain: explain,
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
    observe();
    document.dispatchEvent(new Event('curtsy-ready'));
}

/** The package's door: registers the elements and exports the API. */
// Also imported where there is no page, to render on a server.
if (typeof document !== 'undefined') {
    install();
    prepare();
}

export { ask, configure, explain, forget, identify, outbox, watch };
