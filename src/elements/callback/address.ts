/** The address that an answer goes to, a number or an e-mail's: read with doubt, and shown again without giving it away. */
import { maskPhone, parsePhone } from '../../callback/phone.js';
import type { CallbackAnswer } from '../../response/response.js';
import type { Settings } from '../../settings/settings.js';
import { warnOnce } from '../../settings/warn.js';

/** What is to be said about an address: that there is none, or a question. */
export type Problem = 'missing' | 'doubt';

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

/** No mail can be sent to what has no @ between two parts; without a dot behind it, it is only unusual. */
export function problemOfEmail(typed: string): Problem | undefined {
  if (!/^[^\s@]+@[^\s@]+$/.test(typed)) return 'missing';
  return /\.[^.@]+$/.test(typed) ? undefined : 'doubt';
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
