/** Makes the body of the wire from what an element handed over. */
import { checked, type Used } from '../settings/check.js';
import type { Response, Submission } from './response.js';
import { idOf } from './uuid.js';

/**
 * The response as it will be stored, key order included: the bytes of a response never change between attempts.
 * `context` is what `page/context.ts` made of the page under the privacy in force.
 */
export function compose(said: Submission, revision: number, settings: Used, context: object): Response {
  const own = said.metadata && (checked('metadata', 'object', said.metadata) as object | undefined);
  return {
    version: 1,
    id: idOf(said.key),
    revision,
    kind: said.kind,
    createdAt: said.createdAt,
    source: said.source ?? settings.source,
    touchpoint: said.touchpoint,
    locale: said.locale,
    answer: said.answer,
    complete: said.complete,
    inReplyTo: said.inReplyTo,
    customer: settings.privacy === 'full' ? settings.customer : undefined,
    metadata: settings.metadata || own ? { ...settings.metadata, ...own } : undefined,
    context,
  };
}
