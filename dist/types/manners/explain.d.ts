export interface Explained {
    /** What it is known by. */
    prompt: string;
    element: Element;
    showing: boolean;
    /** Why it is or isn't showing, in a sentence. */
    reason: string;
    /** Every rule: whether it lets the prompt speak, and what it found. */
    rules: {
        rule: string;
        allows: boolean;
        found: string;
    }[];
}
/** Every prompt of the page, and why it is or isn't showing. */
export declare function explain(): Explained[];
/** Says in the console why each prompt was or wasn't shown, from now on. */
export declare function debugPrompts(): void;
