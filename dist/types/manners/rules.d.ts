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
export interface Moment {
    now: number;
    path: string;
    quietPages: readonly string[];
    savesData: boolean;
    visit: Visit;
    past: Past;
    /** The trigger that has come; `ask` is the call of that name. */
    trigger: string;
}
type Rule = (asks: Asks, moment: Moment) => boolean;
/** What follows a press is asked for, and so bound only by what the prompt itself says; what the shop shows, by nothing. */
export declare const isUnasked: (trigger: string) => boolean;
/** True where a rule lets the prompt speak. */
export declare const rules: {
    pages: ({ pages }: Asks, { path }: Moment) => boolean;
    'min-visits': ({ minVisits }: Asks, { visit }: Moment) => boolean;
    'min-pages': ({ minPages }: Asks, { visit }: Moment) => boolean;
    sample: ({ name, sample }: Asks, { visit }: Moment) => boolean;
    cooldown: ({ cooldown }: Asks, { past, now }: Moment) => boolean;
    'answered-cooldown': ({ answeredCooldown }: Asks, { past, now }: Moment) => boolean;
    'quiet-pages': Rule;
    'save-data': Rule;
    'one-a-visit': Rule;
    'first-page': Rule;
    'first-seconds': Rule;
};
export type RuleName = keyof typeof rules;
/** The rule that keeps the prompt from speaking; one that only takes a little patience comes last. */
export declare function refusal(asks: Asks, moment: Moment): RuleName | undefined;
/** Whether a prompt that speaks is out of place since another page was come to. */
export declare const isOutOfPlace: (asks: Asks, moment: Moment) => boolean;
export {};
