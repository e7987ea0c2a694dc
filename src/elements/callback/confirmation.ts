/** What a shopper keeps of a request: whether it is agreed, where it leads to, and the reference to name. */
import { html, nothing, type TemplateResult } from 'lit';
import { spellReference } from '../../callback/reference.js';
import type { CallbackAnswer } from '../../response/response.js';
import { maskAddress } from './address.js';
import type { CurtsyCallback } from './callback.js';
import { sign } from './sign.js';

/** Only the endpoint's acknowledgement makes a request look agreed. */
export function confirmation(element: CurtsyCallback, request: CallbackAnswer): TemplateResult {
  const receipt = element.dataset.receipt ?? 'saved';
  const sent = receipt === 'sent';
  const refused = receipt === 'refused';
  const outcome = sent ? `agreed${request.channel === 'phone' ? 'Call' : 'Message'}` : `${receipt}Request`;
  const [before, after] = element.text(`reached_${request.email ? 'email' : 'phone'}`).split('{address}');
  return html`<div class=${receipt}>
    ${sign(sent ? 'M16 24.5l5.5 5.5L32.5 18.5' : refused ? undefined : 'M24 13v11l7 5')}
    <slot name="thanks">
      <h2 part="thanks" tabindex="-1" aria-live="polite">${element.text(outcome)}</h2>
    </slot>
    ${
      refused
        ? nothing
        : html`<p>${before}<bdi dir="ltr">${maskAddress(request)}</bdi>${after}</p>
            <p class="reference" part="reference" aria-hidden="true">${request.reference}</p>
            <p class="unseen">${spellReference(request.reference)}</p>`
    }
    <slot name="thanks-extra"></slot>
  </div>`;
}
