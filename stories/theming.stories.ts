// The same elements in other shops: a few tokens on any ancestor, and they look as if they had been made there.

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { framed } from './support/framed.js';
import { choose } from './support/shopper.js';

const meta = {
  title: 'Theming',
  parameters: framed(1500),
  // Colours are most of a theme, and a chosen face shows them best.
  play: ({ canvasElement }) => choose(canvasElement, 3),
} satisfies Meta;

export default meta;
type Story = StoryObj;

const elements = html`
  <curtsy-rating></curtsy-rating>
  <curtsy-expectation scale="3" promise="Delivery by Tuesday"></curtsy-expectation>
  <curtsy-callback channels="phone, sms" country="GB"></curtsy-callback>
`;

/** A section of a shop's page, with `tokens` on it. */
function shop(tokens: string, content: TemplateResult = elements): TemplateResult {
  return html`<section style="display: grid; gap: 24px; padding: 24px; ${tokens}">${content}</section>`;
}

/** Nothing set: what the elements look like as they come. */
export const AsItComes: Story = { name: 'As it comes', render: () => shop('') };

/** Sharp corners and a serif. */
export const Sharp: Story = {
  render: () =>
    shop(`
      background: #efe9df;
      --curtsy-font: Georgia, 'Times New Roman', serif;
      --curtsy-accent: #7a1f2b;
      --curtsy-surface: #fbf8f2;
      --curtsy-text: #2a211c;
      --curtsy-muted: #675a50;
      --curtsy-radius: 0px;
      --curtsy-shadow: none;
    `),
};

/** Round and playful. */
export const Round: Story = {
  render: () =>
    shop(`
      background: #ffe9f3;
      --curtsy-font: ui-rounded, 'Arial Rounded MT Bold', 'Nunito', system-ui, sans-serif;
      --curtsy-accent: #e5007d;
      --curtsy-radius: 28px;
      --curtsy-space: 5px;
      --curtsy-rating-face: 56px;
      --curtsy-shadow: 0 8px 0 #ffc2de;
    `),
};

/** No card at all: `--curtsy-surface: transparent` lets the page through and drops border and shadow. */
export const NoCard: Story = {
  name: 'No card',
  render: () => shop('background: #eef3ee; --curtsy-surface: transparent; --curtsy-accent: #2f6b3c;'),
};

/** Dark: its own surface, and the accent is made lighter until it can be read. */
export const Dark: Story = { globals: { scheme: 'dark' }, render: () => shop('') };

/** A dark section of a light page, by `color-scheme` alone. */
export const DarkSection: Story = {
  name: 'Dark section',
  render: () => shop('color-scheme: dark; background: #101114; color: #f1f1f1;'),
};

/** A yellow that no line on white could be drawn in: the button keeps it, with black on it; lines are made darker. */
export const PaleAccent: Story = { name: 'Pale accent', render: () => shop('--curtsy-accent: #ffd60a;') };

/** Parts, for what no token says: here the options stand on lines, and Send speaks in capitals. */
export const Parts: Story = {
  render: () => html`
    <style>
      .with-parts curtsy-expectation::part(option) {
        border-radius: 0;
        border-block-end: 1px solid currentColor;
      }
      .with-parts ::part(submit) {
        text-transform: uppercase;
        letter-spacing: 0.08em;
      }
    </style>
    <div class="with-parts">${shop('')}</div>
  `,
};
