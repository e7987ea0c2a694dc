/** Sees to the prompt that speaks: it steps back for what comes over it, and comes back. */
import { turns } from './manners.js';
import { focused, isTyping, OPEN } from './obstacles.js';
import { isUnasked, rules, type Asks, type Moment } from './rules.js';
import type { Speaker, Speaking, Turns } from './turns.js';

/** How often it is looked at when nothing is heard, in milliseconds. */
const LOOK_EVERY = 1e3;

/** What may bring something over it, or the focus under it. */
const CHANGES = ['toggle', 'close', 'focusin'];

/** Whether a prompt that speaks is out of place since another page was come to. */
export const isOutOfPlace = (asks: Asks, moment: Moment): boolean =>
  isUnasked(moment) && (['pages', 'quiet-pages'] as const).some((name) => rules[name]?.(asks, moment) === false);

/** What can be seen, as far as the page says; a drawer that is shut may only have been made transparent. */
const SEEN = { visibilityProperty: true, opacityProperty: true };

/** `node` and all that it is drawn in, through shadow roots. */
function* outwards(node: Node | null | undefined): Generator<Node> {
  for (let at = node; at; at = (at as Partial<ShadowRoot>).host ?? (at as Element).assignedSlot ?? at.parentNode)
    yield at;
}

const holds = (outer: Node, inner: Node | null): boolean => [...outwards(inner)].includes(outer);

/** The dialogs that the focus is in, also those in shadow roots: where one opens, the focus goes into it. */
const aroundFocus = (): Element[] =>
  [...outwards(focused())].filter((at): at is Element => at instanceof Element && at.matches(OPEN));

/** A dialog or popover is open, on the page or in a component of it, that neither holds the prompt nor is in it, nor is shut away. */
export const isOverAnywhere = (prompt: Element): boolean =>
  [...document.querySelectorAll(OPEN), ...aroundFocus()].some((open) => {
    if (holds(open, prompt) || holds(prompt, open)) return false;
    return open.checkVisibility(SEEN) && !open.closest('[aria-hidden=true],[inert]');
  });

/** Somebody is in a field of the page, and not in one of `prompt`. */
export const isTypingElsewhere = (prompt: Element): boolean => isTyping(prompt) && !holds(prompt, focused());

/** Whether `box` lies over what has the focus. */
export function covers(box: DOMRect, prompt: Element): boolean {
  const field = focused();
  if (!field || field === document.body || holds(prompt, field)) return false;
  const { left, top, right, bottom, height } = field.getBoundingClientRect();
  // What is as large as the page can't be hidden by it.
  return height * 2 < innerHeight && left < box.right && right > box.left && top < box.bottom && bottom > box.top;
}

/** The trigger by which a prompt came: one that is moved or made anew while it is open comes back by none. */
export const cameBy = new WeakMap<Speaker, string>();

/** Lets who speaks step back for its page, or for what `inTheWay` names, and come back. */
export function lookOver({ speaking, turn, momentOf }: Turns, inTheWay: (one: Speaking) => string | undefined): void {
  const last = speaking.at(-1);
  if (!last) return;
  const { speaker, trigger } = last;
  if (trigger !== 'show') cameBy.set(speaker, trigger);
  const moment = momentOf(speaker, cameBy.get(speaker) ?? trigger);
  const page = isOutOfPlace(speaker.asks(), moment) ? 'page' : undefined;
  turn(last, inTheWay(last) ?? page);
}

/**
 * Looks over `prompt` while it has the word, whose card is where `lies` says, until the returned function is called. It may cover
 * `pressed`, the button that has called it.
 */
export function keepLooking(
  prompt: Speaker & Element,
  lies: () => DOMRect | undefined,
  pressed: Element | null,
): () => void {
  let box = new DOMRect();
  const inTheWay = (): string | undefined => {
    box = lies() ?? box;
    if (isOverAnywhere(prompt)) return 'dialog';
    return focused() !== pressed && covers(box, prompt) ? 'focus' : undefined;
  };
  // Who was spoken over is looked over by nobody.
  const look = () => turns.speaking.at(-1)?.speaker === prompt && lookOver(turns, inTheWay);
  look();
  const timer = setInterval(look, LOOK_EVERY);
  CHANGES.forEach((type) => document.addEventListener(type, look, true));
  return () => {
    clearInterval(timer);
    CHANGES.forEach((type) => document.removeEventListener(type, look, true));
  };
}
