/**
 * Whose turn it is: of the prompts whose trigger has come, the first that no rule refuses and nothing stands in the way of. One
 * speaks at a time. What is refused is dropped; what only meets an obstacle waits, and is judged anew when its turn comes.
 */
import type { Memory } from './memory.js';
import { type Asks, type Moment, type RuleName } from './rules.js';
/** A prompt, as far as turns go. */
export interface Speaker {
    /** The triggers, as the page wrote them. */
    trigger?: string | undefined;
    /** Another page was come to: its triggers begin anew. */
    arm(): void;
    /** Asked anew each time: a page changes its attributes. */
    asks(): Asks;
    /** What stands in its way, in one word; while it speaks only what has come since. */
    obstacle(trigger: string): string | undefined;
    appear(): void;
    /** Steps back for something that has come over it. */
    stepBack(): void;
    suppressed(rule: RuleName): void;
}
/** What turns know of the world. */
export interface World {
    memory: Memory;
    source(): string;
    now(): number;
    random(): number;
    path(): string;
    quietPages(): readonly string[];
    savesData(): boolean;
    /** Runs `task` while no other tab may; where another tab is at it, not at all. */
    alone(task: () => void): void;
}
export type Turns = ReturnType<typeof turnsIn>;
export declare function turnsIn(world: World): {
    speakers: Set<Speaker>;
    waiting: Map<Speaker, string>;
    speaking: {
        speaker: Speaker;
        trigger: string;
        isBack: boolean;
    }[];
    momentOf: (speaker: Speaker, trigger?: string) => Moment;
    look: () => void;
    /** It has gone from the page, and says no more. */
    leave: (speaker: Speaker) => void;
    /** Its trigger has come. */
    wish(speaker: Speaker, trigger: string): void;
    /** The shop shows it: no rule is asked. */
    show(speaker: Speaker): void;
    /** It has closed, with an answer or without; of neither, nothing is remembered. */
    closed(speaker: Speaker, what?: "answered" | "dismissed"): void;
    /** Pages were come to, the last of them just now; what waited was about the one before. */
    arrive(arrivals?: readonly number[]): void;
    /** Somebody stirs. */
    stir(): void;
};
