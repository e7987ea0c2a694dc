/** Where a language's texts are fetched from: a module each, a chunk each. */
import type { Strings } from '../settings/settings.js';
/** How to fetch the texts of `language`; undefined where there are none. */
export declare function loadLocale(language: string): (() => Promise<{
    strings: Strings;
}>) | undefined;
