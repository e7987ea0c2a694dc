/** What a prompt is known by. */
/** What can stand in a prompt. */
export declare const QUESTIONS = "curtsy-rating,curtsy-expectation,curtsy-callback";
interface Question extends Element {
    touchpoint?: string;
    updateComplete?: Promise<unknown>;
}
export declare const questionIn: (prompt: Element) => Question | null;
/** Its `id`, else kind and touchpoint of the question inside. */
export declare function nameOf(prompt: Element): string;
export {};
