/** `slow`: this page turned out poor by its largest paint or its answers to presses; the library that knows comes late. */
import { later } from '../../settings/later.js';
import type { Arm } from './trigger.js';

/** The library takes no listener back: it is asked once, for whoever waits. */
const waiting = new Set<() => void>();
let asked: Promise<unknown> | undefined;
let isPoor = false;

const ask = () =>
  later(() => import('../../page/vitals.js')).then(({ watchVitals }) =>
    watchVitals((name, { rating }) => {
      if (name === 'CLS' || rating !== 'poor') return;
      isPoor = true;
      waiting.forEach((fire) => fire());
    }),
  );

export const slow: Arm = (fire, _, signal) => {
  waiting.add(fire);
  signal.addEventListener('abort', () => waiting.delete(fire));
  void (asked ??= ask()).then(() => isPoor && waiting.has(fire) && fire());
  return true;
};
