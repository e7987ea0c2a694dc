import { type Terms } from './slots.js';
/**
 * The end of `respondWithin` counted in time in which the shop can call: what is left of it at closing time, or when the called
 * party's quiet hours begin, goes on at the next opening. Rounded up to a minute, as clocks are read.
 * @returns also when the shop opens, if it is closed before that
 */
export declare function promiseOf(terms: Terms, now: number, theirZone: string): {
    by: number;
    opensAt?: number;
} | undefined;
