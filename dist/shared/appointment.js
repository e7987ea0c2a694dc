import { l as languageOf, t as textLanguage, w as warnOnce, b as addStrings } from './question-element.styles.js';
import { html, css, nothing } from 'lit';
import { i as idOf } from './question-element.js';
import { s as sign } from './callback.js';

/**
 * Opening hours as schema.org and OpenStreetMap write them, `Mo-Fr 09:00-12:00,13:00-18:00, Sa 10:00-14:00`, and dates that are
 * out of the ordinary.
 *
 * Days and times may be lists and ranges, over the end of the week and past midnight too; days without times are open all day,
 * times without days hold every day. A rule after a comma or on a new line adds to what was said about its days; after a
 * semicolon it replaces that, and `off` or `closed` always does. `PH` stands for the dates that a shop lists apart: no notation
 * knows when a country has its holidays.
 *
 * The library `opening_hours` reads more, in 88 kB (brotli). It knows no zone but the browser's, wants to be told a country for
 * `PH`, and takes `09:00-25:00`.
 */
const WEEK = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'];
const ALL_DAY = [0, 1440];
const isFault = (read) => 'column' in read;
function readHours(notation) {
    const table = [...WEEK, 'ph'].map(() => []);
    let rest = notation;
    let days = [...WEEK.keys()];
    /** Days were named, their times may follow. */
    let waiting = false;
    let replaces = false;
    const take = (pattern) => {
        const found = pattern.exec(rest)?.[0] ?? '';
        rest = rest.slice(found.length);
        return found;
    };
    const takeDay = (names) => {
        const index = names.indexOf(/^[a-z]*/i.exec(rest)[0].toLowerCase());
        if (index >= 0)
            rest = rest.slice(2);
        return index;
    };
    /** @param start where the range begins; it can't end there, as none begins at 24:00 */
    const takeTime = (start) => {
        const [found, hours, minutes] = /^(?=24:00|[01]?\d:|2[0-3]:)(\d+):([0-5]\d)/.exec(rest) ?? [];
        const time = Number(hours) * 60 + Number(minutes);
        if (!found || time === (start ?? 1440))
            return -1;
        rest = rest.slice(found.length);
        return time;
    };
    const open = (range) => {
        for (const day of days)
            table[day] = [...((range && !replaces && table[day]) || []), ...(range ? [range] : [])];
        waiting = replaces = false;
    };
    const fault = (allowed) => {
        take(/^\s*/);
        return faultAt(notation, notation.length - rest.length, allowed);
    };
    take(GAP);
    do {
        const first = takeDay([...WEEK, 'ph']);
        if (first >= 0) {
            const last = first < 7 && take(DASH) ? takeDay(WEEK) : first;
            if (last < 0)
                return fault('Mo, Tu, We, Th, Fr, Sa, Su');
            if (!waiting)
                days = [];
            waiting = true;
            for (let day = first; days.push(day) && day !== last;)
                day = (day + 1) % 7;
        }
        else if (take(/^(off|closed)(?![a-z])/i)) {
            open();
        }
        else if (take(/^24\/7/)) {
            open(ALL_DAY);
        }
        else {
            const from = takeTime();
            if (from < 0)
                return fault('Mo to Su, PH, 09:00-18:00, 24/7, off');
            if (!take(DASH))
                return fault('- and a time');
            const to = takeTime(from);
            if (to < 0)
                return fault('another time, up to 24:00');
            // The last minute of a day is how some write its end.
            open([from, to === 1439 ? 1440 : to > from ? to : to + 1440]);
        }
        const gap = take(GAP);
        // Times may stand on the line below their days.
        if (waiting && (!rest || (/[;\n]/.test(gap) && !/^\d/.test(rest))))
            open(ALL_DAY);
        if (gap.includes(';') && !waiting) {
            days = [...WEEK.keys()];
            replaces = true;
        }
    } while (rest);
    return table.map((ranges) => ranges.sort(([a], [b]) => a - b));
}
const GAP = /^[\s,;]*/;
const DASH = /^\s*[-–—]\s*/;
/** Dates like `2026-12-25, 2026-12-31`, for which the week's hours don't hold. */
function readClosed(dates) {
    const read = new Set();
    for (const { 0: date, index } of dates.matchAll(/[^\s,;]+/g)) {
        const instant = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(date) : NaN;
        // Some browsers take the 30th of February for a day in March.
        if (Number.isNaN(instant) || isoDate(instant) !== date)
            return faultAt(dates, index, '2026-12-25');
        read.add(date);
    }
    return read;
}
const isoDate = (wall) => new Date(wall).toISOString().slice(0, 10);
function faultAt(text, index, allowed) {
    return { column: index + 1, found: /^[^\s,;]*/.exec(text.slice(index))[0], allowed };
}

/** A zone's clock and the moments it shows, by Intl alone: the Temporal polyfill takes 40 kB (brotli). */
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const formats = new Map();
/** Kept, since making one takes some hundred times as long as asking it. @param options told from others by their first name */
function formatIn(timeZone, locale, options) {
    const key = [timeZone, locale, Object.keys(options)[0]].join();
    let format = formats.get(key);
    if (!format)
        formats.set(key, (format = new Intl.DateTimeFormat(locale, { ...options, timeZone })));
    return format;
}
const CLOCK = {
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
};
/** Whether `name` is in the IANA list that this browser has. A bare offset is not: it knows no summer time. */
function isZone(name) {
    try {
        wallOf(0, name);
        return /^[a-z]/i.test(name);
    }
    catch {
        return false;
    }
}
/** @throws {RangeError} if `timeZone` is none */
function wallOf(instant, timeZone) {
    const clock = formatIn(timeZone, 'en-US', CLOCK);
    const [month, day, year, hour, minute] = clock.format(instant).match(/\d+/g).map(Number);
    const shown = Date.UTC(year, month - 1, day, hour, minute);
    // Offsets are whole minutes; what the instant has of seconds stays.
    return instant + Math.ceil((shown - instant) / MINUTE) * MINUTE;
}
/** Which day it is there, counted from the first of 1970. */
const dayOf = (instant, timeZone) => Math.floor(wallOf(instant, timeZone) / DAY);
/**
 * When a clock shows this. Of two moments it is the earlier; a reading that is skipped is as far behind the change as it seemed
 * to be, so that 02:30 is 03:30. So does Temporal, which calls it "compatible".
 */
function instantOf(wall, timeZone) {
    const [before, after] = [-DAY, DAY].map((away) => 2 * wall + away - wallOf(wall + away, timeZone));
    return before !== after && wallOf(after, timeZone) === wall && wallOf(before, timeZone) !== wall ? after : before;
}

/** When a shop is open, as moments. */
/** Nobody arranges a call for later than that; a shop that never opens would be asked for ever. */
const HORIZON = 60;
/**
 * The openings that begin from the day before `now` on, in their order, none overlapping another. An opening past midnight belongs to the
 * day on which it began. Two may touch: an opening ends where the notation says so, and where its slots are to begin anew.
 */
function* openings({ hours, closed, timeZone }, now, days = HORIZON) {
    const today = dayOf(now, timeZone);
    let reached = -Infinity;
    for (let day = today - 1; day < today + days; day++) {
        // The first day of 1970 was a Thursday.
        for (const range of hours[closed.has(isoDate(day * DAY)) ? 7 : (day + 10) % 7]) {
            const [opens, end] = range.map((minutes) => instantOf(day * DAY + minutes * MINUTE, timeZone));
            const start = Math.max(opens, reached);
            // A clock change may leave nothing of it.
            if (start < end)
                yield { start, end: (reached = end) };
        }
    }
}

function isOpen(terms, now) {
    for (const { start, end } of openings(terms, now, 1)) {
        if (start <= now && now < end)
            return true;
    }
    return false;
}
/**
 * Slots one after another from each opening on, every one inside it and out of the quiet hours from its beginning to its end.
 * @param theirZone where the called party is
 */
function slotsOf(terms, now, theirZone) {
    const length = Math.max(terms.slotLength, MINUTE);
    const days = new Set();
    const slots = [];
    for (const opening of openings(terms, now)) {
        const quiet = quietTimes(terms, opening.start, theirZone);
        for (let end, { start } = opening; (end = start + length) <= opening.end; start = end) {
            const slot = { start, end };
            if (start < now + terms.lead || quiet.some((time) => time.start < slot.end && start < time.end))
                continue;
            days.add(dayOf(start, terms.timeZone));
            if (days.size > terms.daysAhead)
                return slots;
            slots.push(slot);
        }
    }
    return slots;
}
/** Whether somebody could call right now. */
function asapAllowed(terms, now, theirZone) {
    return isOpen(terms, now) && !quietTimes(terms, now, theirZone).some(({ start, end }) => start <= now && now < end);
}
/** When nobody is called, at and around an opening that begins at `start`. */
function quietTimes({ quiet: { from, to } }, start, theirZone) {
    const hours = Array(8).fill([[from, to < from ? to + 1440 : to]]);
    return [...openings({ hours, closed: new Set(), timeZone: theirZone }, start, 3)];
}

/** English, times to choose from and times that are promised. */
const englishAppointment = {
    asap: 'As soon as possible',
    moreTimes: 'More times',
    noTimes: 'There is no time to choose in the next days.',
    yourTime: 'Your time, {zone}.',
    shopTime: 'At the shop, {zone}: {time}.',
    changeZone: 'Other time zone',
    timeZone: 'Your time zone',
    movedTime: 'The time you chose is no longer possible. Is this one right? Then send it again.',
    problems: 'There is a problem',
    promiseBy: 'We’ll call by {time}',
    promiseDayBy: 'We’ll call {day} by {time}',
    promiseOpening: 'We open {day} at {opens} and will call by {time}',
    promiseSlot: 'We’ll call {day}, {start} to {end}',
    savedTime: 'Saved on this device. We’ll confirm a time when it is sent.',
    agreedBy: 'We’ll call you by {time}',
    agreedDayBy: 'We’ll call you {day} by {time}',
    agreedSlot: 'We’ll call you {day}, {start} to {end}',
    agreedLate: 'Your request has reached us only after {time}.',
    lateNow: 'We have it now, and will call you without an agreed time. You can choose another.',
    otherTime: 'Choose another time',
    calendar: 'Add to calendar',
    calendarTitle: 'Call from {business}',
    calendarTitleWe: 'Call back',
    calendarReference: 'Your reference is {reference}.',
};

/** An appointment as a file that calendars take in (RFC 5545). */
function calendarOf({ uid, start, end, summary, description, stamp }) {
    const lines = [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Curtsy//Curtsy//EN',
        'BEGIN:VEVENT',
        `UID:${escape(uid)}`,
        `DTSTAMP:${utc(stamp)}`,
        `DTSTART:${utc(start)}`,
        `DTEND:${utc(end)}`,
        `SUMMARY:${escape(summary)}`,
        ...(description ? [`DESCRIPTION:${escape(description)}`] : []),
        'END:VEVENT',
        'END:VCALENDAR',
    ];
    return lines.map((line) => `${fold(line)}\r\n`).join('');
}
const utc = (instant) => new Date(instant).toISOString().replace(/[-:]|\.\d+/g, '');
const escape = (text) => text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    // eslint-disable-next-line no-control-regex -- a text may hold none of them but the tabulator.
    .replace(/[\0-\x08\x0b-\x1f\x7f]/g, '');
/** Lines have at most 75 bytes; what is longer goes on after a line break and a space. */
function fold(line) {
    let folded = '';
    let length = 0;
    for (const character of line) {
        const code = character.codePointAt(0);
        const bytes = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
        length += bytes;
        if (length > 75) {
            folded += '\r\n ';
            length = bytes + 1;
        }
        folded += character;
    }
    return folded;
}

/** The time by which a shop will have called. It is only ever said if it can be kept. */
/**
 * The end of `respondWithin` counted in time in which the shop can call: what is left of it at closing time, or when the called
 * party's quiet hours begin, goes on at the next opening. Rounded up to a minute, as clocks are read.
 * @returns also when the shop opens, if it is closed before that
 */
function promiseOf(terms, now, theirZone) {
    if (!terms.respondWithin)
        return;
    let left = terms.respondWithin;
    let opened = 0;
    let closes = 0;
    for (const opening of openings(terms, now)) {
        if (opening.start !== closes)
            opened = opening.start;
        closes = opening.end;
        let start = Math.max(opening.start, now);
        // The end of the opening is one more thing to stop at.
        for (const stop of [...quietTimes(terms, opening.start, theirZone), { start: closes, end: closes }]) {
            const room = Math.min(stop.start, closes) - start;
            if (room >= left) {
                const by = Math.ceil((start + left) / MINUTE) * MINUTE;
                return opened > now ? { by, opensAt: opened } : { by };
            }
            if (room > 0)
                left -= room;
            start = Math.max(start, stop.end);
        }
    }
    return;
}

/** Pages also write `de_DE`, and worse, which is then taken for English. */
function valid(tag) {
    try {
        return new Intl.Locale(tag.replaceAll('_', '-')).toString();
    }
    catch {
        return 'en';
    }
}
/** Slots that begin on the same day there, together. */
function byDay(slots, timeZone) {
    const days = new Map();
    for (const slot of slots) {
        const day = dayOf(slot.start, timeZone);
        days.set(day, [...(days.get(day) ?? []), slot]);
    }
    return [...days.values()];
}
/** `today`, `tomorrow`, else like `Wednesday, 25 November`. */
function dayName(instant, timeZone, locale, now) {
    const away = dayOf(instant, timeZone) - dayOf(now, timeZone);
    return Math.abs(away) < 2
        ? new Intl.RelativeTimeFormat(valid(locale), { numeric: 'auto' }).format(away, 'day')
        : new Intl.DateTimeFormat(valid(locale), { timeZone, weekday: 'long', day: 'numeric', month: 'long' }).format(instant);
}
/** `15:40`, `3:40 PM`. */
function clockOf(instant, timeZone, locale) {
    return formatIn(timeZone, valid(locale), { timeStyle: 'short' }).format(instant);
}
/** Old names that browsers still answer with, for people who live there. */
const RENAMED = {
    Calcutta: 'Kolkata',
    Katmandu: 'Kathmandu',
    Kiev: 'Kyiv',
    Rangoon: 'Yangon',
    Saigon: 'Ho Chi Minh',
    Godthab: 'Nuuk',
};
/** `Berlin`: the city that a zone is named after, which no other zone has. */
function cityOf(timeZone) {
    const city = timeZone.split('/').pop().replaceAll('_', ' ');
    return RENAMED[city] ?? city;
}
/** `Central European Time (Berlin)`: the name that people know, in summer and winter, and the city that no other zone has. */
function zoneName(timeZone, locale, at) {
    // Not kept: of a list of zones each is named once.
    const parts = new Intl.DateTimeFormat(valid(locale), { timeZone, timeZoneName: 'longGeneric' }).formatToParts(at);
    const name = parts.find(({ type }) => type === 'timeZoneName').value;
    return `${name} (${cityOf(timeZone)})`;
}

/** What is promised about a time before a request is sent, and what is agreed once the endpoint has it, in words and as an event. */
/**
 * In which language, and by which country's habits, times are written: the page's, else the shopper's own where they share the
 * language. It decides between 15:40 and 3:40 PM.
 */
function localeOf(element) {
    const tag = languageOf(element);
    const language = textLanguage(tag);
    const region = new RegExp(`^${language}[-_]`, 'i');
    return [tag, ...navigator.languages].find((other) => region.test(other)) ?? language;
}
/** Until when the shop will have called. A slot is kept to its end, unless the shop's next opening, in that slot, promises more. */
function promised({ terms, zone, slot }) {
    if (!terms?.respondWithin)
        return;
    const promise = promiseOf(terms, Date.now(), zone);
    if (!slot)
        return promise;
    return promise?.opensAt && slot.start < promise.by && promise.by <= slot.end ? promise : { by: slot.end };
}
/** Its clock time stands out. */
function promiseIn(times) {
    const { element, slot } = times;
    const { by, opensAt } = promised(times) ?? {};
    if (!by)
        return '';
    if (slot && by === slot.end)
        return element.text('promiseSlot', span(times, slot));
    const { day, clock } = words(times);
    const isOpening = opensAt && day(opensAt) === day(by);
    const key = isOpening ? 'promiseOpening' : day(by) === day(Date.now()) ? 'promiseBy' : 'promiseDayBy';
    const values = { day: day(by), opens: opensAt && clock(opensAt), time: '{time}' };
    const [before, after] = element.text(key, values).split(values.time);
    return html `${before}<b>${clock(by)}</b>${after}`;
}
function agreementOf(times, { slot, promisedBy }) {
    const { element, terms, zone } = times;
    const agreed = slot === 'asap' ? undefined : { start: Date.parse(slot.start), end: Date.parse(slot.end) };
    const by = promisedBy ? Date.parse(promisedBy) : agreed?.end;
    if (!by)
        return;
    const { day, clock } = words(times);
    const late = by < element.heardAt;
    const isSlot = agreed && by === agreed.end;
    const key = late ? 'agreedLate' : isSlot ? 'agreedSlot' : day(by) === day(Date.now()) ? 'agreedBy' : 'agreedDayBy';
    return {
        heading: element.text(key, isSlot && !late ? span(times, agreed) : { day: day(by), time: clock(by) }),
        zones: terms && isElsewhere(terms.timeZone, zone, [by]) ? bothZones(times, agreed?.start ?? by) : undefined,
        late,
    };
}
/** An agreed slot as a file for calendars. */
function eventOf(times, { slot, reference }) {
    if (slot === 'asap')
        return;
    const { element } = times;
    const { business } = element;
    return calendarOf({
        uid: idOf(element.said.key),
        start: Date.parse(slot.start),
        end: Date.parse(slot.end),
        summary: element.text(business ? 'calendarTitle' : 'calendarTitleWe', { business }),
        description: element.text('calendarReference', { reference }),
        stamp: Date.now(),
    });
}
/** Whose clock the times are shown by, and what the shop's shows at one of them, where they differ; `short` by cities alone. */
function bothZones(times, at, short) {
    const { element, terms, zone, slots } = times;
    const locale = localeOf(element);
    const name = (of) => (short ? cityOf(of) : zoneName(of, locale, at));
    const own = element.text('yourTime', { zone: name(zone) });
    if (!terms || !isElsewhere(terms.timeZone, zone, [at, ...slots.map(({ start }) => start)]))
        return own;
    const { timeZone } = terms;
    return `${own} ${element.text('shopTime', { zone: name(timeZone), time: clockOf(at, timeZone, locale) })}`;
}
const isElsewhere = (one, other, moments) => moments.some((moment) => wallOf(moment, one) !== wallOf(moment, other));
function words({ element, zone }) {
    const locale = localeOf(element);
    const now = Date.now();
    return { day: (at) => dayName(at, zone, locale, now), clock: (at) => clockOf(at, zone, locale) };
}
function span(times, { start, end }) {
    const { day, clock } = words(times);
    return { day: day(start), start: clock(start), end: clock(end) };
}

/** Times to choose from, in rows of three, on a small screen of two. */
const appointmentStyles = css `
  #problems {
    display: grid;
    justify-items: start;
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    margin-top: calc(var(--_space) * 4);
    border: 2px solid var(--_danger);
    border-radius: calc(var(--_radius) * 0.75);
  }
  #problems .quiet {
    text-align: start;
  }
  .when .hint {
    margin: 0;
  }
  .when .name {
    padding: 0;
  }
  .day {
    margin-top: calc(var(--_space) * 3);
  }
  .chips .day legend {
    margin-bottom: var(--_space);
    font-size: 0.875em;
    font-weight: 400;
    color: var(--_muted);
  }
  .day legend::first-letter {
    text-transform: uppercase;
  }
  .times {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: calc(var(--_space) * 2);
  }
  .chips .times label {
    justify-content: center;
    min-height: calc(var(--_target) + var(--_space));
    padding: var(--_space) calc(var(--_space) * 2);
    font-variant-numeric: tabular-nums;
    text-align: center;
    border-radius: calc(var(--_radius) * 0.75);
  }
  @container (max-width: 24em) {
    .times {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
`;

/**
 * What a shop says about its calls, read from the attributes, with a warning for each that can't be. Where it is not sure when the
 * shop is open there are no terms: no time is better than a wrong one.
 */
function termsOf(element) {
    const { hours: notation = '', timeZone = '', closed: dates = '' } = element;
    const hours = well('hours', notation, readHours(notation));
    const closed = well('closed', dates, readClosed(dates));
    const isKnown = isZone(timeZone);
    if (!isKnown)
        warnOnce('no-time-zone', timeZone);
    if (!hours || !closed || !isKnown)
        return;
    return {
        hours,
        closed,
        timeZone,
        quiet: read('quiet-hours', element.quietHours, clockRange, '21:00-08:00'),
        slotLength: read('slot-length', element.slotLength, length, 'PT30M'),
        lead: read('lead', element.lead, duration, 'PT15M'),
        daysAhead: read('days-ahead', element.daysAhead, count, '5'),
        respondWithin: read('respond-within', element.respondWithin, length),
    };
}
function well(name, given, value) {
    if (!isFault(value))
        return value;
    warnOnce('bad-times', name, given, value);
    return;
}
/** What `reader` makes of the attribute `name`; where it is not there or can't be read, of what is usual. */
function read(name, given, reader, usual = '') {
    const value = given === undefined ? undefined : reader(`${given}`);
    if (given !== undefined && value === undefined)
        warnOnce('bad-attribute', `curtsy-callback ${name}`, given, [EXAMPLES.get(reader)], usual || 'nothing');
    return value ?? reader(usual);
}
/** `P1DT2H30M` in milliseconds. */
function duration(given) {
    const parts = /^P(?=.)(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(given)?.slice(1);
    return parts?.reduce((sum, part, at) => sum + Number(part ?? 0) * [DAY, 60 * MINUTE, MINUTE][at], 0);
}
/** One that is not nothing. */
const length = (given) => duration(given) || undefined;
/** `21:00-08:00` in minutes from midnight. */
function clockRange(given) {
    const [from, to, ...more] = given.split(/\s*[-–]\s*/).map((clock) => {
        const [, hours, minutes] = /^(?=24:00|[01]?\d:|2[0-3]:)(\d+):([0-5]\d)$/.exec(clock.trim()) ?? [];
        return hours && Number(hours) * 60 + Number(minutes);
    });
    return typeof from === 'number' && typeof to === 'number' && !more[0] ? { from, to } : undefined;
}
const count = (given) => (/^[1-9]\d?$/.test(given) ? Number(given) : undefined);
/** What each of them reads, for who wrote something else. */
const EXAMPLES = new Map([
    [duration, 'an ISO 8601 duration such as PT30M'],
    [length, 'an ISO 8601 duration such as PT30M'],
    [clockRange, 'times such as 21:00-08:00'],
    [count, 'a whole number from 1 to 99'],
]);

/** The times to choose from as a shopper sees them: radios by day, the first few at first, and whose clock they go by. */
/** So many stand there before more are asked for: two rows, three on a small screen. The form keeps their place. */
const AT_FIRST = 6;
function timesField(times) {
    const { element, chosen, moved, picksZone } = times;
    const days = daysOf(times);
    const { shown, next } = unfold(days, times);
    const count = shown.reduce((sum, day) => sum + day.times.length, 0);
    const more = async () => {
        times.unfolded = next;
        element.requestUpdate();
        await element.updateComplete;
        element.renderRoot.querySelectorAll('[name=when]')[count]?.focus();
    };
    return html `<p class="hint">${bothZones(times, times.slot?.start ?? Date.now(), true)}</p>
    <div id="moved" part="error" role="alert">
      ${moved ? html `<b class="problem">${sign()}<span>${element.text('movedTime')}</span></b>` : nothing}
    </div>
    ${shown.map(({ name, times: offered }) => html `<fieldset class="day">
          <legend>${name}</legend>
          <div class="times">${offered.map(({ value, label }) => option(value, label))}</div>
        </fieldset>`)}
    ${days[0] ? nothing : html `<p>${element.text('noTimes')}</p>`} ${picksZone ? zones(times) : nothing}
    <div class="after">
      ${next ? button('moreTimes', more) : nothing} ${picksZone ? nothing : button('changeZone', () => pickZone(times))}
    </div>`;
    function button(key, press) {
        return html `<button class="quiet" type="button" @click=${press}>${element.text(key)}</button>`;
    }
    function option(value, label) {
        const isChosen = value === chosen;
        return html `<label part=${isChosen ? 'option option--selected' : 'option'}
      ><input
        type="radio"
        name="when"
        .value=${value}
        ?checked=${isChosen}
        .checked=${isChosen}
        @change=${() => times.take(value)}
      />${label}</label
    >`;
    }
}
/** Said in front of the form when more than the time is to be mended: what, each leading to its place. */
function problems({ element, moved }) {
    const go = (selector) => () => element.renderRoot.querySelector(selector)?.focus();
    const list = { [`#${element.field}`]: `${element.problem}_${element.field}`, '[name=when]:checked': 'movedTime' };
    return html `${moved && element.problem && !element.mended
        ? html `<div id="problems" tabindex="-1" role="group" aria-labelledby="problems-title">
          <h2 id="problems-title">${element.text('problems')}</h2>
          ${Object.entries(list).map(([selector, key]) => html `<button class="quiet" type="button" @click=${go(selector)}>${element.text(key)}</button>`)}
        </div>`
        : nothing}`;
}
function daysOf({ element, slots, asap, zone }) {
    const now = Date.now();
    const locale = localeOf(element);
    const days = byDay(slots, zone).map((day) => ({
        name: dayName(day[0].start, zone, locale, now),
        times: day.map(({ start }) => ({ value: `${start}`, label: clockOf(start, zone, locale) })),
    }));
    if (!asap)
        return days;
    const today = dayName(now, zone, locale, now);
    if (days[0]?.name !== today)
        days.unshift({ name: today, times: [] });
    days[0].times.unshift({ value: 'asap', label: element.text('asap') });
    return days;
}
/** The days that are shown, with what is chosen among them, and how many would be next; nothing if that is all. */
function unfold(days, { unfolded, chosen }) {
    const has = ({ times }) => times.some(({ value }) => value === chosen);
    const [first] = days;
    const few = first && { ...first, times: first.times.slice(0, AT_FIRST) };
    const isCut = few && few.times.length < first.times.length;
    if (few && !unfolded && (has(few) || !chosen)) {
        return { shown: [few], next: isCut ? 1 : days[1] ? 2 : undefined };
    }
    const count = Math.max(unfolded, days.findIndex(has) + 1);
    return { shown: days.slice(0, count), next: count < days.length ? count + 1 : undefined };
}
async function pickZone(times) {
    times.picksZone = true;
    times.element.requestUpdate();
    await times.element.updateComplete;
    times.element.renderRoot.querySelector('#zone')?.focus();
}
/** By their cities, which people know sooner than the continents that the IANA names begin with. */
function zones(times) {
    const { element, zone } = times;
    const known = [...new Set([zone, ...Intl.supportedValuesOf('timeZone')])].map((value) => {
        const [area, ...rest] = value.split('/');
        return { value, label: rest[0] ? `${cityOf(value)} (${area})` : value };
    });
    known.sort((a, b) => (a.label < b.label ? -1 : 1));
    const change = ({ target }) => times.take(times.chosen, target.value);
    return html `<div class="field">
    <label class="name" for="zone">${element.text('timeZone')}</label>
    <select id="zone" class="entry" part="field" @change=${change}>
      ${known.map(({ value, label }) => html `<option value=${value} ?selected=${value === zone}>${label}</option>`)}
    </select>
  </div>`;
}

addStrings('en', englishAppointment);
/** How often it is looked whether a time has passed, in milliseconds. */
const LOOK_AGAIN = 1e4;
const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
class Appointment {
    #isGone;
    #attributes;
    #alarm;
    constructor(element) {
        /** Where the shopper is, by their clock. */
        this.zone = ownZone();
        this.slots = [];
        /** Whether somebody could call right now. */
        this.asap = false;
        /** It is said that what was chosen is gone, and another is chosen in its place. */
        this.moved = false;
        /** How many days are unfolded. */
        this.unfolded = 0;
        /** Another zone is being chosen. */
        this.picksZone = false;
        this.#isGone = false;
        this.#attributes = '';
        this.element = element;
        element.shadowRoot.adoptedStyleSheets.push(appointmentStyles.styleSheet);
        element.addController(this);
    }
    hostConnected() {
        this.element.requestUpdate();
    }
    hostDisconnected() {
        clearTimeout(this.#alarm);
    }
    hostUpdate() {
        clearTimeout(this.#alarm);
        const { element } = this;
        const { hours, timeZone, closed, quietHours, slotLength, lead, daysAhead, respondWithin } = element;
        const attributes = `${[hours, timeZone, closed, quietHours, slotLength, lead, daysAhead, respondWithin]}`;
        if (attributes !== this.#attributes)
            this.terms = termsOf(element);
        this.#attributes = attributes;
        if (element.stage === 'thanked')
            return;
        this.#look();
        this.#alarm = setTimeout(() => element.requestUpdate(), LOOK_AGAIN);
    }
    reset() {
        this.picksZone = false;
        this.unfolded = 0;
        this.take(undefined, ownZone());
    }
    /** Chooses a time, or by another zone's clock; what was chosen stays if it can. */
    take(chosen, zone = this.zone) {
        this.chosen = chosen;
        this.zone = zone;
        this.moved = this.#isGone = false;
        this.element.requestUpdate();
    }
    /** At Send: whether what was chosen is gone. That is said now and not before, since a line that opens would move Send away. */
    haveMoved() {
        this.#look();
        this.element.requestUpdate();
        const isGone = this.#isGone;
        this.moved = isGone;
        this.#isGone = false;
        return isGone;
    }
    /** Where the focus belongs, if a time is to be looked at; with `others`, where all that is to be mended is listed. */
    toMend(others) {
        if (this.moved)
            return others ? '#problems' : '[name=when]:checked';
        return;
    }
    /** The slot that is chosen; nothing for as soon as possible. */
    get slot() {
        return this.slots.find(({ start }) => `${start}` === this.chosen);
    }
    field() {
        return timesField(this);
    }
    problems() {
        return problems(this);
    }
    /** What is promised about what is chosen, in words. */
    promise() {
        return promiseIn(this);
    }
    /** What goes on the wire. */
    answer() {
        const { slot, zone } = this;
        const by = promised(this)?.by;
        return {
            ...(slot && { slot: { start: iso(slot.start), end: iso(slot.end), timeZone: zone } }),
            ...(by && { promisedBy: iso(by) }),
        };
    }
    /** What a request comes to, once the endpoint has it. */
    agreement(request) {
        return agreementOf(this, request);
    }
    /** The agreed time for a calendar, if it is one. */
    event(request) {
        return eventOf(this, request);
    }
    #look() {
        const { terms, zone } = this;
        const now = Date.now();
        this.slots = terms ? slotsOf(terms, now, zone) : [];
        this.asap = !!terms && asapAllowed(terms, now, zone);
        const offered = [...(this.asap ? ['asap'] : []), ...this.slots.map(({ start }) => `${start}`)];
        if (this.chosen && offered.includes(this.chosen))
            return;
        this.#isGone ||= !!this.chosen;
        this.chosen = offered[0];
    }
}
const iso = (instant) => new Date(instant).toISOString();

export { Appointment };
