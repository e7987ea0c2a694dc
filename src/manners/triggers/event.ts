/** `event NAME`: the shop dispatches such an event, on whatever. */
import type { Arm } from './trigger.js';

export const event: Arm = (fire, name) => {
  if (!name) return;
  addEventListener(name, fire, true);
  return () => removeEventListener(name, fire, true);
};
