/** `scroll 60%`: that much of the way to the end, in the page or in whatever fills it and scrolls in its place. */
import type { Arm } from './trigger.js';

export const scroll: Arm = (fire, detail) => {
  const share = Number(/^([\d.]+)%$/.exec(detail)?.[1]) / 100;
  if (isNaN(share)) return;
  const look = ({ target }: Event) => {
    const at = target === document ? document.scrollingElement! : (target as Element);
    const way = at.scrollHeight - at.clientHeight;
    if (at.clientHeight * 2 > innerHeight && at.scrollTop >= way * share) fire();
  };
  const options = { capture: true, passive: true };
  document.addEventListener('scroll', look, options);
  return () => document.removeEventListener('scroll', look, options);
};
