/** The channels that a shop offers, read from its attribute: what is unknown there is told once and left out. */
import type { CallbackAnswer } from '../../response/response.js';
export type Channel = CallbackAnswer['channel'];
/** The channels in `given`, at least one. */
export declare function channelsIn(given?: string): Channel[];
/** What is known of the list in the attribute `name`. */
export declare function listIn(name: string, given: string, allowed: readonly string[], isKnown: (entry: string) => unknown): string[];
