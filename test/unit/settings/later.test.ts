// Chunks that come after the first: a shop's network comes and goes, and what is missing is asked for again.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { atIdle, later } from '../../../src/settings/later.js';

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, 'debug').mockImplementation(() => {});
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const failing = (times: number) => {
  const load = vi.fn<() => Promise<string>>(() => Promise.resolve('chunk'));
  for (let time = 0; time < times; time++) load.mockRejectedValueOnce(new TypeError(`failure ${time + 1}`));
  return load;
};

describe('later', () => {
  it('asks once where that is enough', async () => {
    const load = failing(0);
    expect(await later(load)).toBe('chunk');
    expect(load).toHaveBeenCalledOnce();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('asks again after 1 s, and then twice as long each time, up to a minute', async () => {
    const begun = Date.now();
    const asked: number[] = [];
    const load = failing(9);
    const chunk = later(() => {
      asked.push(Date.now() - begun);
      return load();
    });
    await vi.runAllTimersAsync();
    expect(await chunk).toBe('chunk');
    const waits = asked.slice(1).map((at, index) => (at - asked[index]!) / 1e3);
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
  });

  it('asks at once when the browser comes online', async () => {
    const load = failing(1);
    const chunk = later(load);
    await vi.advanceTimersByTimeAsync(500);
    expect(load).toHaveBeenCalledOnce();
    dispatchEvent(new Event('online'));
    expect(await chunk).toBe('chunk');
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('says what failed where a developer looks, and only there', async () => {
    const warn = vi.spyOn(console, 'warn');
    const chunk = later(failing(1));
    await vi.runAllTimersAsync();
    await chunk;
    expect(vi.mocked(console.debug).mock.calls.map((said) => said.join(' '))).toEqual([
      '[curtsy] TypeError: failure 1',
    ]);
    expect(warn).not.toHaveBeenCalled();
  });
});

describe('atIdle', () => {
  it('runs the task when the browser is idle, after two seconds at the latest', () => {
    const requestIdleCallback = vi.fn();
    vi.stubGlobal('requestIdleCallback', requestIdleCallback);
    const task = vi.fn();
    atIdle(task);
    expect(requestIdleCallback).toHaveBeenCalledExactlyOnceWith(task, { timeout: 2000 });
    expect(task).not.toHaveBeenCalled();
  });

  it('runs it a moment later where the browser can not tell', () => {
    vi.stubGlobal('requestIdleCallback', undefined);
    const task = vi.fn();
    atIdle(task);
    expect(task).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(task).toHaveBeenCalledOnce();
  });
});
