/** The texts of each language, as they arrive, and which of them is said. English is always there to fall back on. */
import type { Strings } from '../settings/settings.js';
/** Adds texts of a language; later ones are added to earlier ones. */
export declare function addStrings(locale: string, strings: Strings): void;
/** The language in which texts for `tag` are there now, else English. */
export declare function textLanguage(tag: string): string;
/** Fetches the texts for `tag`, once, if they are not there and can be had. Undefined where nothing is to be waited for. */
export declare function awaitStrings(tag: string): Promise<void> | undefined;
/** The text of `key` in `language`, the first of `overrides` that has it winning, nothing while its chunk is on the way; `{name}` takes the value of that name. */
export declare function say(key: string, language: string, overrides: (Strings | undefined)[], values?: Record<string, unknown>): string;
