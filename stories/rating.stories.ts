// The rating by faces: every scale and drawing, and every stage from the question to the receipt.

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { configure } from '../src/index.js';
import { framed } from './support/framed.js';
import {
  acceptHelp,
  awaitNext,
  awaitReceipt,
  awaitReceiptInWords,
  choose,
  clear,
  declineHelp,
  elementIn,
  finish,
  send,
  tick,
  write,
} from './support/shopper.js';

const meta = {
  title: 'Elements/Rating',
  component: 'curtsy-rating',
} satisfies Meta;

export default meta;
type Story = StoryObj;

/** Everything that a page can set, in the controls below. Nothing needs to be set. */
export const Playground: Story = {};

/** Four scales: five faces, three, two, and the numerals of NPS. */
export const Overview: Story = {
  render: () => html`
    <div style="display: grid; gap: 24px">
      <curtsy-rating></curtsy-rating>
      <curtsy-rating scale="3"></curtsy-rating>
      <curtsy-rating scale="2"></curtsy-rating>
      <curtsy-rating scale="nps"></curtsy-rating>
    </div>
  `,
};

/** What a page can put inside: a question with markup of its own, thanks and a line below them, and a footer that stays. */
export const Anatomy: Story = {
  render: () => html`
    <curtsy-rating>
      <span slot="question">How was <em>checking out</em> today?</span>
      <span slot="thanks">Thank you. Every answer is read here in Lübeck.</span>
      <a slot="thanks-extra" href="#changes">What we changed after your answers</a>
      <small slot="footer">Bloom &amp; Field, 12 Market Street</small>
    </curtsy-rating>
  `,
};

/** The same after Send: thanks and the line below them are the page's own. */
export const AnatomyThanked: Story = {
  ...Anatomy,
  name: 'Anatomy, thanked',
  parameters: framed(240),
  async play({ canvasElement }) {
    await choose(canvasElement, 3);
    await send(canvasElement);
    await awaitReceipt(canvasElement, 'sent');
  },
};

/** Three faces, for a question that needs no shades. */
export const ScaleOfThree: Story = { name: 'Option: scale of three', args: { scale: '3' } };

/** Two faces. There is no middle to hide in, and none to be honest with. */
export const ScaleOfTwo: Story = { name: 'Option: scale of two', args: { scale: '2' } };

/** Numerals from 0 to 10. In a narrow place they stand in rows of four. */
export const Nps: Story = { name: 'Option: NPS', args: { scale: 'nps' } };

/** The emoji of the shopper's own device instead of the drawn faces. */
export const Emoji: Story = { name: 'Option: emoji', args: { faces: 'emoji' } };

/** Stars: all up to the chosen one are filled. */
export const Stars: Story = {
  name: 'Option: stars',
  args: { faces: 'stars' },
  parameters: framed(520),
  play: ({ canvasElement }) => choose(canvasElement, 3),
};

/** A question of the page's own. A long one is balanced over its lines. */
export const Question: Story = {
  name: 'Option: question',
  args: { question: 'How satisfied are you with the help that you had in choosing a lamp for your reading chair?' },
};

/** Reasons of the shop's own: neutral nouns, the same for every score. */
export const OwnReasons: Story = {
  name: 'Option: reasons of the shop',
  args: { reasons: 'price=Price, choice=Choice, delivery=Delivery times, advice=Advice' },
  parameters: framed(640),
  play: ({ canvasElement }) => choose(canvasElement, 1),
};

/** The preset `experience`: what an impression of a shop is made of. */
export const Experience: Story = {
  name: 'Option: reasons "experience"',
  args: { reasons: 'experience' },
  parameters: framed(680),
  play: ({ canvasElement }) => choose(canvasElement, 3),
};

/** Without a comment a face and Send are all there is. */
export const NoComment: Story = {
  name: 'Option: no comment',
  args: { comment: 'none' },
  parameters: framed(340),
  play: ({ canvasElement }) => choose(canvasElement, 2),
};

/** Nothing is chosen. Nothing moves until something is. */
export const Asking: Story = { name: 'State: asking' };

/** A face was pressed. The choice is kept on the device at once, and the element says so. */
export const Chosen: Story = {
  name: 'State: chosen',
  parameters: framed(520),
  play: ({ canvasElement }) => choose(canvasElement, 3),
};

/** With two reasons and a comment, before Send. What is written leaves the device with Send only. */
export const ChosenInFull: Story = {
  name: 'State: chosen, with reasons and comment',
  args: { reasons: 'experience' },
  parameters: framed(680),
  async play({ canvasElement }) {
    await choose(canvasElement, 3);
    await tick(canvasElement, 0, 4);
    await write(canvasElement, 'Mara found the right bulb in a minute.');
  },
};

/** Near its end the comment says how many characters are left. */
export const CommentNearItsEnd: Story = {
  name: 'State: comment near its end',
  parameters: framed(560),
  async play({ canvasElement }) {
    await choose(canvasElement, 2);
    const field = elementIn(canvasElement).shadowRoot!.querySelector('textarea')!;
    await userEvent.click(field);
    await userEvent.paste('It took a while to find the bulbs. '.repeat(27));
  },
};

/** Thanks for a low score. It is sorry without being sorry for itself. */
export const ThankedLow: Story = {
  name: 'State: thanked, low',
  parameters: framed(160),
  play: ({ canvasElement }) => rate(canvasElement, 0),
};

/** Thanks for the middle. */
export const ThankedMiddle: Story = {
  name: 'State: thanked, middle',
  parameters: framed(160),
  play: ({ canvasElement }) => rate(canvasElement, 2),
};

/** Thanks for a high score. */
export const ThankedHigh: Story = {
  name: 'State: thanked, high',
  parameters: framed(160),
  play: ({ canvasElement }) => rate(canvasElement, 4),
};

/** Thanks that name what the answer was first about. */
export const ThankedForReason: Story = {
  name: 'State: thanked, with a reason',
  args: { reasons: 'experience' },
  parameters: framed(160),
  async play({ canvasElement }) {
    await choose(canvasElement, 0);
    await tick(canvasElement, 1);
    await finish(canvasElement);
    await awaitReceipt(canvasElement, 'sent');
  },
};

/** With `recover`, after a low score: help is offered in the same place, and declining is as easy as asking. */
export const HelpOffered: Story = {
  name: 'State: thanked, help offered',
  render: withForm,
  parameters: framed(260),
  play: ({ canvasElement }) => rateProduct(canvasElement, 0),
};

/** After any other score the offer is a quiet line. */
export const HelpOfferedQuietly: Story = {
  ...HelpOffered,
  name: 'State: thanked, help offered quietly',
  play: ({ canvasElement }) => rate(canvasElement, 4),
};

/** One press later: the form on the same card. It knows what the answer was about, and tells staff what was said. */
export const HelpAccepted: Story = {
  ...HelpOffered,
  name: 'State: thanked, form open',
  parameters: framed(1000),
  async play({ canvasElement }) {
    await rateProduct(canvasElement, 0);
    await acceptHelp(canvasElement);
  },
};

/** Declined: the thanks stay, and it is not asked again. */
export const HelpDeclined: Story = {
  ...HelpOffered,
  name: 'State: thanked, help declined',
  parameters: framed(160),
  async play({ canvasElement }) {
    await rateProduct(canvasElement, 0);
    await declineHelp(canvasElement);
  },
};

/** The form need not stand on the page: the setting `callback` holds its attributes, for every element with `recover`. */
export const HelpFromSetting: Story = {
  name: 'Behaviour: form from the setting',
  args: { recover: '2' },
  parameters: framed(760),
  beforeEach() {
    configure({ callback: { channels: 'email, phone', business: 'Bloom & Field' } });
    return () => configure({ callback: undefined as never });
  },
  async play({ canvasElement }) {
    await rate(canvasElement, 0);
    await acceptHelp(canvasElement);
  },
};

/** Offline: the receipt tells the truth, once sending takes longer than a moment. */
export const SavedOffline: Story = {
  name: 'State: saved, offline',
  parameters: { ...framed(200), endpoint: 'offline' },
  async play({ canvasElement }) {
    await choose(canvasElement, 3);
    await finish(canvasElement);
    await awaitReceiptInWords(canvasElement, 'saved');
  },
};

/** The endpoint has refused the answer for good. It is kept, and the page hears of it. */
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

/** Clear takes the choice back, and deletes it from the device. */
export const Cleared: Story = {
  name: 'Behaviour: cleared',
  parameters: framed(280),
  async play({ canvasElement }) {
    await choose(canvasElement, 1);
    await clear(canvasElement);
    await waitFor(() => expect(elementIn(canvasElement)).toHaveAttribute('data-stage', 'asking'));
  },
};

/** On a tablet in a shop it has forgotten the last person, whose answer waits for a network: whoever looks after it sees that. */
export const Kiosk: Story = {
  name: 'Behaviour: kiosk',
  args: { kiosk: 4 },
  parameters: { ...framed(260), endpoint: 'offline' },
  async play({ canvasElement }) {
    await choose(canvasElement, 3);
    await finish(canvasElement);
    await awaitNext(canvasElement);
  },
};

/** In a form the element has no Send of its own: the form's submit sends the score to the shop, and the answer to the endpoint. */
export const InForm: Story = {
  name: 'Behaviour: in a form',
  parameters: framed(620),
  render: () => html`
    <form @submit=${(event: Event) => event.preventDefault()} style="display: grid; gap: 16px; justify-items: start">
      <curtsy-rating name="visit" required></curtsy-rating>
      <button>Place order</button>
    </form>
  `,
  play: ({ canvasElement }) => choose(canvasElement, 3),
};

/** Required and not answered: the browser itself holds the form back and says why. */
export const InFormMissing: Story = {
  ...InForm,
  name: 'Behaviour: in a form, missing',
  parameters: framed(420),
  async play({ canvasElement }) {
    const form = canvasElement.querySelector('form')!;
    await waitFor(() => expect(form.checkValidity()).toBe(false));
    await expect(form.querySelector(':invalid')).toBe(elementIn(canvasElement));
  },
};

/** A hand on the keyboard: the focus is drawn around the whole option. From here arrow keys choose, and send nothing. */
export const Focus: Story = {
  name: 'Accessibility: focus',
  parameters: framed(260),
  play: ({ canvasElement }) => elementIn(canvasElement).focus(),
};

/** 288 pixels, what a phone of 320 leaves: five faces still stand in a row, with words at the ends and for the chosen one. */
export const Narrow: Story = {
  name: 'Accessibility: 320 px',
  parameters: framed(620),
  render: () => html`<div style="inline-size: 288px"><curtsy-rating reasons="experience"></curtsy-rating></div>`,
  play: ({ canvasElement }) => choose(canvasElement, 3),
};

/** Letters of twice the size, as a reader may set them: nothing is cut off. */
export const LargeType: Story = {
  name: 'Accessibility: letters of 200%',
  parameters: framed(1000),
  render: () => html`<div style="font-size: 200%; --curtsy-font-size: 1em"><curtsy-rating></curtsy-rating></div>`,
  play: ({ canvasElement }) => choose(canvasElement, 3),
};

/** German: long words. */
export const German: Story = { name: 'Language: German', globals: { language: 'de' } };

/** The offer in German on a narrow screen. */
export const GermanHelp: Story = {
  ...HelpOffered,
  name: 'Language: German, help offered, 320 px',
  globals: { language: 'de' },
  render: () => html`<div style="inline-size: 288px">${withForm()}</div>`,
};

/** The open form in Arabic. */
export const ArabicHelp: Story = { ...HelpAccepted, name: 'Language: Arabic, form open', globals: { language: 'ar' } };

/** Arabic: from right to left, and the best face stands where reading ends. */
export const Arabic: Story = {
  name: 'Language: Arabic',
  globals: { language: 'ar' },
  args: { reasons: 'experience' },
  parameters: framed(680),
  play: ({ canvasElement }) => choose(canvasElement, 3),
};

function withForm() {
  return html`<curtsy-rating recover="2" reasons="experience">
    <curtsy-callback
      slot="recover"
      channels="phone, sms, email"
      topics="product=A product, order=An order"
      country="GB"
      business="Bloom &amp; Field"
      privacy-url="#privacy"
    ></curtsy-callback>
  </curtsy-rating>`;
}

async function rateProduct(canvas: HTMLElement, at: number): Promise<void> {
  await choose(canvas, at);
  await tick(canvas, 1);
  await finish(canvas);
  await awaitReceipt(canvas, 'sent');
}

async function rate(canvas: HTMLElement, at: number): Promise<void> {
  await choose(canvas, at);
  await finish(canvas);
  await awaitReceipt(canvas, 'sent');
}
