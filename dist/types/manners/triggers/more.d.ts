import type { Arm } from './trigger.js';
export declare const more: Record<string, Arm>;
