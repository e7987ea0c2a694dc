/** What every trigger is: a moment to wait for. */

/**
 * Waits for the moment that `detail`, the rest of what the page wrote, describes, and calls `fire`; until what is returned is
 * called. Undefined, or an error, where `detail` says nothing that it understands.
 */
export type Arm = (fire: () => void, detail: string) => (() => void) | undefined;

/** Milliseconds of `30s`; NaN of anything else. */
export const milliseconds = (detail: string): number => Number(/^([\d.]+)s$/.exec(detail)?.[1]) * 1e3;
