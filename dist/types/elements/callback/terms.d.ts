import type { Terms } from '../../callback/slots.js';
import type { CurtsyCallback } from './callback.js';
export declare function termsOf(element: CurtsyCallback): Terms | undefined;
