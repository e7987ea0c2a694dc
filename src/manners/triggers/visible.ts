/** `visible SELECTOR`: the first such element, which may come into the page later or be replaced, is in view. */
import type { Arm } from './trigger.js';

export const visible: Arm = (fire, selector, signal) => {
  const inView = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && fire());
  let watched: Element | null = null;
  const look = () => {
    const found = document.querySelector(selector);
    if (found === watched) return;
    if (watched) inView.unobserve(watched);
    if (found) inView.observe(found);
    watched = found;
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
