import type { QuestionElement } from './question-element.js';
type Form = HTMLElementTagNameMap['curtsy-callback'];
/** Sees to it that there is a form, whose code a page may not have asked for; it then fetches what else it needs. */
export declare function prepareForm(element: QuestionElement): Promise<Form>;
/** The channels of the form as the shop gave them; undefined where there is no form to offer. */
export declare function channelsOf(element: QuestionElement): string | undefined;
/** The form with what `element` was told, and linked to it, so that the shopper is not asked again. */
export declare function fillForm(form: Form, element: QuestionElement): void;
/** Nobody else may find in the form what was typed or said here. */
export declare function emptyForm(element: QuestionElement): void;
export {};
