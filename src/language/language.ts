/** Which language an element speaks. */
import { rawSettings } from '../settings/settings.js';

/** The element's `lang`, its nearest ancestor's through shadow hosts, the setting, the document's, the browser's, English. */
export function languageOf(element: Element): string {
  const root = document.documentElement;
  for (let at: Element | undefined = element; at; at = (at.getRootNode() as ShadowRoot).host) {
    const near: HTMLElement | null = at.closest<HTMLElement>('[lang]');
    if (near?.lang && near !== root) return near.lang;
  }
  return String(rawSettings().locale ?? '') || root.lang || navigator.language || 'en';
}
