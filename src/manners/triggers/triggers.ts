/** The triggers by their names, and how a page writes them: a list with `;` between. */
import { warnOnce } from '../../settings/warn.js';
import { after } from './after.js';
import { click } from './click.js';
import { event } from './event.js';
import { exit } from './exit.js';
import { idle } from './idle.js';
import { load } from './load.js';
import { scroll } from './scroll.js';
import { slow } from './slow.js';
import type { Arm } from './trigger.js';
import { visible } from './visible.js';

/** Only `show()` and `ask()` open it. */
const manual: Arm = () => () => {};

const triggers = {
  __proto__: null as never,
  load,
  after,
  scroll,
  idle,
  exit,
  visible,
  click,
  event,
  slow,
  manual,
} satisfies Record<string, Arm>;

/** Of these every time counts, of the others the first. */
const AGAIN = ['click', 'event'];

/** Arms every trigger in `list`; `fire` is told its name. Returns what disarms them. A part that is none warns. */
export function armAll(list: string, fire: (name: string) => void): () => void {
  const armed = list.split(';').flatMap((part) => {
    const [, name = '', detail = ''] = /^\s*(\S*)\s*(.*?)\s*$/.exec(part) ?? [];
    try {
      const disarm = (triggers as Record<string, Arm | undefined>)[name]?.(() => {
        fire(name);
        if (!AGAIN.includes(name)) disarm?.();
      }, detail);
      if (disarm) return disarm;
    } catch {
      // A selector that is none.
    }
    if (name) warnOnce('bad-trigger', part.trim());
    return [];
  });
  return () => armed.forEach((disarm) => disarm());
}
