/**
 * Puts an element back that stood in the body and went with all around it, as when a framework that did not find a page as it
 * expected makes it anew. Who takes it away by itself wants it gone.
 */

/** Puts `element` back if it was among `before`, what stood in the body, and all of that has gone, unless another of its `id` has come. */
export function putBack(element: Element, before: Element[]): void {
  const others = before.filter((other) => !/^(SCRIPT|STYLE|LINK|CURTSY-.*)$/.test(other.nodeName));
  // In the same task it can't be seen yet what goes and what comes.
  setTimeout(() => {
    const isWiped = before.includes(element) && !!others[0] && !others.some((other) => other.isConnected);
    const isMadeAnew = !!element.id && !!document.getElementById(element.id);
    if (isWiped && !element.isConnected && !isMadeAnew) document.body.append(element);
  });
}
