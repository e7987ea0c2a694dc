/** `exit`: the pointer leaves through the top of the window, where a browser's buttons are. Nothing is held back by it. */
import type { Arm } from './trigger.js';

export const exit: Arm = (fire) => {
  const root = document.documentElement;
  const look = ({ clientY }: MouseEvent) => clientY <= 0 && fire();
  root.addEventListener('mouseleave', look);
  return () => root.removeEventListener('mouseleave', look);
};
