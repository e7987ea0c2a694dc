// The expectation prompt: asked afterwards, about all or about one thing, with or without what the shop had promised.

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { framed } from './support/framed.js';
import { acceptHelp, awaitReceipt, awaitReceiptInWords, choose, finish, tick, write } from './support/shopper.js';

const meta = {
  title: 'Elements/Expectation',
  component: 'curtsy-expectation',
} satisfies Meta;

export default meta;
type Story = StoryObj;

/** Everything that a page can set, in the controls below. */
export const Playground: Story = {};

/** Five answers and three, about all and about one thing. */
export const Overview: Story = {
  render: () => html`
    <div style="display: grid; gap: 24px">
      <curtsy-expectation></curtsy-expectation>
      <curtsy-expectation scale="3"></curtsy-expectation>
      <curtsy-expectation subject="the delivery"></curtsy-expectation>
    </div>
  `,
};

/** What the shop promised stands above the question; a footer stays below everything. */
export const Anatomy: Story = {
  render: () => html`
    <curtsy-expectation promise="Delivery by Tuesday">
      <span slot="question">Did the delivery of your <em>reading lamp</em> meet your expectations?</span>
      <small slot="footer">Order A-1001</small>
    </curtsy-expectation>
  `,
};

/** Three answers. */
export const ScaleOfThree: Story = { name: 'Option: scale of three', args: { scale: '3' } };

/** One thing, compared with what was expected of it. */
export const Subject: Story = { name: 'Option: subject', args: { subject: 'the delivery' } };

/** What the shop had promised, in its own words. */
export const Promise: Story = { name: 'Option: promise', args: { promise: 'Delivery by Tuesday' } };

/** Where the answer is below what was expected, the shop's own promises are there to choose from. */
export const Promises: Story = {
  name: 'Option: promises',
  args: { promises: 'date=Delivery date, packing=Gift wrapping, colour=Colour as pictured, price=Price' },
  parameters: framed(760),
  play: ({ canvasElement }) => choose(canvasElement, 1),
};

/** Without a comment. */
export const NoComment: Story = {
  name: 'Option: no comment',
  args: { comment: 'none' },
  parameters: framed(480),
  play: ({ canvasElement }) => choose(canvasElement, 2),
};

/** Nothing is chosen. */
export const Asking: Story = { name: 'State: asking' };

/** Met: no promise was missed, so none is asked for. */
export const ChosenMet: Story = {
  name: 'State: chosen, met',
  args: { promises: 'date=Delivery date, packing=Gift wrapping' },
  parameters: framed(640),
  play: ({ canvasElement }) => choose(canvasElement, 2),
};

/** Fell short, with the promise that was missed and a comment, before Send. */
export const ChosenInFull: Story = {
  name: 'State: chosen, with a promise and comment',
  args: { promise: 'Delivery by Tuesday', promises: 'date=Delivery date, packing=Gift wrapping' },
  parameters: framed(800),
  async play({ canvasElement }) {
    await choose(canvasElement, 0);
    await tick(canvasElement, 0);
    await write(canvasElement, 'It came on Friday.');
  },
};

/** Thanks where it fell short. */
export const ThankedShort: Story = {
  name: 'State: thanked, fell short',
  parameters: framed(160),
  play: ({ canvasElement }) => answer(canvasElement, 0),
};

/** Thanks where it was met. */
export const ThankedMet: Story = {
  name: 'State: thanked, met',
  parameters: framed(160),
  play: ({ canvasElement }) => answer(canvasElement, 2),
};

/** Thanks where it was exceeded. */
export const ThankedExceeded: Story = {
  name: 'State: thanked, exceeded',
  parameters: framed(160),
  play: ({ canvasElement }) => answer(canvasElement, 4),
};

/** Thanks that name the promise that was missed. */
export const ThankedForPromise: Story = {
  name: 'State: thanked, with a promise',
  args: { promises: 'date=Delivery date, packing=Gift wrapping' },
  parameters: framed(160),
  async play({ canvasElement }) {
    await choose(canvasElement, 0);
    await tick(canvasElement, 0);
    await finish(canvasElement);
    await awaitReceipt(canvasElement, 'sent');
  },
};

/** With `recover`, where it fell short: help is offered in the same place. */
export const HelpOffered: Story = {
  name: 'State: thanked, help offered',
  parameters: framed(260),
  render: () => html`
    <curtsy-expectation recover="-1" promises="date=Delivery date, packing=Gift wrapping">
      <curtsy-callback slot="recover" channels="phone, email" topics="date=A delivery" country="GB"></curtsy-callback>
    </curtsy-expectation>
  `,
  async play({ canvasElement }) {
    await choose(canvasElement, 0);
    await tick(canvasElement, 0);
    await finish(canvasElement);
    await awaitReceipt(canvasElement, 'sent');
  },
};

/** The form after that: its topic is the promise that was missed, where it has one of that name. */
export const HelpAccepted: Story = {
  ...HelpOffered,
  name: 'State: thanked, form open',
  parameters: framed(960),
  async play(context) {
    await HelpOffered.play!(context);
    await acceptHelp(context.canvasElement);
  },
};

/** Where it was met or exceeded the offer is a quiet line. */
export const HelpOfferedQuietly: Story = {
  ...HelpOffered,
  name: 'State: thanked, help offered quietly',
  play: ({ canvasElement }) => answer(canvasElement, 3),
};

/** Offline: saved, and said so. */
export const SavedOffline: Story = {
  name: 'State: saved, offline',
  parameters: { ...framed(200), endpoint: 'offline' },
  async play({ canvasElement }) {
    await choose(canvasElement, 3);
    await finish(canvasElement);
    await awaitReceiptInWords(canvasElement, 'saved');
  },
};

/** Refused by the endpoint. */
export const Refused: Story = {
  name: 'State: refused',
  parameters: { ...framed(200), endpoint: 400 },
  async play({ canvasElement }) {
    await choose(canvasElement, 3);
    await finish(canvasElement);
    await awaitReceiptInWords(canvasElement, 'refused');
  },
};

/** It can be read and not be answered. */
export const Disabled: Story = { name: 'State: disabled', args: { disabled: true } };

/** 288 pixels, what a phone of 320 leaves. */
export const Narrow: Story = {
  name: 'Accessibility: 320 px',
  parameters: framed(860),
  render: () => html`
    <div style="inline-size: 288px">
      <curtsy-expectation
        promise="Delivery by Tuesday"
        promises="date=Delivery date, packing=Gift wrapping"
      ></curtsy-expectation>
    </div>
  `,
  play: ({ canvasElement }) => choose(canvasElement, 1),
};

/** German: long words. */
export const German: Story = {
  name: 'Language: German',
  globals: { language: 'de' },
  args: { promise: 'Lieferung bis Dienstag' },
};

/** Arabic, from right to left. */
export const Arabic: Story = {
  name: 'Language: Arabic',
  globals: { language: 'ar' },
  parameters: framed(640),
  play: ({ canvasElement }) => choose(canvasElement, 4),
};

async function answer(canvas: HTMLElement, at: number): Promise<void> {
  await choose(canvas, at);
  await finish(canvas);
  await awaitReceipt(canvas, 'sent');
}
