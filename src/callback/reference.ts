/** The reference that a shopper is given: short, and free of letters that pass for another when read or said. */

/** Crockford's base32: no I, L, O and U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const secureBytes = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count));

/** One of about a thousand million, like `K7Q-2MD`. @param random so many random bytes */
export function newReference(random: (count: number) => Uint8Array = secureBytes): string {
  // 256 is a multiple of 32, so five bits of a byte favour no character.
  const characters = Array.from(random(6), (byte) => ALPHABET.charAt(byte & 31)).join('');
  return `${characters.slice(0, 3)}-${characters.slice(3)}`;
}

/** `K7Q-2MD` as `K, 7, Q, 2, M, D`, which a screen reader says one by one. */
export const spellReference = (reference: string): string => Array.from(reference.replace(/\W/g, '')).join(', ');
