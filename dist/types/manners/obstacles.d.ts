/** What may stand in a prompt's way on the page as it is now. */
/** Dialogs and popovers, and what libraries make in their place. */
export declare const OPEN = ":popover-open,dialog[open],[role$=dialog]";
/** A dialog or popover of the page is open that neither holds the prompt nor is in it; `over.ts` looks closer, once it is there. */
export declare const isOver: (prompt: Element) => boolean;
/** The element that has the focus, through open shadow roots. */
export declare function focused(): Element | null;
/** Somebody is in a field of the page. */
export declare function isTyping(prompt: Element): boolean;
/**
 * A fixed or sticky thing of the page is under the rectangle; the frame that holds all of the page is none, nor is what holds the
 * prompt or its anchor.
 */
export declare function isOccupied(box: DOMRect, prompt: Element, anchor?: Element | null): boolean;
