/** The channels that a shop offers, read from its attribute: what is unknown there is told once and left out. */
import type { CallbackAnswer } from '../../response/response.js';
import { warnOnce } from '../../settings/warn.js';

export type Channel = CallbackAnswer['channel'];

const CHANNELS: readonly string[] = ['phone', 'sms', 'whatsapp', 'email'] satisfies Channel[];

/** The channels in `given`, at least one. */
export function channelsIn(given = 'phone'): Channel[] {
  const channels = listIn('channels', given, CHANNELS, (name) => CHANNELS.includes(name)) as Channel[];
  if (channels.every((channel) => channel === 'phone')) warnOnce('only-calls');
  return channels[0] ? [...new Set(channels)] : ['phone'];
}

/** What is known of the list in the attribute `name`. */
export function listIn(
  name: string,
  given: string,
  allowed: readonly string[],
  isKnown: (entry: string) => unknown,
): string[] {
  const entries = given.match(/[^\s,]+/g) ?? [];
  const known = entries.filter(isKnown);
  if (known.length < entries.length) {
    warnOnce('bad-attribute', `curtsy-callback ${name}`, given, allowed, known.join(', ') || 'the default');
  }
  return known;
}
