import type { QuestionElement } from './question-element.js';
/** The text of `key`; our own one where the shop's has a link. */
export declare function scoreText(element: QuestionElement, key: string, values?: Record<string, unknown>): string;
