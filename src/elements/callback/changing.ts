/** A request that is changed: the form again, with all that was said but the address, which stays masked unless another is typed. */
import { html, nothing, type TemplateResult } from 'lit';
import { maskAddress } from './address.js';
import type { CurtsyCallback } from './callback.js';

/** The address that is kept as it was. Isolated: a number runs from left to right in a sentence that does not. */
export const keptMasked = (element: CurtsyCallback): string => `\u2066${maskAddress(element.request!)}\u2069`;

/** Shows the form again; what it sends is the next revision, or a request of its own where nothing of the last one is left. */
export async function change(element: CurtsyCallback): Promise<void> {
  element.view = 'change';
  element.stage = 'asking';
  element.busy = false;
  element.note = '';
  await element.updateComplete;
  const target = element.renderRoot.querySelector<HTMLElement>('[name=when]:checked');
  if (target) target.focus();
  else element.focus();
}

/** The button that leaves a request as it was. */
export function wayBack(element: CurtsyCallback): TemplateResult | typeof nothing {
  const back = async () => {
    element.view = undefined;
    element.stage = 'thanked';
    await element.updateComplete;
    element.focus();
  };
  return element.isRevised
    ? html`<button class="quiet" type="button" @click=${back}>${element.text('keep')}</button>`
    : nothing;
}
