/** `after 30s`: so long after the page was come to. */
import { milliseconds, type Arm } from './trigger.js';

export const after: Arm = (fire, detail, signal) => {
  const time = milliseconds(detail);
  if (isNaN(time)) return false;
  const timer = setTimeout(fire, time);
  signal.addEventListener('abort', () => clearTimeout(timer));
  return true;
};
