// Counts what scripts of ours leave in a page: listeners, observers, timers and channels that nobody took back.

import type { Page } from 'playwright-core';

declare global {
  interface Window {
    /** What is there now, and where. */
    left: () => string[];
  }
}

/** What is there, a line each, such as `curtsy.outbox.js: online window`, with a number where there are several. */
export const left = (page: Page): Promise<string[]> => page.evaluate(() => window.left());

/* eslint-disable @typescript-eslint/unbound-method -- the prototypes' own, put around */
/** Runs in the page, before all else of it. */
export function keepCount(): void {
  const there = new Map<unknown, { by: string; what: string; where: () => string | undefined }>();
  /** The file of ours that asks for it. */
  const asking = () => /\/curtsy\/([\w.]+)/.exec(new Error().stack!)?.[1];

  /** What hangs on an element that has gone goes with it. */
  const nameOf = (target: unknown): string | undefined => {
    if (target === window) return 'window';
    if (target === document) return 'document';
    if (target instanceof Element) return target.isConnected ? target.localName : undefined;
    // Whoever has the controller has what listens.
    if (target instanceof AbortSignal) return undefined;
    if (target instanceof ShadowRoot) return nameOf(target.host);
    return (target as object).constructor.name;
  };

  // By target, type, phase and listener, as the browser itself tells them apart.
  const ids = new Map<unknown, number>();
  const id = (thing: unknown) => ids.get(thing) ?? (ids.set(thing, ids.size), ids.size - 1);
  const keyOf = (target: unknown, [type, listener, options]: Parameters<typeof addEventListener>) =>
    `${id(target)} ${type} ${id(listener)} ${!!(Object(options) === options ? (options as { capture?: boolean }).capture : options)}`;
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (...given: Parameters<typeof addEventListener>) {
    const target = (this as EventTarget | undefined) ?? window;
    const key = keyOf(target, given);
    const by = asking();
    if (by && given[1]) {
      there.set(key, { by, what: given[0], where: () => nameOf(target) });
      const { once, signal } = Object(given[2]) as AddEventListenerOptions;
      if (once) addEventListener.call(target, given[0], () => there.delete(key), given[2]);
      if (signal) addEventListener.call(signal, 'abort', () => there.delete(key));
    }
    addEventListener.apply(target, given);
  };
  EventTarget.prototype.removeEventListener = function (...given: Parameters<typeof removeEventListener>) {
    const target = (this as EventTarget | undefined) ?? window;
    there.delete(keyOf(target, given));
    removeEventListener.apply(target, given);
  };

  for (const name of ['IntersectionObserver', 'MutationObserver', 'ResizeObserver', 'PerformanceObserver'] as const) {
    const { prototype } = window[name] as { prototype: MutationObserver };
    const { observe, disconnect } = prototype;
    prototype.observe = function (...given) {
      const [target] = given as unknown[];
      const by = asking();
      if (by)
        there.set(this, {
          by,
          what: name,
          where: () => (target instanceof Node ? nameOf(target) : JSON.stringify((target as { type?: string }).type)),
        });
      observe.apply(this, given);
    };
    prototype.disconnect = function () {
      there.delete(this);
      disconnect.call(this);
    };
  }

  const timers = new Map<unknown, object>();
  for (const [set, clear] of [
    ['setTimeout', 'clearTimeout'],
    ['setInterval', 'clearInterval'],
  ] as const) {
    const [begin, end] = [window[set], window[clear]];
    Object.assign(window, {
      [set]: (task: (...given: unknown[]) => void, wait?: number, ...given: unknown[]) => {
        const key = {};
        const timer = begin(() => {
          if (set === 'setTimeout') there.delete(key);
          task(...given);
        }, wait);
        timers.set(timer, key);
        const by = asking();
        if (by) there.set(key, { by, what: set, where: () => `${wait ?? 0} ms` });
        return timer;
      },
      [clear]: (timer: number) => {
        there.delete(timers.get(timer));
        end(timer);
      },
    });
  }

  const Channel = window.BroadcastChannel;
  window.BroadcastChannel = class extends Channel {
    constructor(name: string) {
      super(name);
      const by = asking();
      if (by) there.set(this, { by, what: 'BroadcastChannel', where: () => name });
    }
    override close() {
      there.delete(this);
      super.close();
    }
  };

  window.left = () => {
    const counts: Record<string, number> = {};
    for (const { by, what, where } of there.values()) {
      const place = where();
      const line = `${by}: ${what} ${place}`;
      if (place) counts[line] = (counts[line] ?? 0) + 1;
    }
    return Object.entries(counts)
      .map(([line, count]) => (count > 1 ? `${line} ${count}` : line))
      .sort();
  };
}
