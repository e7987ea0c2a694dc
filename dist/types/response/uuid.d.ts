/** Response ids: UUID version 7 (RFC 9562, 5.7), made of the key that an element gave, so that every page makes the same. */
/** A key: the time in milliseconds and some chance, both in hexadecimal. Short, since elements need it before all else. */
export declare function newKey(): string;
/** The UUID of a key; ids of later keys sort later, to the millisecond. */
export declare function idOf(given: string): string;
