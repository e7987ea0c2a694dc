/** What a shopper keeps of a request: whether it is agreed, for when, where it leads to, and the reference to name. */
import { type TemplateResult } from 'lit';
import type { CallbackAnswer } from '../../response/response.js';
import type { CurtsyCallback } from './callback.js';
/** Only the endpoint's acknowledgement makes a request look agreed. */
export declare function confirmation(element: CurtsyCallback, request: CallbackAnswer): TemplateResult;
