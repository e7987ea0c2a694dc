/** When to try again: exponential backoff with jitter, or what the endpoint asks for. All times in milliseconds. */

const MINUTE = 6e4;
const HOUR = 36e5;

/** Doubling from twice `first`, at most `most`, of which at least half. */
const backoff = (first: number, most: number, times: number, random: number): number =>
  ((1 + random) / 2) * Math.min(most, first * 2 ** times);

/** Wait after the n-th failed attempt (1 for the first): up to 4 s, doubling to 15 min. */
export const retryDelay = (attempts: number, random = Math.random()): number =>
  backoff(2e3, 15 * MINUTE, attempts, random);

/** Wait while the shop's set-up is at fault, after the n-th such answer: up to 2 min, doubling to 6 h. */
export const configurationDelay = (waits: number, random = Math.random()): number =>
  backoff(MINUTE, 6 * HOUR, waits, random);

/** `Retry-After` (RFC 9110, 10.2.3) in seconds or as a date, clamped to 1 s … 24 h; undefined where it can't be read. */
export function retryAfter(header: string | null, now = Date.now()): number | undefined {
  const given = header ?? '';
  // `Date.parse` finds a date in nearly every number; a real one names its month.
  const wait = /^\d+$/.test(given) ? +given * 1e3 : /[a-z]/i.test(given) ? Date.parse(given) - now : NaN;
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 1e3), 24 * HOUR);
}
