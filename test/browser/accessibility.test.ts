// axe finds nothing to complain of, on any stage of any element, light and dark, both directions, wide and narrow.

import { describe } from 'vitest';
import { faults } from '../support/axe.js';
import { expect, test } from '../support/scene.js';
import { until } from '../support/until.js';

const BODY = `<section aria-label="Feedback">
  <curtsy-rating reasons="experience"></curtsy-rating>
  <curtsy-rating faces="stars"></curtsy-rating>
  <curtsy-rating scale="nps"></curtsy-rating>
  <curtsy-expectation promise="Delivery by Tuesday" promises="time=Delivery by Tuesday, price=No hidden costs"></curtsy-expectation>
  <curtsy-callback country="GB" channels="phone, email" topics="order=My order" marketing="Send me the garden letter" privacy-url="/privacy"></curtsy-callback>
</section>`;

const WAYS = (['light', 'dark'] as const).flatMap((colorScheme) =>
  (['ltr', 'rtl'] as const).flatMap((dir) => [1280, 320].map((width) => ({ colorScheme, dir, width }))),
);

describe.each(WAYS)('$colorScheme, $dir, $width pixels', ({ colorScheme, dir, width }) => {
  test('asking, chosen, in error, thanked, refused', async ({ visit, invite, endpoint }) => {
    endpoint.behave((_, count) => ({ status: count === 0 ? 422 : 204 }));
    const by = await invite({ colorScheme, viewport: { width, height: 900 } });
    const page = await visit(BODY, {
      by,
      html: `lang="${dir === 'rtl' ? 'ar' : 'de'}" dir="${dir}"`,
      head: `<style>:root { color-scheme: light dark } body { background: Canvas; color: CanvasText }</style>`,
    });
    await page.locator('curtsy-callback input[type=tel]').waitFor();
    await page.locator('curtsy-expectation').getByRole('radio').first().waitFor();
    const found = await faults(page, 'asking');

    const rating = page.locator('curtsy-rating').first();
    const expectation = page.locator('curtsy-expectation');
    const callback = page.locator('curtsy-callback');
    await rating.getByRole('radio').nth(0).check();
    await rating.getByRole('checkbox').first().check();
    await page.locator('curtsy-rating').nth(1).getByRole('radio').nth(3).check();
    await page.locator('curtsy-rating').nth(2).getByRole('radio').nth(9).check();
    await expectation.getByRole('radio').nth(0).check();
    await expectation.getByRole('checkbox').first().check();
    await callback.locator('button[part~=submit]').click();
    await callback.locator('[role=alert]').filter({ hasText: /\S/ }).waitFor();
    found.push(...(await faults(page, 'chosen and in error')));

    await rating.locator('button[part~=submit]').click();
    await until(() => by.warnings.splice(0).some((text) => text.includes('422')));
    await expectation.locator('button[part~=submit]').click();
    await callback.locator('input[type=tel]').fill('020 7946 0018');
    await callback.locator('button[part~=submit]').click();
    await until(() => endpoint.bodies().filter(({ complete }) => complete).length >= 3);
    await page.locator('curtsy-rating[data-receipt=refused]').first().waitFor();
    found.push(...(await faults(page, 'thanked and refused')));

    expect(found).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), 'no sideways scrolling').toBe(width);
  });
});

describe('what people set', () => {
  test('forced colours: chosen is told by more than a tint, and nothing is invisible', async ({ visit, invite }) => {
    const by = await invite({ forcedColors: 'active' });
    const page = await visit('<curtsy-rating></curtsy-rating>', { by });
    await page.getByRole('radio', { name: 'Neither' }).check();
    const borders = await page.locator('curtsy-rating').evaluate((element) =>
      [...(element.shadowRoot?.querySelectorAll('[part~=option]') ?? [])].map((option) => {
        const { borderTopColor, backgroundColor, color, fontWeight } = getComputedStyle(option);
        return `${borderTopColor} ${backgroundColor} ${color} ${fontWeight}`;
      }),
    );
    expect(borders[2]).not.toBe(borders[1]);
    const strokes = await page
      .locator('curtsy-rating svg')
      .evaluateAll((faces) => faces.map((face) => getComputedStyle(face).color));
    const surface = await page
      .locator('curtsy-rating [part~=base]')
      .evaluate((base) => getComputedStyle(base).backgroundColor);
    expect(strokes).not.toContain(surface);
  });

  test('reduced motion: nothing moves', async ({ visit, invite }) => {
    const by = await invite({ reducedMotion: 'reduce' });
    const page = await visit('<curtsy-rating reasons="experience"></curtsy-rating>', { by });
    await page.getByRole('radio', { name: 'Neither' }).check();
    const moving = await page.evaluate(() =>
      document
        .getAnimations()
        .filter(({ effect }) => Number(effect?.getComputedTiming().duration) > 100)
        .map((animation) => (animation instanceof CSSTransition ? animation.transitionProperty : animation.id)),
    );
    expect(moving).toEqual([]);
  });

  test('text twice as big, and spaced as WCAG 1.4.12 wants it: nothing is cut off', async ({ visit, invite }) => {
    const by = await invite({ viewport: { width: 320, height: 640 } });
    const page = await visit(
      '<curtsy-rating reasons="experience"></curtsy-rating><curtsy-expectation></curtsy-expectation>',
      {
        by,
        head: '<style>html { font-size: 200%; line-height: 1.5; letter-spacing: 0.12em; word-spacing: 0.16em }</style>',
      },
    );
    await page.getByRole('radio', { name: 'Neither' }).check();
    await page.getByRole('checkbox').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    const cut = await page
      .locator('curtsy-rating')
      .evaluate((element) =>
        [...(element.shadowRoot?.querySelectorAll('label, legend, button, p') ?? [])]
          .filter((text) => text.scrollWidth > text.clientWidth + 1 && getComputedStyle(text).overflow !== 'visible')
          .map((text) => text.textContent.trim()),
      );
    expect(cut).toEqual([]);
  });
});
