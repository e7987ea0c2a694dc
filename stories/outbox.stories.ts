// What a page hears of an answer on its way: the events, and what `outbox` says of it afterwards.

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { outbox } from '../src/index.js';
import { answerWith } from './support/endpoint.js';
import { framed } from './support/framed.js';
import { awaitReceipt, awaitReceiptInWords, choose, finish } from './support/shopper.js';

const meta = {
  title: 'Outbox',
  parameters: framed(560),
  render: () => html`
    <div @curtsy-change=${hear} @curtsy-saved=${hear} @curtsy-delivered=${hear} @curtsy-rejected=${hear}>
      <curtsy-rating comment="none"></curtsy-rating>
      <ol
        aria-label="What the page hears"
        style="font: 0.8125rem/1.6 ui-monospace, monospace; overflow-wrap: anywhere"
      ></ol>
    </div>
  `,
} satisfies Meta;

export default meta;
type Story = StoryObj;

/** A face is pressed and nothing else: a draft is stored, and waits for Send, for the page to be left, or for a minute. */
export const Draft: Story = {
  async play({ canvasElement }) {
    await choose(canvasElement, 3);
    await note(canvasElement, 'outbox.pending()', outbox.pending());
    await expectHeard(canvasElement, 'curtsy-saved');
  },
};

/** The endpoint has acknowledged it with 204: nothing waits any longer. The shopper was thanked and needs no receipt. */
export const Delivered: Story = {
  async play({ canvasElement }) {
    await rate(canvasElement);
    await awaitReceipt(canvasElement, 'sent');
    await note(canvasElement, 'outbox.pending()', outbox.pending());
    await expectHeard(canvasElement, 'curtsy-delivered');
  },
};

/** Receipt *saved*: the connection is gone. The answer waits, and `nextAttemptAt` says until when. */
export const Saved: Story = {
  parameters: { endpoint: 'offline' },
  async play({ canvasElement }) {
    await rate(canvasElement);
    await awaitReceiptInWords(canvasElement, 'saved');
    await note(canvasElement, 'outbox.pending()', outbox.pending());
  },
};

/** The endpoint is there and busy (503): the same for the shopper, and `status` for the shop. */
export const Busy: Story = {
  parameters: { endpoint: 503 },
  async play({ canvasElement }) {
    await rate(canvasElement);
    await awaitReceiptInWords(canvasElement, 'saved');
    await note(canvasElement, 'outbox.pending()', outbox.pending());
  },
};

/** Receipt *sent*: the connection came back. Whoever was told that the answer was on its way is told that it arrived. */
export const Sent: Story = {
  parameters: { endpoint: 'offline' },
  async play({ canvasElement }) {
    await rate(canvasElement);
    await awaitReceiptInWords(canvasElement, 'saved');
    answerWith(204);
    dispatchEvent(new Event('online'));
    await awaitReceiptInWords(canvasElement, 'sent');
    await note(canvasElement, 'outbox.pending()', outbox.pending());
  },
};

/** Receipt *refused*: the endpoint answered 400. The answer is set aside, listed and never sent again by itself. */
export const Refused: Story = {
  parameters: { endpoint: 400 },
  async play({ canvasElement }) {
    await rate(canvasElement);
    await awaitReceiptInWords(canvasElement, 'refused');
    await note(canvasElement, 'outbox.pending()', outbox.pending());
    await note(canvasElement, 'outbox.rejected()', outbox.rejected());
    await expectHeard(canvasElement, 'curtsy-rejected');
  },
};

/** Receipt *memory*: the browser keeps nothing, and there is no connection either. The shopper is told until when it is kept. */
export const Memory: Story = {
  parameters: { endpoint: 'offline', storage: 'off' },
  async play({ canvasElement }) {
    await rate(canvasElement);
    await awaitReceiptInWords(canvasElement, 'saved');
    await note(canvasElement, 'outbox.pending()', outbox.pending());
    await expectHeard(canvasElement, '"durable":"memory"');
  },
};

async function rate(canvas: HTMLElement): Promise<void> {
  await choose(canvas, 3);
  await finish(canvas);
}

/** Writes down what the page hears, as a shop's own script would hear it. */
function hear({ type, detail, currentTarget }: CustomEvent<unknown>): void {
  write(currentTarget as Element, type, detail);
}

/** Asks the API, and writes down what it says. */
async function note(canvas: Element, call: string, asked: Promise<unknown>): Promise<void> {
  write(canvas, call, await asked);
}

function write(within: Element, what: string, said: unknown): void {
  const line = document.createElement('li');
  line.textContent = `${what} ${JSON.stringify(said)}`;
  within.querySelector('ol')!.append(line);
}

async function expectHeard(canvas: HTMLElement, words: string): Promise<void> {
  await waitFor(() => expect(canvas.querySelector('ol')).toHaveTextContent(words));
}
