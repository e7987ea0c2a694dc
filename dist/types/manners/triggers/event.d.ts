/** `event NAME`: the shop dispatches such an event, on whatever. */
import { type Arm } from './trigger.js';
export declare const event: Arm;
