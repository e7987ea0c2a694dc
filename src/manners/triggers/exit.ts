/** `exit`: the pointer leaves through the top of the window, where a browser's buttons are. Nothing is held back by it. */
import { listen, type Arm } from './trigger.js';

export const exit: Arm = (fire, _, signal) => {
  const root = document.documentElement;
  const look = ({ clientY, target }: MouseEvent) => target === root && clientY <= 0 && fire();
  listen(root, 'mouseleave', (event) => look(event as MouseEvent), signal);
  return true;
};
