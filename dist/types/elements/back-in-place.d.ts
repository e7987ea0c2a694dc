/**
 * Puts an element back that stood in the body and went with all around it, as when a framework that did not find a page as it
 * expected makes it anew. Who takes it away by itself wants it gone.
 */
/** Remembers what stands around `element`. */
export declare function rememberPlace(element: Element): void;
/** Puts `element` back once it can be seen that all around it has gone too, unless another of its `id` has come. */
export declare function putBack(element: Element): void;
