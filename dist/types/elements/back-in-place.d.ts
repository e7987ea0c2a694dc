/**
 * Puts an element back that stood in the body and went with all around it, as when a framework that did not find a page as it
 * expected makes it anew. Who takes it away by itself wants it gone.
 */
/** Puts `element` back if it was among `before`, what stood in the body, and all of that has gone, unless another of its `id` has come. */
export declare function putBack(element: Element, before: Element[]): void;
