/** The address that an answer goes to: a number, read with doubt, and either kind shown again without giving it away. */
import { maskPhone, parsePhone } from '../../callback/phone.js';
import type { CallbackAnswer } from '../../response/response.js';
import { rawSettings, type Settings } from '../../settings/settings.js';
import { warnOnce } from '../../settings/warn.js';
import type { CurtsyCallback } from './callback.js';
import { homeOf, regionsOf } from './country-choice.js';
import type { Looked } from './request.js';

type Adapter = NonNullable<Settings['phoneAdapter']>;

/** What can be made of a number; `valid` false is a doubt. `adapter` is the shop's own library, if it gave one. */
export function readNumber(typed: string, country: string, adapter: unknown): ReturnType<Adapter> {
  try {
    if (adapter) return { ...(adapter as Adapter)(typed, country) };
  } catch (error) {
    // Not its message: that may hold the number, which has no business in a console.
    warnOnce('shop-function', 'phoneAdapter', (error as Error | undefined)?.name);
  }
  return parsePhone(typed, country);
}

/** What was typed for a number, and what is to be said about it: it may be from a country that the shop doesn't call. */
export function lookAt(element: CurtsyCallback, address: string): Looked {
  const { phoneAdapter } = rawSettings(element.source);
  const { valid, country, e164 } = readNumber(address, homeOf(element), phoneAdapter);
  const fits = valid && (!element.countries || regionsOf(element).includes(country));
  return { address, problem: fits ? undefined : 'doubt', country, e164 };
}

/** Enough to know one's own address by, not enough to use it. */
export function maskAddress({
  phone,
  phoneRaw = '',
  email,
}: Pick<CallbackAnswer, 'phone' | 'phoneRaw' | 'email'>): string {
  if (email) return email.replace(/^(.).*(?=@)/u, '$1•••');
  return phone ? maskPhone(phone) : `••• ${phoneRaw.slice(Math.max(3, phoneRaw.length - 4))}`;
}
