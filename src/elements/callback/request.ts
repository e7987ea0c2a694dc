/** Makes of what was typed the answer that is stored, with the words that the shopper agreed to. */
import { newReference } from '../../callback/reference.js';
import { textLanguage } from '../../language/strings.js';
import { languageOf } from '../../language/language.js';
import type { CallbackAnswer } from '../../response/response.js';
import type { CurtsyCallback } from './callback.js';

/** The form's fields by their names; what it doesn't show is missing. */
export type Typed = Partial<Record<string, string>>;

/** What is to be said about an address: that there is none, or a question. */
export type Problem = 'missing' | 'doubt';

/** An address as it was typed, what could be made of it, and what is to be said about it. */
export interface Looked {
  address: string;
  problem: Problem | undefined;
  e164?: string | undefined;
  country?: string;
}

/** Which form it is. It goes up when a form asks for more, or for something else. */
const VERSION = 'callback/2';

/** No mail can be sent to what has no @ between two parts; without a dot behind it, it is only unusual. */
export function problemOfEmail(typed: string): Problem | undefined {
  if (!/^[^\s@]+@[^\s@]+$/.test(typed)) return 'missing';
  return /\.[^.@]+$/.test(typed) ? undefined : 'doubt';
}

/** The address of a request that is being changed: it stays, unless another is typed. */
export function keptAddress({
  view,
  field,
  request,
}: CurtsyCallback): Pick<CallbackAnswer, 'phone' | 'phoneRaw' | 'email'> | undefined {
  if (view !== 'change' || !request) return;
  const { email, phone, phoneRaw } = request;
  if (field === 'email') return email ? { email } : undefined;
  return phoneRaw ? { phoneRaw, ...(phone && { phone }) } : undefined;
}

/** What was typed for an address, and what is to be said about it. */
export function look(element: CurtsyCallback, typed: Typed): Looked {
  const { field, contact } = element;
  const address = typed[field] ?? '';
  if (!address.trim()) return { address, problem: keptAddress(element) ? undefined : 'missing' };
  if (field === 'email') return { address, problem: problemOfEmail(address) };
  return contact?.lookAt(element, address) ?? { address, problem: undefined };
}

/** @param e164 what could be read of the number */
export function requestOf(element: CurtsyCallback, typed: Typed, e164: string | undefined): CallbackAnswer {
  const { way, field, topic, purpose, marketing, handoff, said, request } = element;
  const address = typed[field]?.trim();
  const name = typed['name']?.trim();
  const note = typed['note']?.trim();
  return {
    channel: way,
    ...(!address
      ? keptAddress(element)
      : field === 'email'
        ? { email: address }
        : { phoneRaw: typed['phone']!, ...(e164 && { phone: e164 }) }),
    ...(name && { name }),
    ...(topic && { topic }),
    ...(note && { note }),
    slot: 'asap',
    ...(way === 'phone' && element.times?.answer()),
    reference: (said && request?.reference) ?? newReference(),
    ...(handoff && { handoff }),
    consent: {
      text: typed['marketing'] ? `${purpose} ${marketing}` : purpose,
      version: VERSION,
      locale: textLanguage(languageOf(element)),
      at: new Date().toISOString(),
      ...(marketing && { marketing: !!typed['marketing'] }),
    },
  };
}
