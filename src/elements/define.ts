/** Registers an element, unless another copy of Curtsy has: a tag can be defined once a page. */
import { warnOnce } from '../settings/warn.js';

export function define(tag: string, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, element);
  else warnOnce('second-copy', 'Curtsy');
}
