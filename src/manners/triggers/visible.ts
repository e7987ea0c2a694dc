/** `visible SELECTOR`: the first such element, which may come into the page later, is in view. */
import type { Arm } from './trigger.js';

export const visible: Arm = (fire, selector, signal) => {
  const inView = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && fire());
  const look = () => {
    const found = document.querySelector(selector);
    if (!found) return;
    arrivals.disconnect();
    inView.observe(found);
  };
  const arrivals = new MutationObserver(look);
  arrivals.observe(document, { childList: true, subtree: true });
  signal.addEventListener('abort', () => {
    arrivals.disconnect();
    inView.disconnect();
  });
  // Throws where it is no selector.
  look();
  return true;
};
