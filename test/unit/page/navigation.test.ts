// A page that becomes another without loading: told by the browser where it can, else found out within a second.

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { onNavigation } from '../../../src/page/navigation.js';

let stop = () => {};
beforeEach(() => {
  vi.useFakeTimers();
  history.replaceState(null, '', '/teapots');
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('hears of it by the Navigation API, without a timer', () => {
  const navigation = new EventTarget();
  vi.stubGlobal('navigation', navigation);
  const moved = vi.fn();
  stop = onNavigation(moved);
  history.pushState(null, '', '/teapots/blue');
  navigation.dispatchEvent(new Event('currententrychange'));
  expect(moved).toHaveBeenCalledOnce();
  expect(vi.getTimerCount()).toBe(0);
  stop();
  history.pushState(null, '', '/cart');
  navigation.dispatchEvent(new Event('currententrychange'));
  expect(moved).toHaveBeenCalledOnce();
});

it('does not take a filter or a place on the page for another page', () => {
  const navigation = new EventTarget();
  vi.stubGlobal('navigation', navigation);
  const moved = vi.fn();
  stop = onNavigation(moved);
  for (const url of ['/teapots?colour=blue', '/teapots#reviews']) {
    history.pushState(null, '', url);
    navigation.dispatchEvent(new Event('currententrychange'));
  }
  expect(moved).not.toHaveBeenCalled();
});

it('finds out within a second where there is none, and leaves history as it is', () => {
  vi.stubGlobal('navigation', undefined);
  vi.spyOn(history, 'pushState');
  const push = Object.getOwnPropertyDescriptor(history, 'pushState')?.value as unknown;
  const moved = vi.fn();
  stop = onNavigation(moved);
  expect(Object.getOwnPropertyDescriptor(history, 'pushState')?.value).toBe(push);
  history.pushState(null, '', '/cart');
  vi.advanceTimersByTime(1000);
  expect(moved).toHaveBeenCalledOnce();
  history.replaceState(null, '', '/thanks');
  window.dispatchEvent(new Event('popstate'));
  expect(moved).toHaveBeenCalledTimes(2);
  stop();
  history.pushState(null, '', '/');
  vi.advanceTimersByTime(5000);
  expect(moved).toHaveBeenCalledTimes(2);
  expect(vi.getTimerCount()).toBe(0);
});
