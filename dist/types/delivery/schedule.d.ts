/** When to try again: exponential backoff with jitter, or what the endpoint asks for. All times in milliseconds. */
/** Wait after the n-th failed attempt (1 for the first): up to 4 s, doubling to 15 min. */
export declare const retryDelay: (attempts: number, random?: number) => number;
/** Wait while the shop's set-up is at fault, after the n-th such answer: up to 2 min, doubling to 6 h. */
export declare const configurationDelay: (waits: number, random?: number) => number;
/** `Retry-After` (RFC 9110, 10.2.3) in seconds or as a date, clamped to 1 s … 24 h; undefined where it can't be read. */
export declare function retryAfter(header: string | null, now?: number): number | undefined;
