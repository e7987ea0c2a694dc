/** Where a language's texts are fetched from: a module each, a chunk each. */
import type { Strings } from '../settings/settings.js';
import { later } from '../settings/later.js';

const modules: Record<string, () => Promise<{ strings: Strings }>> = {
  ar: () => import('./locales/ar.js'),
  de: () => import('./locales/de.js'),
};

/** How to fetch the texts of `language`; undefined where there are none. */
export function loadLocale(language: string): (() => Promise<{ strings: Strings }>) | undefined {
  const load = modules[language];
  return load && (() => later(load));
}
