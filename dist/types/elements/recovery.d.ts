import type { QuestionElement } from './question-element.js';
/** Makes `element` offer help after its answers. */
export declare function offerHelp(element: QuestionElement): void;
