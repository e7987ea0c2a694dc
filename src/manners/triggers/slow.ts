/** `slow`: this page turned out poor by its largest paint or its answers to presses; the library that knows comes late. */
import { later } from '../../settings/later.js';
import type { Arm } from './trigger.js';

export const slow: Arm = (fire, _, signal) => {
  // The library takes no listener back: this one turns deaf.
  void later(() => import('../../page/vitals.js')).then(({ watchVitals }) =>
    watchVitals((name, { rating }) => !signal.aborted && name !== 'CLS' && rating === 'poor' && fire()),
  );
  return true;
};
