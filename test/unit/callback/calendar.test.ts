// The appointment's file, by the letter of RFC 5545 and read back by a reader that knows nothing of how it was written.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { calendarOf, type Appointment } from '../../../src/callback/calendar.js';

const APPOINTMENT: Appointment = {
  uid: '01990e7c-7d2a-7000-8000-000000000000',
  start: Date.parse('2026-11-25T08:00:00Z'),
  end: Date.parse('2026-11-25T08:30:00Z'),
  summary: 'A call from Example Shop',
  stamp: Date.parse('2026-11-22T14:30:15.250Z'),
};

/** A property's value, unfolded and unescaped. */
function valueOf(file: string, name: string): string | undefined {
  const line = file
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .find((candidate) => candidate.startsWith(`${name}:`));
  return line?.slice(name.length + 1).replace(/\\(.)/g, (_, mark: string) => (mark === 'n' ? '\n' : mark));
}

it('is one event, its times in UTC', () => {
  expect(calendarOf({ ...APPOINTMENT, description: 'Reference K7Q-2MD' })).toBe(
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Curtsy//Curtsy//EN',
      'BEGIN:VEVENT',
      'UID:01990e7c-7d2a-7000-8000-000000000000',
      'DTSTAMP:20261122T143015Z',
      'DTSTART:20261125T080000Z',
      'DTEND:20261125T083000Z',
      'SUMMARY:A call from Example Shop',
      'DESCRIPTION:Reference K7Q-2MD',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  );
});

it('has no description where there is none to give', () => {
  expect(calendarOf(APPOINTMENT)).not.toContain('DESCRIPTION');
});

it('escapes what has a meaning in it', () => {
  const file = calendarOf({ ...APPOINTMENT, summary: 'Fish, chips; \\ and\nsalt\r\nBEGIN:VALARM' });
  expect(file).toContain('SUMMARY:Fish\\, chips\\; \\\\ and\\nsalt\\nBEGIN:VALARM\r\n');
});

it('folds between characters, at 75 bytes', () => {
  const file = calendarOf({ ...APPOINTMENT, summary: `${'ä'.repeat(33)}😀${'x'.repeat(80)}` });
  // 8 bytes for the name, 66 for the umlauts: the face would be the 75th to 78th.
  expect(file).toContain(`\r\nSUMMARY:${'ä'.repeat(33)}\r\n 😀${'x'.repeat(70)}\r\n ${'x'.repeat(10)}\r\n`);
});

it('gives back any text, in lines of at most 75 bytes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const file = calendarOf({ ...APPOINTMENT, summary: text, description: `a${text}` });
      const readable = text
        .replace(/\r\n?/g, '\n')
        .replace(/(?![\t\n])\p{Cc}/gu, (control) => (control > '\x7f' ? control : ''));
      expect(valueOf(file, 'SUMMARY')).toBe(readable);
      expect(valueOf(file, 'DESCRIPTION')).toBe(`a${readable}`);
      for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    }),
    { numRuns: 500 },
  );
});
