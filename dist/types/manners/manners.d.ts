import { type Speaker } from './turns.js';
/** Names in a list, or in a text with commas or spaces between. */
export declare const listed: (given: unknown) => string[];
export declare const turns: {
    speakers: Set<Speaker>;
    waiting: Map<Speaker, string>;
    speaking: {
        speaker: Speaker;
        trigger: string;
        isBack: boolean;
    }[];
    momentOf: (speaker: Speaker, trigger?: string) => import("./rules.js").Moment;
    look: () => void;
    leave: (speaker: Speaker) => void;
    wish(speaker: Speaker, trigger: string): void;
    show(speaker: Speaker): void;
    closed(speaker: Speaker, what?: "answered" | "dismissed"): void;
    arrive(arrivals?: readonly number[]): void;
    stir(): void;
};
/** A prompt has come into the page. */
export declare function join(speaker: Speaker): void;
/** It has gone. */
export declare function leave(speaker: Speaker): void;
