import type { Arm } from './trigger.js';
export declare const slow: Arm;
