/** Every warning's sentence: what was given, what is allowed, what happens now, and the mend. The README lists them. */
/** A setting's rule (`check.ts`) in words. */
function words(rule) {
    if (typeof rule === 'number')
        return `a whole number from 1 to ${rule}`;
    const explained = {
        url: 'an http or https URL',
        string: 'a text',
        language: 'a BCP 47 language tag',
        list: 'a list of names',
        duration: 'an ISO 8601 duration such as P7D or PT12H',
    };
    return explained[rule] ?? String(rule).split('|').join(' or ');
}
function shown(given) {
    try {
        return JSON.stringify(given) ?? String(given);
    }
    catch {
        // A BigInt, a circle.
        return String(given);
    }
}
/** By code; the first argument is what tells one warning of a code from another. */
const messages = {
    'bad-setting': (name, given, rule, used) => `The setting ${name} is ${shown(given)}; allowed is ${words(rule)}. ${used === undefined ? 'It is left out' : `${rule === 'duration' ? `P${used / 864e5}D` : shown(used)} is used`}.`,
    'unknown-setting': (name, names) => `There is no setting ${name}; it is ignored. Settings are ${names.join(', ')}.`,
    'bad-json': (where, given) => `${where} is not JSON; it is ignored. Given is: ${given}`,
    'bad-attribute': (where, given, allowed, used) => `${where} is ${shown(given)}; allowed is ${allowed.join(', ')}. ${shown(used)} is used.`,
    'bad-trigger': (given) => `curtsy-prompt trigger is ${shown(given)}; allowed are load, after 30s, scroll 60%, idle 20s, exit, visible SELECTOR, click SELECTOR, event NAME, slow and manual, with ; between them. It is left out.`,
    'no-anchor': (given) => `curtsy-prompt anchor is ${shown(given)}; allowed is a selector of an element on the page, and nothing matches. The card is in its corner.`,
    'unknown-call': (name) => `There is no call ${name}; it is ignored. A call looks like curtsy.push(["configure", {…}]).`,
    'second-copy': (tag) => `${tag} is on this page already. It is not defined twice; settings of a second script tag are added to the first's.`,
    'no-endpoint': () => 'No endpoint is set: answers are kept on the device and not sent. Put data-endpoint on the script tag, or call configure({endpoint}).',
    'storage-fallback': (cause) => `IndexedDB can't be used (${cause}): answers are kept in localStorage, at most 256 KB of them, until it can.`,
    'storage-off': (cause) => `This browser keeps nothing (${cause}): answers are sent at once and are lost if that fails before the page is left.`,
    'storage-failed': (cause) => `The browser's storage fails (${cause}): answers wait until the next page.`,
    'outbox-full': () => 'An answer was not kept: as many wait on this device as maxPending or maxBytes allow. None of those is dropped; see outbox.pending().',
    'response-too-large': () => 'An answer was not kept: it has more than 48 KiB, of which the settings metadata and customer are the likely part.',
    expired: (key) => `The answer ${key} could not be delivered within maxAge. It is kept and not sent again: see outbox.rejected(), outbox.retry().`,
    dropped: (key) => `The refused answer ${key} was older than a week and is gone; outbox.export() has them until then.`,
    refused: (endpoint, status) => `${endpoint} refused an answer with ${status}. It is kept and not sent again: see outbox.rejected(), outbox.retry().`,
    endpoint: (endpoint, status) => `${endpoint} answers ${status}. Answers are kept and tried again later. Is the address right, does it take POST without a redirect?`,
    cors: (endpoint) => `${endpoint} can't be reached though the browser is online; most likely it does not allow this page (CORS). It must allow the origin and the header Idempotency-Key, or use format: 'text', which needs no permission for a header. Answers are kept and tried again.`,
    'shop-function': (what, given) => `A function of the shop fails, ${what}: ${given}. It is passed over.`,
    'only-calls': () => 'A callback form that offers only calls leaves out who can not hear or speak on a phone: add sms or email to channels.',
    'no-time-zone': (given) => `curtsy-callback time-zone is ${shown(given)}; allowed is an IANA name such as Europe/Berlin, without which hours mean nothing. No times are offered, and nothing is promised.`,
    'bad-times': (name, given, fault) => {
        const { column, found, allowed } = fault;
        return `curtsy-callback ${name} is ${shown(given)}; in column ${column} there is ${shown(found)}, allowed is ${allowed}. No times are offered, and nothing is promised.`;
    },
    'no-callback': (tag) => `${tag} has recover, and there is no form to offer; nothing is offered. Put a <curtsy-callback slot="recover"> inside it, or set callback.`,
    'gated-link': (key, given) => `The text ${key} is said at some scores only, so it may not have a link: ${shown(given)}. The usual text is used. A link that is the same for every score can stand in slot="thanks-extra".`,
};

export { messages };
