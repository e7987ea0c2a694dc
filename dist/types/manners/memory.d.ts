/**
 * What is remembered of prompts, and of the visit they were shown in: one entry, in localStorage where the shop may remember
 * across visits and the browser has room, else in the tab's own storage, which goes with it. Where a browser keeps nothing, the page
 * remembers.
 */
import { type Visit } from './visit.js';
/** When a prompt was last shown, answered and dismissed. */
export interface Past {
    shown?: number;
    answered?: number;
    dismissed?: number;
}
export interface Notes {
    visit?: Visit;
    /** By source and name. */
    past?: Record<string, Past>;
}
export interface Memory {
    read(): Notes;
    /** Takes note of what `change` does. */
    note(change: (notes: Notes) => void): void;
}
export declare const KEY = "curtsy.prompts";
/** `across` says whether the shop may remember across visits, asked anew each time; else another visit begins with nothing. */
export declare function memory(across: () => boolean): Memory;
