// Which language an element speaks: whoever is nearest to it decides.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { languageOf } from '../../../src/language/language.js';

const root = document.documentElement;

beforeEach(() => {
  root.lang = 'fr';
  vi.spyOn(navigator, 'language', 'get').mockReturnValue('it-IT');
});

afterEach(() => {
  root.removeAttribute('lang');
  document.body.replaceChildren();
  Reflect.deleteProperty(window, 'curtsy');
  vi.restoreAllMocks();
});

function setLocale(locale: string): void {
  Object.assign(window, { curtsy: [['configure', { locale }]] });
}

/** Puts `html` into `parent` and returns its last `<p>`. */
function place(html: string, parent: Element | ShadowRoot = document.body): Element {
  parent.innerHTML = html;
  return [...parent.querySelectorAll('p')].at(-1)!;
}

/** Gives the only `<div>` of `parent` a shadow root. */
function shadowIn(parent: Element | ShadowRoot, mode: ShadowRootMode = 'open'): ShadowRoot {
  return parent.querySelector('div')!.attachShadow({ mode });
}

describe('languageOf', () => {
  it('is the element’s own', () => {
    setLocale('es');
    expect(languageOf(place('<section lang="nl"><p lang="de-AT"></p></section>'))).toBe('de-AT');
  });

  it('is its nearest ancestor’s', () => {
    setLocale('es');
    expect(languageOf(place('<section lang="nl"><div lang="sv"><p></p></div></section>'))).toBe('sv');
  });

  it.each(['open', 'closed'] as const)('reaches through %s shadow hosts', (mode) => {
    setLocale('es');
    document.body.innerHTML = '<section lang="nl"><div></div></section>';
    const outer = shadowIn(document.body, mode);
    outer.innerHTML = '<div></div>';
    expect(languageOf(place('<p></p>', shadowIn(outer, mode)))).toBe('nl');
  });

  it('prefers an ancestor in the shadow tree to its host, and the host to what is around it', () => {
    document.body.innerHTML = '<section lang="nl"><div lang="da"></div></section>';
    const shadow = shadowIn(document.body);
    expect(languageOf(place('<p></p>', shadow))).toBe('da');
    expect(languageOf(place('<span lang="fi"><p></p></span>', shadow))).toBe('fi');
  });

  it('is the setting where no ancestor short of <html> says', () => {
    setLocale('es');
    expect(languageOf(place('<p></p>'))).toBe('es');
  });

  it('is the document’s where nothing is set', () => {
    expect(languageOf(place('<p></p>'))).toBe('fr');
  });

  it('is the browser’s where the document says nothing', () => {
    root.removeAttribute('lang');
    expect(languageOf(place('<p></p>'))).toBe('it-IT');
  });

  it('is English where nobody says anything', () => {
    root.removeAttribute('lang');
    vi.spyOn(navigator, 'language', 'get').mockReturnValue('');
    expect(languageOf(place('<p></p>'))).toBe('en');
  });

  it('is known also outside of a page', () => {
    expect(languageOf(document.createElement('p'))).toBe('fr');
  });
});
