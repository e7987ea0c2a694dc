/** What the shop gives to choose from, read from its notation. */
import type { QuestionElement } from './question-element.js';
/** A chip, or an entry of a list: the value on the wire and the words on it. */
export interface Choice {
    value: string;
    label: string;
}
/** What the shop gave to choose from. */
export declare function choicesOf(element: QuestionElement): Choice[];
