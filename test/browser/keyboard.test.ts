// Everything by keyboard alone, with the focus always somewhere sensible and always seen.

import { describe } from 'vitest';
import { emptied } from '../support/in-page.js';
import { expect, test } from '../support/scene.js';
import { until } from '../support/until.js';
import type { Page } from 'playwright-core';

/** The name of what has the focus, through shadow roots. */
async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    let at: Element | null = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    const labels = (at as HTMLInputElement | null)?.labels;
    return (labels?.[0] ?? at)?.textContent.trim().replace(/\s+/g, ' ') ?? '';
  });
}

describe('a rating', () => {
  test('Tab, arrows, Tab, space, Tab, words, Tab, Enter', async ({ visit, endpoint }) => {
    const page = await visit(
      '<a href="#top">Top</a><curtsy-rating reasons="fit=The fit, price=The price"></curtsy-rating>',
    );
    await page.getByRole('radio').first().waitFor();
    await page.getByRole('link').focus();
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Very dissatisfied');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await focused(page)).toBe('Satisfied');
    await page.getByRole('textbox').waitFor();
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('The fit');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toMatch(/^Tell us more/);
    await page.keyboard.type('Snug.');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Send');
    await page.keyboard.press('Enter');
    await until(async () => /^Thank you/.test(await focused(page)), { what: 'the focus on the thanks' });
    await emptied(page);
    expect(endpoint.bodies()).toMatchObject([
      { complete: true, answer: { score: 4, reasons: ['price'], comment: 'Snug.' } },
    ]);
  });

  test('Enter on a chosen face sends', async ({ visit, endpoint }) => {
    const page = await visit('<curtsy-rating></curtsy-rating>');
    await page.getByRole('radio', { name: 'Neither' }).check();
    await page.keyboard.press('Enter');
    await until(() => endpoint.bodies().length === 1);
    expect(endpoint.bodies()[0]).toMatchObject({ complete: true, answer: { score: 3 } });
  });

  test('Clear by keyboard brings the focus back to the first face', async ({ visit }) => {
    const page = await visit('<curtsy-rating></curtsy-rating>');
    await page.getByRole('radio', { name: 'Neither' }).check();
    await page.getByRole('button', { name: 'Clear' }).focus();
    await page.keyboard.press('Enter');
    await until(async () => (await focused(page)) === 'Very dissatisfied');
  });
});

test('an expectation: Tab, arrows, Enter', async ({ visit, endpoint }) => {
  const page = await visit('<a href="#top">Top</a><curtsy-expectation></curtsy-expectation>');
  await page.getByRole('radio').first().waitFor();
  await page.getByRole('link').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowUp');
  expect(await focused(page), 'arrows go round').toBe('Far exceeded them');
  await page.keyboard.press('Enter');
  await until(() => endpoint.bodies().length === 1);
  expect(endpoint.bodies()[0]).toMatchObject({ answer: { score: 2 } });
});

test('a callback: number, Enter, and the focus on the confirmation', async ({ visit, endpoint }) => {
  const page = await visit(
    '<a href="#top">Top</a><curtsy-callback country="GB" channels="phone, email"></curtsy-callback>',
  );
  await page.getByLabel('Your number').waitFor();
  await page.getByRole('link').focus();
  await until(async () => {
    await page.keyboard.press('Tab');
    return (await focused(page)) === 'Your number';
  });
  await page.keyboard.type('020 7946 0018');
  await page.keyboard.press('Enter');
  await until(() => endpoint.bodies().length === 1);
  await until(async () => /^We.ll/.test(await focused(page)), { what: 'the focus on the confirmation' });
});

test('the focus is always seen: an outline of 2 pixels or more on whatever has it', async ({ visit }) => {
  const page = await visit(
    '<a href="#top">Top</a><curtsy-rating reasons="experience"></curtsy-rating><curtsy-callback country="GB" channels="phone, email" topics="a=A"></curtsy-callback><a href="#end">End</a>',
  );
  await page.getByRole('radio', { name: 'Neither' }).check();
  await page.getByRole('button', { name: 'Clear' }).waitFor();
  await page.getByRole('link', { name: 'Top' }).focus();
  const unseen: string[] = [];
  for (let steps = 0; steps < 40; steps++) {
    await page.keyboard.press('Tab');
    const name = await focused(page);
    if (name === 'End') break;
    const ring = await page.evaluate(() => {
      let at: Element | null = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      const shown = [at, at?.closest('label')]
        .filter((element) => !!element)
        .map((element) => getComputedStyle(element));
      return Math.max(
        0,
        ...shown.map(({ outlineStyle, outlineWidth }) => (outlineStyle === 'none' ? 0 : parseFloat(outlineWidth))),
      );
    });
    if (ring < 2) unseen.push(`${name}: ${ring}`);
  }
  expect(unseen).toEqual([]);
  expect(await focused(page), 'the focus is never caught').toBe('End');
});
