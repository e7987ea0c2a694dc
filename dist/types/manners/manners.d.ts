import { type Asks } from './rules.js';
import { type Speaker } from './turns.js';
/** Whether the shop may remember across visits. */
export declare function mayRemember(): boolean;
export declare const ownMemory: import("./memory.js").Memory;
export declare const turns: {
    rules: import("./rules.js").Rules;
    speakers: Set<Speaker>;
    waiting: Map<Speaker, string>;
    speaking: import("./turns.js").Speaking[];
    momentOf: (speaker: Speaker, trigger?: string) => import("./rules.js").Moment;
    stir: (change?: (notes: import("./memory.js").Notes, visit: import("./visit.js").Visit, now: number) => void) => void;
    turn: (one: import("./turns.js").Speaking | undefined, back?: string) => void;
    noteDown: (speaker: Speaker, what: keyof import("./memory.js").Past, unasked?: boolean) => void;
    end: (speaker: Speaker) => void;
    leave(speaker: Speaker): void;
    wish(speaker: Speaker, trigger: string): void;
    show(speaker: Speaker): void;
    arrive(arrivals: number[]): void;
};
/** Calls `then` when it is known what `prompt` asks for. */
export declare function learn(prompt: Element, then: () => unknown): void;
/** What `prompt` asks for, as far as it is known. */
export declare const asksOf: (prompt: Element, name: string) => Asks;
/** Counts this page, if it is not yet. */
export declare function arrive(): void;
/** A prompt has come into the page. */
export declare function join(speaker: Speaker): void;
