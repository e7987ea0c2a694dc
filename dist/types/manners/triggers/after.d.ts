/** `after 30s`: so long after the page was come to. */
import { type Arm } from './trigger.js';
export declare const after: Arm;
