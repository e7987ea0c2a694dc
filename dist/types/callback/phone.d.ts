export interface ParsedPhone {
    /** Missing where nothing of E.164's form can be made of what was typed. */
    readonly e164?: string;
    /** False is a doubt: ask whether it is right, don't block. */
    readonly valid: boolean;
    /** The country that the number leads to. */
    readonly country: string;
    /** What was typed, unchanged. */
    readonly raw: string;
}
/**
 * Reads a number as typed in any spacing, punctuation and digits, with + or 00 before a calling code or without one.
 *
 * @param country ISO 3166-1 alpha-2: the country of a number without calling code. It stays the country of a number with
 * one as long as it has that code; else the number's own country is taken, of those that share a code the main one.
 */
export declare function parsePhone(typed: string, country: string): ParsedPhone;
/** `+49 ••• 6789`: enough to know one's own number by, not enough to call it. At least three digits stay hidden. */
export declare function maskPhone(e164: string): string;
