/** What stands in the form, from what it is about to the box for more: every label above its field, one address at a time. */
import { type TemplateResult } from 'lit';
import { type Choice } from '../choice.js';
import type { CurtsyCallback } from './callback.js';
/** @param offered the countries of numbers, as they are shown */
export declare function fields(element: CurtsyCallback, offered: Choice[]): TemplateResult;
