/**
 * Puts an element back that stood in the body and went with all around it, as when a framework that did not find a page as it
 * expected makes it anew. Who takes it away by itself wants it gone, and so does who comes to another page.
 */

/** What there was when an element came: all that stood in the body, and the page's path. */
export interface Place {
  body: Element[];
  path: string;
}

export const placeNow = (): Place => ({ body: [...document.body.children], path: location.pathname });

/** Whether `other` is what a page would have in the place of `element`. */
const isLike = (other: Element, element: Element): boolean =>
  [...element.attributes].every(({ name, value }) => name === 'open' || other.getAttribute(name) === value);

/** Puts `element` back if it stood in the body of `place`, and all of that has gone, unless another like it has come. */
export function putBack(element: Element, { body, path }: Place): void {
  const others = body.filter((other) => !/^(SCRIPT|STYLE|LINK|CURTSY-.*)$/.test(other.nodeName));
  // In the same task it can't be seen yet what goes and what comes.
  setTimeout(() => {
    const isWiped = body.includes(element) && !!others[0] && !others.some((other) => other.isConnected);
    const isMadeAnew = [...document.querySelectorAll(element.localName)].some((other) => isLike(other, element));
    if (isWiped && path === location.pathname && !element.isConnected && !isMadeAnew) document.body.append(element);
  });
}
