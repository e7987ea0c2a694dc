/** A response's bytes, made once, when it is stored. */
import type { Response } from '../response/response.js';
import type { Used } from '../settings/check.js';
export interface Wire {
    contentType: string;
    body: string;
}
/** Fetches what the shop's form of a body needs; undefined where nothing is to be waited for. */
export declare function awaitFormat({ format, serialize }: Used): Promise<unknown> | undefined;
/** The bytes of `response`. */
export declare function wireOf(response: Response, settings: Used): Wire;
