/** The forms of a body that few shops use; a chunk of its own, which only those download. */
import type { Response } from '../response/response.js';
import type { Used } from '../settings/check.js';
import type { Wire } from './wire.js';
/** The bytes of `response` as the shop's `serialize` makes them, as a form or as CloudEvents; undefined for the usual formats. */
export declare function encode(response: Response, settings: Used): Wire | undefined;
