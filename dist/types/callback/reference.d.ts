/** The reference that a shopper is given: short, and free of letters that pass for another when read or said. */
/** One of about a thousand million, like `K7Q-2MD`. @param random so many random bytes */
export declare function newReference(random?: (count: number) => Uint8Array): string;
/** `K7Q-2MD` as `K, 7, Q, 2, M, D`, which a screen reader says one by one. */
export declare const spellReference: (reference: string) => string;
