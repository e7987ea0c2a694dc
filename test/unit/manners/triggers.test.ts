// Every trigger: when it comes, when it does not, and that nothing of it is left once it is disarmed.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MINUTE, NOW, SECOND } from '../outbox/records.js';
import { freshPage, warned } from '../page/fresh-page.js';

beforeEach(freshPage);

const fired: string[] = [];
const TARGETS: EventTarget[] = [window, document, document.documentElement];
let isViewWatched = false;
let entries: ((entries: { isIntersecting: boolean }[]) => void)[] = [];

/** The types of events that somebody still listens to. */
function heard(): unknown[] {
  const typesOf = (target: EventTarget, call: 'addEventListener' | 'removeEventListener') =>
    vi.mocked(target)[call].mock.calls.map(([type]) => type);
  return TARGETS.flatMap((target) => {
    const ended = vi
      .mocked(target)
      .addEventListener.mock.calls.filter(([, , options]) => (options as AddEventListenerOptions)?.signal?.aborted);
    const gone = [...typesOf(target, 'removeEventListener'), ...ended.map(([type]) => type)];
    return typesOf(target, 'addEventListener').filter((type) => {
      const at = gone.indexOf(type);
      if (at >= 0) gone.splice(at, 1);
      return at < 0;
    });
  });
}

class View {
  constructor(seen: (typeof entries)[number]) {
    entries.push(seen);
  }
  observe(): void {
    isViewWatched = true;
  }
  unobserve(): void {
    isViewWatched = false;
  }
  disconnect(): void {
    isViewWatched = false;
  }
}

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  fired.length = 0;
  entries = [];
  isViewWatched = false;
  vi.stubGlobal('IntersectionObserver', View);
  vi.spyOn(document, 'readyState', 'get').mockReturnValue('interactive');
  for (const target of TARGETS) {
    vi.spyOn(target, 'addEventListener').mockClear();
    vi.spyOn(target, 'removeEventListener');
  }
});
afterEach(() => vi.clearAllTimers());

async function arm(list: string): Promise<() => void> {
  const { armAll } = await import('../../../src/manners/triggers/triggers.js');
  const disarm = armAll(list, (name) => fired.push(name));
  await vi.dynamicImportSettled();
  return disarm;
}

const pass = (time: number) => vi.advanceTimersByTime(time);

function add(markup: string): Element {
  document.body.insertAdjacentHTML('beforeend', markup);
  return document.body.lastElementChild!;
}

/** A page of 3,000 px in a window of 1,000, scrolled to `top`. */
function scrollTo(top: number, box: Partial<Element> = {}): void {
  vi.stubGlobal('innerHeight', 1000);
  const at = { scrollHeight: 3000, clientHeight: 1000, clientWidth: innerWidth, scrollTop: top, ...box };
  vi.spyOn(document, 'scrollingElement', 'get').mockReturnValue(at as Element);
  document.dispatchEvent(new Event('scroll'));
}

/** What each waits for, and what it does not wait for. */
const moments: [trigger: string, comes: () => unknown, comesNot?: () => void][] = [
  ['load', () => window.dispatchEvent(new Event('load'))],
  ['after 30s', () => pass(SECOND), () => pass(29 * SECOND)],
  ['after 0.5s', () => pass(500), () => pass(499)],
  ['scroll 60%', () => scrollTo(1200), () => scrollTo(1199)],
  [
    'idle 20s',
    () => pass(11 * SECOND),
    () => {
      pass(10 * SECOND);
      window.dispatchEvent(new Event('keydown'));
      pass(19 * SECOND);
    },
  ],
  [
    'exit',
    () => document.documentElement.dispatchEvent(new MouseEvent('mouseleave', { clientY: -1 })),
    () => document.documentElement.dispatchEvent(new MouseEvent('mouseleave', { clientY: 40, clientX: -1 })),
  ],
  [
    'visible #offer',
    () => isViewWatched && entries.forEach((seen) => seen([{ isIntersecting: true }])),
    () => {
      add('<p id="offer">Three for two</p>');
      entries.forEach((seen) => seen([{ isIntersecting: false }]));
    },
  ],
  [
    'click .help',
    () => add('<button class="help"><b>Help</b></button>').querySelector('b')!.click(),
    () => (add('<button>Buy</button>') as HTMLElement).click(),
  ],
  [
    'event shop:paid',
    () => document.dispatchEvent(new Event('shop:paid')),
    () => document.dispatchEvent(new Event('shop:seen')),
  ],
];

describe.each(moments)('%s', (trigger, comes, comesNot) => {
  const name = trigger.split(' ')[0]!;

  it('comes at its moment, and not before', async () => {
    await arm(trigger);
    comesNot?.();
    if (comesNot) await vi.advanceTimersByTimeAsync(0);
    expect(fired).toEqual([]);
    comes();
    if (name === 'idle') pass(9 * SECOND);
    expect(fired).toEqual([name]);
  });

  it('does not come once it is disarmed, and leaves nobody listening', async () => {
    const disarm = await arm(trigger);
    disarm();
    comesNot?.();
    await vi.advanceTimersByTimeAsync(0);
    comes();
    pass(MINUTE);
    expect(fired).toEqual([]);
    expect(heard()).toEqual([]);
    expect(isViewWatched).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
  });

  // A page loads only once.
  if (name === 'load') return;

  it(`comes ${['click', 'event'].includes(name) ? 'every time' : 'once'}`, async () => {
    await arm(trigger);
    comesNot?.();
    await vi.advanceTimersByTimeAsync(0);
    comes();
    pass(MINUTE);
    comes();
    pass(MINUTE);
    expect(fired).toEqual(['click', 'event'].includes(name) ? [name, name] : [name]);
  });
});

describe('load', () => {
  it('comes at once where the page has loaded', async () => {
    vi.spyOn(document, 'readyState', 'get').mockReturnValue('complete');
    await arm('load');
    expect(fired).toEqual(['load']);
  });
});

describe('visible', () => {
  it('waits for the element that has taken the place of another', async () => {
    const observe = vi.spyOn(View.prototype, 'observe');
    const first = add('<p id="offer">Three for two</p>');
    await arm('visible #offer');
    first.remove();
    const second = add('<p id="offer">Two for one</p>');
    await vi.advanceTimersByTimeAsync(0);
    expect(observe.mock.calls as unknown[][]).toEqual([[first], [second]]);
  });
});

describe('scroll', () => {
  it('is also that of what fills the page and scrolls in its place', async () => {
    await arm('scroll 50%');
    const main = add('<main></main>');
    vi.stubGlobal('innerHeight', 1000);
    for (const [name, value] of Object.entries({
      scrollHeight: 2000,
      clientHeight: 900,
      clientWidth: innerWidth,
      scrollTop: 600,
    })) {
      vi.spyOn(main, name as 'scrollTop', 'get').mockReturnValue(value);
    }
    main.dispatchEvent(new Event('scroll'));
    expect(fired).toEqual(['scroll']);
  });

  it('is not that of a small list in it', async () => {
    await arm('scroll 50%');
    const list = add('<ul></ul>');
    vi.stubGlobal('innerHeight', 1000);
    for (const [name, value] of Object.entries({ scrollHeight: 900, clientHeight: 300, scrollTop: 600 })) {
      vi.spyOn(list, name as 'scrollTop', 'get').mockReturnValue(value);
    }
    list.dispatchEvent(new Event('scroll'));
    expect(fired).toEqual([]);
  });

  it('is not that of what scrolls sideways, or of a drawer', async () => {
    await arm('scroll 50%');
    scrollTo(0, { scrollHeight: 1000 });
    scrollTo(2000, { clientWidth: 300 });
    expect(fired).toEqual([]);
  });
});

describe('click', () => {
  it('is heard where the shop stops it', async () => {
    await arm('click #buy');
    const button = add('<button id="buy">Buy</button>') as HTMLElement;
    button.addEventListener('click', (event) => event.stopPropagation());
    button.click();
    expect(fired).toEqual(['click']);
  });

  it('is heard in a shadow root', async () => {
    await arm('click .in-shadow');
    const root = add('<div></div>').attachShadow({ mode: 'open' });
    root.innerHTML = '<button class="in-shadow">Buy</button>';
    root.querySelector('button')!.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    expect(fired).toEqual(['click']);
  });
});

describe('slow', () => {
  type Note = (name: string, vital: { value: number; rating: string }) => void;
  let note: Note;
  let asked = 0;
  beforeEach(() => {
    asked = 0;
    const watchVitals = (given: Note) => {
      note = given;
      asked++;
    };
    vi.doMock('../../../src/page/vitals.js', () => ({ watchVitals }));
  });
  afterEach(() => vi.doUnmock('../../../src/page/vitals.js'));

  it.each(['LCP', 'INP'])('comes once %s is poor', async (name) => {
    await arm('slow');
    await vi.dynamicImportSettled();
    note(name, { value: 2600, rating: 'needs-improvement' });
    note('CLS', { value: 0.9, rating: 'poor' });
    expect(fired).toEqual([]);
    note(name, { value: 4600, rating: 'poor' });
    note(name, { value: 4700, rating: 'poor' });
    expect(fired).toEqual(['slow']);
  });

  it('asks the library once for all prompts and routes of a page, and tells who comes later what is known', async () => {
    await arm('slow');
    await arm('slow');
    await vi.dynamicImportSettled();
    note('LCP', { value: 4600, rating: 'poor' });
    expect(fired).toEqual(['slow', 'slow']);
    await arm('slow');
    expect(fired).toEqual(['slow', 'slow', 'slow']);
    expect(asked).toBe(1);
  });

  it('does not come once it is disarmed, though it is still told', async () => {
    const disarm = await arm('slow');
    await vi.dynamicImportSettled();
    disarm();
    note('LCP', { value: 4600, rating: 'poor' });
    expect(fired).toEqual([]);
  });
});

describe('a list', () => {
  beforeEach(() => void vi.spyOn(document, 'readyState', 'get').mockReturnValue('complete'));

  it('has every trigger in it', async () => {
    await arm('after 5s; click .help ; event shop:paid;');
    (add('<button class="help">Help</button>') as HTMLElement).click();
    document.dispatchEvent(new Event('shop:paid'));
    pass(5 * SECOND);
    expect(fired).toEqual(['click', 'event', 'after']);
    expect(warned()).toEqual([]);
  });

  it.each(['', ' ; ', 'manual'])('may be empty: %j', async (list) => {
    await arm(list);
    pass(MINUTE);
    expect([fired, warned()]).toEqual([[], []]);
  });

  it.each([
    'sroll 60%',
    'scroll',
    'scroll 60',
    'after',
    'after 5',
    'after 1m',
    'idle soon',
    'event',
    'click >>',
    'visible ..',
    'constructor',
  ])('warns of %s, and keeps the rest', async (wrong) => {
    await arm(`${wrong}; load`);
    pass(MINUTE);
    expect(fired).toEqual(['load']);
    expect(warned()).toEqual([`bad-trigger ${wrong}`]);
  });
});
