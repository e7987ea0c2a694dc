import type { Asks, Rules } from './rules.js';
/** Makes them known among `rules`. The first seconds only take a little patience, and so come last. */
export declare function addTo(rules: Rules): void;
/** What `prompt` asks for; of what can't be meant the shop is told. */
export declare function asksOf(prompt: Element): Omit<Asks, 'name'>;
