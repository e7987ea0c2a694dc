// Help after an answer: asked for once, where the thanks are, and one press from a form that knows what was said.

import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe } from 'vitest';
import type { Endpoint } from '../support/endpoint.js';
import { emptied } from '../support/in-page.js';
import { expect, test } from '../support/scene.js';
import { schemaFaults } from '../support/schema.js';
import { fetched } from '../support/shop.js';
import { until } from '../support/until.js';

const FORM =
  '<curtsy-callback slot="recover" country="GB" channels="phone, email" topics="order=My order, product=A product"></curtsy-callback>';
const RATING = `<curtsy-rating recover="2" reasons="experience">${FORM}</curtsy-rating>`;
const SETTING = '{"channels":"phone, email","country":"GB","topics":"product=A product","privacyUrl":"/privacy"}';
const QUESTION = 'Would you like us to put it right?';
const QUIET = 'Would you like us to get in touch?';

async function answer(page: Page, name: string | RegExp, tag = 'curtsy-rating'): Promise<void> {
  await page.locator(tag).getByRole('radio', { name, exact: true }).check();
  await page.locator(tag).getByRole('button', { name: 'Send' }).click();
  await page.locator(`${tag}[data-stage=thanked]`).waitFor();
}

/** The callback's response, once it has come, and the answer's. */
async function linked(page: Page, endpoint: Endpoint): Promise<Record<string, unknown>[]> {
  await until(() => endpoint.bodies().length === 2);
  await emptied(page);
  const bodies = endpoint.bodies();
  for (const body of bodies) expect(schemaFaults(body)).toEqual([]);
  return ['rating', 'expectation', 'callback'].flatMap((kind) => bodies.filter((body) => body.kind === kind)) as never;
}

/** What has the focus, through shadow roots, by its label or its words. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    let at: Element | null = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return ((at as HTMLInputElement | null)?.labels?.[0] ?? at)?.textContent.trim() ?? '';
  });
}

async function faults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(async () => (window as unknown as { axe: typeof axe }).axe.run());
  return violations.flatMap(({ id, nodes }) => nodes.map(({ failureSummary = '' }) => `${id}: ${failureSummary}`));
}

describe('after a low score', () => {
  test('thanks that fit, one question, and two ways to answer it that are equally easy to hit', async ({ visit }) => {
    const page = await visit(RATING);
    const form = page.getByLabel('Your number');
    await page.getByRole('radio', { name: 'Dissatisfied', exact: true }).check();
    await page.getByRole('checkbox', { name: 'The product' }).check();
    expect(await form.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Send' }).click();
    const offer = page.getByRole('group', { name: QUESTION });
    await offer.waitFor();
    const thanks = page.getByRole('heading', { name: 'Thank you. We’re sorry that the product let you down.' });
    await expect.poll(() => focused(page)).toMatch(/^Thank you/);
    const description = await thanks.evaluate((heading) =>
      (heading.getRootNode() as ShadowRoot)
        .getElementById(heading.getAttribute('aria-describedby') ?? '')
        ?.textContent.trim(),
    );
    expect(description).toBe(QUESTION);
    const [ask, decline] = await Promise.all(
      ['Ask for a call', 'No, thanks'].map((name) => offer.getByRole('button', { name }).boundingBox()),
    );
    expect(ask?.height).toBe(decline?.height);
    expect(decline?.height).toBeGreaterThanOrEqual(44);
    expect(decline?.width).toBeGreaterThanOrEqual(44);
    expect(await form.isVisible()).toBe(false);
  });

  test('one press opens the form in the same place, prefilled; what it sends is linked and says what was said', async ({
    visit,
    endpoint,
  }) => {
    const page = await visit(RATING, {
      tag: `data-endpoint="${endpoint.url}" data-customer='{"name":"Ada","phone":"+44 20 7946 0018"}'`,
    });
    await page.getByRole('radio', { name: 'Very dissatisfied' }).check();
    await page.getByRole('checkbox', { name: 'The product' }).check();
    await page.locator('curtsy-rating').getByRole('textbox').fill('It came with a crack.');
    await page.locator('curtsy-rating').getByRole('button', { name: 'Send' }).click();
    await page.getByRole('button', { name: 'Ask for a call' }).click();

    const card = await page.locator('curtsy-rating').boundingBox();
    const form = await page.locator('curtsy-callback').boundingBox();
    expect([form?.x, form?.width]).toEqual([card?.x, card?.width]);
    await expect.poll(() => focused(page)).toBe('Your number');
    expect(await page.getByLabel('Your number').inputValue()).toBe('+44 20 7946 0018');
    expect(await page.getByLabel(/^Your name/).inputValue()).toBe('Ada');
    expect(await page.getByRole('radio', { name: 'A product' }).isChecked()).toBe(true);
    expect(await page.getByText(QUESTION).count()).toBe(0);

    await page.getByRole('button', { name: 'Ask for a call' }).click();
    await page.getByRole('heading', { name: /^We’ll call you/ }).waitFor();
    const [rating, callback] = await linked(page, endpoint);
    expect(callback).toMatchObject({
      inReplyTo: rating?.['id'],
      answer: {
        topic: 'product',
        handoff:
          'The answer was “Very dissatisfied”, 1 on a scale from 1 to 5; about: The product. The comment: “It came with a crack.”',
      },
    });
    expect(rating).not.toHaveProperty('inReplyTo');
    expect(await page.getByRole('button', { name: 'No, thanks' }).count(), 'nothing left to decline').toBe(0);
    expect(await page.getByText(QUESTION).count(), 'asked once').toBe(0);
  });

  test('a second click that was meant for Send answers nothing', async ({ visit }) => {
    const page = await visit(RATING);
    await answer(page, 'Dissatisfied');
    for (const name of ['No, thanks', 'Ask for a call']) {
      const box = await page.getByRole('button', { name }).boundingBox();
      await page.mouse.move((box?.x ?? 0) + 10, (box?.y ?? 0) + 10);
      await page.mouse.down({ clickCount: 2 });
      await page.mouse.up({ clickCount: 2 });
    }
    await page.getByRole('button', { name: 'Ask for a call' }).click();
    await page.getByLabel('Your number').waitFor();
  });

  test('declined: the thanks stay and have the focus, and it is not asked again', async ({ visit }) => {
    const page = await visit(RATING);
    await answer(page, 'Dissatisfied');
    await page.getByRole('button', { name: 'No, thanks' }).click();
    await expect.poll(() => focused(page)).toMatch(/^Thank you/);
    await page.evaluate(() => {
      document.documentElement.lang = 'de';
    });
    await page.getByRole('heading', { name: /^Vielen Dank/ }).waitFor();
    expect(await page.locator('curtsy-rating').getByRole('button').count()).toBe(0);
    expect(await page.locator('curtsy-rating').getByRole('heading').getAttribute('aria-describedby')).toBeNull();
  });

  test('the open form can be declined too, and keeps nothing of what was typed', async ({ visit }) => {
    const page = await visit(RATING);
    await answer(page, 'Dissatisfied');
    await page.getByRole('button', { name: 'Ask for a call' }).click();
    await page.getByLabel('Your number').fill('020 7946 0018');
    await page.getByRole('button', { name: 'No, thanks' }).click();
    await expect.poll(() => focused(page)).toMatch(/^Thank you/);
    expect(await page.getByLabel('Your number').isVisible()).toBe(false);
    const kept = await page.locator('curtsy-callback').evaluate((element) => {
      const { inReplyTo, handoff } = element as HTMLElement & { inReplyTo?: string; handoff?: string };
      return [inReplyTo, handoff, element.shadowRoot?.querySelector<HTMLInputElement>('[type=tel]')?.value];
    });
    expect(kept).toEqual([undefined, undefined, '']);
  });

  test('the next answer has an offer of its own, and an empty form', async ({ visit, endpoint }) => {
    const page = await visit(RATING);
    const ask = async (): Promise<void> => {
      await answer(page, 'Very dissatisfied');
      await page.getByRole('button', { name: 'Ask for a call' }).click();
      await page.getByLabel('Your number').waitFor();
    };
    await ask();
    await page.getByLabel('Your number').fill('020 7946 0018');
    await page.getByRole('button', { name: 'Ask for a call' }).click();
    await page.getByRole('heading', { name: /^We’ll call you/ }).waitFor();
    await page.locator('curtsy-rating').evaluate((element) => {
      (element as HTMLElement & { reset: () => void }).reset();
    });
    await ask();
    expect(await page.getByLabel('Your number').inputValue()).toBe('');
    await page.getByLabel('Your number').fill('020 7946 0019');
    await page.getByRole('button', { name: 'Ask for a call' }).click();
    await until(() => endpoint.bodies().length === 4);
    const [first, , second, callback] = endpoint.bodies();
    expect(callback).toMatchObject({ inReplyTo: second?.id });
    expect(first?.id).not.toBe(second?.id);
  });
});

describe('where the line is', () => {
  test.for([
    ['<curtsy-rating recover="2">', 'Dissatisfied', true],
    ['<curtsy-rating recover="2">', 'Neither', false],
    ['<curtsy-rating recover="2">', 'Very satisfied', false],
    ['<curtsy-rating scale="nps" recover="6">', '6', true],
    ['<curtsy-rating scale="nps" recover="6">', '7', false],
    ['<curtsy-expectation recover="-1">', 'Fell a little short', true],
    ['<curtsy-expectation recover="-1">', 'Met them', false],
    ['<curtsy-expectation recover="0">', 'Met them', true],
  ] as const)('%s, %s: plainly %s', async ([tag, name, plainly], { visit }) => {
    const element = tag.slice(1).split(/[ >]/)[0] ?? '';
    const page = await visit(`${tag}${FORM}</${element}>`);
    await answer(page, name, element);
    await page.getByRole('button', { name: plainly ? 'Ask for a call' : QUIET }).waitFor();
    expect(await page.getByText(QUESTION).count()).toBe(plainly ? 1 : 0);
    expect(await page.getByRole('button', { name: QUIET }).count()).toBe(plainly ? 0 : 1);
    await page.getByRole('button', { name: plainly ? 'Ask for a call' : QUIET }).click();
    await page.getByLabel('Your number').waitFor();
    await expect.poll(() => focused(page)).toBe('Your number');
  });

  test('a number that is none is told, and the offer is quiet', async ({ visit, visitor }) => {
    const page = await visit(`<curtsy-rating recover="low">${FORM}</curtsy-rating>`);
    await answer(page, 'Very dissatisfied');
    await page.getByRole('button', { name: QUIET }).waitFor();
    expect(await visitor.warned(/bad-attribute/)).toContain('curtsy-rating recover is "low"; allowed is a number.');
  });

  test('without recover there is no offer, no chunk of it, and the form stays unseen', async ({ visit, shop }) => {
    const page = await visit(`<curtsy-rating>${FORM}</curtsy-rating>`);
    await answer(page, 'Very dissatisfied');
    await emptied(page);
    expect(await page.locator('curtsy-rating').getByRole('button').count()).toBe(0);
    expect(await page.getByLabel('Your number').isVisible()).toBe(false);
    expect(fetched(shop)).not.toContain('recovery');
  });

  test('set after the element is there, it holds all the same', async ({ visit }) => {
    const page = await visit(`<curtsy-rating>${FORM}</curtsy-rating>`);
    await page.getByRole('radio', { name: 'Very dissatisfied' }).check();
    await page.getByRole('textbox').waitFor();
    await page.locator('curtsy-rating').evaluate((element) => Object.assign(element, { recover: 2 }));
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('button', { name: 'Ask for a call' }).waitFor();
  });
});

test('an expectation tells which promise was missed, and what was promised', async ({ visit, endpoint }) => {
  const page = await visit(
    `<curtsy-expectation recover="-1" promise="Delivery by Tuesday" promises="order=The delivery date, photo=The picture">${FORM}</curtsy-expectation>`,
  );
  await page.getByRole('radio', { name: 'Fell far short' }).check();
  await page.getByRole('checkbox', { name: 'The delivery date' }).check();
  await page.locator('curtsy-expectation').getByRole('button', { name: 'Send' }).click();
  await page.getByRole('button', { name: 'Ask for a call' }).click();
  await expect.poll(() => page.getByRole('radio', { name: 'My order' }).isChecked()).toBe(true);
  await page.getByLabel('Your number').fill('020 7946 0018');
  await page.getByRole('button', { name: 'Ask for a call' }).click();
  const [expectation, callback] = await linked(page, endpoint);
  expect(callback).toMatchObject({
    inReplyTo: expectation?.['id'],
    answer: {
      topic: 'order',
      handoff:
        'The answer was “Fell far short”, -2 on a scale from -2 to 2; promised: Delivery by Tuesday; missed: The delivery date. There is no comment.',
    },
  });
});

describe('the form', () => {
  test('is made from the setting, by attributes in kebab or camel case, for the shop of the element', async ({
    visit,
    endpoint,
  }) => {
    const page = await visit(
      '<curtsy-rating recover="2" source="outlet" touchpoint="delivery" reasons="experience"></curtsy-rating>',
      { tag: `data-endpoint="${endpoint.url}" data-callback='${SETTING}'` },
    );
    await page.getByRole('radio', { name: 'Very dissatisfied' }).check();
    await page.getByRole('checkbox', { name: 'The product' }).check();
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('button', { name: 'Ask for a call' }).click();
    await page.getByLabel('Your number').fill('020 7946 0018');
    expect(await page.getByRole('link', { name: 'Privacy' }).getAttribute('href')).toBe('/privacy');
    expect(await page.getByLabel('Country').inputValue()).toBe('GB');
    await page.getByRole('button', { name: 'Ask for a call' }).click();
    const [rating, callback] = await linked(page, endpoint);
    expect(callback).toMatchObject({
      source: 'outlet',
      touchpoint: 'delivery',
      inReplyTo: rating?.['id'],
      answer: { topic: 'product' },
    });
  });

  test('says what it leads to: a call, a message, or either', async ({ visit, visitor }) => {
    for (const [channels, words] of [
      ['phone', 'Ask for a call'],
      ['email', 'Ask for a message'],
      ['sms, phone', 'Ask for a call or a message'],
    ] as const) {
      const page = await visit('<curtsy-rating recover="2"></curtsy-rating>', {
        head: `<script type="application/json" data-curtsy>{"callback":{"channels":"${channels}"}}</script>`,
      });
      await answer(page, 'Very dissatisfied');
      await page.getByRole('button', { name: words, exact: true }).waitFor();
    }
    await visitor.warned(/only-calls/);
  });

  test('an attribute that it does not have is named', async ({ visit, visitor }) => {
    const page = await visit('<curtsy-rating recover="2"></curtsy-rating>', {
      head: `<script type="application/json" data-curtsy>{"callback":{"channels":"email","onclick":"alert(1)"}}</script>`,
    });
    await answer(page, 'Very dissatisfied');
    await page.getByRole('button', { name: 'Ask for a message' }).click();
    await page.getByLabel('Your e-mail address').waitFor();
    expect(await visitor.warned(/unknown-setting/)).toContain('callback.onclick');
    expect(await page.locator('curtsy-callback').getAttribute('onclick')).toBeNull();
  });

  test('that is nowhere is told once, and nothing is offered', async ({ visit, visitor }) => {
    const page = await visit('<curtsy-rating recover="2"></curtsy-rating>');
    await answer(page, 'Very dissatisfied');
    await visitor.warned(/no-callback/);
    expect(await page.locator('curtsy-rating').getByRole('button').count()).toBe(0);
  });

  test('that is still on its way opens when it is there', async ({ visit, shop }) => {
    shop.fault('curtsy.callback.js', { delay: 2_000 });
    const page = await visit(RATING);
    await answer(page, 'Very dissatisfied');
    const ask = page.getByRole('button', { name: 'Ask for a call' });
    await ask.click();
    await expect.poll(() => ask.getAttribute('aria-disabled')).toBe('true');
    await page.getByLabel('Your number').waitFor();
    await expect.poll(() => focused(page)).toBe('Your number');
  });

  test('is there offline, and what was said in both arrives afterwards, linked', async ({
    visit,
    visitor,
    shop,
    endpoint,
  }) => {
    const page = await visit(RATING);
    await until(() => ['recovery', 'callback'].every((name) => fetched(shop).includes(name)));
    await page.waitForLoadState('networkidle');
    await visitor.context.setOffline(true);
    await answer(page, 'Very dissatisfied');
    await page.getByRole('button', { name: 'Ask for a call' }).click();
    await page.getByLabel('Your number').fill('020 7946 0018');
    await page.getByRole('button', { name: 'Ask for a call' }).click();
    await page.locator('curtsy-callback[data-stage=thanked]').waitFor();
    expect(endpoint.bodies()).toEqual([]);
    await visitor.context.setOffline(false);
    const [rating, callback] = await linked(page, endpoint);
    expect(callback).toMatchObject({ inReplyTo: rating?.['id'] });
  });

  test('stands in the one-file build too', async ({ visit, shop }) => {
    const page = await visit(RATING, { file: 'curtsy.all.js' });
    await answer(page, 'Very dissatisfied');
    await page.getByRole('button', { name: 'Ask for a call' }).click();
    await page.getByLabel('Your number').waitFor();
    expect(fetched(shop)).toEqual(['all']);
  });
});

describe('no review gating', () => {
  const head = `<script type="application/json" data-curtsy>${JSON.stringify({
    strings: {
      en: {
        thanksHigh: 'Thank you. Review us: https://reviews.example/shop',
        thanksLow: 'Thank you. Our own words.',
        recoverQuiet: 'Review us on www.reviews.example',
      },
    },
  })}</script>`;

  test('a link in words that only some scores bring is refused, and our words stay', async ({ visit, visitor }) => {
    const page = await visit(RATING, { head });
    await answer(page, 'Very satisfied');
    await page.getByRole('heading', { name: 'Thank you. We’re glad that you’re happy.' }).waitFor();
    await page.getByRole('button', { name: QUIET }).waitFor();
    expect(await visitor.warned(/thanksHigh/)).toContain('https://reviews.example/shop');
    await visitor.warned(/recoverQuiet/);
    expect(await page.locator('curtsy-rating').innerText()).not.toContain('reviews.example');
  });

  test('other words are the shop’s, and a link for every score has its slot', async ({ visit }) => {
    const page = await visit(
      `<curtsy-rating><a slot="thanks-extra" href="https://reviews.example">Review us</a></curtsy-rating>`,
      { head },
    );
    await answer(page, 'Very dissatisfied');
    await page.getByRole('heading', { name: 'Thank you. Our own words.' }).waitFor();
    await page.getByRole('link', { name: 'Review us' }).waitFor();
  });
});

describe('for everybody', () => {
  test('by keyboard alone, from the face to the confirmation', async ({ visit, endpoint }) => {
    const page = await visit(`<a href="#top">Top</a>${RATING}`);
    await page.getByRole('radio').first().waitFor();
    await page.getByRole('link').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.getByRole('textbox').waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toMatch(/^Thank you/);
    await page.getByRole('button', { name: 'Ask for a call' }).waitFor();
    await page.keyboard.press('Tab');
    expect(await focused(page)).toMatch(/^Ask for a call/);
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('No, thanks');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('Your number');
    await page.keyboard.type('020 7946 0018');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toMatch(/^We’ll/);
    expect(await linked(page, endpoint)).toHaveLength(2);
  });

  test.for([
    ['de', 'ltr', 'light', 1280],
    ['de', 'ltr', 'dark', 320],
    ['ar', 'rtl', 'light', 320],
    ['ar', 'rtl', 'dark', 1280],
  ] as const)(
    'axe finds nothing: %s, %s, %s, %i pixels',
    async ([lang, dir, colorScheme, width], { visit, invite }) => {
      const by = await invite({ colorScheme, viewport: { width, height: 900 } });
      const page = await visit(RATING, {
        by,
        html: `lang="${lang}" dir="${dir}"`,
        head: '<style>:root { color-scheme: light dark } body { background: Canvas; color: CanvasText }</style>',
      });
      const rating = page.locator('curtsy-rating');
      const offer = rating.locator('[part~=recover]');
      const found: string[] = [];
      const look = async (stage: string): Promise<void> => {
        found.push(...(await faults(page)).map((fault) => `${stage}: ${fault}`));
        expect(await page.evaluate(() => document.documentElement.scrollWidth), stage).toBe(width);
      };
      for (const score of [4, 0]) {
        await rating.locator('input[type=radio][name=score]').nth(score).check();
        await rating.locator('button[part~=submit]').first().click();
        await offer.getByRole('button').first().waitFor();
        await look(`offered at ${score}`);
        await offer.getByRole('button').first().click();
        await page.locator('curtsy-callback input[type=tel]').waitFor();
        await look(`open at ${score}`);
        await offer.getByRole('button').last().click();
        await offer.waitFor({ state: 'detached' });
        await look(`declined at ${score}`);
        await rating.evaluate((element) => {
          (element as HTMLElement & { reset: () => void }).reset();
        });
      }
      expect(found).toEqual([]);
    },
  );
});
