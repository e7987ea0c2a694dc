/** The texts of an element that is no question itself, in its language, with what the shop put in their place. */
import { rawSettings, type Strings } from '../settings/settings.js';
import { languageOf } from './language.js';
import { say, textLanguage } from './strings.js';

export function textOf(element: Element, key: string, values?: Record<string, unknown>): string {
  const tag = languageOf(element);
  const given = rawSettings().strings as Record<string, Strings> | undefined;
  return say(key, textLanguage(tag), [given?.[tag], given?.[tag.split('-')[0]!]], values);
}
