/** `load`: the page has loaded; also when a page is come to without loading. */
import type { Arm } from './trigger.js';
export declare const load: Arm;
