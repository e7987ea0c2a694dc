/** A response's bytes, made once, when it is stored. */
import type { Response } from '../response/response.js';
import type { Used } from '../settings/check.js';
export interface Wire {
    contentType: string;
    body: string;
}
/** Fetches what `format` needs; undefined where nothing is to be waited for. */
export declare function awaitFormat({ format }: Used): Promise<unknown> | undefined;
/** The bytes of `response`; JSON where a `serialize` of the shop throws. */
export declare function wireOf(response: Response, settings: Used): Wire;
