/** What a shopper said: as an element hands it over, and as it goes over the wire (`response.schema.json`). */
export type Kind = 'rating' | 'expectation' | 'callback' | 'callback-cancelled' | 'impression';
export interface RatingAnswer {
    score: number;
    /** Number of points: 5, 3, 2 or 11. */
    scale: number;
    format: 'svg' | 'emoji' | 'stars' | 'numerals';
    reasons?: string[];
    comment?: string;
}
export interface ExpectationAnswer {
    verdict: 'fell-short' | 'met' | 'exceeded';
    /** −2 to 2 (five points) or −1 to 1 (three). */
    score: number;
    scale: number;
    promise?: string;
    missed?: string[];
    comment?: string;
}
export interface CallbackAnswer {
    channel: 'phone' | 'sms' | 'whatsapp' | 'email';
    /** E.164, where the typed number could be read. */
    phone?: string;
    phoneRaw?: string;
    email?: string;
    name?: string;
    topic?: string;
    note?: string;
    slot: 'asap' | {
        start: string;
        end: string;
        timeZone: string;
    };
    promisedBy?: string;
    reference: string;
    handoff?: string;
    consent: {
        text: string;
        version: string;
        locale: string;
        at: string;
        marketing?: boolean;
    };
}
export interface ImpressionAnswer {
    event: 'shown' | 'dismissed';
    kind?: 'rating' | 'expectation' | 'callback';
}
/** Which request is cancelled, by the name that the shopper knows. */
export interface CancelAnswer {
    reference: string;
}
export type Answer = RatingAnswer | ExpectationAnswer | CallbackAnswer | CancelAnswer | ImpressionAnswer;
/** What an element hands over. It can wait in localStorage, so it is plain JSON. */
export interface Submission {
    /** Names it before it has an id, which `uuid.ts` makes of this. */
    key: string;
    kind: Kind;
    createdAt: string;
    answer: Answer;
    /** Whether the shopper pressed Send; without it, it is a draft. */
    complete: boolean;
    instrument: string;
    locale: string;
    /** The page's address, referrer, title and viewport at the press, uncut (`page/facts.ts`). */
    page: {
        url: string;
        referrer: string;
        title: string;
        viewport: number[];
    };
    source?: string | undefined;
    touchpoint?: string | undefined;
    /** The element's own endpoint. */
    endpoint?: string | undefined;
    metadata?: Record<string, unknown> | undefined;
    inReplyTo?: string | undefined;
}
/** The body on the wire, version 1. */
export interface Response {
    version: 1;
    id: string;
    revision: number;
    kind: Kind;
    createdAt: string;
    source: string;
    touchpoint?: string | undefined;
    locale: string;
    answer: Answer;
    complete: boolean;
    inReplyTo?: string | undefined;
    customer?: object | undefined;
    metadata?: object | undefined;
    context: object;
}
