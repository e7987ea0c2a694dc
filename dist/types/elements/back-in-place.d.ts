/**
 * Puts an element back that stood in the body and went with all around it, as when a framework that did not find a page as it
 * expected makes it anew. Who takes it away by itself wants it gone, and so does who comes to another page.
 */
/** What there was when an element came: all that stood in the body, and the page's path. */
export interface Place {
    body: Element[];
    path: string;
}
export declare const placeNow: () => Place;
/** Puts `element` back if it stood in the body of `place`, and all of that has gone, unless another like it has come. */
export declare function putBack(element: Element, { body, path }: Place): void;
