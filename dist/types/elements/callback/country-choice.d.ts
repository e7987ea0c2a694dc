import type { Choice } from '../choice.js';
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
