/** What a prompt sees to while it stands there: its name, Escape, who comes over it, whom it would cover, and the keyboard of a phone. */
import { textOf } from '../../language/text-of.js';
import { focused, isOver, isTyping } from '../../manners/obstacles.js';
import { keyboardSafe } from '../keyboard-safe.js';
import { questionIn } from './asks.js';
import { carryOver } from './carry-over.js';
import type { CurtsyPrompt } from './prompt.js';

/** What may bring something over it, or the focus under it. */
const CHANGES = ['toggle', 'close', 'focusin'];

/** The prompts that have come, by their names; the newest of a name. */
const known = new Map<string, CurtsyPrompt>();

/** Attends to `prompt`, whose card is `base`, until what is returned is called. `look` is told when something may be in its way. */
export function attend(prompt: CurtsyPrompt, base: HTMLElement, look: () => void): () => void {
  const release = keyboardSafe(base);
  const key = ({ key, defaultPrevented, isComposing }: KeyboardEvent) => {
    // In a field of the page it is the field's, and over a full screen the browser's.
    if (key !== 'Escape' || defaultPrevented || isComposing || document.fullscreenElement) return;
    if (!isOver(prompt) && !isTyping(prompt)) prompt.dismiss();
  };
  CHANGES.forEach((type) => document.addEventListener(type, look, true));
  // The last to hear of a key sees whether somebody else took it.
  addEventListener('keydown', key);
  return () => {
    CHANGES.forEach((type) => document.removeEventListener(type, look, true));
    removeEventListener('keydown', key);
    release();
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
  if (first) prompt.renderRoot.querySelector('p')!.textContent = textOf(prompt, 'arrived', { question: prompt.words });
}

/** Whether `base` lies over what has the focus. */
export function covers(box: DOMRect, prompt: Element): boolean {
  const field = focused();
  if (!field || field === document.body || prompt.contains(document.activeElement)) return false;
  const { left, top, right, bottom, height } = field.getBoundingClientRect();
  // What is as large as the page can't be hidden by it.
  return height * 2 < innerHeight && left < box.right && right > box.left && top < box.bottom && bottom > box.top;
}
