/** The times to choose from as a shopper sees them: radios by day, the first few at first, and whose clock they go by. */
import { type TemplateResult } from 'lit';
import type { Appointment } from './appointment.js';
export declare function timesField(times: Appointment): TemplateResult;
/** Said in front of the form when more than the time is to be mended: what, each leading to its place. */
export declare function problems({ element, moved }: Appointment): TemplateResult;
