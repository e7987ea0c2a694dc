/** The triggers by their names, and how a page writes them: a list with `;` between. */
import { later } from '../../settings/later.js';
import { warnOnce } from '../../settings/warn.js';
import { after } from './after.js';
import { load } from './load.js';
import type { Arm } from './trigger.js';

/** Only `show()` and `ask()` open it. */
const manual: Arm = () => () => {};

const triggers = { __proto__: null as never, load, after, manual } as Record<string, Arm>;

/** Of these every time counts, of the others the first. */
const AGAIN = ['click', 'event'];

/** Arms every trigger in `list`; `fire` is told its name. Returns what disarms them. A part that is none warns. */
export function armAll(list: string, fire: (name: string) => void): () => void {
  const armed = list.split(';').map((part) => armOne(part.trim(), fire));
  return () => armed.forEach((disarm) => disarm());
}

function armOne(part: string, fire: (name: string) => void): () => void {
  const [, name = '', detail = ''] = /(\S*)\s*(.*)/.exec(part)!;
  let isOver = false;
  let disarm: (() => void) | undefined;
  const stop = () => {
    isOver = true;
    disarm?.();
  };
  const fired = () => {
    fire(name);
    if (!AGAIN.includes(name)) stop();
  };
  const arm = (known: Record<string, Arm>) => {
    if (isOver) return;
    try {
      disarm = known[name]?.(fired, detail);
    } catch {
      // A selector that is none.
    }
    if (!disarm) warnOnce('bad-trigger', part);
  };
  if (name in triggers) arm(triggers);
  else if (name) void later(() => import('./more.js')).then((chunk) => arm(chunk.more));
  return stop;
}
