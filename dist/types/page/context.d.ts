/** What of the page goes with a response: cut to what a shop needs, and to almost nothing under `minimal`. */
import type { Used } from '../settings/check.js';
import type { PageFacts } from './facts.js';
/** Core Web Vitals so far (https://web.dev/articles/vitals): milliseconds for LCP and INP, a score for CLS. */
export type Vitals = Record<string, {
    value: number;
    rating: string;
}>;
/** Begins to measure this page's Core Web Vitals, once, with a chunk of its own. */
export declare function measureVitals(): void;
/** `context` of the wire. Query parameters and fragments are cut but for `keepParams`, another site's referrer to its origin. */
export declare function contextOf(facts: PageFacts, instrument: string, settings: Used): object;
