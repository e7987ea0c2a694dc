/** Begins to send; returns what ends it. What is open already was shown. */
export declare function sendImpressions(): () => void;
