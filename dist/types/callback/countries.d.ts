export interface Country {
    /** ISO 3166-1 alpha-2, or one of the few more that have a plan (XK, AC, TA). */
    readonly region: string;
    /** Without the plus. */
    readonly callingCode: string;
    /** What is dialled before a number inside the country, empty where nothing is. */
    readonly trunk: string;
    /** The digits that a person's number has, without calling code and trunk prefix. */
    readonly lengths: readonly number[];
}
/** Every country that can be called, in the order of calling codes; of those that share a code the main one is first. */
export declare const countries: readonly Country[];
/** @param region in upper or lower case */
export declare const findCountry: (region: string) => Country | undefined;
/** The country that a number with calling code, but without plus, leads to: `home` wherever it has that code. */
export declare function findCalledCountry(digits: string, home?: Country): Country | undefined;
