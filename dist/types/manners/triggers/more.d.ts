/** Arms the trigger `name` until `signal` is aborted; where it is none, or `detail` means nothing to it, the shop is told. */
export declare function armMore(fire: () => void, name: string, detail: string, signal: AbortSignal): void;
