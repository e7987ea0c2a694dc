import type { ExpectationAnswer, RatingAnswer } from '../response/response.js';
import type { QuestionElement } from './question-element.js';
export declare function handoffOf(element: QuestionElement, answer: RatingAnswer | ExpectationAnswer): string;
