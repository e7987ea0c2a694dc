/** A request that is changed: the form again, with all that was said but the address, which stays masked unless another is typed. */
import { nothing, type TemplateResult } from 'lit';
import type { CurtsyCallback } from './callback.js';
/** The address that is kept as it was. Isolated: a number runs from left to right in a sentence that does not. */
export declare const keptMasked: (element: CurtsyCallback) => string;
/** Shows the form again; what it sends is the next revision, or a request of its own where nothing of the last one is left. */
export declare function change(element: CurtsyCallback): Promise<void>;
/** The button that leaves a request as it was. */
export declare function wayBack(element: CurtsyCallback): TemplateResult | typeof nothing;
