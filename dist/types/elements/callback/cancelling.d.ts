/** A request that is cancelled: gone where nobody had tried to send it, else by a word to the shop. */
import { type TemplateResult } from 'lit';
import type { CallbackAnswer } from '../../response/response.js';
import type { CurtsyCallback } from './callback.js';
/** What there is to say and ask about cancelling; nothing where it was not asked for. */
export declare function cancelView(element: CurtsyCallback, { channel, reference }: CallbackAnswer, receipt: string): TemplateResult | undefined;
/** Shows `view` of the confirmation, and says it. */
export declare function show(element: CurtsyCallback, view: CurtsyCallback['view']): Promise<void>;
