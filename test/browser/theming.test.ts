// A shop's tokens and parts reach the elements from wherever they are set, and its own stylesheet does not leak in.

import type { Page } from 'playwright-core';
import { describe } from 'vitest';
import { expect, test } from '../support/scene.js';

const RATING = '<curtsy-rating></curtsy-rating>';

async function style(page: Page, part: string, property: string, at = 'curtsy-rating'): Promise<string> {
  const found = page.locator(`${at} [part~=${part}]`).first();
  await found.waitFor();
  return found.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
}

describe('tokens', () => {
  test('work on the root, on a section and on one element', async ({ visit }) => {
    const page = await visit(`${RATING}<section>${RATING}<curtsy-rating id="one"></curtsy-rating></section>`, {
      head: `<style>
        :root { --curtsy-radius: 3px } section { --curtsy-radius: 5px } #one { --curtsy-radius: 7px }
      </style>`,
    });
    await page.getByRole('radio').nth(14).waitFor();
    expect(await style(page, 'base', 'border-radius', 'main > curtsy-rating')).toBe('3px');
    expect(await style(page, 'base', 'border-radius', 'section > curtsy-rating:not([id])')).toBe('5px');
    expect(await style(page, 'base', 'border-radius', '#one')).toBe('7px');
  });

  test.for([
    ['--curtsy-surface: rgb(250, 240, 230)', 'base', 'background-color', 'rgb(250, 240, 230)'],
    ['--curtsy-text: rgb(20, 40, 60)', 'question', 'color', 'rgb(20, 40, 60)'],
    ['--curtsy-font: "Times New Roman"', 'question', 'font-family', '"Times New Roman"'],
    ['--curtsy-font-size: 20px', 'base', 'font-size', '20px'],
    ['--curtsy-shadow: none', 'base', 'box-shadow', 'none'],
    ['--curtsy-rating-face: 60px', 'face', 'width', '60px'],
  ] as const)('%s', async ([token, part, property, value], { visit }) => {
    const page = await visit(RATING, { head: `<style>:root { ${token} }</style>` });
    expect(await style(page, part, property)).toBe(value);
  });

  test('--curtsy-target makes room for the thumb', async ({ visit }) => {
    const page = await visit(RATING, { head: '<style>:root { --curtsy-target: 64px }</style>' });
    await page.getByRole('radio').first().check();
    const { height } = (await page.getByRole('button', { name: 'Send' }).boundingBox()) ?? { height: 0 };
    expect(height).toBeGreaterThanOrEqual(64);
  });

  test('the page’s font is inherited', async ({ visit }) => {
    const page = await visit(RATING, { head: '<style>body { font-family: "DejaVu Serif" }</style>' });
    expect(await style(page, 'question', 'font-family')).toBe('"DejaVu Serif"');
  });

  test('light and dark follow color-scheme, of the page and of a part of it', async ({ visit, invite }) => {
    const by = await invite({ colorScheme: 'dark' });
    const page = await visit(`${RATING}<section>${RATING}</section>`, {
      by,
      head: '<style>:root { color-scheme: light dark } section { color-scheme: light }</style>',
    });
    await page.getByRole('radio').nth(9).waitFor();
    expect(await brightness(page, 'main > curtsy-rating')).toBeLessThan(60);
    expect(await brightness(page, 'section > curtsy-rating')).toBeGreaterThan(200);
  });
});

describe('contrast, whatever the accent', () => {
  const ACCENTS = [
    '#3b5bdb',
    '#ffe600',
    '#ffffff',
    '#000000',
    '#c0ffee',
    '#7f7f7f',
    '#ff0000',
    '#00ff00',
    '#0a0a40',
    '#f5a',
    'hotpink',
    'oklch(0.7 0.3 145)',
  ];

  test.for(['light', 'dark'] as const)(
    '%s: text on it 4.5 to 1, lines and words in it against the card 3 to 1 and more',
    async (colorScheme, { visit, invite }) => {
      const by = await invite({ colorScheme });
      const page = await visit(ACCENTS.map((accent, at) => `<curtsy-rating id="r${at}"></curtsy-rating>`).join(''), {
        by,
        head: `<style>:root { color-scheme: ${colorScheme}; --curtsy-motion: 0s }
        ${ACCENTS.map((accent, at) => `#r${at} { --curtsy-accent: ${accent} }`).join('\n')}</style>`,
      });
      const poor: string[] = [];
      for (const [at, accent] of ACCENTS.entries()) {
        const rating = page.locator(`#r${at}`);
        await rating.getByRole('radio').nth(3).check();
        const button = rating.getByRole('button', { name: 'Send' });
        await button.waitFor();
        await page.mouse.move(0, 0);
        const ratios = await rating.evaluate((element) => {
          const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
          const paint = (...colors: string[]): number[] => {
            if (!canvas) return [];
            canvas.clearRect(0, 0, 1, 1);
            for (const color of colors) {
              canvas.fillStyle = color;
              canvas.fillRect(0, 0, 1, 1);
            }
            return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
          };
          const luminance = (rgb: number[]): number => {
            const [r = 0, g = 0, b = 0] = rgb.map((value) => {
              const share = value / 255;
              return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
            });
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const ratio = (one: number[], other: number[]): number => {
            const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
            return (high + 0.05) / (low + 0.05);
          };
          const of = (selector: string): CSSStyleDeclaration => {
            const found = element.shadowRoot?.querySelector(selector);
            if (!found) throw new Error(`no ${selector}`);
            return getComputedStyle(found);
          };
          const card = of('[part~=base]').backgroundColor;
          const [submit, option] = [of('[part~=submit]'), of('[part~="option--selected"]')];
          return {
            'text on the button':
              ratio(paint(card, submit.backgroundColor, submit.color), paint(card, submit.backgroundColor)) - 4.5,
            'label of the chosen':
              ratio(paint(card, option.backgroundColor, option.color), paint(card, option.backgroundColor)) - 4.5,
            'border of the chosen': ratio(paint(card, option.borderTopColor), paint(card)) - 3,
          };
        });
        for (const [what, spare] of Object.entries(ratios)) {
          if (spare < -0.01) poor.push(`${accent}: ${what} lacks ${(-spare).toFixed(2)}`);
        }
      }
      expect(poor).toEqual([]);
    },
  );
});

describe('parts', () => {
  test('can be styled from outside, and a chosen option apart', async ({ visit }) => {
    const page = await visit('<curtsy-rating reasons="experience"></curtsy-rating>', {
      head: `<style>
        curtsy-rating::part(base) { outline: 3px solid red } curtsy-rating::part(label) { letter-spacing: 2px }
        curtsy-rating::part(option--selected) { text-decoration: underline } curtsy-rating::part(reason) { letter-spacing: 3px }
      </style>`,
    });
    await page.getByRole('radio').nth(2).check();
    await page.getByRole('checkbox').first().waitFor();
    expect(await style(page, 'base', 'outline-width')).toBe('3px');
    expect(await style(page, 'label', 'letter-spacing')).toBe('2px');
    expect(await style(page, 'reason', 'letter-spacing')).toBe('3px');
    expect(await style(page, 'option--selected', 'text-decoration-line')).toBe('underline');
  });

  test('have the names of the surface, on every stage', async ({ visit, endpoint }) => {
    const page = await visit(
      '<curtsy-rating reasons="experience"></curtsy-rating><curtsy-callback country="GB" channels="phone, email"></curtsy-callback>',
    );
    const parts = (tag: string): Promise<string[]> =>
      page
        .locator(`${tag} [part]`)
        .evaluateAll((found) => [...new Set(found.flatMap((element) => [...element.part]))].sort());
    await page.getByRole('radio', { name: 'Neither' }).check();
    await page.getByRole('checkbox').first().waitFor();
    expect(await parts('curtsy-rating')).toEqual(
      expect.arrayContaining([
        'actions',
        'base',
        'comment',
        'face',
        'label',
        'option',
        'options',
        'question',
        'reason',
        'reasons',
        'receipt',
        'submit',
      ]),
    );
    await page.locator('curtsy-rating').getByRole('button', { name: 'Send' }).click();
    await page.locator('curtsy-rating [part~=thanks]').waitFor();
    expect(await parts('curtsy-callback')).toEqual(
      expect.arrayContaining(['base', 'question', 'field', 'error', 'submit', 'actions']),
    );
    await page.getByLabel('Your number').fill('020 7946 0018');
    await page.getByRole('button', { name: 'Ask for a call' }).click();
    await page.locator('curtsy-callback [part~=reference]').waitFor();
    expect(endpoint.origin).toBeTruthy();
  });
});

test('a hostile stylesheet does not leak in', async ({ visit, invite }) => {
  const plain = await invite();
  const hostile = await invite();
  const inside = async (page: Page): Promise<unknown> => {
    await page.getByRole('radio').first().waitFor();
    return page.locator('curtsy-rating').evaluate((element) =>
      ['[part~=base]', '[part~=question]', '[part~=option]', '[part~=label]', 'fieldset', 'input'].map((selector) => {
        const found = element.shadowRoot?.querySelector(selector);
        if (!found) throw new Error(`no ${selector}`);
        const { color, padding, margin, textTransform, textAlign, letterSpacing, position } = getComputedStyle(found);
        return { selector, color, padding, margin, textTransform, textAlign, letterSpacing, position };
      }),
    );
  };
  const before = await inside(await visit(RATING, { by: plain }));
  const after = await inside(
    await visit(RATING, {
      by: hostile,
      head: `<style>
        * { color: red !important; padding: 9px !important; margin: 9px !important; text-transform: uppercase !important;
          text-align: right !important; letter-spacing: 4px !important; position: static !important }
        input, label, fieldset, legend, form, button, svg { display: none !important }
      </style>`,
    }),
  );
  expect(after).toEqual(before);
});

async function brightness(page: Page, at: string): Promise<number> {
  const color = await style(page, 'base', 'background-color', at);
  const [r = 0, g = 0, b = 0] = (color.match(/[\d.]+/g) ?? []).map(Number);
  return (r + g + b) / 3;
}
