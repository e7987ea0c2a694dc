// A tablet in a shop: each person finds it as if nobody had been there before, and nothing that anybody gave is lost.

import type { Page } from 'playwright-core';
import { describe } from 'vitest';
import { emptied, heard, ready } from '../support/in-page.js';
import { expect, test as base } from '../support/scene.js';
import { schemaFaults } from '../support/schema.js';
import { fetched } from '../support/shop.js';
import { until } from '../support/until.js';

const SECOND = 1000;
const QUIET = 20 * SECOND;
const COMMENT = 'Ask Ada in the bakery';
const NUMBER = '07911 123456';
const NAME = 'Ada Lovelace';
const FORM =
  '<curtsy-callback slot="recover" country="GB" channels="phone, email" topics="product=A product"></curtsy-callback>';
const RATING = '<curtsy-rating kiosk="20" reasons="experience"></curtsy-rating>';
const RECOVERING = `<curtsy-rating kiosk="20" recover="2" reasons="experience">${FORM}</curtsy-rating>`;
const CALLBACK =
  '<curtsy-callback kiosk="20" country="GB" channels="phone, email" topics="order=My order, product=A product" hours="Mo-Su 00:00-24:00" time-zone="Europe/London" marketing="Write to me."></curtsy-callback>';
const EXPECTATION = '<curtsy-expectation kiosk="20" promises="time=On time, taste=Fresh"></curtsy-expectation>';

/** `test` whose pages go by a clock of their own. */
const test = base.extend('clock', { auto: true }, async ({ visitor }) => visitor.context.clock.install());

const isKiosk = () =>
  [...document.querySelectorAll('[kiosk]')].every(({ shadowRoot }) =>
    shadowRoot?.querySelector('input[autocomplete=off]:not([name=website])'),
  );

/** Waits until the page's elements have all that they fetch. */
async function settled(page: Page): Promise<void> {
  await ready(page);
  await page.waitForFunction(isKiosk);
  const countries = page.locator('#country option');
  if (await page.locator('curtsy-callback').count()) await until(async () => (await countries.count()) > 1);
}

/** All that a page shows and keeps of an element and what is inside it: words, fields, parts, stage, focus. */
function traces(page: Page): Promise<string> {
  return page.evaluate(() => {
    const found: unknown[] = [document.activeElement?.localName];
    const look = (root: ParentNode): void => {
      for (const at of root.querySelectorAll<HTMLElement>('*')) {
        const { id, value, checked } = at as HTMLInputElement;
        found.push(id, value, checked, at.getAttribute('value'), at.part.value, { ...at.dataset });
        found.push([...at.childNodes].map((node) => node.nodeType === 3 && node.nodeValue?.trim()).filter(Boolean));
        if (at.shadowRoot) look(at.shadowRoot);
      }
    };
    look(document.querySelector('main') ?? document);
    return JSON.stringify(found);
  });
}

/** Which of `secrets` the page's elements have anywhere in their memory, as far as a script can see. */
function remembered(page: Page, secrets: string[]): Promise<string[]> {
  return page.evaluate((words) => {
    const seen = new Set<unknown>();
    const found = new Set<string>();
    const look = (value: unknown, depth: number): void => {
      if (typeof value === 'string') words.filter((word) => value.includes(word)).forEach((word) => found.add(word));
      if (typeof value !== 'object' || !value || depth > 12 || seen.has(value) || value instanceof Window) return;
      seen.add(value);
      if (value instanceof Map || value instanceof Set) [...value].forEach((inner) => look(inner, depth + 1));
      for (const key of Reflect.ownKeys(value)) look(Reflect.get(value, key), depth + 1);
    };
    for (const element of document.querySelectorAll('main *')) {
      look(element, 0);
      look(element.shadowRoot, 0);
      for (const inner of element.shadowRoot?.querySelectorAll('*') ?? []) look(inner, 0);
    }
    return words.filter((word) => found.has(word));
  }, secrets);
}

async function choose(page: Page, name: string): Promise<void> {
  await page.getByRole('radio', { name, exact: true }).check();
  await until(async () => (await heard(page, 'saved')).length > 0, { what: 'a saved draft' });
}

async function send(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Send' }).click();
  await page.locator('[data-stage=thanked]').waitFor();
}

async function fill(page: Page): Promise<void> {
  await page.getByLabel('Your number').fill(NUMBER);
  await page.getByLabel(/^Your name/).fill(NAME);
  await page.getByLabel(/^What should we know/).fill(COMMENT);
}

async function rateLow(page: Page): Promise<void> {
  await choose(page, 'Very dissatisfied');
  await page.getByRole('checkbox', { name: 'The product' }).check();
  await page.locator('curtsy-rating #comment').fill(COMMENT);
}

async function openHelp(page: Page): Promise<void> {
  await rateLow(page);
  await send(page);
  await page.getByRole('button', { name: 'Ask for a call' }).click();
  await fill(page);
}

async function ask(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'My order' }).check();
  await page.getByRole('checkbox', { name: 'Write to me.' }).check();
  await page.getByRole('button', { name: 'More times' }).click();
  await page.getByRole('radio', { name: /:30/ }).last().check();
  await fill(page);
}

async function request(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Ask for a call' }).click();
  await page.getByRole('heading', { name: /We’ll call you/ }).waitFor();
}

describe('after so long without a touch nothing of the last person is left', () => {
  test.for([
    ['a rating half given', RATING, [rateLow]],
    ['a rating', RATING, [rateLow, send]],
    ['a rating with help declined', RECOVERING, [rateLow, send, press('No, thanks')]],
    ['a rating with help half asked for', RECOVERING, [openHelp]],
    ['a rating with help asked for', RECOVERING, [openHelp, request]],
    ['a rating with help asked for that is being changed', RECOVERING, [openHelp, request, press('Change')]],
    ['an expectation half given', EXPECTATION, [missed]],
    ['an expectation', EXPECTATION, [missed, send]],
    ['a request half filled in', CALLBACK, [ask]],
    ['a request that was mistaken', CALLBACK, [press('Ask for a call')]],
    ['a request', CALLBACK, [ask, request]],
    ['a request that is being changed', CALLBACK, [ask, request, press('Change'), fill]],
    ['a request that is being cancelled', CALLBACK, [ask, request, press('Cancel')]],
    ['a choice that was cleared', RATING, [rateLow, press('Clear')]],
  ] as const)('%s', async ([, body, steps], { visit, endpoint }) => {
    const page = await visit(body);
    await settled(page);
    const before = await traces(page);
    for (const step of steps) await step(page);
    expect(await traces(page)).not.toBe(before);
    await page.clock.fastForward(QUIET + SECOND);
    await expect.poll(() => traces(page)).toBe(before);
    expect(await remembered(page, [COMMENT, NUMBER, NAME, '••'])).toEqual([]);
    await page.clock.fastForward(60 * SECOND);
    await emptied(page);
    for (const response of endpoint.bodies()) expect(schemaFaults(response)).toEqual([]);
  });

  test('what is left would be found', async ({ visit }) => {
    const page = await visit(CALLBACK);
    await settled(page);
    await ask(page);
    await request(page);
    expect(await remembered(page, [COMMENT, NUMBER, NAME, 'not said'])).toEqual([COMMENT, NUMBER, NAME]);
  });

  test('what is typed can’t be had back from the browser', async ({ visit }) => {
    const page = await visit(CALLBACK);
    await settled(page);
    const field = page.getByLabel(/^Your name/);
    await field.pressSequentially('Ada');
    await page.keyboard.press('Control+z');
    expect(await field.inputValue(), 'a browser that takes back').not.toBe('Ada');
    await field.pressSequentially('Ada');
    await page.clock.fastForward(QUIET + SECOND);
    await expect.poll(() => field.inputValue()).toBe('');
    await field.focus();
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    expect(await field.inputValue()).toBe('');
    const offering = page.locator('input, select, textarea').and(page.locator(':not([autocomplete=off])'));
    expect(await offering.count()).toBe(0);
  });

  test('the form inside a rating offers nothing either', async ({ visit }) => {
    const page = await visit(RECOVERING);
    await settled(page);
    await openHelp(page);
    expect(await page.getByLabel('Your number').getAttribute('autocomplete')).toBe('off');
    expect(await page.getByLabel(/^Your name/).getAttribute('autocomplete')).toBe('off');
  });
});

function press(name: string): (page: Page) => Promise<void> {
  return async (page) => {
    await page.getByRole('button', { name, exact: true }).click();
  };
}

async function missed(page: Page): Promise<void> {
  await choose(page, 'Fell far short');
  await page.getByRole('checkbox', { name: 'On time' }).check();
  await page.locator('#comment').fill(COMMENT);
}

describe('quiet', () => {
  test('is counted from the last touch in the element', async ({ visit, endpoint }) => {
    const page = await visit(RATING);
    await settled(page);
    const rating = page.locator('curtsy-rating');
    await choose(page, 'Satisfied');
    await page.clock.fastForward(15 * SECOND);
    await page.locator('#comment').pressSequentially('A');
    await page.clock.fastForward(15 * SECOND);
    await rating.hover();
    await page.clock.fastForward(15 * SECOND);
    expect(await rating.getAttribute('data-stage')).toBe('chosen');
    await page.mouse.move(0, 0);
    await page.clock.fastForward(15 * SECOND);
    await page.locator('curtsy-rating[data-stage=asking]').waitFor();
    await until(() => endpoint.bodies().length === 1);
    const [response] = endpoint.bodies();
    expect(response).toMatchObject({ complete: false, revision: 1, answer: { score: 4 } });
    expect(JSON.stringify(response)).not.toContain('comment');
    await emptied(page);
  });

  test('needs no reset where nothing was given: who reads slowly is left in peace', async ({ visit }) => {
    const page = await visit(RATING);
    await settled(page);
    await page.keyboard.press('Tab');
    await page.locator('curtsy-rating').hover();
    await page.clock.fastForward(2 * QUIET);
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('curtsy-rating');
  });

  test('is over when a tablet wakes that has slept longer', async ({ visit }) => {
    const page = await visit(RATING);
    await settled(page);
    await choose(page, 'Satisfied');
    // Its timers have slept with it: only the clock went on.
    await page.clock.setSystemTime(Date.now() + 3600 * SECOND);
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await page.locator('curtsy-rating[data-stage=asking]').waitFor();
  });

  test('says nothing to a screen reader, and takes no focus', async ({ visit }) => {
    const page = await visit(CALLBACK + RATING);
    await settled(page);
    await choose(page, 'Satisfied');
    await send(page);
    await page.getByText('Sent.').or(page.locator('[data-receipt=sent]')).first().waitFor();
    await fill(page);
    const said = await page.evaluateHandle(() => {
      const words: string[] = [];
      for (const { shadowRoot } of document.querySelectorAll('[kiosk]')) {
        for (const region of shadowRoot?.querySelectorAll('[role=status], [role=alert], [aria-live]') ?? [])
          new MutationObserver(() => words.push(region.textContent.trim())).observe(region, {
            childList: true,
            characterData: true,
            subtree: true,
          });
      }
      addEventListener('focusin', ({ target }) => words.push(`focus on ${(target as Element).localName}`), true);
      return words;
    });
    await page.clock.fastForward(QUIET + SECOND);
    await page.locator('curtsy-rating[data-stage=asking]').waitFor();
    await expect.poll(() => page.getByLabel('Your number').inputValue()).toBe('');
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('body');
    expect((await said.jsonValue()).filter(Boolean)).toEqual([]);
  });

  test('ends with the element, and begins anew where that comes back', async ({ visit }) => {
    const page = await visit(RATING);
    await settled(page);
    await choose(page, 'Satisfied');
    await page.evaluate(() => {
      Object.assign(window, { taken: document.querySelector('curtsy-rating') });
      (window as unknown as { taken: Element }).taken.remove();
    });
    await page.clock.fastForward(2 * QUIET);
    const stage = () => page.evaluate(() => (window as unknown as { taken: HTMLElement }).taken.dataset['stage']);
    expect(await stage()).toBe('chosen');
    await page.evaluate(() => document.querySelector('main')?.append((window as unknown as { taken: Element }).taken));
    await page.clock.fastForward(QUIET - SECOND);
    expect(await stage()).toBe('chosen');
    await page.clock.fastForward(2 * SECOND);
    await expect.poll(stage).toBe('asking');
  });
});

describe('a press within five seconds of an answer', () => {
  const SOON = '<curtsy-rating kiosk="2"><a slot="footer" href="#help">Help</a></curtsy-rating>';

  for (const hand of ['finger', 'keyboard'] as const) {
    test(`begins no second one, by ${hand}, and it is said`, async ({ visit, endpoint }) => {
      const page = await visit(SOON);
      await settled(page);
      await choose(page, 'Satisfied');
      await send(page);
      await page.clock.fastForward(2.5 * SECOND);
      await page.locator('curtsy-rating[data-stage=asking]').waitFor();
      const drum = async () => {
        if (hand === 'finger') return page.getByRole('radio').nth(1).click();
        await page.getByRole('radio').first().focus();
        await page.keyboard.press('Space');
        await page.keyboard.press('ArrowRight');
      };
      await drum();
      await page.getByRole('status').getByText('One moment, please.').waitFor();
      expect(await page.locator('curtsy-rating').getAttribute('data-stage')).toBe('asking');
      expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
      await page.getByRole('link', { name: 'Help' }).click();
      expect(new URL(page.url()).hash, 'what is no answer goes on').toBe('#help');

      await page.clock.fastForward(3 * SECOND);
      await expect.poll(() => page.getByRole('status').textContent()).toBe('');
      await drum();
      await page.locator('curtsy-rating[data-stage=chosen]').waitFor();
      await page.clock.fastForward(3 * SECOND);
      await until(() => endpoint.bodies().length === 2);
      await emptied(page);
      expect(endpoint.bodies().map(({ complete }) => complete)).toEqual([true, false]);
    });
  }

  test('not even where the page itself asks anew', async ({ visit, endpoint }) => {
    const page = await visit(CALLBACK + RATING);
    await settled(page);
    await choose(page, 'Satisfied');
    await send(page);
    await page.evaluate(() => document.querySelector('curtsy-rating')?.reset());
    await page.getByRole('radio', { name: 'Dissatisfied', exact: true }).click();
    await page.locator('curtsy-rating').getByText('One moment, please.').waitFor();

    await fill(page);
    await request(page);
    await page.evaluate(() => document.querySelector('curtsy-callback')?.reset());
    await fill(page);
    await page.getByLabel('Your number').press('Enter');
    await page.locator('curtsy-callback').getByText('One moment, please.').waitFor();
    expect(await page.getByLabel('Your number').inputValue(), 'what was typed stays').toBe(NUMBER);
    await page.clock.fastForward(6 * SECOND);
    await request(page);
    await until(() => endpoint.bodies().length === 3);
    await emptied(page);
  });

  test('is free to change a mind before Send, and a request after it', async ({ visit, endpoint }) => {
    const page = await visit(CALLBACK + RATING);
    await settled(page);
    for (const name of ['Satisfied', 'Dissatisfied', 'Very satisfied']) await choose(page, name);
    await send(page);
    await fill(page);
    await request(page);
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    await page.getByLabel(/^Your name/).fill('Grace');
    await page.getByRole('button', { name: 'Send the change' }).click();
    await until(() => endpoint.responses().some(({ answer }) => answer['name'] === 'Grace'));
    expect(endpoint.responses()).toMatchObject([{ answer: { score: 5 } }, { revision: 2 }]);
    await emptied(page);
  });
});

describe('a value that is none', () => {
  test.for(['soon', '0', '-1', '', '1e9'])(
    '"%s" is told, and nothing is forgotten',
    async (value, { visit, visitor, endpoint }) => {
      const page = await visit(
        `<curtsy-rating kiosk="${value}"></curtsy-rating><curtsy-rating kiosk="${value}"></curtsy-rating>`,
      );
      await ready(page);
      const said = await visitor.warned(/kiosk/);
      expect(said).toContain(`curtsy-rating kiosk is "${value}"; allowed is seconds above 0, at most 86400.`);
      await page.locator('curtsy-rating').first().getByRole('radio').nth(3).check();
      await until(async () => (await heard(page, 'saved')).length > 0);
      await page.clock.fastForward(50 * SECOND);
      expect(await page.locator('curtsy-rating').first().getAttribute('data-stage')).toBe('chosen');
      expect(endpoint.bodies()).toEqual([]);
    },
  );
});

test('a page without it downloads nothing for it', async ({ visit, shop }) => {
  const page = await visit('<curtsy-rating></curtsy-rating>');
  await ready(page);
  await choose(page, 'Satisfied');
  expect(fetched(shop)).not.toContain('kiosk');
});

describe('how many answers wait', () => {
  const OTHER = '<curtsy-callback country="GB" channels="phone, email"></curtsy-callback>';
  const waiting = (page: Page) => page.locator('[part=waiting]');

  /** One person's answer, and the quiet after it. */
  async function rateOnce(page: Page): Promise<void> {
    await page.getByRole('radio').nth(3).check();
    await page.locator('.submit').first().click();
    await page.locator('curtsy-rating[data-stage=thanked]').waitFor();
    await page.clock.fastForward(QUIET + SECOND);
    await page.locator('curtsy-rating[data-stage=asking]').waitFor();
  }

  test('is said at the foot of the card while they do, to nobody in particular', async ({ visit, visitor }) => {
    const page = await visit(RATING + OTHER);
    await settled(page);
    await visitor.context.setOffline(true);
    await rateOnce(page);
    await waiting(page).getByText('1 answer waits to be sent').waitFor();
    await rateOnce(page);
    await waiting(page).getByText('2 answers wait to be sent').waitFor();
    await choose(page, 'Satisfied');
    await page.clock.fastForward(5 * SECOND);
    expect(await waiting(page).textContent(), 'what somebody has in hand does not wait').toMatch(/^2 /);
    expect(await waiting(page).evaluate((line) => line.closest('[role], [aria-live]')?.outerHTML)).toBeUndefined();
    expect(await waiting(page).count(), 'only where kiosk is').toBe(1);

    await visitor.context.setOffline(false);
    await waiting(page).waitFor({ state: 'detached' });
    await page.clock.fastForward(QUIET);
    await page.clock.fastForward(2 * SECOND);
    await emptied(page);
  });

  test('is not said of one that is sent at once', async ({ visit, endpoint }) => {
    const page = await visit(RATING);
    await settled(page);
    await page.evaluate(() => {
      const root = document.querySelector('curtsy-rating')?.shadowRoot;
      const seen = () => root?.querySelector('[part=waiting]') && document.body.setAttribute('data-seen', '');
      if (root) new MutationObserver(seen).observe(root, { childList: true, subtree: true });
    });
    for (const count of [1, 2, 3]) {
      await rateOnce(page);
      await until(() => endpoint.bodies().length === count);
    }
    await emptied(page);
    expect(await page.locator('body[data-seen]').count()).toBe(0);
  });

  test('falls when a call empties the outbox, and is known to a page that comes later', async ({
    visit,
    visitor,
    endpoint,
  }) => {
    const page = await visit(RATING);
    await settled(page);
    await endpoint.goAway();
    await rateOnce(page);
    await visitor.warned(/CORS/);
    await waiting(page).waitFor();
    await page.reload();
    await settled(page);
    await waiting(page).getByText('1 answer waits to be sent').waitFor();
    await page.evaluate(() => window.curtsy.outbox.clear());
    await page.locator('h1').click();
    await waiting(page).waitFor({ state: 'detached' });
  });

  test.for([
    ['de', '1 Antwort wartet auf den Versand', '2 Antworten warten auf den Versand', '3 Antworten'],
    ['ar', 'إجابة واحدة تنتظر الإرسال', 'إجابتان تنتظران الإرسال', /^[3٣] إجابات تنتظر الإرسال$/],
  ] as const)('in %s', async ([tag, one, two, three], { visit, visitor }) => {
    const dir = tag === 'ar' ? 'rtl' : 'ltr';
    const page = await visit(RATING, { html: `lang="${tag}" dir="${dir}"` });
    await settled(page);
    await visitor.context.setOffline(true);
    for (const words of [one, two, three]) {
      await rateOnce(page);
      await waiting(page).getByText(words).waitFor();
    }
    await visitor.context.setOffline(false);
    await emptied(page);
  });

  test('may be as many as the shop says, if it says', async ({ visit, visitor, endpoint }) => {
    const tag = `data-endpoint="${endpoint.url}" data-source="webshop" data-max-pending="1"`;
    const page = await visit(RATING, { tag });
    await settled(page);
    await visitor.context.setOffline(true);
    await rateOnce(page);
    await page.getByRole('radio').nth(3).check();
    await page.getByText('Not saved. Please try again.').waitFor();
    await visitor.warned(/outbox-full/);
    await visitor.context.setOffline(false);
    await page.clock.fastForward(QUIET + SECOND);
    await emptied(page);
    expect(endpoint.bodies()).toHaveLength(1);
  });
});
