/** Makes the body of the wire from what an element handed over. */
import { type Used } from '../settings/check.js';
import type { Response, Submission } from './response.js';
/**
 * The response as it will be stored, key order included: the bytes of a response never change between attempts.
 * `context` is what `page/context.ts` made of the page under the privacy in force.
 */
export declare function compose(said: Submission, revision: number, settings: Used, context: object): Response;
