/** The triggers that wait for something on the page: a chunk of its own, for prompts that name one of them. */
import { click } from './click.js';
import { event } from './event.js';
import { exit } from './exit.js';
import { idle } from './idle.js';
import { scroll } from './scroll.js';
import { slow } from './slow.js';
import type { Arm } from './trigger.js';
import { visible } from './visible.js';

export const more: Record<string, Arm> = {
  __proto__: null as never,
  scroll,
  idle,
  exit,
  visible,
  click,
  event,
  slow,
};
