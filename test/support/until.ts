// Waiting for a condition, not for a while: a test that polls is as fast as the machine and as patient as its deadline.

import { setTimeout as pause } from 'node:timers/promises';

export interface Patience {
  /** Milliseconds until giving up. */
  within?: number;
  /** What was awaited, for the message of the failure. */
  what?: string;
}

type Truthy<T> = Exclude<T, false | 0 | '' | null | undefined>;

/**
 * Resolves with the first truthy value that `probe` gives.
 *
 * @throws {Error} after the deadline, with the last value, or the last error as its cause
 */
export async function until<T>(
  probe: () => T | Promise<T>,
  { within = 10_000, what }: Patience = {},
): Promise<Truthy<T>> {
  const deadline = performance.now() + within;
  for (;;) {
    const last = await attempt(probe);
    if ('value' in last && last.value) return last.value as Truthy<T>;
    if (performance.now() > deadline) {
      const seen = 'value' in last ? `Last seen: ${String(last.value)}` : 'It threw.';
      throw new Error(`Not within ${within} ms: ${what ?? probe.toString()}. ${seen}`, {
        cause: 'error' in last ? last.error : undefined,
      });
    }
    await pause(20);
  }
}

async function attempt<T>(probe: () => T | Promise<T>): Promise<{ value: T } | { error: unknown }> {
  try {
    return { value: await probe() };
  } catch (error) {
    return { error };
  }
}
