/** The formats of the wire that few shops use; a chunk of its own, which only those download. */
import type { Response } from '../response/response.js';
import type { Used } from '../settings/check.js';
import type { Wire } from './wire.js';
/** The bytes of `response` as a form or as CloudEvents. */
export declare function encode(response: Response, { format }: Used): Wire;
