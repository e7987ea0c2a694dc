import type { CallbackAnswer } from '../../response/response.js';
import type { CurtsyCallback } from './callback.js';
/** The form's fields by their names; what it doesn't show is missing. */
export type Typed = Partial<Record<string, string>>;
/**
 * @param e164 what could be read of the number
 * @param locale in which language the form was shown
 * @param reference of an attempt before
 */
export declare function requestOf({ way, field, topic, purpose, marketing }: CurtsyCallback, typed: Typed, e164: string | undefined, locale: string, reference?: string): CallbackAnswer;
