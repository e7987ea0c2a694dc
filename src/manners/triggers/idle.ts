/** `idle 20s`: nobody has stirred for so long. */
import { onActivity } from '../../page/activity.js';
import { milliseconds, type Arm } from './trigger.js';

export const idle: Arm = (fire, detail, signal) => {
  const time = milliseconds(detail);
  if (isNaN(time)) return false;
  let last = performance.now();
  let timer: ReturnType<typeof setTimeout>;
  // One timer that finds out whether it is too early, instead of one for each move of a mouse.
  const look = () => {
    const left = last + time - performance.now();
    if (left > 0) timer = setTimeout(look, left);
    else fire();
  };
  const stop = onActivity(() => (last = performance.now()));
  look();
  signal.addEventListener('abort', () => {
    stop();
    clearTimeout(timer);
  });
  return true;
};
