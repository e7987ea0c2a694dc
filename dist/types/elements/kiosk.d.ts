import type { QuestionElement } from './question-element.js';
/** Makes `element` one for many people, one after the other. */
export declare function keepKiosk(element: QuestionElement): void;
