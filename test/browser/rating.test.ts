// A rating as a shopper meets it: every scale and every kind of face, reasons, comment, and the stages in between.

import { describe } from 'vitest';
import { emptied, heard } from '../support/in-page.js';
import { expect, test } from '../support/scene.js';
import { schemaFaults } from '../support/schema.js';
import { until } from '../support/until.js';

const FIVE = ['Very dissatisfied', 'Dissatisfied', 'Neither', 'Satisfied', 'Very satisfied'];

describe('what is asked', () => {
  test('one group named by its question, five radios named by their meaning, none of them chosen', async ({
    visit,
  }) => {
    const page = await visit('<curtsy-rating></curtsy-rating>');
    const group = page.getByRole('group', { name: 'How satisfied are you with your visit today?' });
    const radios = group.getByRole('radio');
    await radios.first().waitFor();
    expect(await group.count()).toBe(1);
    for (const name of FIVE) expect(await group.getByRole('radio', { name, exact: true }).count(), name).toBe(1);
    expect(await radios.count()).toBe(5);
    expect(await page.locator('input:checked').count()).toBe(0);
    expect(await page.locator('curtsy-rating').getAttribute('data-stage')).toBe('asking');
    expect(await page.locator('curtsy-rating').evaluate((element) => element.matches(':state(asking)'))).toBe(true);
    expect(await page.getByRole('slider').count()).toBe(0);
  });

  test('the shop’s own question, from the attribute or the slot', async ({ visit }) => {
    const page = await visit(
      '<curtsy-rating question="How was the fitting room?"></curtsy-rating><curtsy-rating><b slot="question">And the tea?</b></curtsy-rating>',
    );
    await page.getByRole('group', { name: 'How was the fitting room?' }).waitFor();
    await page.getByText('And the tea?').waitFor();
  });

  test.for([
    ['5', FIVE.length, 'Very satisfied', { score: 5, scale: 5, format: 'svg' }],
    ['3', 3, 'Neither', { score: 2, scale: 3, format: 'svg' }],
    ['2', 2, 'Dissatisfied', { score: 1, scale: 2, format: 'svg' }],
  ] as const)('scale %s', async ([scale, count, name, answer], { visit, endpoint }) => {
    const page = await visit(`<curtsy-rating scale="${scale}"></curtsy-rating>`);
    await page.getByRole('radio', { name, exact: true }).check();
    expect(await page.getByRole('radio').count()).toBe(count);
    await page.getByRole('button', { name: 'Send' }).click();
    await emptied(page);
    expect(endpoint.bodies()).toMatchObject([{ answer }]);
    expect(schemaFaults(endpoint.bodies()[0])).toEqual([]);
  });

  test.for([0, 6, 10])('nps: numerals from 0 to 10, and %i arrives as it is', async (score, { visit, endpoint }) => {
    const page = await visit('<curtsy-rating scale="nps"></curtsy-rating>');
    const radios = page.getByRole('radio');
    await radios.first().waitFor();
    expect(await radios.count()).toBe(11);
    await page.getByText('Not at all likely').waitFor();
    await page.getByText('Extremely likely').waitFor();
    await radios.nth(score).check();
    await page.getByRole('button', { name: 'Send' }).click();
    await emptied(page);
    expect(endpoint.bodies()).toMatchObject([{ answer: { score, scale: 11 } }]);
    expect(schemaFaults(endpoint.bodies()[0])).toEqual([]);
  });
});

describe('faces', () => {
  test('are drawn as SVG, and no emoji stands in a rating as it comes', async ({ visit }) => {
    const page = await visit('<curtsy-rating></curtsy-rating>');
    await page.getByRole('radio').first().waitFor();
    expect(await page.locator('curtsy-rating svg').count()).toBe(5);
    expect(await page.locator('curtsy-rating').innerText()).not.toMatch(/\p{Emoji_Presentation}/u);
    const paths = await page.locator('curtsy-rating svg').evaluateAll((faces) => faces.map((face) => face.innerHTML));
    expect(new Set(paths).size, 'five different faces').toBe(5);
  });

  test.for(['emoji', 'stars'] as const)(
    '%s: the same five names, and the format on the wire',
    async (faces, { visit, endpoint }) => {
      const page = await visit(`<curtsy-rating faces="${faces}"></curtsy-rating>`);
      for (const name of FIVE) await page.getByRole('radio', { name, exact: true }).waitFor();
      await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
      await page.getByRole('button', { name: 'Send' }).click();
      await emptied(page);
      expect(endpoint.bodies()).toMatchObject([{ answer: { score: 4, format: faces } }]);
      expect(schemaFaults(endpoint.bodies()[0])).toEqual([]);
    },
  );

  test('only the chosen face is marked, and by more than colour; stars fill up to it', async ({ visit }) => {
    const page = await visit('<curtsy-rating></curtsy-rating><curtsy-rating faces="stars"></curtsy-rating>');
    const look = (tag: string): Promise<string[]> =>
      page.locator(tag).evaluate((element) =>
        [...(element.shadowRoot?.querySelectorAll('[part~=option]') ?? [])].map((option) => {
          const { fontWeight, borderTopColor } = getComputedStyle(option);
          return `${fontWeight} ${borderTopColor}`;
        }),
      );
    const fills = (): Promise<string[]> =>
      page
        .locator('curtsy-rating[faces] svg')
        .evaluateAll((stars) => stars.map((star) => getComputedStyle(star.querySelector('path') ?? star).fill));
    await page.locator('curtsy-rating:not([faces])').getByRole('radio').nth(3).check();
    await page.locator('curtsy-rating[faces]').getByRole('radio').nth(3).check();
    await expect
      .poll(async () => new Set((await look('curtsy-rating:not([faces])')).filter((_, at) => at !== 3)).size)
      .toBe(1);
    const faces = await look('curtsy-rating:not([faces])');
    expect(faces[3]).not.toBe(faces[2]);
    expect(Number(faces[3]?.split(' ')[0])).toBeGreaterThan(Number(faces[2]?.split(' ')[0]));
    await expect.poll(async () => new Set((await fills()).slice(0, 4)).size).toBe(1);
    const stars = await fills();
    expect(stars[4]).not.toBe(stars[3]);
  });

  test('a target is 44 pixels or more, also on a narrow screen', async ({ invite, visit }) => {
    const by = await invite({ viewport: { width: 320, height: 640 } });
    const page = await visit('<curtsy-rating reasons="experience"></curtsy-rating>', { by });
    await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
    await page.getByRole('button', { name: 'Clear' }).waitFor();
    const small = await page.locator('curtsy-rating').evaluate((element) =>
      [...(element.shadowRoot?.querySelectorAll('label:has(input), button, textarea') ?? [])].flatMap((target) => {
        const { width, height } = target.getBoundingClientRect();
        return width >= 44 && height >= 44 ? [] : [`${target.textContent.trim()} ${width} × ${height}`];
      }),
    );
    expect(small).toEqual([]);
  });
});

describe('reasons and comment', () => {
  test('open below a press, and nothing that was seen before moves', async ({ visit }) => {
    const page = await visit('<curtsy-rating reasons="experience"></curtsy-rating>');
    const face = page.getByRole('radio', { name: 'Neither' });
    const before = await face.boundingBox();
    await face.check();
    await page.getByRole('textbox').waitFor();
    expect(await face.boundingBox()).toEqual(before);
  });

  test('the preset, the same six neutral nouns whatever the score', async ({ visit }) => {
    const page = await visit('<curtsy-rating reasons="experience"></curtsy-rating>');
    const names = [
      'The people',
      'The product',
      'What I was told to expect',
      'How it made me feel',
      'The site',
      'The brand',
    ];
    for (const score of [0, 4]) {
      await page.getByRole('radio').nth(score).check();
      for (const name of names) await page.getByRole('checkbox', { name }).waitFor();
      expect(await page.getByRole('checkbox').count()).toBe(6);
    }
  });

  test('the shop’s own, from the attribute and from the property', async ({ visit, endpoint }) => {
    const page = await visit('<curtsy-rating reasons="fit=How it fits, price=The price"></curtsy-rating>');
    await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
    await page.getByRole('checkbox', { name: 'The price' }).check();
    await page.locator('curtsy-rating').evaluate((element) => {
      Object.assign(element, {
        reasons: [
          { value: 'price', label: 'The price' },
          { value: 'wrap', label: 'The wrapping' },
        ],
      });
    });
    await page.getByRole('checkbox', { name: 'The wrapping' }).check();
    await page.getByRole('button', { name: 'Send' }).click();
    await emptied(page);
    expect(endpoint.bodies()).toMatchObject([{ answer: { reasons: ['price', 'wrap'] } }]);
  });

  test('a reason taken back is not sent', async ({ visit, endpoint }) => {
    const page = await visit('<curtsy-rating reasons="experience"></curtsy-rating>');
    await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
    await page.getByRole('checkbox', { name: 'The site' }).check();
    await page.getByRole('checkbox', { name: 'The site' }).uncheck();
    await page.getByRole('button', { name: 'Send' }).click();
    await emptied(page);
    expect(endpoint.bodies()[0]?.answer).not.toHaveProperty('reasons');
  });

  test('a comment of at most 1,000 characters, and none where the shop wants none', async ({ visit, endpoint }) => {
    const page = await visit('<curtsy-rating></curtsy-rating><curtsy-rating comment="none" id="bare"></curtsy-rating>');
    await page.locator('curtsy-rating').first().getByRole('radio', { name: 'Neither' }).check();
    await page.locator('#bare').getByRole('radio', { name: 'Neither' }).check();
    const field = page.getByRole('textbox');
    await field.waitFor();
    expect(await field.count()).toBe(1);
    await field.focus();
    await page.keyboard.insertText('x'.repeat(1_200));
    expect(await field.inputValue()).toHaveLength(1_000);
    await page.locator('curtsy-rating').first().getByRole('button', { name: 'Send' }).click();
    await until(() => endpoint.bodies().some(({ complete }) => complete));
    expect(schemaFaults(endpoint.bodies()[0])).toEqual([]);
  });
});

describe('an element in the hands of a developer', () => {
  test('disabled: nothing can be chosen', async ({ visit }) => {
    const page = await visit('<curtsy-rating disabled></curtsy-rating>');
    await page.getByRole('radio').first().waitFor();
    expect(await page.getByRole('radio', { disabled: true }).count()).toBe(5);
  });

  test('stages are told as attribute and state, and reset() asks anew', async ({ visit, endpoint }) => {
    const page = await visit('<curtsy-rating></curtsy-rating>');
    const rating = page.locator('curtsy-rating');
    const is = (state: string): Promise<boolean> =>
      rating.evaluate((element, name) => element.matches(`:state(${name})`), state);
    await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
    await expect.poll(() => rating.getAttribute('data-stage')).toBe('chosen');
    expect([await is('asking'), await is('chosen'), await is('thanked')]).toEqual([false, true, false]);
    await page.getByRole('button', { name: 'Send' }).click();
    await expect.poll(() => rating.getAttribute('data-stage')).toBe('thanked');
    expect(await is('thanked')).toBe(true);
    await emptied(page);

    await rating.evaluate((element) => {
      (element as HTMLElement & { reset: () => void }).reset();
    });
    await page.getByRole('radio', { name: 'Dissatisfied', exact: true }).check();
    await page.getByRole('button', { name: 'Send' }).click();
    await until(() => endpoint.responses().length === 2);
    expect(endpoint.responses().map(({ answer }) => answer['score'])).toEqual([4, 2]);
    expect(await rating.getAttribute('data-receipt')).not.toBe('refused');
  });

  test('focus() goes to the choice', async ({ visit }) => {
    const page = await visit('<button>Buy</button><curtsy-rating></curtsy-rating>');
    await page.getByRole('radio').first().waitFor();
    await page.locator('curtsy-rating').evaluate((element) => {
      (element as HTMLElement).focus();
    });
    expect(
      await page
        .getByRole('radio')
        .first()
        .evaluate((radio) => radio.matches(':focus')),
    ).toBe(true);
  });

  test('slots for thanks, what follows them, and the foot', async ({ visit }) => {
    const page = await visit(`<curtsy-rating>
      <h2 slot="thanks">Cheers</h2><p slot="thanks-extra">Your voucher is on its way.</p><small slot="footer">Bloom &amp; Field</small>
    </curtsy-rating>`);
    await page.getByText('Bloom & Field', { exact: true }).last().waitFor();
    expect(await page.getByText('Cheers').isVisible()).toBe(false);
    await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('Cheers').waitFor();
    await page.getByText('Your voucher is on its way.').waitFor();
  });

  test('an attribute that changes while the shopper looks changes what is seen', async ({ visit }) => {
    const page = await visit('<curtsy-rating></curtsy-rating>');
    await page.getByRole('radio').first().waitFor();
    await page.locator('curtsy-rating').evaluate((element) => {
      element.setAttribute('scale', '3');
      element.setAttribute('question', 'And now?');
    });
    await page.getByRole('group', { name: 'And now?' }).waitFor();
    expect(await page.getByRole('radio').count()).toBe(3);
    expect(await heard(page, 'change')).toEqual([]);
  });
});
