/**
 * Whose turn it is: of the prompts whose trigger has come, the first that no rule refuses and nothing stands in the way of. One
 * speaks at a time. What is refused is dropped; what only meets an obstacle waits, and is judged anew when its turn comes.
 */
import type { Memory, Notes, Past } from './memory.js';
import { type Asks, type Moment, type Place, type RuleName } from './rules.js';
import { type Visit } from './visit.js';
/** A prompt, as far as turns go. */
export interface Speaker {
    /** The triggers, as the page wrote them. */
    trigger?: string | undefined;
    /** Another page was come to: its triggers begin anew. */
    arm(): void;
    /** Asked anew each time: a page changes its attributes. */
    asks(): Asks;
    /** What stands in its way, in one word. */
    obstacle(trigger: string): string | undefined;
    appear(): void;
    /** Steps back for something that has come over it, where `visible` is false. */
    setVisible(visible: boolean): void;
    /** Tells the page. */
    emit(name: 'suppressed', detail: {
        reason: RuleName;
    }): unknown;
}
/** Who has the word, by which trigger, and in one word why it has stepped back, if it has. */
export interface Speaking {
    speaker: Speaker;
    trigger: string;
    back?: string | undefined;
}
/** What turns know of the world. */
export interface World {
    memory: Memory;
    /** The page as it is now, and the shop that it is of. */
    place: () => Place & {
        source: string;
    };
    /** Runs `task` while no other tab may; where another tab is at it, not at all. */
    alone: (task: () => void) => void;
}
export type Turns = ReturnType<typeof turnsIn>;
export declare function turnsIn({ memory, place, alone }: World): {
    rules: import("./rules.js").Rules;
    speakers: Set<Speaker>;
    waiting: Map<Speaker, string>;
    speaking: Speaking[];
    momentOf: (speaker: Speaker, trigger?: string) => Moment;
    stir: (change?: (notes: Notes, visit: Visit, now: number) => void) => void;
    turn: (one: Speaking | undefined, back?: string) => void;
    noteDown: (speaker: Speaker, what: keyof Past, unasked?: boolean) => void;
    end: (speaker: Speaker) => void;
    /** It has gone from the page. */
    leave(speaker: Speaker): void;
    /** Its trigger has come. */
    wish(speaker: Speaker, trigger: string): void;
    /** The shop shows it: no rule is asked. */
    show(speaker: Speaker): void;
    /** Pages were come to, the last of them just now; what waited was about the one before. */
    arrive(arrivals: number[]): void;
};
