// The reference on a confirmation: its form, its chance, and how it is read out.

import { afterEach, describe, expect, it, vi } from 'vitest';
import { newReference, spellReference } from '../../../src/callback/reference.js';

afterEach(() => vi.restoreAllMocks());

describe('newReference', () => {
  it('stands in two groups of three', () => {
    expect(newReference()).toMatch(/^[0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{3}$/);
  });

  it('writes the bytes it is given in Crockford base32', () => {
    expect(newReference(() => Uint8Array.of(19, 7, 23, 2, 20, 13))).toBe('K7Q-2MD');
    expect(newReference(() => Uint8Array.of(0, 31, 32, 63, 255, 18))).toBe('0Z0-ZZJ');
  });

  it('favours no character', () => {
    const seen = new Map<string, number>();
    for (let byte = 0; byte < 256; byte++) {
      const character = newReference((count) => new Uint8Array(count).fill(byte)).charAt(0);
      seen.set(character, (seen.get(character) ?? 0) + 1);
    }
    expect(seen.size).toBe(32);
    expect(new Set(seen.values())).toEqual(new Set([8]));
  });

  it("draws from the browser's secure source", () => {
    const drawn = vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) => {
      (array as unknown as Uint8Array).set([1, 2, 3, 4, 5, 6]);
      return array;
    });
    expect(newReference()).toBe('123-456');
    expect(drawn).toHaveBeenCalledOnce();
  });
});

describe('spellReference', () => {
  it('parts the characters, so that they are read one by one', () => {
    expect(spellReference('K7Q-2MD')).toBe('K, 7, Q, 2, M, D');
  });
});
