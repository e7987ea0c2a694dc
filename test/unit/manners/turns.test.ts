// Whose turn it is: one at a time, the most important first, one unasked in a visit; and what waits is not lost.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { drawOf } from '../../../src/manners/draw.js';
import { lookOver } from '../../../src/manners/over.js';
import type { Turns } from '../../../src/manners/turns.js';
import type { Visit } from '../../../src/manners/visit.js';
import { DAY, MINUTE, NOW, SECOND } from '../outbox/records.js';
import { actor, browser, close, land, pass, type Actor, type Shared } from './world.js';

let shared: Shared;
let turns: Turns;

/** On the second page of a visit, when it has lasted for a while. */
beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  shared = browser();
  land(shared);
  pass(MINUTE);
  turns = land(shared);
});
afterEach(() => {
  vi.clearAllTimers();
  vi.useRealTimers();
});

const notes = () => JSON.parse(shared.text) as { visit: { spoke?: string }; past: Record<string, object> };

it('lets a prompt speak whose trigger has come, and remembers it', () => {
  const tea = actor();
  turns.wish(tea, 'scroll');
  pass(0);
  expect(tea.log).toEqual(['appears']);
  expect(notes()).toMatchObject({ visit: { spoke: 'tea' }, past: { 'shop tea': { shown: Date.now() } } });
});

it.each(['answered', 'dismissed'] as const)('remembers that it was %s', (what) => {
  const tea = actor();
  turns.wish(tea, 'scroll');
  pass(0);
  pass(MINUTE);
  close(turns, tea, what);
  expect(notes().past['shop tea']).toEqual({ shown: NOW + MINUTE + 900, [what]: NOW + 2 * MINUTE });
});

it('tells who is refused, once', () => {
  const tea = actor({ minPages: 9 });
  turns.wish(tea, 'scroll');
  pass(MINUTE);
  expect(tea.log).toEqual(['suppressed: min-pages']);
});

describe('of several', () => {
  it('lets the most important speak, and tells the others', () => {
    const [tea, coffee, milk] = [
      actor({ priority: 1 }),
      actor({ name: 'coffee', priority: 5 }),
      actor({ name: 'milk' }),
    ];
    for (const one of [tea, coffee, milk]) turns.wish(one, 'scroll');
    pass(0);
    expect([tea.log, coffee.log, milk.log]).toEqual([[], ['appears'], []]);
    close(turns, coffee, 'dismissed');
    pass(MINUTE);
    expect([tea.log, milk.log]).toEqual([['suppressed: one-a-visit'], ['suppressed: one-a-visit']]);
  });

  it('of the same importance, the one that was shown longest ago, or never', () => {
    const asked = { cooldown: 0 };
    const [tea, coffee] = [actor(asked), actor({ ...asked, name: 'coffee' })];
    for (const expected of [tea, coffee, tea, coffee]) {
      land(shared);
      turns = land(shared);
      turns.wish(tea, 'load');
      turns.wish(coffee, 'load');
      pass(0);
      expect(expected.log.at(-1)).toBe('appears');
      close(turns, expected);
      pass(DAY);
    }
    expect([tea, coffee].map(({ log }) => log.filter((line) => line === 'appears').length)).toEqual([2, 2]);
  });

  it('lets another go first whose place is free', () => {
    const [tea, coffee] = [actor({ priority: 1 }), actor({ name: 'coffee' })];
    tea.inTheWay = 'fixed';
    turns.wish(tea, 'scroll');
    turns.wish(coffee, 'scroll');
    pass(0);
    expect([tea.log, coffee.log]).toEqual([[], ['appears']]);
  });
});

describe('what waits is not lost', () => {
  it('speaks within a second after the obstacle has gone', () => {
    const tea = actor();
    tea.inTheWay = 'dialog';
    turns.wish(tea, 'scroll');
    pass(10 * MINUTE);
    expect(tea.log).toEqual([]);
    tea.inTheWay = undefined;
    pass(SECOND);
    expect(tea.log).toEqual(['appears']);
  });

  it('is judged anew then', () => {
    const tea = actor();
    tea.inTheWay = 'dialog';
    turns.wish(tea, 'scroll');
    pass(MINUTE);
    shared.path = '/checkout';
    shared.quietPages = ['/checkout'];
    tea.inTheWay = undefined;
    pass(SECOND);
    expect(tea.log).toEqual(['suppressed: quiet-pages']);
  });

  it('waits for the end of the first ten seconds', () => {
    pass(DAY);
    land(shared);
    turns = land(shared);
    const tea = actor();
    turns.wish(tea, 'scroll');
    pass(9 * SECOND);
    expect(tea.log).toEqual([]);
    pass(SECOND);
    expect(tea.log).toEqual(['appears']);
  });

  it('was about the page: on another it is not said any more', () => {
    const tea = actor();
    tea.inTheWay = 'dialog';
    turns.wish(tea, 'scroll');
    turns.arrive([Date.now()]);
    tea.inTheWay = undefined;
    pass(MINUTE);
    expect(tea.log).toEqual([]);
  });

  it('keeps no timer when nobody waits', () => {
    const tea = actor();
    tea.inTheWay = 'dialog';
    turns.wish(tea, 'scroll');
    pass(MINUTE);
    expect(vi.getTimerCount()).toBe(1);
    turns.leave(tea);
    pass(SECOND);
    expect(vi.getTimerCount()).toBe(0);
  });
});

/** As long as a prompt is open it is looked over once a second. */
const watch = () => setInterval(() => lookOver(turns, ({ speaker }) => (speaker as Actor).over), SECOND);

describe('who speaks', () => {
  beforeEach(watch);

  it('steps back for what comes over it, and comes back', () => {
    const tea = actor();
    turns.wish(tea, 'scroll');
    pass(0);
    tea.over = 'dialog';
    pass(SECOND);
    pass(MINUTE);
    expect(tea.log).toEqual(['appears', 'steps back']);
    tea.over = undefined;
    pass(SECOND);
    expect(tea.log).toEqual(['appears', 'steps back', 'appears']);
  });

  it('steps back on a quiet page, and comes back after it', () => {
    const tea = actor();
    shared.quietPages = ['/checkout'];
    turns.wish(tea, 'scroll');
    pass(0);
    shared.path = '/checkout';
    turns.arrive([Date.now()]);
    pass(SECOND);
    shared.path = '/';
    turns.arrive([Date.now()]);
    pass(SECOND);
    expect(tea.log).toEqual(['appears', 'steps back', 'appears']);
  });

  it('is not asked twice', () => {
    const tea = actor({ cooldown: 0 });
    turns.wish(tea, 'click');
    pass(0);
    turns.wish(tea, 'click');
    pass(MINUTE);
    expect(tea.log).toEqual(['appears']);
  });
});

describe('what is asked for', () => {
  it('by a press speaks after another has, and takes nobody’s turn', () => {
    const [press, tea] = [actor({ name: 'help' }), actor()];
    turns.wish(press, 'click');
    pass(0);
    close(turns, press);
    turns.wish(tea, 'scroll');
    pass(0);
    expect([press.log, tea.log]).toEqual([['appears'], ['appears']]);
  });

  it('by the shop is shown at once, whatever any rule says, and again', () => {
    const tea = actor({ sample: 0, pages: ['/nowhere'] });
    for (let n = 1; n < 4; n++) {
      turns.show(tea);
      close(turns, tea, 'dismissed');
      expect(tea.log).toHaveLength(n);
    }
  });

  it('by the shop takes the place of who speaks, until it has closed', () => {
    const [tea, help] = [actor(), actor({ name: 'help' })];
    turns.wish(tea, 'scroll');
    pass(0);
    turns.show(help);
    expect([tea.log, help.log]).toEqual([['appears', 'steps back'], ['appears']]);
    close(turns, help);
    watch();
    pass(SECOND);
    expect(tea.log).toEqual(['appears', 'steps back', 'appears']);
  });
});

describe('two tabs', () => {
  it('are one visit: one of them speaks', () => {
    const other = land(shared);
    const [here, there] = [actor(), actor({ name: 'coffee' })];
    turns.wish(here, 'scroll');
    other.wish(there, 'scroll');
    pass(MINUTE);
    expect([here.log, there.log]).toEqual([['appears'], ['suppressed: one-a-visit']]);
  });

  it('that want to speak in the same moment take turns at looking', () => {
    const queue: (() => void)[] = [];
    const alone = (task: () => void) => void queue.push(task);
    const [first, second] = [land(shared, { alone }), land(shared, { alone })];
    const [here, there] = [actor(), actor({ name: 'coffee' })];
    first.wish(here, 'scroll');
    second.wish(there, 'scroll');
    pass(0);
    expect(queue).toHaveLength(2);
    queue.forEach((task) => task());
    expect([here.log, there.log]).toEqual([['appears'], ['suppressed: one-a-visit']]);
  });
});

describe('a sample', () => {
  it('is drawn once a visit, by each for itself', () => {
    vi.spyOn(Math, 'random').mockReturnValueOnce(0.4);
    pass(DAY);
    const [tea, coffee] = [actor({ sample: 0.3 }), actor({ name: 'coffee', sample: 0.3 })];
    for (let n = 0; n < 5; n++) {
      turns = land(shared);
      turns.wish(tea, 'load');
      pass(0);
    }
    turns.wish(coffee, 'load');
    pass(0);
    const isIn = ({ asked: { name } }: Actor) => drawOf(JSON.parse(shared.text).visit as Visit, name) < 0.3;
    expect([isIn(tea), isIn(coffee)]).toEqual([false, true]);
    expect(tea.log).toEqual(Array(5).fill('suppressed: sample'));
    expect(coffee.log).toEqual(['appears']);
  });
});
