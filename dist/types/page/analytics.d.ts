/** `analytics: 'datalayer'`: tells the shop's own tag manager what was shown, answered and dismissed, and never what was written. */
/** Begins to push into `window.dataLayer`; returns what ends it. What is open already was shown. */
export declare function pushEvents(): () => void;
