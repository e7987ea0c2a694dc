// Renders an element as a page writes it: controls become attributes, slotted content and listeners, and nothing else.

import type { WebComponentsRenderer } from '@storybook/web-components-vite';
import { nothing } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { html, unsafeStatic } from 'lit/static-html.js';
import type { Args, ArgsStoryFn } from 'storybook/internal/types';
import { SLOT } from './controls.js';

export const renderTag: ArgsStoryFn<WebComponentsRenderer> = (args, { component }) => {
  const tag = unsafeStatic(component!);
  const filled = Object.entries(args).filter(([name, value]) => name.startsWith(SLOT) && value);
  return html`<${tag} ${ref((element) => element && dress(element, args))}>${
    filled[0] ? filled.map(([name, text]) => html`<span slot=${name.slice(SLOT.length)}>${text}</span>`) : nothing
  }</${tag}>`;
};

function dress(element: Element, args: Args): void {
  for (const [name, value] of Object.entries(args)) {
    if (name.startsWith(SLOT)) continue;
    if (typeof value === 'function') element.addEventListener(eventOf(name), value as EventListener);
    else if (typeof value === 'boolean') element.toggleAttribute(name, value);
    else if (value) element.setAttribute(name, String(value));
    else element.removeAttribute(name);
  }
}

/** Storybook calls the listener of `curtsy-change` `onCurtsyChange`. */
function eventOf(listener: string): string {
  return listener
    .slice('on'.length)
    .replace(/\B[A-Z]/g, (letter) => `-${letter}`)
    .toLowerCase();
}
