import type { Choice } from '../choice.js';
import type { CurtsyCallback } from './callback.js';
/** Where a number may be from: the shop's list, else the world. */
export declare function regionsOf({ countries: given }: CurtsyCallback): string[];
/** Country of a number that is typed without calling code: what was chosen, else where a number that is known leads to, else what the shop says, else what the language tells. */
export declare function homeOf(element: CurtsyCallback): string;
/** The countries to choose from. Naming those of the world takes long: until that is done, at idle, it is the one in force by its code. */
export declare function countriesOf(element: CurtsyCallback): Choice[];
/** The regions in `given`, the value of the attribute `name`. */
export declare function regionsIn(name: string, given?: string): string[];
/**
 * Every country that can be called, with its calling code, named and sorted as readers of `language` do. The first call for a
 * language takes a slow processor tens of milliseconds, so that nothing should wait for it.
 */
export declare function countryChoices(language: string): Choice[];
/**
 * Regions that a shopper may be in, the likeliest first: that of the page's own language tag, that of a language which the
 * shopper's browser has in common with it, that where the page's language is spoken most.
 */
export declare function likelyRegions(page: string, spoken: readonly string[]): (string | undefined)[];
