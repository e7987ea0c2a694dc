/** What a prompt sees to once it is there and while it is shown; it comes when the page has time, and by then offline too. */
import { englishArrival } from '../../language/english-arrival.js';
import { addStrings } from '../../language/strings.js';
import { follow } from '../../manners/follow.js';
import { mayRemember, ownMemory, turns } from '../../manners/manners.js';
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

/** The prompts that have come, by their names; the newest of a name. */
const known = new Map<string, CurtsyPrompt>();

/** How soon a framework that wipes an open prompt makes another in its place, in milliseconds. */
const MADE_ANEW_WITHIN = 1e3;

/** By these something was answered. */
const ANSWERS = ['curtsy-change', 'curtsy-submit'];

/** The name of a prompt that was wiped while it was open. */
let wiped: string | undefined;

/** It has come into the page, perhaps in the place of one that was wiped while it was open. */
export function come(prompt: CurtsyPrompt): void {
  const sheets = prompt.shadowRoot!.adoptedStyleSheets;
  for (const { styleSheet } of [cardRestStyles, promptStyles])
    if (!sheets.includes(styleSheet!)) sheets.push(styleSheet!);
  prompt.oneOf('placement', prompt.placement, ['bottom-end', 'bottom-start', 'top-end', 'top-start', 'inline']);
  follow();
  tidy(ownMemory, mayRemember());
  if (wiped === prompt.asks().name) prompt.open = prompt.isTold = true;
}

/** It has gone from the page, in whose body there was what is in `before`. */
export function gone(prompt: CurtsyPrompt, before: Element[]): void {
  follow();
  putBack(prompt, before);
  if (!prompt.open) return;
  wiped = prompt.asks().name;
  setTimeout(() => (wiped = undefined), MADE_ANEW_WITHIN);
}

/** Where the card lies, or would; undefined where it is not seen, and so has not moved. */
function lies(prompt: CurtsyPrompt, base: HTMLElement): DOMRect | undefined {
  const box = prompt.beside === undefined ? base.getBoundingClientRect() : prompt.measure();
  return box?.width ? box : undefined;
}

/** What had the focus when a prompt was first shown. */
const pressed = new WeakMap<CurtsyPrompt, Element | null>();

/** Attends to `prompt`, whose card is `base`, until what is returned is called. */
export function attend(prompt: CurtsyPrompt, base: HTMLElement): () => void {
  if (!pressed.has(prompt)) pressed.set(prompt, focused());
  const ends = [keyboardSafe(base), keepLooking(() => lies(prompt, base), pressed.get(prompt)!)];
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

/** Names `prompt` after its question, once that has been written; who can't see it is told, the `first` time. */
export async function introduce(prompt: CurtsyPrompt, first: boolean): Promise<void> {
  const { name } = prompt.asks();
  const before = known.get(name);
  if (!first && before?.isConnected === false) carryOver(before, prompt);
  known.set(name, prompt);
  const question = questionIn(prompt);
  await question?.updateComplete;
  const slotted = question?.querySelector('[slot=question]') ?? question?.shadowRoot?.querySelector('legend');
  prompt.words = slotted?.textContent?.trim() ?? '';
  if (first) prompt.renderRoot.querySelector('p')!.textContent = prompt.text('arrived', { question: prompt.words });
}
