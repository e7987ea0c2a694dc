/** `click SELECTOR`: a press on such an element, whenever it came into the page. */
import { listen, type Arm } from './trigger.js';

export const click: Arm = (fire, selector, signal) => {
  // Throws where it is none, before anybody has clicked.
  document.querySelector(selector);
  const look = (event: Event) =>
    event.composedPath().some((node) => node instanceof Element && node.matches(selector)) && fire();
  listen(window, 'click', look, signal);
  return true;
};
