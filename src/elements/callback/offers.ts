/** What a shop offers to choose from, read from its attributes: what is unknown there is told once and left out. */
import { findCountry } from '../../callback/countries.js';
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

/** The regions in `given`, the value of the attribute `name`. */
export function regionsIn(name: string, given = ''): string[] {
  const isRegion = (entry: string) => findCountry(entry.toUpperCase());
  return listIn(name, given, ['ISO 3166-1 alpha-2 codes'], isRegion).map((entry) => entry.toUpperCase());
}

function listIn(
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
