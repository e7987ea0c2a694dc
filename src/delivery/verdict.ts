/** What an attempt that was not acknowledged means for the record (statuses: RFC 9110, 15). */

export type Verdict = 'retry' | 'configuration' | 'rejected';

/** Statuses that a later, identical attempt may overcome. 0 stands for a network error or a time-out. */
const RETRY = [0, 408, 409, 421, 423, 425, 429];
/** Statuses that the shop must mend: the record is kept, and no attempt is counted against it. */
const CONFIGURATION = [401, 402, 403, 404, 405, 407, 410, 501, 505];

/** A followed or opaque redirect (a captive portal, say) acknowledges nothing. */
export function verdictOf(status: number, redirected: boolean): Verdict {
  if (redirected || (status >= 300 && status < 400) || CONFIGURATION.includes(status)) return 'configuration';
  // A success that is none by the shop's own proof may be one the next time.
  return RETRY.includes(status) || status < 300 || status >= 500 ? 'retry' : 'rejected';
}
