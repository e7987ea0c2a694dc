/**
 * When a prompt may speak: every rule by its name, as a question about what the prompt asks for and about the moment. None of
 * them looks at a page or a clock itself. Here are those that hold for every prompt; `conditions.ts` adds those that a shop sets.
 * Their words for a shop's developer are in `explain.ts`.
 */
import type { Past } from './memory.js';
import type { Visit } from './visit.js';
/** What a prompt asks for, as its attributes say. Times are in milliseconds. */
export interface Asks {
    name: string;
    pages: readonly string[];
    minVisits: number;
    minPages: number;
    sample: number;
    cooldown: number;
    answeredCooldown: number;
    priority: number;
}
/** The page as it is now. */
export interface Place {
    path: string;
    /** The setting, as given. */
    quietPages: unknown;
    savesData: boolean;
}
export interface Moment extends Place {
    now: number;
    visit: Visit;
    past: Past;
    /** The trigger that has come; `ask` is the call of that name. */
    trigger: string;
}
export type RuleName = 'cooldown' | 'answered-cooldown' | 'save-data' | 'one-a-visit' | 'first-page' | 'first-seconds' | 'pages' | 'min-visits' | 'min-pages' | 'sample' | 'quiet-pages';
/** True where it lets the prompt speak. */
export type Rule = (asks: Asks, moment: Moment) => boolean;
export type Rules = {
    [name in RuleName]?: Rule;
};
/** What follows a press is asked for, and so bound only by what the prompt itself says; what the shop shows, by nothing. */
export declare const isUnasked: ({ trigger }: {
    trigger: string;
}) => boolean;
/** Those that are known on this page. */
export declare const rules: Rules;
/** The first rule that keeps the prompt from speaking; the one that only takes a little patience is the last. */
export declare const refusal: (asks: Asks, moment: Moment) => RuleName | undefined;
