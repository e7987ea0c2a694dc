/** What every trigger is: a moment to wait for. */
/**
 * Waits for the moment that `detail`, the rest of what the page wrote, describes, and calls `fire`, until `signal` is aborted.
 * False, or an error, where `detail` says nothing that it understands.
 */
export type Arm = (fire: () => void, detail: string, signal: AbortSignal) => boolean;
/** Listens to `type` on `target`, whatever becomes of the event there, until `signal` is aborted. */
export declare function listen(target: EventTarget, type: string, hear: (event: Event) => unknown, signal: AbortSignal): void;
/** Milliseconds of `30s`; NaN of anything else. */
export declare const milliseconds: (detail: string) => number;
