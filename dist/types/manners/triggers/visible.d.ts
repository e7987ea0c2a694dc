/** `visible SELECTOR`: the first such element, which may come into the page later or be replaced, is in view. */
import type { Arm } from './trigger.js';
export declare const visible: Arm;
