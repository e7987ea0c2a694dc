/** The triggers by their names, and how a page writes them: a list with `;` between. */
import { later } from '../../settings/later.js';
import { load } from './load.js';
import type { Arm } from './trigger.js';

/** Those that wait for nothing more; `manual` waits for `show()`, and `ask` is what the call of that name comes by. */
const triggers: Record<string, Arm> = {
  __proto__: null as never,
  load,
  manual: () => true,
  ask(fire) {
    fire();
    return true;
  },
};

/** Arms every trigger in `list`; `fire` is told its name. Returns what disarms them. A part that is none warns. */
export function armAll(list: string, fire: (name: string) => void): () => void {
  const control = new AbortController();
  const { signal } = control;
  for (const part of list.split(';')) {
    const [, name = '', detail = ''] = /(\S*)\s*(.*)/.exec(part.trim())!;
    const fired = () => fire(name);
    if (!name || triggers[name]?.(fired, detail, signal)) continue;
    void later(() => import('./more.js')).then((chunk) => chunk.armMore(fired, name, detail, signal));
  }
  return () => control.abort();
}
