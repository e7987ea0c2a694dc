/** `scroll 60%`: that much of the way to the end, in the page or in whatever fills it and scrolls in its place. */
import { type Arm } from './trigger.js';
export declare const scroll: Arm;
