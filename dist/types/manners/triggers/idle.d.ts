import { type Arm } from './trigger.js';
export declare const idle: Arm;
