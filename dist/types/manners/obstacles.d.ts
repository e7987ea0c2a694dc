/** What may stand in a prompt's way on the page as it is now. */
/** A dialog or popover is open that neither holds the prompt nor is in it. */
export declare function isOver(prompt: Element): boolean;
/** The element that has the focus, through open shadow roots. */
export declare function focused(): Element | null;
/** Somebody is in a field of the page. */
export declare function isTyping(prompt: Element): boolean;
/** A fixed or sticky thing of the page is under the rectangle; the frame that holds all of the page is none. */
export declare function isOccupied(box: DOMRect, prompt: Element): boolean;
