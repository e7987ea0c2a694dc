import type { Asks } from '../../manners/rules.js';
import type { CurtsyPrompt } from './prompt.js';
export declare function asksOf(prompt: CurtsyPrompt): Asks;
export declare const questionIn: (prompt: Element) => (Element & {
    updateComplete?: Promise<unknown>;
}) | null;
