/** Response ids: UUID version 7 (RFC 9562, 5.7), made of the key that an element gave, so that every page makes the same. */

/** A key: the time in milliseconds and some chance, both in hexadecimal. Short, since elements need it before all else. */
export function newKey(): string {
  return ['0', Date.now(), Math.random(), Math.random()].map((part) => part.toString(16).replace('0.', '')).join('');
}

/** The UUID of a key; ids of later keys sort later, to the millisecond. */
export function idOf(given: string): string {
  const key = given.padEnd(31, '0');
  const variant = ((parseInt(key[15]!, 16) & 3) | 8).toString(16);
  return `${key.slice(0, 8)}-${key.slice(8, 12)}-7${key.slice(12, 15)}-${variant}${key.slice(16, 19)}-${key.slice(19, 31)}`;
}
