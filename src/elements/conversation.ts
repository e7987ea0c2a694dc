/**
 * What follows a press: the way of an answer into the outbox, reasons and comment, thanks in words that fit, and the truth about
 * what became of it. A chunk of its own, fetched when a face can be pressed.
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { Settled } from '../delivery/follow.js';
import type { Receipt } from '../delivery/submit.js';
import { englishConversation } from '../language/english-conversation.js';
import { englishForm } from '../language/english-form.js';
import { followLanguage } from '../language/follow-language.js';
import { addStrings } from '../language/strings.js';
import { mine } from '../response/hold.js';
import type { ExpectationAnswer, RatingAnswer, Submission } from '../response/response.js';
import type { CurtsyError } from '../settings/error.js';
import { later } from '../settings/later.js';
import { conversationStyles } from './conversation.styles.js';
import { choicesOf } from './choice.js';
import type { QuestionElement } from './question-element.js';
import { scoreText } from './score-text.js';

addStrings('en', { ...englishForm, ...englishConversation });

const COMMENT_LENGTH = 1000;
/** How long sending may take before it is said that the answer is only saved, in milliseconds. */
const A_MOMENT = 1500;

let outbox: typeof import('../delivery/submit.js');

/** Takes over an element that can be pressed, and what was said to it before. */
export function begin(element: QuestionElement, chunk: typeof outbox): void {
  outbox = chunk;
  outbox.prepare(true);
  const sheets = element.shadowRoot!.adoptedStyleSheets;
  if (!sheets.includes(conversationStyles.styleSheet!)) sheets.push(conversationStyles.styleSheet!);
  followLanguage(element, () => element.speak());
  // Also for a language that changed before this could follow it.
  element.speak();
  prepareMore(element);
  if (mine.has(element.said?.key ?? '')) void tell(element, element.said!);
}

/** Fetches what only some shops want of an element: at once, since a shopper may be offline by then. */
function prepareMore(element: QuestionElement): void {
  if (element.recover != null) void later(() => import('./recovery.js')).then((chunk) => chunk.offerHelp(element));
  if (element.kiosk != null) void later(() => import('./kiosk.js')).then((chunk) => chunk.keepKiosk(element));
}

/** Stores what was said, and tells the element and the page what became of it. */
export async function tell(element: QuestionElement, said: Submission): Promise<void> {
  const { complete, key } = said;
  prepareMore(element);
  element.busy = complete;
  if (complete && !element.emit('submit', { response: outbox.preview(said) }, true)) {
    element.busy = false;
    element.stage = 'chosen';
    element.said = undefined;
    await outbox.retract(key);
    return;
  }
  try {
    const receipt = await outbox.submit(said, (stored, settled) => told(element, said, stored, settled));
    element.emit('saved', receipt);
    // What was said since then has its own say.
    if (element.said !== said) return;
    if (complete) await thank(element, receipt);
    else element.note = 'kept';
  } catch (error) {
    const { code } = error as CurtsyError;
    const { id, revision } = outbox.preview(said);
    element.emit('rejected', { id, revision, status: 0, reason: code });
    element.busy = false;
    element.note = 'unsaved';
  }
}

async function thank(element: QuestionElement, { durable }: Receipt): Promise<void> {
  element.stage = 'thanked';
  element.dataset.receipt = 'saved';
  element.note = element.note === 'saved' ? 'saved' : '';
  setTimeout(() => {
    if (element.dataset.receipt === 'saved') element.note = durable === 'memory' ? 'memory' : 'saved';
  }, A_MOMENT);
  await element.updateComplete;
  if (!element.hosted) element.renderRoot.querySelector<HTMLElement>('[part~=thanks]')?.focus();
}

/** The endpoint has taken or refused what was said, perhaps long after. */
function told(
  element: QuestionElement,
  said: Submission,
  { id, revision }: Receipt,
  { acknowledged: sent, status, reason }: Settled,
): void {
  element.emit(sent ? 'delivered' : 'rejected', { id, revision, status, ...(!sent && { reason }) });
  if (element.said !== said || !said.complete) return;
  element.dataset.receipt = sent ? 'sent' : 'refused';
  // Good news is only told to somebody who was told that it was on its way.
  if (!sent || element.note) element.note = sent ? 'sent' : 'refused';
}

/** The button that takes a choice back. */
export function clearing(element: QuestionElement): TemplateResult {
  const clear = async () => {
    const { said } = element;
    element.reset();
    element.note = 'cleared';
    element.emit('change', { score: undefined });
    if (said) outbox.retract(said.key).catch(() => {});
    await element.updateComplete;
    element.focus();
  };
  return html`<button class="quiet" type="button" @click=${clear}>${element.text('clear')}</button>`;
}

/** Chips and comment. */
export function details(element: QuestionElement): TemplateResult {
  const { picked } = element;
  const choices = choicesOf(element);
  const optional = html`<span class="optional">${element.text('optional')}</span>`;
  const toggle = ({ target }: Event) => {
    const { checked, value } = target as HTMLInputElement;
    picked[checked ? 'add' : 'delete'](value);
    element.chosen();
  };
  return html`${
    choices[0] &&
    html`<fieldset class="chips" part="reasons">
      <legend>${element.text(element.kind === 'rating' ? 'reasons' : 'missed')} ${optional}</legend>
      ${choices.map(
        ({ value, label }) =>
          html`<label part="reason"
            ><input type="checkbox" .value=${value} .checked=${picked.has(value)} @change=${toggle} />${label}</label
          >`,
      )}
    </fieldset>`
  }
  ${
    element.oneOf('comment', element.comment, ['optional', 'none']) === 'optional'
      ? html`<div class="comment">
          <label class="name" for="comment">${element.text('comment')} ${optional}</label>
          <textarea id="comment" part="comment" rows="3" maxlength=${COMMENT_LENGTH} aria-describedby="hint"></textarea>
          <span class="hint" id="hint">${element.text('commentHint')}</span>
        </div>`
      : nothing
  }`;
}

/** Thanks that fit the answer and what it was first about. */
export function thanks(element: QuestionElement): string {
  const mood = `thanks${moodOf(element.said!.answer as RatingAnswer | ExpectationAnswer)}`;
  const [first] = element.picked;
  const reason = choicesOf(element).find(({ value }) => value === first)?.label;
  return (
    (element.chips() === 'experience' && scoreText(element, `${mood}_${first}`)) ||
    scoreText(element, mood) + (reason ? ` ${element.text('noted', { reason })}` : '')
  );
}

function moodOf(answer: RatingAnswer | ExpectationAnswer): string {
  const { score, scale } = answer;
  if ('verdict' in answer) return score < 0 ? 'Short' : score ? 'Exceeded' : 'Met';
  // NPS counts 0 to 6 as detractors, 9 and 10 as promoters; elsewhere the middle is the middle.
  const [low, high] = scale === 11 ? [6, 9] : [scale / 2, scale / 2 + 1];
  return score <= low ? 'Low' : score >= high ? 'High' : 'Middle';
}
