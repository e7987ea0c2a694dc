import type { Terms } from '../../callback/slots.js';
import type { CurtsyCallback } from './callback.js';
/** The attributes of a form that tell. */
export type Stated = Pick<CurtsyCallback, 'hours' | 'timeZone' | 'closed' | 'quietHours' | 'slotLength' | 'lead' | 'daysAhead' | 'respondWithin'>;
export declare function termsOf(element: Stated): Terms | undefined;
