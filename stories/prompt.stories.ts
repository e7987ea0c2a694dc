// A question that comes by itself: in every place that it can have, and what becomes of it there.

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { framed } from './support/framed.js';
import { choose } from './support/shopper.js';

const RATING = html`<curtsy-rating touchpoint="shop" reasons="experience"></curtsy-rating>`;

interface Args {
  placement?: string;
  anchor?: string;
  trigger?: string;
}

/** A page of a shop, `page`, with a prompt on it that is open from the start. */
const shop = ({ placement, anchor, trigger }: Args, page: unknown = nothing, question: TemplateResult = RATING) => html`
  <main>
    <p>Teapots, and what belongs to them.</p>
    ${page}
    <curtsy-prompt .trigger=${trigger} .placement=${placement} .anchor=${anchor} open>${question}</curtsy-prompt>
  </main>
`;

/** A button of the shop's, so far from the top and from where a line begins. */
const guide = (top: string, start: string) => html`
  <button id="guide" style="position: absolute; inset-block-start: ${top}; inset-inline-start: ${start}; padding: 8px">
    Size guide
  </button>
`;

const meta = {
  title: 'Elements/Prompt',
  component: 'curtsy-prompt',
  parameters: framed(560),
  render: (args) => shop(args),
} satisfies Meta<Args>;

export default meta;
type Story = StoryObj<Args>;

/** Everything that a page can set, in the controls below. In the stories it is open from the start: no rule is asked. */
export const Playground: Story = { args: { placement: 'bottom-end' } };

/** In another corner: it begins where a line begins. */
export const BottomStart: Story = { name: 'Option: bottom-start', args: { placement: 'bottom-start' } };

/** At the top, where a line ends. */
export const TopEnd: Story = { name: 'Option: top-end', args: { placement: 'top-end' } };

/** At the top, where a line begins. */
export const TopStart: Story = { name: 'Option: top-start', args: { placement: 'top-start' } };

/** At its own place in the page instead of a corner. */
export const Inline: Story = {
  name: 'Option: inline',
  render: () =>
    html`${shop({ placement: 'inline' })}
      <p>Delivery within three days.</p>`,
};

/** Beside what it asks about. */
export const Anchor: Story = {
  name: 'Option: anchor',
  render: () => shop({ anchor: '#guide' }, guide('80px', 'min(560px, 60%)')),
};

/** Beside it on the side that `placement` names. */
export const AnchorAbove: Story = {
  name: 'Option: anchor and placement',
  render: () => shop({ anchor: '#guide', placement: 'top-start' }, guide('440px', '24px')),
};

/** On another side, since there is no room on the usual one. */
export const AnchorFlipped: Story = {
  name: 'State: anchor at the window’s edge',
  parameters: { layout: 'fullscreen' },
  render: () => shop({ anchor: '#guide' }, guide('500px', '24px')),
};

/** In its corner, since what it would stand beside can't be seen. */
export const AnchorOutOfSight: Story = {
  name: 'State: anchor out of sight',
  render: () => shop({ anchor: '#guide' }, html`<button id="guide" style="display: none">Size guide</button>`),
};

/** More is asked than the window has room for: the card scrolls inside, and Close stays. */
export const Chosen: Story = {
  name: 'State: chosen',
  parameters: framed(420),
  play: ({ canvasElement }) => choose(canvasElement, 1),
};

/** Beside its anchor it stays on its side, and scrolls inside too. */
export const AnchorChosen: Story = {
  name: 'State: anchor, chosen',
  render: Anchor.render!,
  play: ({ canvasElement }) => choose(canvasElement, 1),
};

/** Any question can stand inside, here one about a promise. */
export const Expectation: Story = {
  name: 'Behaviour: another question',
  render: () => shop({}, nothing, html`<curtsy-expectation promise="Delivery by Tuesday"></curtsy-expectation>`),
};

/** And here a request to be called. */
export const Callback: Story = {
  name: 'Behaviour: a request',
  render: () =>
    shop(
      {},
      nothing,
      html`<curtsy-callback country="DE" channels="phone,sms" privacy-url="#privacy"></curtsy-callback>`,
    ),
};
