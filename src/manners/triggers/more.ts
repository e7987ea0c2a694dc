/** The triggers that wait for something on the page: a chunk of its own, for prompts that name one of them. */
import { warnOnce } from '../../settings/warn.js';
import { after } from './after.js';
import { click } from './click.js';
import { event } from './event.js';
import { exit } from './exit.js';
import { idle } from './idle.js';
import { scroll } from './scroll.js';
import { slow } from './slow.js';
import type { Arm } from './trigger.js';
import { visible } from './visible.js';

const more: Record<string, Arm> = { __proto__: null as never, after, scroll, idle, exit, visible, click, event, slow };

/** Of these every time counts, of the others the first. */
const AGAIN = ['click', 'event'];

/** Arms the trigger `name` until `signal` is aborted; where it is none, or `detail` means nothing to it, the shop is told. */
export function armMore(fire: () => void, name: string, detail: string, signal: AbortSignal): void {
  if (signal.aborted) return;
  const own = new AbortController();
  const stop = () => own.abort();
  signal.addEventListener('abort', stop);
  const fired = () => {
    fire();
    if (!AGAIN.includes(name)) stop();
  };
  try {
    if (more[name]?.(fired, detail, own.signal)) return;
  } catch {
    // A selector that is none.
  }
  stop();
  warnOnce('bad-trigger', `${name} ${detail}`.trim());
}
