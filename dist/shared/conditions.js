import { w as warnOnce } from './question-element.styles.js';

/** What `name` has of the draw: as even as the draw itself, and independent of what another name has. */
const drawOf = ({ draw }, name) => (Array.from(name).reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 9973, 1) * draw + draw) % 1;

/** Reads the ISO 8601 durations of a prompt's attributes; those of settings are read in a chunk that a prompt doesn't wait for. */
const UNITS = [6048e5, 864e5, 36e5, 6e4, 1e3];
/** Milliseconds of a duration of weeks to seconds; NaN where it is none. */
function durationOf(given) {
    const parts = /^P(?=.)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(given)?.slice(1);
    return parts?.reduce((sum, part, at) => sum + Number(part ?? 0) * UNITS[at], 0) ?? NaN;
}

/**
 * Paths by pattern, for `pages` and `quietPages`: `*` stands for any characters, slashes too, and a slash at the end for nothing.
 * Letters that an address has only encoded may be written as they are read.
 */
const bare = (path) => path.replace(/(.)\/$/, '$1');
function matches(globs, path) {
    return globs.some((glob) => {
        const pattern = bare(glob.replace(/[^ -~]+/g, encodeURIComponent)).replace(/[.+?^${}()|[\]\\]/g, '\\$&');
        return RegExp(`^${pattern.replace(/\*+/g, '.*')}$`).test(bare(path));
    });
}

/** What a shop sets beyond the usual, by a prompt's attributes or `quietPages`: a chunk of its own, for pages that have any. */
/** Names in a list, or in a text with commas or spaces between. */
const listed = (given) => String(given ?? '')
    .split(/[\s,]+/)
    .filter(Boolean);
const conditions = {
    pages: ({ pages }, { path }) => !pages[0] || matches(pages, path),
    'min-visits': ({ minVisits }, { visit }) => visit.number >= minVisits,
    'min-pages': ({ minPages }, { visit }) => visit.pages >= minPages,
    sample: ({ name, sample }, { visit }) => drawOf(visit, name) < sample,
    'quiet-pages': (_, { trigger, quietPages, path }) => ['click', 'show'].includes(trigger) || !matches(listed(quietPages), path),
};
/** Makes them known among `rules`. The first seconds only take a little patience, and so come last. */
function addTo(rules) {
    const { 'first-seconds': last } = rules;
    delete rules['first-seconds'];
    Object.assign(rules, conditions, { 'first-seconds': last });
}
/** What `prompt` asks for; of what can't be meant the shop is told. */
function asksOf(prompt) {
    const read = (name, usual, meant = Number) => {
        const given = prompt.getAttribute(name);
        const value = given === '' ? NaN : meant(given ?? usual);
        if (!isNaN(value))
            return value;
        warnOnce('bad-attribute', `curtsy-prompt ${name}`, given, [`values such as ${usual}`], usual);
        return meant(usual);
    };
    return {
        pages: listed(prompt.getAttribute('pages')),
        minVisits: read('min-visits', '1'),
        minPages: read('min-pages', '1'),
        sample: read('sample', '1'),
        cooldown: read('cooldown', 'P30D', durationOf),
        answeredCooldown: read('answered-cooldown', 'P90D', durationOf),
        priority: read('priority', '0'),
    };
}

export { addTo, asksOf };
