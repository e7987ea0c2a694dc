// The request to be called or written back: every channel, what is said of a wrong number, and the confirmation.

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { framed } from './support/framed.js';
import { awaitReceipt, awaitReceiptInWords, elementIn, finish, pick, send, tick, write } from './support/shopper.js';

const ALL = 'phone, sms, whatsapp, email';
const TOPICS = 'order=An order, advice=Advice, return=A return';

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

async function awaitProblem(canvas: HTMLElement): Promise<void> {
  const problem = () => elementIn(canvas).shadowRoot!.querySelector('[role=alert]');
  await waitFor(() => expect(problem()).not.toHaveTextContent(/^\s*$/));
}
