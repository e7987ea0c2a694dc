/**
 * Judges the settings that storing and sending use: a bad one warns once and its default is used; nothing is thrown. The others are
 * judged in `judge.ts`, a little later.
 */
import { type Settings } from './settings.js';
/**
 * What a setting may be: its values or types with `|` between them, the highest whole number, or one of `readers`. These words
 * also stand in the warning.
 */
export type Rule = string | number;
declare const rules: {
    endpoint: string;
    source: string;
    format: string;
    headers: string;
    credentials: string;
    serialize: string;
    acknowledge: string;
    customer: string;
    metadata: string;
    privacy: string;
    keepParams: string;
    maxAge: string;
    batch: number;
    maxPending: number;
    maxBytes: number;
    debug: string;
};
/** The settings that storing and sending use. */
export type Used = Omit<Pick<Settings, keyof typeof rules>, 'maxAge'> & {
    maxAge: number;
};
/** `given` as the setting `name` with `rule` understands it; where it doesn't, a warning, and `instead`. */
export declare function checked(name: string, rule: Rule, given: unknown, instead?: unknown): unknown;
/** Where the shop says nothing: more on a page with `kiosk`. */
export declare const usual: {
    maxPending: number;
};
/** The settings in force for `source` (none: the page's own), every one judged and with its default. */
export declare function settingsFor(source?: string): Used;
export declare const usedNames: string[];
export {};
