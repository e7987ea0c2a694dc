/**
 * Puts an element back that stood in the body and went with all around it, as when a framework that did not find a page as it
 * expected makes it anew. Who takes it away by itself wants it gone.
 */

const around = new WeakMap<Element, Element[]>();

/** Remembers what stands around `element`. */
export function rememberPlace(element: Element): void {
  const others = [...document.body.children].filter((other) => !/^(SCRIPT|STYLE|LINK|CURTSY-.*)$/.test(other.nodeName));
  around.set(element, element.parentElement === document.body ? others : []);
}

/** Puts `element` back once it can be seen that all around it has gone too, unless another of its `id` has come. */
export function putBack(element: Element): void {
  const others = around.get(element) ?? [];
  setTimeout(() => {
    const isWiped = !!others[0] && !others.some((other) => other.isConnected);
    const isMadeAnew = !!element.id && !!document.getElementById(element.id);
    if (isWiped && !element.isConnected && !isMadeAnew) document.body.append(element);
  });
}
