/** `scroll 60%`: that much of the way to the end, in the page or in whatever fills it and scrolls in its place. */
import { listen, type Arm } from './trigger.js';

export const scroll: Arm = (fire, detail, signal) => {
  const share = Number(/^([\d.]+)%$/.exec(detail)?.[1]) / 100;
  if (isNaN(share)) return false;
  const look = ({ target }: Event) => {
    const at = target === document ? document.scrollingElement : (target as Element);
    if (!at) return;
    const way = at.scrollHeight - at.clientHeight;
    const isMost = at.clientHeight * 2 > innerHeight && at.clientWidth * 2 > innerWidth;
    if (isMost && way > 0 && at.scrollTop >= way * share) fire();
  };
  listen(document, 'scroll', look, signal);
  return true;
};
