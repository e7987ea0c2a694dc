/** A request that is cancelled: gone where nobody had tried to send it, else by a word to the shop. */
import { html, nothing, type TemplateResult } from 'lit';
import { pageFacts } from '../../page/facts.js';
import type { CallbackAnswer, Submission } from '../../response/response.js';
import { idOf, newKey } from '../../response/uuid.js';
import { tell } from '../conversation.js';
import type { CurtsyCallback } from './callback.js';
import { change } from './changing.js';
import { sign } from './sign.js';

const CROSS = 'M17 17l14 14M31 17l-14 14';

/** What there is to say and ask about cancelling; nothing where it was not asked for. */
export function cancelView(
  element: CurtsyCallback,
  { channel, reference }: CallbackAnswer,
  receipt: string,
): TemplateResult | undefined {
  const { view } = element;
  const text = (key: string) => element.text(key);
  const heading = (words: string) => html`<h2 part="thanks" tabindex="-1" aria-live="polite">${words}</h2>`;
  const quiet = (key: string, press: () => unknown) =>
    html`<button class="quiet" type="button" @click=${press}>${text(key)}</button>`;
  if (view === 'cancel') {
    return html`<div>
      ${heading(text('cancelQuestion'))}
      <div class="after" part="actions">
        <button class="submit" type="button" aria-disabled=${element.busy} @click=${() => cancel(element, reference)}>
          ${text('cancelIt')}
        </button>
        ${quiet('keep', () => show(element, undefined))}
      </div>
    </div>`;
  }
  const isUnsent = view === 'cancelled';
  if (!isUnsent && element.said?.kind !== 'callback-cancelled') return;
  const isDone = isUnsent || receipt === 'sent';
  const outcome = isDone ? 'cancelled' : `${receipt}Cancel`;
  return html`<div>
    ${sign(isDone ? CROSS : receipt === 'saved' ? 'M24 13v11l7 5' : undefined)} ${heading(text(outcome))}
    ${
      isDone
        ? html`<p>${text(isUnsent ? 'cancelledUnsent' : `cancelled${channel === 'phone' ? 'Call' : 'Message'}`)}</p>
            <div class="after" part="actions">${quiet('askAgain', () => again(element))}</div>`
        : nothing
    }
  </div>`;
}

/** Shows `view` of the confirmation, and says it. */
export async function show(element: CurtsyCallback, view: CurtsyCallback['view']): Promise<void> {
  element.view = view;
  await element.updateComplete;
  element.focus();
}

/** What was not tried yet is deleted and never sent; about what may have arrived, the shop is told. */
async function cancel(element: CurtsyCallback, reference: string): Promise<void> {
  const asked = element.said;
  if (element.busy || !asked) return;
  element.busy = true;
  const { retract } = await import('../../delivery/submit.js');
  // Storage that fails has it still.
  const isGone = await retract(asked.key, true).catch(() => false);
  element.busy = false;
  element.note = '';
  if (isGone) return show(element, 'cancelled');
  const said: Submission = {
    ...asked,
    key: newKey(),
    kind: 'callback-cancelled',
    createdAt: new Date().toISOString(),
    answer: { reference },
    inReplyTo: idOf(asked.key),
    page: pageFacts(),
  };
  element.said = said;
  element.view = undefined;
  await tell(element, said);
}

/** The undo: the form with what was said, for a request of its own. */
async function again(element: CurtsyCallback): Promise<void> {
  element.said = undefined;
  delete element.dataset['receipt'];
  await change(element);
}
