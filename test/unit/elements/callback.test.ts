// What the callback form makes of numbers, addresses, countries and attributes, apart from how it looks.

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { maskAddress, readNumber } from '../../../src/elements/callback/address.js';
import { countryChoices, likelyRegions, regionsIn } from '../../../src/elements/callback/country-choice.js';
import { channelsIn } from '../../../src/elements/callback/offers.js';
import { problemOfEmail } from '../../../src/elements/callback/request.js';
import { warnOnce } from '../../../src/settings/warn.js';

vi.mock(import('../../../src/settings/warn.js'), () => ({ warnOnce: vi.fn() }));
const warned = vi.mocked(warnOnce);

beforeEach(() => {
  warned.mockClear();
});

describe('readNumber', () => {
  it('reads a number itself where the shop has no library of its own', () => {
    expect(readNumber('0151 234 567 89', 'DE', undefined)).toMatchObject({ e164: '+4915123456789', valid: true });
  });

  it("takes the word of the shop's library", () => {
    const adapter = vi.fn(() => ({ e164: '+15551234567', valid: true, country: 'US' }));
    expect(readNumber('anything', 'DE', adapter)).toEqual({ e164: '+15551234567', valid: true, country: 'US' });
    expect(adapter).toHaveBeenCalledExactlyOnceWith('anything', 'DE');
  });

  it('passes over a library that throws, and says so without the number', () => {
    const adapter = (typed: string): never => {
      throw new RangeError(`can't read ${typed}`);
    };
    expect(readNumber('0151 234 567 89', 'DE', adapter)).toMatchObject({ e164: '+4915123456789', valid: true });
    expect(warned).toHaveBeenCalledOnce();
    expect(JSON.stringify(warned.mock.calls)).toContain('phoneAdapter');
    expect(JSON.stringify(warned.mock.calls)).not.toContain('234');
  });

  it('questions what such a library leaves unsaid', () => {
    expect(readNumber('0151', 'DE', () => undefined).valid).toBeFalsy();
  });
});

describe('problemOfEmail', () => {
  it.each(['ann@example.com', 'a.b+c@mail.example.co.uk', 'ü@xn--bcher-kva.example'])(
    'has nothing against %s',
    (typed) => {
      expect(problemOfEmail(typed)).toBeUndefined();
    },
  );

  it.each(['ann@localhost', 'ann.b@localhost', 'ann@example.', 'ann@.'])('asks about %s', (typed) => {
    expect(problemOfEmail(typed)).toBe('doubt');
  });

  it.each(['', 'ann', '@example.com', 'ann@', 'ann b@example.com', 'a@b@example.com'])(
    'finds no address in "%s"',
    (typed) => {
      expect(problemOfEmail(typed)).toBe('missing');
    },
  );
});

describe('maskAddress', () => {
  it.each([
    [{ phone: '+4915123456789', phoneRaw: '0151 234 567 89' }, '+49 ••• 6789'],
    [{ phoneRaw: 'ask for Ann 12345' }, '••• 2345'],
    [{ phoneRaw: '12345' }, '••• 45'],
    [{ phoneRaw: '12' }, '••• '],
    [{ email: 'ann.long@example.com' }, 'a•••@example.com'],
  ])('shows %o as %s', (address, shown) => {
    expect(maskAddress(address)).toBe(shown);
  });
});

describe('countryChoices', () => {
  it('names countries in the language, with their calling codes', () => {
    const label = (language: string): string | undefined =>
      countryChoices(language).find(({ value }) => value === 'DE')?.label;
    expect(label('en')).toBe('Germany \u200e+49');
    expect(label('de')).toBe('Deutschland \u200e+49');
  });

  it('sorts as readers of the language do', () => {
    const first = countryChoices('de').findIndex(({ value }) => value === 'AT');
    const last = countryChoices('de').findIndex(({ value }) => value === 'CY');
    expect(countryChoices('de')[first]?.label).toMatch(/^Österreich/);
    // After N, not after Z, where its code point stands.
    expect(first).toBeLessThan(last);
    expect(first).toBeGreaterThan(countryChoices('de').findIndex(({ value }) => value === 'NO'));
  });

  it('takes a language that is no tag for English', () => {
    expect(countryChoices('??')).toEqual(countryChoices('en'));
  });
});

describe('likelyRegions', () => {
  const likeliest = (page: string, spoken: string[]): string | undefined =>
    likelyRegions(page, spoken).find((region) => region && /^[A-Z]{2}$/.test(region));

  it.each([
    ['de-AT', ['de-DE'], 'AT'],
    ['de_CH', ['en-US'], 'CH'],
    ['en', ['en-GB', 'en-US'], 'GB'],
    ['de', ['en-US'], 'DE'],
    ['es-419', ['en-US', 'es-MX'], 'MX'],
    ['zh-Hant', [], 'TW'],
    ['', ['fr-CA'], 'US'],
    ['??', ['??'], 'US'],
  ])('on a page in "%s", with a browser in %o, it is %s', (page, spoken, region) => {
    expect(likeliest(page, spoken)).toBe(region);
  });
});

describe('what a shop offers', () => {
  it('is the channels that it names, in its order', () => {
    expect(channelsIn('email, whatsapp sms')).toEqual(['email', 'whatsapp', 'sms']);
    expect(warned).not.toHaveBeenCalled();
  });

  it.each([undefined, 'phone', 'phone, phone'])('warns of nothing but calls, as in %s', (given) => {
    expect(channelsIn(given)).toEqual(['phone']);
    expect(warned.mock.calls).toEqual([['only-calls']]);
  });

  it('leaves out what is unknown, and says what was given and what is allowed', () => {
    expect(channelsIn('fax, email')).toEqual(['email']);
    expect(warned).toHaveBeenCalledExactlyOnceWith(
      'bad-attribute',
      'curtsy-callback channels',
      'fax, email',
      ['phone', 'sms', 'whatsapp', 'email'],
      'email',
    );
  });

  it('is calls where nothing that it names is known', () => {
    expect(channelsIn('fax')).toEqual(['phone']);
  });

  it('is countries in either case', () => {
    expect(regionsIn('countries', 'de,AT  ch')).toEqual(['DE', 'AT', 'CH']);
    expect(warned).not.toHaveBeenCalled();
    expect(regionsIn('countries', 'DE, Narnia')).toEqual(['DE']);
    expect(warned).toHaveBeenCalledOnce();
  });
});
