/** An appointment as a file that calendars take in (RFC 5545). */

export interface Appointment {
  uid: string;
  /** Epoch milliseconds, like the other two. */
  start: number;
  end: number;
  summary: string;
  description?: string;
  stamp: number;
}

export function calendarOf({ uid, start, end, summary, description, stamp }: Appointment): string {
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

const utc = (instant: number): string => new Date(instant).toISOString().replace(/[-:]|\.\d+/g, '');

const escape = (text: string): string =>
  text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    // eslint-disable-next-line no-control-regex -- a text may hold none of them but the tabulator.
    .replace(/[\0-\x08\x0b-\x1f\x7f]/g, '');

/** Lines have at most 75 bytes; what is longer goes on after a line break and a space. */
function fold(line: string): string {
  let folded = '';
  let length = 0;
  for (const character of line) {
    const code = character.codePointAt(0)!;
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
