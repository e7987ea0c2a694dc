import { lookAt } from './address.js';
import type { CurtsyCallback } from './callback.js';
export { lookAt };
export { keptMasked, wayBack } from './changing.js';
export { confirmation } from './confirmation.js';
export { countriesOf, homeOf } from './country-choice.js';
/** Takes over a form that is there, and reads the number of what was sent before. */
export declare function join(element: CurtsyCallback): void;
