/** `event NAME`: the shop dispatches such an event, on whatever. */
import { listen, type Arm } from './trigger.js';

export const event: Arm = (fire, name, signal) => {
  if (!name) return false;
  listen(window, name, fire, signal);
  return true;
};
