/** `after 30s`: so long after the page was come to. */
import { milliseconds, type Arm } from './trigger.js';

export const after: Arm = (fire, detail) => {
  const time = milliseconds(detail);
  if (isNaN(time)) return;
  const timer = setTimeout(fire, time);
  return () => clearTimeout(timer);
};
