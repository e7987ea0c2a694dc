/** What is promised about a time before a request is sent, and what is agreed once the endpoint has it, in words and as an event. */
import { type TemplateResult } from 'lit';
import type { CallbackAnswer } from '../../response/response.js';
import type { Appointment } from './appointment.js';
import type { CurtsyCallback } from './callback.js';
/** A request that the endpoint has, for its confirmation. */
export interface Agreement {
    heading: string;
    /** The clocks that it goes by, where they differ. */
    zones: string | undefined;
    /** It was over when the endpoint got it. */
    late: boolean;
}
/**
 * In which language, and by which country's habits, times are written: the page's, else the shopper's own where they share the
 * language. It decides between 15:40 and 3:40 PM.
 */
export declare function localeOf(element: CurtsyCallback): string;
/** Until when the shop will have called. A slot is kept to its end, unless the shop's next opening, in that slot, promises more. */
export declare function promised({ terms, zone, slot }: Appointment): {
    by: number;
    opensAt?: number;
} | undefined;
/** Its clock time stands out. */
export declare function promiseIn(times: Appointment): TemplateResult | string;
export declare function agreementOf(times: Appointment, { slot, promisedBy }: CallbackAnswer): Agreement | undefined;
/** An agreed slot as a file for calendars. */
export declare function eventOf(times: Appointment, { slot, reference }: CallbackAnswer): string | undefined;
/** Whose clock the times are shown by, and what the shop's shows at one of them, where they differ; `short` by cities alone. */
export declare function bothZones(times: Appointment, at: number, short?: boolean): string;
