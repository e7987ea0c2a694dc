/** What may stand in a prompt's way on the page as it is now. */

/** Dialogs and popovers, and what libraries make in their place. */
const OPEN = ':popover-open,dialog[open],[aria-modal=true],[role$=dialog]';
/** Nobody can see what has the focus in a frame: it may be the field of a card number. */
const FIELD = 'input:not([type=button],[type=submit]),textarea,select,iframe';
/** A rectangle is looked through at points so far apart: nothing that can be pressed is smaller. */
const STEP = 40;

/** What is there and can be seen, as far as the page says; a drawer that is shut may only have been made transparent. */
const SEEN = { visibilityProperty: true, opacityProperty: true };

/** A dialog or popover is open that neither holds the prompt nor is in it. */
export function isOver(prompt: Element): boolean {
  return [...document.querySelectorAll(OPEN), ...aroundFocus()].some((open) => {
    const { host = open } = open.getRootNode() as Partial<ShadowRoot>;
    if (host.contains(prompt) || open.contains(prompt) || prompt.contains(host)) return false;
    return open.checkVisibility(SEEN) && !open.closest('[aria-hidden=true],[inert]');
  });
}

/** The dialogs that the focus is in, also those in shadow roots: where one opens, the focus goes into it. */
function aroundFocus(): Element[] {
  const found: Element[] = [];
  for (let at: Node | null | undefined = focused(); at; at = (at as Partial<ShadowRoot>).host ?? within(at))
    if (at instanceof Element && at.matches(OPEN)) found.push(at);
  return found;
}

/** Where a node is drawn in. */
const within = (node: Node): Node | null => (node as Element).assignedSlot ?? node.parentNode;

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
export function isOccupied(box: DOMRect, prompt: Element, anchor: Element | null = null): boolean {
  const things = new Set<Element>();
  for (let x = box.left; x < box.right; x += STEP)
    for (let y = box.top; y < box.bottom; y += STEP) stack(document, x, y).forEach((thing) => things.add(thing));
  return [...things].some(
    (thing) =>
      /fixed|sticky/.test(getComputedStyle(thing).position) &&
      !thing.contains(prompt) &&
      !thing.contains(anchor) &&
      !thing.querySelector('main'),
  );
}

/** All that lies at a point, one above the other, through open shadow roots that are not ours. */
function stack(root: Document | ShadowRoot, x: number, y: number): Element[] {
  return root.elementsFromPoint(x, y).flatMap((thing) => {
    if (thing.getRootNode() !== root || thing.localName.startsWith('curtsy-')) return [];
    return [thing, ...(thing.shadowRoot ? stack(thing.shadowRoot, x, y) : [])];
  });
}
