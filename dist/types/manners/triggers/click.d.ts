/** `click SELECTOR`: a press on such an element, whenever it came into the page. */
import { type Arm } from './trigger.js';
export declare const click: Arm;
