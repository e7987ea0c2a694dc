/** `exit`: the pointer leaves through the top of the window, where a browser's buttons are. Nothing is held back by it. */
import { type Arm } from './trigger.js';
export declare const exit: Arm;
