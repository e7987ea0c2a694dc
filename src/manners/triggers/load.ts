/** `load`: the page has loaded; also when a page is come to without loading. */
import type { Arm } from './trigger.js';

export const load: Arm = (fire) => {
  const timer = document.readyState === 'complete' ? setTimeout(fire) : undefined;
  if (!timer) addEventListener('load', fire);
  return () => {
    clearTimeout(timer);
    removeEventListener('load', fire);
  };
};
