// Which language an element speaks, whoever names it, in which direction it then runs, and whether all it says fits there.

import type { BrowserContext, Page } from 'playwright-core';
import { describe } from 'vitest';
import { englishAppointment } from '../../src/language/english-appointment.js';
import { englishCallback } from '../../src/language/english-callback.js';
import { englishConfirmation } from '../../src/language/english-confirmation.js';
import { englishConversation } from '../../src/language/english-conversation.js';
import { englishExpectation } from '../../src/language/english-expectation.js';
import { englishForm } from '../../src/language/english-form.js';
import { english } from '../../src/language/english.js';
import { expect, test } from '../support/scene.js';
import { until } from '../support/until.js';

const RATING = '<curtsy-rating></curtsy-rating>';
const GERMAN = 'Sehr zufrieden';
const ENGLISH = 'Very satisfied';

describe('who names the language', () => {
  test.for([
    ['the document', { html: 'lang="de"' }, RATING],
    ['a region of a language', { html: 'lang="de-AT"' }, RATING],
    ['the setting, over the document', { html: 'lang="en"', locale: 'de' }, RATING],
    ['an ancestor, over the setting', { html: 'lang="en"', locale: 'en' }, `<section lang="de">${RATING}</section>`],
    [
      'the element itself, over all',
      { html: 'lang="en"', locale: 'en' },
      '<section lang="ar"><curtsy-rating lang="de"></curtsy-rating></section>',
    ],
  ] as const)('%s', async ([, { html, ...options }, body], { visit, endpoint }) => {
    const locale = 'locale' in options ? `data-locale="${options.locale}"` : '';
    const page = await visit(body, { html, tag: `data-endpoint="${endpoint.url}" ${locale}` });
    await page.getByRole('radio', { name: GERMAN }).waitFor();
  });

  test('an ancestor on the other side of a shadow root', async ({ visit }) => {
    const page = await visit('<shop-card lang="de"></shop-card>');
    await page.evaluate(() => {
      const root = document.querySelector('shop-card')?.attachShadow({ mode: 'open' });
      if (!root) return;
      root.innerHTML = '<curtsy-rating></curtsy-rating>';
      window.curtsy.push(['watch', root]);
    });
    await page.getByRole('radio', { name: GERMAN }).waitFor();
  });

  test('the browser, where the page says nothing', async ({ visit, invite }) => {
    const by = await invite({ locale: 'de-DE' });
    const page = await visit(RATING, { html: '', by });
    await page.getByRole('radio', { name: GERMAN }).waitFor();
  });

  test('English, where the language is not there yet', async ({ visit }) => {
    const page = await visit(RATING, { html: 'lang="tlh"' });
    await page.getByRole('radio', { name: ENGLISH }).waitFor();
  });
});

describe('changes', () => {
  test.for(['the document', 'an ancestor', 'the element'] as const)('of %s are followed', async (who, { visit }) => {
    const page = await visit(`<section>${RATING}</section>`);
    await page.getByRole('radio', { name: ENGLISH }).waitFor();
    const selector = { 'the document': 'html', 'an ancestor': 'section', 'the element': 'curtsy-rating' }[who];
    await page.evaluate((at) => document.querySelector(at)?.setAttribute('lang', 'de'), selector);
    await page.getByRole('radio', { name: GERMAN }).waitFor();
  });

  test('before the rest of the element is there are followed', async ({ visit, shop }) => {
    shop.fault('curtsy.follow.js', { delay: 1000 });
    const page = await visit(RATING);
    await page.getByRole('radio', { name: ENGLISH }).waitFor();
    await page.evaluate(() => document.documentElement.setAttribute('lang', 'de'));
    await page.getByRole('radio', { name: GERMAN }).waitFor();
  });

  test('inside a shadow root, and of its host, are followed', async ({ visit }) => {
    const page = await visit('<shop-card></shop-card>');
    await page.evaluate(() => {
      const root = document.querySelector('shop-card')!.attachShadow({ mode: 'open' });
      root.innerHTML = '<p><curtsy-rating></curtsy-rating></p>';
      window.curtsy.push(['watch', root]);
    });
    const german = page.getByRole('radio', { name: GERMAN });
    await page.getByRole('radio', { name: ENGLISH }).waitFor();
    await page.locator('shop-card').evaluate((card) => card.setAttribute('lang', 'de'));
    await german.waitFor();
    await page.locator('shop-card p:has(curtsy-rating)').evaluate((ancestor) => ancestor.setAttribute('lang', 'en'));
    await german.waitFor({ state: 'detached' });
    await page.locator('shop-card p:has(curtsy-rating)').evaluate((ancestor) => ancestor.removeAttribute('lang'));
    await german.waitFor();
  });

  test('of the setting are followed, and keep what was chosen', async ({ visit, endpoint }) => {
    const page = await visit(RATING);
    await page.getByRole('radio', { name: ENGLISH }).check();
    await page.evaluate(() => window.curtsy.push(['configure', { locale: 'de' }]));
    await expect.poll(() => page.getByRole('radio', { name: GERMAN }).isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Senden' }).click();
    await until(() => endpoint.bodies().length === 1);
    expect(endpoint.bodies()[0]?.locale).toMatch(/^de/);
  });
});

describe('without a flash of English', () => {
  const PATIENTLY = { timeout: 10_000 };

  /** Every word that stands in the card and can be read. */
  const readable = (page: Page): Promise<string[]> =>
    page.locator('curtsy-rating').evaluate((element) => {
      const texts: string[] = [];
      const walk = document.createTreeWalker(element.shadowRoot!, NodeFilter.SHOW_TEXT);
      while (walk.nextNode()) {
        const { color, visibility } = getComputedStyle(walk.currentNode.parentElement!);
        const text = walk.currentNode.textContent!.trim();
        if (text && visibility === 'visible' && !/^rgba\(.*, 0\)$/.test(color)) texts.push(text);
      }
      return texts;
    });

  /** Stops the page's clock, and keeps German back until the returned function is called. */
  async function holdGerman(context: BrowserContext): Promise<() => void> {
    await context.clock.install({ time: 0 });
    await context.clock.pauseAt(1000);
    let release = () => {};
    const released = new Promise<void>((go) => (release = go));
    await context.route('**/curtsy.locale.de.js*', async (route) => {
      await released;
      await route.continue();
    });
    return release;
  }

  test('nothing is read before the language is there, for half a second; then it is English', async ({
    visit,
    visitor,
  }) => {
    const release = await holdGerman(visitor.context);
    const page = await visit(RATING, { html: 'lang="de"' });
    await page.getByRole('radio', { name: ENGLISH }).waitFor();
    expect(await readable(page)).toEqual([]);
    await page.clock.runFor(499);
    expect(await readable(page)).toEqual([]);
    await page.clock.runFor(1);
    await expect.poll(() => readable(page), PATIENTLY).toContain(ENGLISH);
    release();
    await expect.poll(() => readable(page), PATIENTLY).toContain(GERMAN);
    expect(await readable(page)).not.toContain(ENGLISH);
  });

  test('a language in time is the first that is read', async ({ visit, visitor }) => {
    const release = await holdGerman(visitor.context);
    const page = await visit(RATING, { html: 'lang="de"' });
    await page.getByRole('radio', { name: ENGLISH }).waitFor();
    await page.clock.runFor(400);
    release();
    await expect.poll(() => readable(page), PATIENTLY).toContain(GERMAN);
  });

  test('a face can be pressed meanwhile', async ({ visit, visitor, endpoint }) => {
    const release = await holdGerman(visitor.context);
    const page = await visit(RATING, { html: 'lang="de"' });
    await page.getByRole('radio').nth(3).check();
    release();
    await visitor.context.clock.resume();
    await page.getByRole('button', { name: 'Senden' }).click();
    await until(() => endpoint.bodies().length === 1);
    expect(endpoint.bodies()[0]?.answer['score']).toBe(4);
  });

  test('a language that fails leaves an answer possible, and is there once it can be had', async ({
    visit,
    shop,
    endpoint,
  }) => {
    shop.fault('curtsy.locale.de.js', { status: 404 });
    const page = await visit(RATING, { html: 'lang="de"' });
    await page.getByRole('radio', { name: ENGLISH }).check();
    await expect.poll(() => readable(page), PATIENTLY).toContain(ENGLISH);
    await page.getByRole('button', { name: 'Send' }).click();
    await until(() => endpoint.bodies().length === 1);
    expect(endpoint.bodies()[0]?.answer['score']).toBe(5);
    shop.mend('curtsy.locale.de.js');
    await page.getByRole('heading', { name: 'Vielen Dank' }).waitFor();
  });
});

describe('the shop’s own words', () => {
  const words = (texts: object): string =>
    `<script type="application/json" data-curtsy>${JSON.stringify({ strings: texts })}</script>`;

  test('for a language go before its texts, and an element’s own before those', async ({ visit }) => {
    const page = await visit(`${RATING}<curtsy-rating id="own"></curtsy-rating>`, {
      html: 'lang="de-AT"',
      head: words({ de: { rating4: 'Ganz zufrieden', rating3: 'Eher zufrieden' }, 'de-AT': { rating3: 'Passt' } }),
    });
    await page.locator('#own').evaluate((element) => Object.assign(element, { strings: { rating4: 'Wunderbar' } }));
    const [usual, own] = [page.locator('curtsy-rating').first(), page.locator('#own')];
    await usual.getByRole('radio', { name: 'Ganz zufrieden' }).waitFor();
    await usual.getByRole('radio', { name: 'Passt' }).waitFor();
    await usual.getByRole('radio', { name: 'Sehr unzufrieden' }).waitFor();
    await own.getByRole('radio', { name: 'Wunderbar' }).waitFor();
    await own.getByRole('radio', { name: 'Passt' }).waitFor();
  });

  test.for(['nl', 'nl-BE'])('speak a language that Curtsy does not, on a page in %s', async (lang, { visit }) => {
    const page = await visit(RATING, { html: `lang="${lang}"`, head: words({ nl: { rating4: 'Zeer tevreden' } }) });
    await page.getByRole('radio', { name: 'Zeer tevreden' }).waitFor();
  });

  test('come and go with the settings', async ({ visit }) => {
    const page = await visit(RATING);
    await page.getByRole('radio', { name: ENGLISH }).waitFor();
    await page.evaluate(() => window.curtsy.push(['configure', { strings: { en: { rating4: 'Delighted' } } }]));
    await page.getByRole('radio', { name: 'Delighted' }).waitFor();
    await page.evaluate(() => window.curtsy.push(['configure', { strings: {} }]));
    await page.getByRole('radio', { name: ENGLISH }).waitFor();
  });
});

const ENGLISH_TEXTS: Record<string, string> = {
  ...english,
  ...englishConversation,
  ...englishExpectation,
  ...englishForm,
  ...englishCallback,
  ...englishConfirmation,
  ...englishAppointment,
};

/** All three elements, with all that they can show at once. What the shop says stands in brackets. */
const EVERYTHING = `
  <curtsy-rating reasons="experience"></curtsy-rating>
  <curtsy-rating scale="nps" reasons="a=[12], b=[34]"></curtsy-rating>
  <curtsy-rating scale="3" faces="stars"></curtsy-rating>
  <curtsy-expectation promise="[12.5.]" promises="a=[12], b=[34]"></curtsy-expectation>
  <curtsy-expectation scale="3"></curtsy-expectation>
  <curtsy-expectation subject="[A-12]"></curtsy-expectation>
  <curtsy-callback channels="phone, sms, whatsapp, email" topics="a=[12], b=[34]" country="DE" business="[B&F]"
    privacy-url="/privacy" marketing="[+1]"></curtsy-callback>`;
const CARDS = 7;

/** What a person sees of the cards, and what of it has no room. */
interface Survey {
  texts: string[];
  tight: string[];
}

/** Runs in the page. A line of text has room if it stands inside its card and its button or option, and on no other label. */
function survey(): Survey {
  const texts: string[] = [];
  const tight: string[] = [];
  const isInside = (inner: DOMRect, outer: DOMRect) => inner.left > outer.left - 1 && inner.right < outer.right + 1;
  for (const element of document.querySelectorAll('curtsy-rating, curtsy-expectation, curtsy-callback')) {
    const root = element.shadowRoot!;
    const card = root.querySelector('[part~=base]')!.getBoundingClientRect();
    const labels: [string, DOMRect][] = [];
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const parent = walk.currentNode.parentElement!;
      const text = walk.currentNode.textContent!.trim();
      // A slot has no box of its own.
      const box = parent.closest(':not(slot)')!;
      const isSeen = box.checkVisibility({ opacityProperty: true, visibilityProperty: true });
      if (!text || !isSeen || parent.closest('option, .unseen')) continue;
      texts.push(text);
      const range = document.createRange();
      range.selectNodeContents(walk.currentNode);
      const own = parent.closest('button, [part~=reason]')?.getBoundingClientRect() ?? card;
      for (const line of range.getClientRects()) {
        if (!isInside(line, card) || !isInside(line, own)) tight.push(text);
        if (!parent.closest('[part~=label]')) continue;
        const other = labels.find(
          ([name, { left, right, top, bottom }]) =>
            name !== text && line.left < right && line.right > left && line.top < bottom - 1 && line.bottom > top + 1,
        );
        if (other) tight.push(`${text} on ${other[0]}`);
        labels.push([text, line]);
      }
    }
  }
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) tight.push(`${scrollWidth} px in a page of ${clientWidth}`);
  return { texts: [...new Set(texts)], tight: [...new Set(tight)] };
}

/** Takes a page with EVERYTHING through all that a person can see, and calls `look` at every stage. */
async function tour(page: Page, look: (stage: string) => Promise<void>): Promise<void> {
  const callback = page.locator('curtsy-callback');
  const receipts = async () => (await page.locator('[part~=receipt]').allTextContents()).map((text) => text.trim());
  const press = (selector: string) =>
    page.locator(selector).evaluateAll((buttons) => buttons.forEach((one) => (one as HTMLElement).click()));

  await until(async () => (await page.locator('[part~=base]:not([data-quiet])').count()) === CARDS, {
    what: 'all the cards',
  });
  await look('asking');

  for (const card of await page.locator('curtsy-rating, curtsy-expectation').all())
    await card.getByRole('radio').first().check();
  await page.locator('curtsy-rating [part~=reason]').first().click();
  await callback.locator('button[part~=submit]').click();
  await until(async () => (await receipts()).filter(Boolean).length === CARDS - 1, {
    what: 'word that each choice is kept',
  });
  await look('chosen, and a number forgotten');

  await callback.getByRole('radio').last().check();
  await callback.locator('button[part~=submit]').click();
  await callback.locator('[part~=error] span').waitFor();
  await look('an e-mail address forgotten');
  await callback.locator('input[type=email]').fill('ada@shop');
  await callback.locator('input[type=email]').press('Enter');
  await look('an e-mail address doubted');

  await page.context().setOffline(true);
  await press('curtsy-rating [part~=submit], curtsy-expectation [part~=submit], curtsy-callback [part~=submit]');
  await until(async () => (await page.locator('[data-stage=thanked]').count()) === CARDS, {
    what: 'thanks on each card',
  });
  await look('thanked');
  await until(async () => (await receipts()).filter(Boolean).length === CARDS, {
    what: 'word that each answer is saved',
  });
  await look('saved on the device');
  await page.context().setOffline(false);
  await until(async () => (await page.locator('[data-receipt=sent], [data-receipt=refused]').count()) === CARDS, {
    what: 'an end of sending',
  });
  await look('settled');
}

describe('every text at every stage', () => {
  /** Numerals of the scale, the masked address and the reference are nobody's words. */
  const NOBODYS = /^\d+$|•••|^[0-9A-Z]{3}-[0-9A-Z]{3}$/;

  /** What stands there in English though the language has it otherwise. Names stay. */
  const leftInEnglish = (texts: string[]): string[] => {
    const known = Object.values(ENGLISH_TEXTS).filter((text) => text !== 'WhatsApp');
    const sentences = known
      .flatMap((text) => text.split('{address}'))
      .map((text) => text.trim())
      .filter(Boolean);
    const patterns = sentences.map(
      (text) => new RegExp(`^${text.replace(/[.?()]/g, '\\$&').replace(/\\?{\w+\\?}/g, '.+')}$`),
    );
    return texts.filter((text) => patterns.some((pattern) => pattern.test(text)));
  };

  test.for([
    ['de', 'delivered'],
    ['ar', 'delivered'],
    ['de', 'refused'],
    ['ar', 'refused'],
  ] as const)('is %s, %s', async ([language, fate], { visit, endpoint, visitor }) => {
    if (fate === 'refused') endpoint.behave({ status: 400 });
    const page = await visit(EVERYTHING, { html: `lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"` });
    await tour(page, async (stage) => {
      const { texts } = await page.evaluate(survey);
      expect(texts.length, stage).toBeGreaterThan(3);
      expect(leftInEnglish(texts), stage).toEqual([]);
      const latin = texts.filter(
        (text) => /[a-z]{3}/i.test(text.replace('name@example.com', '')) && !NOBODYS.test(text),
      );
      if (language === 'ar') expect(latin, stage).toEqual([]);
    });
    if (fate === 'refused') await visitor.warned(/refused/);
  });

  test('can be overridden', async ({ visit }) => {
    const strings = Object.fromEntries(
      Object.entries(ENGLISH_TEXTS).map(([key, text]) => [key, `[${text.replace('{address}', '] {address} [')}]`]),
    );
    const page = await visit(EVERYTHING, {
      head: `<script type="application/json" data-curtsy>${JSON.stringify({ strings: { en: strings } })}</script>`,
    });
    await tour(page, async (stage) => {
      const { texts } = await page.evaluate(survey);
      expect(
        texts.filter((text) => !/^\[.+\]$/.test(text) && !NOBODYS.test(text)),
        stage,
      ).toEqual([]);
    });
  });
});

describe('every text has room on a narrow screen', () => {
  /** Twice as long, in brackets and with accents: longer than any language is. */
  const pseudo = (text: string): string => {
    const accented = text.replace(/[aeiou](?![^{]*})/g, (vowel) => `${vowel}\u0301`.normalize());
    return `[${accented} ${accented.replace(/\{\w+\}/g, '')}]`;
  };
  const PSEUDO = Object.fromEntries(Object.entries(ENGLISH_TEXTS).map(([key, text]) => [key, pseudo(text)]));

  test.for([
    ['de', 'as it is'],
    ['de', 'with text of twice the size'],
    ['ar', 'as it is'],
    ['ar', 'with text of twice the size'],
    ['en-XA', 'as it is'],
  ] as const)('in %s, %s', async ([language, size], { visit, invite }) => {
    const by = await invite({ viewport: { width: 320, height: 640 } });
    const page = await visit(EVERYTHING, {
      by,
      html: `lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"`,
      head: `<style>html { font-size: ${size === 'as it is' ? '100%' : '200%'}; } h1 { overflow-wrap: anywhere; }</style>
        <script type="application/json" data-curtsy>${JSON.stringify({ strings: { 'en-XA': PSEUDO } })}</script>`,
    });
    const found: Record<string, string[]> = {};
    await tour(page, async (stage) => {
      const { tight } = await page.evaluate(survey);
      if (tight.length > 0) found[stage] = tight;
    });
    expect(found).toEqual({});
  });
});

describe('direction', () => {
  test('is the page’s, not the language’s: options run from the right, the stored value is the same', async ({
    visit,
    endpoint,
  }) => {
    const page = await visit(RATING, { html: 'lang="ar" dir="rtl"' });
    const radios = page.getByRole('radio');
    await radios.nth(4).waitFor();
    const [first, last] = [await radios.first().boundingBox(), await radios.nth(4).boundingBox()];
    expect(first?.x).toBeGreaterThan(last?.x ?? Infinity);
    await radios.nth(2).check();
    await page.keyboard.press('ArrowLeft');
    expect(await radios.nth(3).isChecked(), 'the arrow to the left goes to the left').toBe(true);
    await page.locator('curtsy-rating button[part~=submit]').click();
    await until(() => endpoint.bodies().length === 1);
    expect(endpoint.bodies()[0]?.answer['score']).toBe(4);
  });

  test('a dir on the element alone is enough', async ({ visit }) => {
    const page = await visit('<curtsy-rating dir="rtl"></curtsy-rating>');
    const radios = page.getByRole('radio');
    await radios.nth(4).waitFor();
    expect((await radios.first().boundingBox())?.x).toBeGreaterThan((await radios.nth(4).boundingBox())?.x ?? Infinity);
  });
});
