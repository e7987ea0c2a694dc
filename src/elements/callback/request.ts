/** Makes of what was typed the answer that is stored, with the words that the shopper agreed to. */
import { newReference } from '../../callback/reference.js';
import type { CallbackAnswer } from '../../response/response.js';
import type { CurtsyCallback } from './callback.js';

/** The form's fields by their names; what it doesn't show is missing. */
export type Typed = Partial<Record<string, string>>;

/** Which form it is. It goes up when a form asks for more, or for something else. */
const VERSION = 'callback/1';

/**
 * @param e164 what could be read of the number
 * @param locale in which language the form was shown
 * @param reference of an attempt before
 */
export function requestOf(
  { way, field, topic, purpose, marketing, handoff }: CurtsyCallback,
  typed: Typed,
  e164: string | undefined,
  locale: string,
  reference = newReference(),
): CallbackAnswer {
  const { phone = '', email = '' } = typed;
  const name = typed.name?.trim();
  const note = typed.note?.trim();
  return {
    channel: way,
    ...(field === 'email' ? { email } : { phoneRaw: phone, ...(e164 && { phone: e164 }) }),
    ...(name && { name }),
    ...(topic && { topic }),
    ...(note && { note }),
    slot: 'asap',
    reference,
    ...(handoff && { handoff }),
    consent: {
      text: typed.marketing ? `${purpose} ${marketing}` : purpose,
      version: VERSION,
      locale,
      at: new Date().toISOString(),
      ...(marketing && { marketing: !!typed.marketing }),
    },
  };
}
