/** What a prompt sees to once it is there and while it is shown; it comes when the page has time, and by then offline too. */
import { englishArrival } from '../../language/english-arrival.js';
import { addStrings } from '../../language/strings.js';
import { follow } from '../../manners/follow.js';
import { learn, mayRemember, ownMemory, turns } from '../../manners/manners.js';
import { focused, isTyping } from '../../manners/obstacles.js';
import { isOverAnywhere, keepLooking } from '../../manners/over.js';
import { tidy } from '../../manners/tidy.js';
import { putBack } from '../back-in-place.js';
import { cardRestStyles } from '../card-rest.styles.js';
import { keyboardSafe } from '../keyboard-safe.js';
import { carryOver } from './carry-over.js';
import { questionIn } from './name.js';
import type { CurtsyPrompt } from './prompt.js';
import { promptStyles } from './prompt.styles.js';

export { covers, isOverAnywhere } from '../../manners/over.js';

addStrings('en', englishArrival);

/** How soon a framework that wipes an open prompt makes another in its place, in milliseconds. */
const MADE_ANEW_WITHIN = 1e3;

/** By these something was answered. */
const ANSWERS = ['curtsy-change', 'curtsy-submit'];

/** The prompt that was wiped a moment ago while it was open. */
let wiped: CurtsyPrompt | undefined;

/** Whether `prompt` goes on where another left. */
const isSame = (prompt: CurtsyPrompt): boolean => wiped?.asks().name === prompt.asks().name;

/** It has come into the page, perhaps in the place of one that was wiped while it was open. */
export function come(prompt: CurtsyPrompt): void {
  const sheets = prompt.shadowRoot!.adoptedStyleSheets;
  for (const { styleSheet } of [cardRestStyles, promptStyles])
    if (!sheets.includes(styleSheet!)) sheets.push(styleSheet!);
  prompt.oneOf('placement', prompt.placement, ['bottom-end', 'bottom-start', 'top-end', 'top-start', 'inline']);
  follow();
  // Beforehand, since a shopper may be offline when its trigger comes.
  learn(prompt, () => {});
  tidy(ownMemory, mayRemember());
  if (prompt.anchor)
    void import('./beside.js')
      .then((chunk) => chunk.standBeside(prompt))
      // Where that can't be had, the card stands in its corner.
      .catch(() => {})
      .then(() => {
        prompt.isPlaced = true;
        if (prompt.open) prompt.setVisible(!turns.speaking.find(({ speaker }) => speaker === prompt)?.back);
      });
  if (isSame(prompt)) prompt.open = prompt.isTold = true;
}

/** It is not shown any more. Of who takes it away by code, nothing is remembered but an answer. */
export function closed(prompt: CurtsyPrompt): void {
  const answered = !!prompt.querySelector('[data-stage=chosen],[data-stage=thanked]');
  if (answered || prompt.isDismissed) turns.noteDown(prompt, answered ? 'answered' : 'dismissed');
  turns.end(prompt);
  prompt.emit('closed', { answered });
  if (prompt.isDismissed && !answered) prompt.emit('dismissed');
  prompt.isTold = prompt.isDismissed = false;
  // Somebody has shown it again before this was there.
  if (prompt.open) turns.show(prompt);
}

/** It has gone from the page, in whose body there was what is in `before`. */
export function gone(prompt: CurtsyPrompt, before: Element[]): void {
  follow();
  putBack(prompt, before);
  if (!prompt.open) return;
  wiped = prompt;
  setTimeout(() => wiped === prompt && (wiped = undefined), MADE_ANEW_WITHIN);
}

/** Where the card lies, or would; undefined where it is not seen, and so has not moved. */
function lies(prompt: CurtsyPrompt, base: HTMLElement): DOMRect | undefined {
  // The page may have changed its language.
  name(prompt, base);
  const box = prompt.beside === undefined ? base.getBoundingClientRect() : prompt.measure();
  return box?.width ? box : undefined;
}

/** What had the focus when a prompt was first shown. */
const pressed = new WeakMap<CurtsyPrompt, Element | null>();

/** Attends to `prompt`, whose card is `base`, until what is returned is called; who can't see it hears of it the `first` time. */
export function attend(prompt: CurtsyPrompt, base: HTMLElement, first: boolean): (() => void) | undefined {
  void introduce(prompt, base, first);
  // It may have been closed before this was there.
  if (!prompt.open || !prompt.isConnected) return;
  if (first) pressed.set(prompt, focused());
  const ends = [keyboardSafe(base), keepLooking(() => lies(prompt, base), pressed.get(prompt) ?? null)];
  // Remembered at once: who goes on to another page closes nothing.
  const answered = ({ type, detail }: Event & { detail?: { score?: number } }) => {
    if (type === 'curtsy-submit' || detail?.score !== undefined) turns.noteDown(prompt, 'answered');
  };
  const key = ({ key, defaultPrevented, isComposing }: KeyboardEvent) => {
    // In a field of the page it is the field's, and over a full screen the browser's.
    if (key !== 'Escape' || defaultPrevented || isComposing || document.fullscreenElement) return;
    if (!isOverAnywhere(prompt) && !isTyping(prompt)) prompt.dismiss();
  };
  // The last to hear of a key sees whether somebody else took it.
  addEventListener('keydown', key);
  ANSWERS.forEach((type) => prompt.addEventListener(type, answered));
  return () => {
    removeEventListener('keydown', key);
    ANSWERS.forEach((type) => prompt.removeEventListener(type, answered));
    ends.forEach((end) => end());
    prompt.renderRoot.querySelector('p')!.textContent = '';
  };
}

/** Names the card of `prompt` after its question, and its button after what it closes, in the language that they have now. */
function name(prompt: CurtsyPrompt, base: HTMLElement): string {
  const question = questionIn(prompt);
  const slotted = question?.querySelector('[slot=question]') ?? question?.shadowRoot?.querySelector('legend');
  const words = slotted?.textContent?.trim() ?? '';
  const label = (element: Element, text: string) => text && element.ariaLabel !== text && (element.ariaLabel = text);
  label(base, words);
  label(base.querySelector('.close')!, prompt.text('closeFeedback'));
  return words;
}

/** Names the card once its question has been written; who can't see it is told, the `first` time. */
async function introduce(prompt: CurtsyPrompt, base: HTMLElement, first: boolean): Promise<void> {
  if (!first && wiped && wiped !== prompt && isSame(prompt)) carryOver(wiped, prompt);
  await questionIn(prompt)?.updateComplete;
  const question = name(prompt, base);
  if (first) prompt.renderRoot.querySelector('p')!.textContent = prompt.text('arrived', { question });
}
