// A browser for turns: its clock is vitest's, its storage one entry that every tab and page shares, its shop a path.

import { vi } from 'vitest';
import type { Memory, Notes } from '../../../src/manners/memory.js';
import type { Asks } from '../../../src/manners/rules.js';
import { addTo } from '../../../src/manners/conditions.js';
import { rules } from '../../../src/manners/rules.js';
import { turnsIn, type Speaker, type Turns, type World } from '../../../src/manners/turns.js';
import { DAY } from '../outbox/records.js';

export const ASKS: Asks = {
  name: 'tea',
  pages: [],
  minVisits: 1,
  minPages: 1,
  sample: 1,
  cooldown: 30 * DAY,
  answeredCooldown: 90 * DAY,
  priority: 0,
};

// Every rule is known here, as on a page whose prompts name conditions.
addTo(rules);

/** What every tab of a browser shares. */
export interface Shared {
  text: string;
  path: string;
  quietPages: string[];
  savesData: boolean;
}

export const browser = (): Shared => ({
  text: '{"past":{}}',
  path: '/',
  quietPages: [],
  savesData: false,
});

const memoryOf = (shared: Shared): Memory => ({
  read: () => JSON.parse(shared.text) as Notes,
  note(change) {
    const notes = JSON.parse(shared.text) as Notes;
    change(notes);
    shared.text = JSON.stringify(notes);
  },
});

/** A tab that comes to a page. */
export function land(shared: Shared, more: Partial<World> = {}): Turns {
  const turns = turnsIn({
    memory: memoryOf(shared),
    place: () => ({ ...shared, source: 'shop' }),
    alone: (task) => task(),
    ...more,
  });
  turns.arrive([Date.now()]);
  return turns;
}

export interface Actor extends Speaker {
  /** What became of it, oldest first. */
  log: string[];
  asked: Asks;
  inTheWay: string | undefined;
  /** What has come over it since it spoke. */
  over: string | undefined;
}

/** A prompt without a page. */
export function actor(asked: Partial<Asks> = {}, onAppear: () => void = () => {}): Actor {
  const log: string[] = [];
  return {
    log,
    asked: { ...ASKS, ...asked },
    inTheWay: undefined,
    over: undefined,
    asks() {
      return this.asked;
    },
    obstacle() {
      return this.inTheWay;
    },
    arm: () => {},
    appear() {
      log.push('appears');
      onAppear();
    },
    setVisible: () => void log.push('steps back'),
    emit: (name, { reason }) => log.push(`${name}: ${reason}`),
  };
}

export const pass = (time: number): unknown => vi.advanceTimersByTime(time);

/** It is closed, with an answer or by the shopper, if either. */
export function close(turns: Turns, one: Speaker, what?: 'answered' | 'dismissed'): void {
  if (what) turns.noteDown(one, what);
  turns.end(one);
}
