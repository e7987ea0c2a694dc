// A question that comes by itself, and a button for who would rather come to it.

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { framed } from './support/framed.js';

const meta = {
  title: 'Elements/Prompt',
  component: 'curtsy-prompt',
  parameters: framed(480),
  render: ({ placement, trigger }: Record<string, string>) => html`
    <main>
      <p>Teapots, and what belongs to them.</p>
      <curtsy-prompt .trigger=${trigger} .placement=${placement} open>
        <curtsy-rating touchpoint="shop"></curtsy-rating>
      </curtsy-prompt>
    </main>
  `,
} satisfies Meta;

export default meta;
type Story = StoryObj;

/** Everything that a page can set, in the controls below. In the stories it is open from the start: no rule is asked. */
export const Playground: Story = { args: { placement: 'bottom-end' } };

/** At its own place in the page instead of a corner. */
export const Inline: Story = { name: 'Option: inline', args: { placement: 'inline' } };

/** In another corner. */
export const TopStart: Story = { name: 'Option: top-start', args: { placement: 'top-start' } };

/** The button at the page's edge, and what it opens. */
export const Launcher: Story = {
  name: 'Launcher',
  render: () => html`
    <main>
      <p>Teapots, and what belongs to them.</p>
      <curtsy-launcher label="Your opinion" open>
        <curtsy-rating touchpoint="shop"></curtsy-rating>
      </curtsy-launcher>
    </main>
  `,
};
