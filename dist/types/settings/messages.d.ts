/** Every warning's sentence: what was given, what is allowed, what happens now, and the mend. The README lists them. */
export type Message = 'bad-setting' | 'unknown-setting' | 'bad-json' | 'bad-attribute' | 'bad-trigger' | 'no-anchor' | 'unknown-call' | 'second-copy' | 'no-endpoint' | 'storage-fallback' | 'storage-off' | 'storage-failed' | 'outbox-full' | 'response-too-large' | 'dropped' | 'expired' | 'refused' | 'endpoint' | 'cors' | 'shop-function' | 'only-calls' | 'no-time-zone' | 'bad-times' | 'no-callback' | 'gated-link';
type Sentence = (...details: unknown[]) => string;
/** By code; the first argument is what tells one warning of a code from another. */
export declare const messages: Record<Message, Sentence>;
export {};
