/** `load`: the page has loaded; also when a page is come to without loading. */
import type { Arm } from './trigger.js';

export const load: Arm = (fire, _, signal) => {
  if (document.readyState === 'complete') fire();
  else addEventListener('load', fire, { signal });
  return true;
};
