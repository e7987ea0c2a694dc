import type { CallbackAnswer } from '../../response/response.js';
export type Channel = CallbackAnswer['channel'];
/** The channels in `given`, at least one. */
export declare function channelsIn(given?: string): Channel[];
/** The regions in `given`, the value of the attribute `name`. */
export declare function regionsIn(name: string, given?: string): string[];
