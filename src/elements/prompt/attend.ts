/** What a prompt sees to once it is there and while it is shown; it comes when the page has time, and by then offline too. */
import { englishArrival } from '../../language/english-arrival.js';
import { followLanguage } from '../../language/follow-language.js';
import { addStrings } from '../../language/strings.js';
import { follow } from '../../manners/follow.js';
import { learn, mayRemember, ownMemory, turns } from '../../manners/manners.js';
import { focused } from '../../manners/obstacles.js';
import { cameBy, isOverAnywhere, isTypingElsewhere, keepLooking } from '../../manners/over.js';
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
const isSame = (prompt: CurtsyPrompt): boolean => !!wiped?.open && wiped.asks().name === prompt.asks().name;

/** The path of the page that a prompt came to. */
const paths = new WeakMap<CurtsyPrompt, string>();

/** It has come into the page, perhaps in the place of one that was wiped while it was open. */
export function come(prompt: CurtsyPrompt): void {
  if (!paths.has(prompt)) equip(prompt);
  paths.set(prompt, location.pathname);
  prompt.oneOf('placement', prompt.placement, ['bottom-end', 'bottom-start', 'top-end', 'top-start', 'inline']);
  follow();
  // Beforehand, since a shopper may be offline when its trigger comes.
  learn(prompt, () => {});
  tidy(ownMemory, mayRemember());
  if (prompt.anchor) void place(prompt);
  if (!prompt.open) prompt.isTold = false;
  if (wiped === prompt || !isSame(prompt)) return;
  cameBy.set(prompt, cameBy.get(wiped!) ?? 'show');
  prompt.open = prompt.isTold = true;
}

/** What it has from its first page on. */
function equip(prompt: CurtsyPrompt): void {
  for (const { styleSheet } of [cardRestStyles, promptStyles]) prompt.shadowRoot!.adoptedStyleSheets.push(styleSheet!);
  followLanguage(prompt, () => prompt.speak());
}

/** Has its card stand beside its anchor; where what does that can't be had, it stands in its corner. */
async function place(prompt: CurtsyPrompt): Promise<void> {
  await import('./beside.js').then((chunk) => chunk.standBeside(prompt)).catch(() => {});
  prompt.isPlaced = true;
  const one = turns.speaking.find(({ speaker }) => speaker === prompt);
  if (one && prompt.isConnected) prompt.setVisible(!one.back);
}

/** It is not shown any more. Of who takes it away by code, nothing is remembered but an answer. */
export function closed(prompt: CurtsyPrompt): void {
  const answered = !!prompt.querySelector('[data-stage=chosen],[data-stage=thanked]');
  if (answered || prompt.isDismissed) turns.noteDown(prompt, answered ? 'answered' : 'dismissed');
  turns.end(prompt);
  prompt.emit('closed', { answered });
  if (prompt.isDismissed && !answered) prompt.emit('dismissed');
  prompt.isTold = prompt.isDismissed = false;
  cameBy.delete(prompt);
  // Somebody has shown it again before this was there.
  if (prompt.open) turns.show(prompt);
}

/** It has gone from the page, in whose `body` all that stood when it came; it may have gone before it could join. */
export function gone(prompt: CurtsyPrompt, body: Element[] | undefined): void {
  follow();
  if (body) putBack(prompt, { body, path: paths.get(prompt) ?? location.pathname });
  if (!prompt.open) return;
  wiped = prompt;
  setTimeout(() => wiped === prompt && (wiped = undefined), MADE_ANEW_WITHIN);
}

/** Where the card lies, or would; undefined where it is not seen, and so has not moved. */
function lies(prompt: CurtsyPrompt, base: HTMLElement): DOMRect | undefined {
  // The page may have changed its language, or the prompt's place.
  name(prompt, base);
  const one = turns.speaking.find(({ speaker }) => speaker === prompt);
  if (one && !one.back) prompt.setVisible(true);
  // What stands in the page's own text covers nothing.
  if (!base.popover) return new DOMRect();
  const box = prompt.beside === undefined ? base.getBoundingClientRect() : prompt.measure();
  return box?.width ? box : undefined;
}

/** What had the focus when a prompt was first shown. */
const pressed = new WeakMap<CurtsyPrompt, Element | null>();

/** Attends to `prompt`, whose card is `base`, until what is returned is called; who can't see it hears of it the `first` time. */
export function attend(prompt: CurtsyPrompt, base: HTMLElement, first: boolean): (() => void) | undefined {
  // It may have been closed before this was there.
  if (!prompt.open || !prompt.isConnected) return;
  void introduce(prompt, base, first);
  if (first) pressed.set(prompt, focused());
  const ends = [keyboardSafe(base), keepLooking(prompt, () => lies(prompt, base), pressed.get(prompt) ?? null)];
  // Remembered at once: who goes on to another page closes nothing. What the shop has cancelled was no answer.
  const answered = (event: Event & { detail?: { score?: number } }) =>
    queueMicrotask(() => {
      const isAnswer = event.type === 'curtsy-submit' || event.detail?.score !== undefined;
      if (isAnswer && !event.defaultPrevented) turns.noteDown(prompt, 'answered');
    });
  let speaks = false;
  const notice = () => {
    const last = turns.speaking.at(-1);
    speaks = last?.speaker === prompt && !last.back;
  };
  const key = ({ key, defaultPrevented, isComposing }: KeyboardEvent) => {
    // In a field of the page it is the field's, and over a full screen the browser's.
    if (key !== 'Escape' || !speaks || defaultPrevented || isComposing || document.fullscreenElement) return;
    if (!isOverAnywhere(prompt) && !isTypingElsewhere(prompt)) prompt.dismiss();
  };
  // The first to hear of a key sees what was there before it, and the last whether somebody else took it.
  addEventListener('keydown', notice, true);
  addEventListener('keydown', key);
  ANSWERS.forEach((type) => prompt.addEventListener(type, answered));
  return () => {
    removeEventListener('keydown', notice, true);
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
  if (first && prompt.open && prompt.isConnected)
    prompt.renderRoot.querySelector('p')!.textContent = prompt.text('arrived', { question });
}
