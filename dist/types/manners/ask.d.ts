export interface Outcome {
    outcome: 'answered' | 'dismissed' | 'suppressed';
    /** The rule that spoke against it. */
    reason?: string;
    /** What was said, where Send was pressed. */
    response?: object;
}
/**
 * Asks a question of `kind`, whose attributes and the prompt's are `attributes`. Resolves when it is answered, closed, or refused by a
 * rule; while something is in its way it waits.
 */
export declare function ask(kind: 'rating' | 'expectation' | 'callback', attributes?: Record<string, unknown>): Promise<Outcome>;
