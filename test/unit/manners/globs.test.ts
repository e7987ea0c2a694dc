// Patterns of paths, as a shop writes them.

import { expect, it } from 'vitest';
import { matches } from '../../../src/manners/globs.js';

it.each([
  ['/', '/', true],
  ['/', '/cart', false],
  ['/cart', '/cart', true],
  ['/cart', '/cart/', true],
  ['/cart/', '/cart', true],
  ['/cart', '/cartoons', false],
  ['/cart*', '/cart', true],
  ['/checkout/*', '/checkout/payment', true],
  ['/checkout/**', '/checkout/payment/3ds', true],
  ['/checkout/*', '/checkout', false],
  ['*/cart', '/de/cart', true],
  ['/*/cart', '/de/cart', true],
  ['*', '/anything/at/all', true],
  ['/a.b', '/a.b', true],
  ['/a.b', '/axb', false],
  ['/a+(b)[c]', '/a+(b)[c]', true],
  ['/%C3%A9', '/%C3%A9', true],
  ['/über-uns/*', '/%C3%BCber-uns/team', true],
  ['/متجر', '/%D9%85%D8%AA%D8%AC%D8%B1', true],
])('%s on %s: %s', (glob, path, expected) => {
  expect(matches([glob], path)).toBe(expected);
});

it('is enough if one of them fits', () => {
  expect(matches(['/a', '/b'], '/b')).toBe(true);
  expect(matches([], '/b')).toBe(false);
});
