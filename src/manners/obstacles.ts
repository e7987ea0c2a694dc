/** What may stand in a prompt's way on the page as it is now. */

/** Dialogs and popovers, and what libraries make in their place. */
export const OPEN = ':popover-open,dialog[open],[role$=dialog]';
/** Nobody can see what has the focus in a frame: it may be the field of a card number. */
const FIELD = 'input:not([type=button],[type=submit]),textarea,select,iframe';
/** A rectangle is looked through at points so far apart: nothing that can be pressed is smaller. */
const STEP = 40;

/** What is there and can be seen, as far as the page says. */
const SEEN = { visibilityProperty: true };

/** A dialog or popover of the page is open that neither holds the prompt nor is in it; `over.ts` looks closer, once it is there. */
export const isOver = (prompt: Element): boolean =>
  [...document.querySelectorAll(OPEN)].some(
    (open) => !open.contains(prompt) && !prompt.contains(open) && open.checkVisibility(SEEN),
  );

/** The element that has the focus, through open shadow roots. */
export function focused(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

/** Somebody is in a field of the page. */
export function isTyping(prompt: Element): boolean {
  const field = focused() as HTMLElement | null;
  return !!field && !prompt.contains(document.activeElement) && (field.matches(FIELD) || field.isContentEditable);
}

/**
 * A fixed or sticky thing of the page is under the rectangle; the frame that holds all of the page is none, nor is what holds the
 * prompt or its anchor.
 */
export function isOccupied(box: DOMRect, prompt: Element, anchor?: Element | null): boolean {
  const seen = new Set<Element>();
  const isInTheWay = (thing: Element): boolean =>
    !seen.has(thing) &&
    !!seen.add(thing) &&
    /fixed|sticky/.test(getComputedStyle(thing).position) &&
    !thing.contains(prompt) &&
    !thing.contains(anchor!) &&
    !thing.querySelector('main');
  // From below: what waits there for long is found at once.
  for (let y = box.bottom - 1; y > box.top; y -= STEP)
    for (let x = box.left; x < box.right; x += STEP) if (stack(document, x, y).some(isInTheWay)) return true;
  return false;
}

/** All that lies at a point, one above the other, through open shadow roots that are not ours. */
function stack(root: Document | ShadowRoot, x: number, y: number): Element[] {
  return root.elementsFromPoint(x, y).flatMap((thing) => {
    if (thing.getRootNode() !== root || thing.localName.startsWith('curtsy-')) return [];
    return [thing, ...(thing.shadowRoot ? stack(thing.shadowRoot, x, y) : [])];
  });
}
