// A button for who has something to say: closed and open, in every place.

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { framed } from './support/framed.js';
import { choose } from './support/shopper.js';

interface Args {
  label?: string;
  placement?: string;
  open?: boolean;
}

const meta = {
  title: 'Elements/Launcher',
  component: 'curtsy-launcher',
  parameters: framed(480),
  render: ({ label, placement, open }) => html`
    <main>
      <p>Teapots, and what belongs to them.</p>
      <curtsy-launcher .label=${label} .placement=${placement} ?open=${open}>
        <curtsy-rating touchpoint="shop" reasons="experience"></curtsy-rating>
      </curtsy-launcher>
    </main>
  `,
} satisfies Meta<Args>;

export default meta;
type Story = StoryObj<Args>;

/** Everything that a page can set, in the controls below. Nothing needs to be set. */
export const Playground: Story = {};

/** What it opens, beside it and with the focus. */
export const Open: Story = { name: 'State: open', args: { label: 'Your opinion', open: true } };

/** More is asked than there is room for beside the button: the card scrolls inside. */
export const Chosen: Story = {
  name: 'State: chosen',
  args: { label: 'Your opinion', open: true },
  play: ({ canvasElement }) => choose(canvasElement, 1),
};

/** Where a line begins. */
export const BottomStart: Story = {
  name: 'Option: bottom-start',
  args: { label: 'Your opinion', placement: 'bottom-start', open: true },
};

/** At the top; the card opens downwards. */
export const TopEnd: Story = {
  name: 'Option: top-end',
  args: { label: 'Your opinion', placement: 'top-end', open: true },
};

/** At the top, where a line begins. */
export const TopStart: Story = {
  name: 'Option: top-start',
  args: { label: 'Your opinion', placement: 'top-start', open: true },
};
