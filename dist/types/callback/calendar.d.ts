/** An appointment as a file that calendars take in (RFC 5545). */
export interface Appointment {
    uid: string;
    /** Epoch milliseconds, like the other two. */
    start: number;
    end: number;
    summary: string;
    description?: string;
    stamp: number;
}
export declare function calendarOf({ uid, start, end, summary, description, stamp }: Appointment): string;
