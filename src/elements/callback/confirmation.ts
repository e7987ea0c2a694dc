/** What a shopper keeps of a request: whether it is agreed, for when, where it leads to, and the reference to name. */
import { html, nothing, type TemplateResult } from 'lit';
import { spellReference } from '../../callback/reference.js';
import type { CallbackAnswer } from '../../response/response.js';
import { maskAddress } from './address.js';
import type { CurtsyCallback } from './callback.js';
import { cancelView, show } from './cancelling.js';
import { change } from './changing.js';
import { sign } from './sign.js';

const MARKS = { sent: 'M16 24.5l5.5 5.5L32.5 18.5', saved: 'M24 13v11l7 5', refused: undefined };

/** Only the endpoint's acknowledgement makes a request look agreed. */
export function confirmation(element: CurtsyCallback, request: CallbackAnswer): TemplateResult {
  const receipt = (element.dataset['receipt'] ?? 'saved') as keyof typeof MARKS;
  return html`${cancelView(element, request, receipt) ?? agreed(element, request, receipt)}
    <slot name="thanks-extra"></slot>`;
}

function agreed(element: CurtsyCallback, request: CallbackAnswer, receipt: keyof typeof MARKS): TemplateResult {
  const { times } = element;
  const agreement = request.channel === 'phone' ? times?.agreement(request) : undefined;
  const isSent = receipt === 'sent';
  const outcome = {
    sent: agreement?.heading ?? element.text(`agreed${request.channel === 'phone' ? 'Call' : 'Message'}`),
    saved: element.text(agreement ? 'savedTime' : 'savedRequest'),
    refused: element.text('refusedRequest'),
  };
  const late = isSent && agreement?.late;
  const [before, after] = element.text(`reached_${request.email ? 'email' : 'phone'}`).split('{address}');
  const mark = late ? 'saved' : receipt;
  return html`<div class=${mark}>
    ${sign(MARKS[mark])}
    <slot name="thanks">
      <h2 part="thanks" tabindex="-1" aria-live="polite">${outcome[receipt]}</h2>
    </slot>
    ${
      receipt === 'refused'
        ? nothing
        : html`${late ? html`<p>${element.text('lateNow')}</p>` : nothing}
            <p>${before}<bdi dir="ltr">${maskAddress(request)}</bdi>${after}</p>
            <p class="reference">
              <span part="reference" aria-hidden="true">${request.reference}</span
              ><span class="unseen">${spellReference(request.reference)}</span> ${copying(element, request.reference)}
            </p>
            ${isSent && agreement?.zones ? html`<p class="hint">${agreement.zones}</p>` : nothing}
            ${element.said ? actions(element, request, isSent && !late) : nothing}`
    }
  </div>`;
}

function actions(element: CurtsyCallback, request: CallbackAnswer, isAgreed: boolean): TemplateResult {
  const event = isAgreed ? element.times?.event(request) : undefined;
  const isLate = element.dataset['receipt'] === 'sent' && !isAgreed;
  return html`<div class="after" part="actions">
    <button class=${isLate ? 'submit' : 'quiet'} type="button" @click=${() => change(element)}>
      ${element.text(isLate ? 'otherTime' : 'change')}
    </button>
    <button class="quiet" type="button" @click=${() => show(element, 'cancel')}>${element.text('cancel')}</button>
    ${
      event &&
      html`<button class="quiet" type="button" @click=${() => download(event, request.reference)}>
        ${element.text('calendar')}
      </button>`
    }
  </div>`;
}

/** A page without https may not write to the clipboard. */
function copying(element: CurtsyCallback, reference: string): TemplateResult | typeof nothing {
  if (!('clipboard' in navigator)) return nothing;
  const copy = async () => {
    await navigator.clipboard.writeText(reference);
    element.note = 'copied';
  };
  return html`<button class="quiet" type="button" @click=${() => void copy().catch(() => {})}>
    ${element.text('copy')}
  </button>`;
}

/** Hands over a file that was made here: nothing is asked of a server. */
function download(event: string, reference: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([event], { type: 'text/calendar' }));
  link.download = `${reference}.ics`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 6e4);
}
