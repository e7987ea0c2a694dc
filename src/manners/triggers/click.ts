/** `click SELECTOR`: a press on such an element, whenever it came into the page. */
import type { Arm } from './trigger.js';

export const click: Arm = (fire, selector) => {
  // Throws where it is none, before anybody has clicked.
  document.querySelector(selector);
  const look = (event: Event) =>
    event.composedPath().some((node) => node instanceof Element && node.matches(selector)) && fire();
  addEventListener('click', look, true);
  return () => removeEventListener('click', look, true);
};
