/**
 * What follows a press: the way of an answer into the outbox, reasons and comment, thanks in words that fit, and the truth about
 * what became of it. A chunk of its own, fetched when a face can be pressed.
 */
import { type TemplateResult } from 'lit';
import type { Submission } from '../response/response.js';
import type { QuestionElement } from './question-element.js';
declare let outbox: typeof import('../delivery/submit.js');
/** Takes over an element that can be pressed, and what was said to it before. */
export declare function begin(element: QuestionElement, chunk: typeof outbox): void;
/** Stores what was said, and tells the element and the page what became of it. */
export declare function tell(element: QuestionElement, said: Submission): Promise<void>;
/** The button that takes a choice back. */
export declare function clearing(element: QuestionElement): TemplateResult;
/** Chips and comment. */
export declare function details(element: QuestionElement): TemplateResult;
/** Thanks that fit the answer and what it was first about. */
export declare function thanks(element: QuestionElement): string;
export {};
