// The request to be called or written back: every channel, what is said of a wrong number, and the confirmation.

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { framed } from './support/framed.js';
import { outbox } from '../src/index.js';
import { answerWith } from './support/endpoint.js';
import {
  awaitNext,
  awaitReceipt,
  awaitReceiptInWords,
  elementIn,
  finish,
  pick,
  pressButton,
  send,
  tick,
  write,
} from './support/shopper.js';

const ALL = 'phone, sms, whatsapp, email';
const TOPICS = 'order=An order, advice=Advice, return=A return';

const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;
const ELSEWHERE = HERE === 'America/New_York' ? 'Europe/Berlin' : 'America/New_York';
const TOMORROW = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'][new Date().getDay()]!;

/** A shop that is open whenever somebody looks at this, and calls at any hour. */
const OPEN = { hours: '24/7', 'time-zone': HERE, 'quiet-hours': '00:00-00:00', 'respond-within': 'PT10M' };
/** One that is not. */
const CLOSED = { ...OPEN, hours: `${TOMORROW} 09:00-18:00` };
/** Where Send stands among the buttons of a form with times: more of them and another time zone come first. */
const SEND = 2;

const meta = {
  title: 'Elements/Callback',
  component: 'curtsy-callback',
  // A form that offers calls only leaves somebody out, and warns of it.
  args: { channels: 'phone, sms', country: 'GB' },
} satisfies Meta;

export default meta;
type Story = StoryObj;

/** Everything that a page can set, in the controls below. */
export const Playground: Story = {};

/** All that the form can ask, on one page: what about, how, where to, and what to know beforehand. */
export const Overview: Story = {
  args: {
    channels: ALL,
    topics: TOPICS,
    business: 'Bloom & Field',
    'privacy-url': '#privacy',
    marketing: 'Write to me about offers, too.',
  },
};

/** What a page can put inside: the question, and a footer with ways that need no form. */
export const Anatomy: Story = {
  render: () => html`
    <curtsy-callback channels="phone, sms" country="GB">
      <span slot="question">Shall we talk about your <em>reading lamp</em>?</span>
      <a slot="footer" href="mailto:hello@shop.example">Or write to hello@shop.example</a>
    </curtsy-callback>
  `,
};

/** By text alone. */
export const Sms: Story = { name: 'Option: text', args: { channels: 'sms' } };

/** By WhatsApp alone. */
export const WhatsApp: Story = { name: 'Option: WhatsApp', args: { channels: 'whatsapp' } };

/** By e-mail alone: no number is asked for. */
export const Email: Story = { name: 'Option: e-mail', args: { channels: 'email' } };

/** Another channel is chosen: the field, the purpose and the button follow it. */
export const AnotherChannel: Story = {
  name: 'Option: another channel',
  args: { channels: ALL },
  parameters: framed(760),
  play: ({ canvasElement }) => pick(canvasElement, 3),
};

/** What it may be about. Nobody has to say. */
export const Topics: Story = {
  name: 'Option: topics',
  args: { topics: TOPICS },
  parameters: framed(800),
  play: ({ canvasElement }) => pick(canvasElement, 1),
};

/** A few countries to choose from. */
export const Countries: Story = { name: 'Option: countries', args: { countries: 'GB, IE, FR', country: 'IE' } };

/** One country: there is nothing to choose. */
export const OneCountry: Story = { name: 'Option: one country', args: { countries: 'GB' } };

/** Who uses the number, where it says so, and a box of its own for more. */
export const Consent: Story = {
  name: 'Option: consent',
  args: {
    business: 'Bloom & Field',
    'privacy-url': '#privacy',
    marketing: 'Bloom & Field may also call me about new lamps.',
  },
  parameters: framed(760),
  play: ({ canvasElement }) => tick(canvasElement, 0),
};

/** A time to choose, as soon as possible first, and by when that is. Half a day or more of them is unfolded on demand. */
export const Times: Story = {
  name: 'Option: times',
  args: { ...OPEN, business: 'Bloom & Field' },
  parameters: framed(1000),
};

/** The shop is closed: the first time of its next opening is chosen, and the promise says when that is. */
export const TimesClosed: Story = { name: 'Option: times, closed now', args: CLOSED, parameters: framed(1000) };

/** All times of a day. */
export const TimesUnfolded: Story = {
  name: 'Option: times, more of them',
  args: CLOSED,
  parameters: framed(1200),
  play: ({ canvasElement }) => pressButton(canvasElement, 0),
};

/** The shop is in another zone: both clocks are named, and the shopper's can be another. */
export const TimesElsewhere: Story = {
  name: 'Option: times, another zone',
  args: { ...OPEN, 'time-zone': ELSEWHERE },
  parameters: framed(1080),
  play: ({ canvasElement }) => pressButton(canvasElement, 1),
};

/** Hours that are never. */
export const NoTimes: Story = {
  name: 'Option: times, none',
  args: { ...OPEN, hours: 'PH 09:00-18:00' },
  parameters: framed(1000),
};

/** Without a note. */
export const NoNote: Story = { name: 'Option: no note', args: { comment: 'none' } };

/** Nothing is typed. */
export const Asking: Story = { name: 'State: asking' };

/** Filled in, before Send. None of it is stored until then. */
export const Filled: Story = {
  name: 'State: filled in',
  args: { topics: TOPICS },
  parameters: framed(800),
  async play({ canvasElement }) {
    await pick(canvasElement, 0);
    await write(canvasElement, '020 7946 0123');
    await write(canvasElement, 'Ines Duarte', 1);
    await write(canvasElement, 'The shade is missing from order A-1001.', 2);
  },
};

/** No number: the error says what to do, and the field has the focus. */
export const Missing: Story = {
  name: 'State: error, no number',
  parameters: framed(720),
  async play({ canvasElement }) {
    await send(canvasElement);
    await awaitProblem(canvasElement);
  },
};

/** No e-mail address. */
export const WrongEmail: Story = {
  name: 'State: error, no address',
  args: { channels: 'email' },
  parameters: framed(600),
  async play({ canvasElement }) {
    await write(canvasElement, 'ines.duarte');
    await send(canvasElement);
    await awaitProblem(canvasElement);
  },
};

/** A number that looks too short is questioned. Sent again, it is taken: nobody knows all numbers. */
export const Doubt: Story = {
  name: 'State: doubt',
  parameters: framed(720),
  async play({ canvasElement }) {
    await write(canvasElement, '020 79');
    await send(canvasElement);
    await awaitProblem(canvasElement);
  },
};

/** The doubt was answered by sending again. */
export const DoubtAnswered: Story = {
  ...Doubt,
  name: 'State: doubt, sent again',
  parameters: framed(300),
  async play({ canvasElement }) {
    await write(canvasElement, '020 79');
    await send(canvasElement);
    await awaitProblem(canvasElement);
    await finish(canvasElement);
    await awaitReceipt(canvasElement, 'sent');
  },
};

/** Agreed: only the endpoint's acknowledgement says so. The number is masked, the reference is there to name. */
export const Confirmed: Story = {
  name: 'State: confirmed',
  parameters: framed(300),
  async play({ canvasElement }) {
    await write(canvasElement, '020 7946 0123');
    await finish(canvasElement);
    await awaitReceipt(canvasElement, 'sent');
  },
};

/** Agreed, by e-mail. */
export const ConfirmedByEmail: Story = {
  name: 'State: confirmed, e-mail',
  args: { channels: 'email' },
  parameters: framed(300),
  async play({ canvasElement }) {
    await write(canvasElement, 'ines@shop.example');
    await finish(canvasElement);
    await awaitReceipt(canvasElement, 'sent');
  },
};

/** A promise: by when, once the endpoint has it. */
export const ConfirmedPromise: Story = {
  name: 'State: confirmed, promise',
  args: OPEN,
  parameters: framed(360),
  play: ({ canvasElement }) => request(canvasElement),
};

/** A time, which fits into a calendar. */
export const ConfirmedTime: Story = {
  name: 'State: confirmed, time',
  args: { ...CLOSED, 'respond-within': '' },
  parameters: framed(360),
  play: ({ canvasElement }) => request(canvasElement),
};

/** A time by two clocks. */
export const ConfirmedElsewhere: Story = {
  name: 'State: confirmed, another zone',
  args: { ...CLOSED, 'time-zone': ELSEWHERE },
  parameters: framed(360),
  play: ({ canvasElement }) => request(canvasElement),
};

/** Change: the form again, with all that was said but the number, which stays unless another is typed. */
export const Changing: Story = {
  name: 'State: changing',
  args: OPEN,
  parameters: framed(1000),
  async play({ canvasElement }) {
    await request(canvasElement);
    await pressButton(canvasElement, 1);
  },
};

/** Cancel asks once. */
export const Cancelling: Story = {
  name: 'State: cancelling',
  args: OPEN,
  parameters: framed(240),
  async play({ canvasElement }) {
    await request(canvasElement);
    await pressButton(canvasElement, 2);
  },
};

/** The shop has heard that it need not call. */
export const Cancelled: Story = {
  name: 'State: cancelled',
  args: OPEN,
  parameters: framed(300),
  async play({ canvasElement }) {
    await request(canvasElement);
    await cancel(canvasElement);
    await awaitReceipt(canvasElement, 'sent');
  },
};

/** Cancelled offline: the shop has not heard of it yet. */
export const CancelSaved: Story = {
  name: 'State: cancelled, offline',
  args: OPEN,
  parameters: framed(300),
  async play({ canvasElement }) {
    await request(canvasElement);
    answerWith('offline');
    await cancel(canvasElement);
    await awaitReceiptInWords(canvasElement, 'saved');
  },
};

/** A time that has passed while the form stood open is said, and not sent. */
export const MovedTime: Story = {
  name: 'State: error, a time that has passed',
  args: OPEN,
  parameters: framed(1080),
  async play({ canvasElement }) {
    await pick(canvasElement, 3);
    await write(canvasElement, '020 7946 0123');
    await anHourLater(async () => {
      await send(canvasElement, SEND);
      await awaitProblem(canvasElement, '#moved');
    });
  },
};

/** A time and a number are to be mended: both are listed, and lead to their places. */
export const MovedAndMissing: Story = {
  name: 'State: error, two of them',
  args: OPEN,
  parameters: framed(1200),
  async play({ canvasElement }) {
    await pick(canvasElement, 3);
    await anHourLater(async () => {
      await send(canvasElement, SEND);
      await awaitProblem(canvasElement, '#moved');
    });
  },
};

/** The request was on its way for longer than the promise held: that is said, and another time offered. */
export const Late: Story = {
  name: 'State: confirmed, too late',
  args: OPEN,
  parameters: { ...framed(400), endpoint: 'offline' },
  async play({ canvasElement }) {
    await write(canvasElement, '020 7946 0123');
    await finish(canvasElement, SEND);
    await anHourLater(async () => {
      answerWith(204);
      await outbox.flush();
      await awaitReceipt(canvasElement, 'sent');
    });
  },
};

/** Offline, with a time: nothing is promised before it is sent. */
export const SavedTime: Story = {
  name: 'State: saved, offline, with a time',
  args: OPEN,
  parameters: { ...framed(360), endpoint: 'offline' },
  async play({ canvasElement }) {
    await write(canvasElement, '020 7946 0123');
    await finish(canvasElement, SEND);
    await awaitReceiptInWords(canvasElement, 'saved');
  },
};

/** Offline: nothing is promised yet. */
export const SavedOffline: Story = {
  name: 'State: saved, offline',
  parameters: { ...framed(340), endpoint: 'offline' },
  async play({ canvasElement }) {
    await write(canvasElement, '020 7946 0123');
    await finish(canvasElement);
    await awaitReceiptInWords(canvasElement, 'saved');
  },
};

/** Refused: the shopper is asked to come another way, and no reference pretends otherwise. */
export const Refused: Story = {
  name: 'State: refused',
  parameters: { ...framed(300), endpoint: 400 },
  async play({ canvasElement }) {
    await write(canvasElement, '020 7946 0123');
    await finish(canvasElement);
    await awaitReceipt(canvasElement, 'refused');
  },
};

/** On a tablet in a shop it has forgotten the last person, whose request waits for a network: whoever looks after it sees that. */
export const Kiosk: Story = {
  name: 'Behaviour: kiosk',
  args: { kiosk: 4 },
  parameters: { ...framed(560), endpoint: 'offline' },
  async play({ canvasElement }) {
    await write(canvasElement, '020 7946 0123');
    await finish(canvasElement);
    await awaitNext(canvasElement);
    await expect(elementIn(canvasElement).shadowRoot!.querySelector('#phone')).toHaveValue('');
  },
};

/** It can be read and not be sent. */
export const Disabled: Story = { name: 'State: disabled', args: { disabled: true } };

/** 288 pixels, what a phone of 320 leaves: fields below each other, the button as wide as they are. */
export const Narrow: Story = {
  name: 'Accessibility: 320 px',
  render: () => html`
    <div style="inline-size: 288px">
      <curtsy-callback channels=${ALL} topics=${TOPICS} country="GB"></curtsy-callback>
    </div>
  `,
};

/** The same with times: two in a row. */
export const NarrowTimes: Story = {
  name: 'Accessibility: 320 px, times',
  render: () => html`
    <div style="inline-size: 288px">
      <curtsy-callback
        channels="phone, sms"
        country="GB"
        hours=${OPEN.hours}
        time-zone=${ELSEWHERE}
        quiet-hours=${OPEN['quiet-hours']}
        respond-within=${OPEN['respond-within']}
      ></curtsy-callback>
    </div>
  `,
};

/** German: long words, and Germany's calling code without anybody's asking. */
export const German: Story = {
  name: 'Language: German',
  globals: { language: 'de' },
  args: { channels: ALL, country: '' },
};

/** Arabic: the form runs from right to left, the number from left to right. */
export const Arabic: Story = {
  name: 'Language: Arabic',
  globals: { language: 'ar' },
  args: { channels: ALL, country: 'EG' },
  parameters: framed(800),
  play: ({ canvasElement }) => write(canvasElement, '010 0123 4567'),
};

/** Arabic, agreed: the masked number keeps its direction in the sentence. */
export const ArabicConfirmed: Story = {
  name: 'Language: Arabic, confirmed',
  globals: { language: 'ar' },
  args: { country: 'EG' },
  parameters: framed(300),
  async play({ canvasElement }) {
    await write(canvasElement, '010 0123 4567');
    await finish(canvasElement);
    await awaitReceipt(canvasElement, 'sent');
  },
};

/** German, with times. */
export const GermanTimes: Story = {
  name: 'Language: German, times',
  globals: { language: 'de' },
  args: { ...CLOSED, country: 'DE' },
  parameters: framed(1000),
};

/** Arabic, with times. */
export const ArabicTimes: Story = {
  name: 'Language: Arabic, times',
  globals: { language: 'ar' },
  args: { ...CLOSED, country: 'EG' },
  parameters: framed(1000),
};

/** Asks for a call at the time that is chosen. */
async function request(canvas: HTMLElement): Promise<void> {
  await write(canvas, '020 7946 0123');
  await finish(canvas, SEND);
  await awaitReceipt(canvas, 'sent');
}

/** Presses Cancel, and says that it is meant. */
async function cancel(canvas: HTMLElement): Promise<void> {
  await pressButton(canvas, 2);
  await pressButton(canvas, 0);
}

/** Does `work` on a clock that is ahead. */
async function anHourLater(work: () => Promise<void>): Promise<void> {
  const { now } = Date;
  Date.now = () => now() + 36e5;
  await work().finally(() => (Date.now = now));
}

async function awaitProblem(canvas: HTMLElement, place = '#problem'): Promise<void> {
  const problem = () => elementIn(canvas).shadowRoot!.querySelector(place);
  await waitFor(() => expect(problem()).not.toHaveTextContent(/^\s*$/));
}
