/** What an attempt that was not acknowledged means for the record (statuses: RFC 9110, 15). */
export type Verdict = 'retry' | 'configuration' | 'rejected';
/** A followed or opaque redirect (a captive portal, say) acknowledges nothing. */
export declare function verdictOf(status: number, redirected: boolean): Verdict;
