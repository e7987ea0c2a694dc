// The way of a request with a time: by keyboard alone and with axe on every stage, agreed when the endpoint has it and not before,
// changed as a revision, cancelled before it was sent and after.

import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { describe } from 'vitest';
import { faults } from '../support/axe.js';
import { emptied, heard, pending } from '../support/in-page.js';
import { expect, test } from '../support/scene.js';
import { schemaFaults } from '../support/schema.js';
import { fetched } from '../support/shop.js';
import { until } from '../support/until.js';

const HOURS = 'hours="Mo-Sa 09:00-18:00" time-zone="Europe/London" respond-within="PT10M"';
const CALLBACK = `<section aria-label="Help"><curtsy-callback country="GB" channels="phone, whatsapp, email" business="Bloom &amp; Field" ${HOURS}></curtsy-callback></section>`;
const IN_LONDON = { timezoneId: 'Europe/London', locale: 'en-GB' };
const TUESDAY = '2026-11-24T15:12:00Z';
const EVENING = '2026-11-24T19:00:00Z';

const times = (page: Page): Locator => page.locator('input[name=when]');
const submit = (page: Page): Locator => page.locator('curtsy-callback button[part~=submit]');
const says = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('heading', { level: 2, name, exact: typeof name === 'string' }).waitFor();
const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();

/** `test` with a form of a shop in London on a Tuesday afternoon there, and all that it fetches. */
const scene = test.extend('opened', ({ visit, invite }) => {
  return async (now: string, { body = CALLBACK, zone = 'Europe/London', html = 'lang="en"', width = 1280 } = {}) => {
    const by = await invite({ ...IN_LONDON, timezoneId: zone, viewport: { width, height: 900 } });
    const page = await visit('<p>Help</p>', { by });
    await page.clock.setFixedTime(now);
    const next = await visit(body, { by, html, path: '/help' });
    await next.clock.setFixedTime(now);
    await next.reload();
    await next.locator('.when .hint').waitFor();
    // The outbox comes last; a page that goes offline before would have nothing to send with.
    await pending(next);
    return next;
  };
});

async function ask(page: Page, time?: string): Promise<void> {
  await page.getByLabel('Your number').fill('020 7946 0018');
  if (time) await page.getByRole('radio', { name: time }).first().check({ force: true });
  await submit(page).click();
}

const card = (page: Page): Promise<string> => page.locator('[part~=base]').innerText();

describe('the promise', () => {
  scene('is agreed when the endpoint has it, and not before', async ({ opened, endpoint }) => {
    endpoint.behave({ delay: 2_000 });
    const page = await opened(TUESDAY);
    expect(await page.locator('.promise').innerText()).toBe('We’ll call by 15:22');
    await ask(page);
    await says(page, 'Saved on this device. We’ll confirm a time when it is sent.');
    expect(await card(page)).not.toMatch(/15:22/);
    await says(page, 'We’ll call you by 15:22');
    const [body] = endpoint.bodies();
    expect(schemaFaults(body)).toEqual([]);
    expect(body?.answer).toMatchObject({ slot: 'asap', promisedBy: '2026-11-24T15:22:00.000Z' });
  });

  scene('of a closed shop names its opening', async ({ opened, endpoint }) => {
    const page = await opened(EVENING);
    expect(await page.locator('.promise').innerText()).toBe('We open tomorrow at 09:00 and will call by 09:10');
    expect(await page.getByRole('radio', { name: 'As soon as possible' }).count()).toBe(0);
    await ask(page);
    await says(page, 'We’ll call you tomorrow by 09:10');
    expect(endpoint.bodies()[0]?.answer).toMatchObject({
      slot: { start: '2026-11-25T09:00:00.000Z', end: '2026-11-25T09:30:00.000Z', timeZone: 'Europe/London' },
      promisedBy: '2026-11-25T09:10:00.000Z',
    });
  });

  scene('goes on while the form stands open', async ({ opened }) => {
    const page = await opened(TUESDAY);
    await page.clock.setFixedTime('2026-11-24T16:00:30Z');
    await expect.poll(() => page.locator('.promise').innerText(), { timeout: 15_000 }).toBe('We’ll call by 16:11');
  });

  scene(
    'that has passed when the endpoint gets it is not agreed, and another time is offered',
    async ({ opened, endpoint }) => {
      const page = await opened(TUESDAY);
      await page.context().setOffline(true);
      await ask(page);
      await says(page, /Saved on this device/);
      expect(await card(page)).not.toMatch(/\d\d:\d\d/);
      await page.clock.setFixedTime('2026-11-24T15:40:00Z');
      await page.context().setOffline(false);
      await says(page, 'Your request has reached us only after 15:22.');
      await press(page, 'Choose another time');
      await page.getByRole('radio', { name: '16:30' }).check({ force: true });
      await press(page, 'Send the change');
      await says(page, 'We’ll call you today, 16:30 to 17:00');
      expect(endpoint.bodies().map(({ revision }) => revision)).toEqual([1, 2]);
    },
  );

  scene(
    'is none where it can’t be kept: no hours, no zone, a wrong notation, a written channel',
    async ({ opened, visit, visitor }) => {
      for (const attributes of ['', 'hours="Mo-Fr 09:00-18:00"', 'hours="Mo-Fr 9-18" time-zone="Europe/London"']) {
        const page = await visit(
          `<curtsy-callback country="GB" channels="phone, email" respond-within="PT10M" ${attributes}></curtsy-callback>`,
        );
        await page.getByLabel('Your number').waitFor();
        await pending(page);
        await expect.poll(() => page.locator('.when').count()).toBe(0);
        expect((await page.locator('.promise').allInnerTexts()).join('')).toBe('');
      }
      await visitor.warned(/time-zone is "".*no time|time-zone is "".*No times/);
      await visitor.warned(/hours is "Mo-Fr 9-18"; in column 7/);
      const page = await opened(TUESDAY);
      await page.getByRole('radio', { name: 'WhatsApp' }).check({ force: true });
      expect(await page.locator('.when, .promise').count()).toBe(0);
      await page.getByText('Bloom & Field uses it only to write to you on WhatsApp about this.').waitFor();
    },
  );
});

describe('a time', () => {
  scene('that has passed while the form was open is said, and not sent', async ({ opened, endpoint }) => {
    const page = await opened(TUESDAY);
    await page.getByRole('radio', { name: '15:30' }).check({ force: true });
    await page.clock.setFixedTime('2026-11-24T15:31:00Z');
    await page.getByLabel('Your number').fill('020 7946 0018');
    await submit(page).click();
    await page.getByText('The time you chose is no longer possible').waitFor();
    expect(endpoint.arrivals).toEqual([]);
    await expect
      .poll(() => times(page).evaluateAll((radios) => radios.findIndex((radio) => radio.matches(':checked:focus'))))
      .toBe(0);
    await submit(page).click();
    await says(page, 'We’ll call you by 15:41');
  });

  scene(
    'and a number that both are to be mended are listed in front, each leading to its place',
    async ({ opened }) => {
      const page = await opened(TUESDAY);
      await page.getByRole('radio', { name: '15:30' }).check({ force: true });
      await page.clock.setFixedTime('2026-11-24T15:31:00Z');
      await submit(page).click();
      const summary = page.getByRole('group', { name: 'There is a problem' });
      await expect.poll(() => summary.evaluate((list) => list.matches(':focus'))).toBe(true);
      expect(await faults(page, 'in error')).toEqual([]);
      await summary.getByRole('button', { name: /enter your number/ }).click();
      expect(await page.getByLabel('Your number').evaluate((input) => input.matches(':focus'))).toBe(true);
    },
  );

  scene('of another zone: both clocks are named, and the zone can be changed', async ({ opened, endpoint }) => {
    const page = await opened(TUESDAY, { zone: 'America/New_York' });
    await page.getByText('Your time, New York. At the shop, London: 15:12.').waitFor();
    await press(page, 'Other time zone');
    const zone = page.getByLabel('Your time zone');
    expect(await zone.evaluate((select) => select.matches(':focus'))).toBe(true);
    await zone.selectOption({ label: 'Kolkata (Asia)' });
    // There it is a quarter to nine in the evening: nobody is called after nine.
    await page.getByText('Your time, Kolkata. At the shop, London: 15:12.').waitFor();
    await press(page, 'More times');
    await ask(page, '14:30');
    await says(page, 'We’ll call you tomorrow, 14:30 to 15:00');
    await page.getByText(/At the shop, United Kingdom Time \(London\): 09:00/).waitFor();
    expect(endpoint.bodies()[0]?.answer).toMatchObject({
      slot: { timeZone: expect.stringMatching(/^Asia.(Kolkata|Calcutta)$/) as string },
    });
  });

  scene('goes into a calendar', async ({ opened }) => {
    const page = await opened(TUESDAY);
    await ask(page, '16:30');
    await says(page, 'We’ll call you today, 16:30 to 17:00');
    const [file] = await Promise.all([page.waitForEvent('download'), press(page, 'Add to calendar')]);
    const text = await readFile(await file.path(), 'utf8');
    expect(file.suggestedFilename()).toMatch(/^[0-9A-Z]{3}-[0-9A-Z]{3}\.ics$/);
    expect(text).toContain('DTSTART:20261124T163000Z\r\nDTEND:20261124T170000Z\r\nSUMMARY:Call from Bloom & Field\r\n');
    expect(text).not.toMatch(/7946/);
  });
});

describe('a change', () => {
  scene(
    'is the next revision of the same request; the number need not be typed again, and is not shown',
    async ({ opened, endpoint }) => {
      const page = await opened(TUESDAY);
      await page.getByLabel(/^Your name/).fill('Ada');
      await ask(page, '16:30');
      await says(page, /16:30 to 17:00/);
      await press(page, 'Change');
      await page.getByText('Left empty, it stays \u2066+44 ••• 0018\u2069.').waitFor();
      expect(await page.getByLabel('Your number').inputValue()).toBe('');
      expect(await page.getByLabel(/^Your name/).inputValue()).toBe('Ada');
      await page.getByRole('radio', { name: '17:00' }).check({ force: true });
      await press(page, 'Send the change');
      await says(page, 'We’ll call you today, 17:00 to 17:30');
      await emptied(page);
      const [first, second] = endpoint.bodies();
      expect(endpoint.arrivals.map(({ key }) => key)).toEqual([`"${first?.id}.1"`, `"${first?.id}.2"`]);
      expect(schemaFaults(second)).toEqual([]);
      expect(second?.answer).toMatchObject({
        phone: '+442079460018',
        phoneRaw: '020 7946 0018',
        name: 'Ada',
        slot: { start: '2026-11-24T17:00:00.000Z' },
        reference: first?.answer['reference'],
      });
      const events = (await heard(page)).filter(({ type }) => type !== 'curtsy-submit');
      expect(JSON.stringify(events)).not.toMatch(/7946/);
    },
  );

  scene('that is thought better of leaves everything as it was', async ({ opened, endpoint }) => {
    const page = await opened(TUESDAY);
    await ask(page);
    await says(page, 'We’ll call you by 15:22');
    await press(page, 'Change');
    await press(page, 'Keep it as it is');
    await says(page, 'We’ll call you by 15:22');
    await emptied(page);
    expect(endpoint.bodies()).toHaveLength(1);
  });
});

describe('cancelling', () => {
  scene('before it was sent removes it, and nothing is sent', async ({ opened, endpoint }) => {
    const page = await opened(TUESDAY);
    await page.context().setOffline(true);
    await ask(page);
    await says(page, /Saved on this device/);
    // The browser says that it is offline: nobody has tried yet.
    expect(await pending(page)).toMatchObject([{ attempts: 0 }]);
    await press(page, 'Cancel');
    await says(page, 'Cancel your request?');
    await press(page, 'Cancel the request');
    await says(page, 'Cancelled');
    await page.getByText('Your request was not sent, and is deleted.').waitFor();
    expect(await pending(page)).toEqual([]);
    await page.context().setOffline(false);
    await emptied(page);
    expect(endpoint.arrivals).toEqual([]);
  });

  scene('after it was sent tells the shop; asking again is a new request', async ({ opened, endpoint }) => {
    const page = await opened(TUESDAY);
    await ask(page);
    await says(page, 'We’ll call you by 15:22');
    await press(page, 'Cancel');
    await press(page, 'Cancel the request');
    await says(page, 'Cancelled');
    await page.getByText('We won’t call you.').waitFor();
    const [asked, cancelled] = endpoint.bodies();
    expect(cancelled).toMatchObject({
      kind: 'callback-cancelled',
      revision: 1,
      complete: true,
      inReplyTo: asked?.id,
      answer: { reference: asked?.answer['reference'] },
    });
    expect(schemaFaults(cancelled)).toEqual([]);
    await press(page, 'Ask again');
    await submit(page).click();
    await says(page, 'We’ll call you by 15:22');
    await emptied(page);
    const again = endpoint.bodies().at(-1);
    expect(again).toMatchObject({ kind: 'callback', revision: 1, answer: { phone: '+442079460018' } });
    expect(again?.id).not.toBe(asked?.id);
    expect(again?.answer['reference']).not.toBe(asked?.answer['reference']);
  });

  scene('is only done when the shop has heard of it', async ({ opened, endpoint }) => {
    const page = await opened(TUESDAY);
    await ask(page);
    await says(page, 'We’ll call you by 15:22');
    await page.context().setOffline(true);
    await press(page, 'Cancel');
    await press(page, 'Cancel the request');
    await says(page, 'Your request is cancelled once this has reached us.');
    await page.context().setOffline(false);
    await says(page, 'Cancelled');
    expect(endpoint.bodies().map(({ kind }) => kind)).toEqual(['callback', 'callback-cancelled']);
  });

  scene('can be thought better of', async ({ opened, endpoint }) => {
    const page = await opened(TUESDAY);
    await ask(page);
    await says(page, 'We’ll call you by 15:22');
    await press(page, 'Cancel');
    await press(page, 'Keep it as it is');
    await says(page, 'We’ll call you by 15:22');
    expect(endpoint.bodies()).toHaveLength(1);
  });
});

describe('by keyboard alone, with nothing for axe to complain of on the way', () => {
  scene.for([
    ['in English', 'lang="en"', 1280],
    ['in English, on a small screen', 'lang="en"', 320],
    ['in German, on a small screen', 'lang="de"', 320],
    ['in Arabic', 'lang="ar" dir="rtl"', 1280],
    ['in Arabic, on a small screen', 'lang="ar" dir="rtl"', 320],
  ] as const)('%s', async ([, html, width], { opened, endpoint }) => {
    const page = await opened(TUESDAY, { html, width });
    const found: string[] = [];
    const look = async (stage: string): Promise<void> => {
      found.push(...(await faults(page, stage)));
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${stage}: sideways`).toBe(width);
    };
    await look('asking');
    await tabTo(page, 'input[type=tel]');
    await page.keyboard.type('020 7946 0018');
    await tabTo(page, '[name=when]');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await tabTo(page, '.when button');
    await page.keyboard.press('Enter');
    await until(() => hasFocus(page, '[name=when]'), { what: 'the focus on the first time that was unfolded' });
    await look('unfolded');
    await tabTo(page, '.when .after button:last-child');
    await page.keyboard.press('Enter');
    await until(() => hasFocus(page, '#zone'));
    await look('another zone');
    await tabTo(page, 'button[part~=submit]');
    await page.keyboard.press('Enter');
    await page.locator('curtsy-callback[data-receipt=sent]').waitFor();
    await until(() => hasFocus(page, 'h2'));
    await look('confirmed');
    await tabTo(page, '.after button');
    await page.keyboard.press('Enter');
    await until(() => hasFocus(page, '[name=when]'));
    await look('changing');
    await page.keyboard.press('ArrowDown');
    await tabTo(page, 'button[part~=submit]');
    await page.keyboard.press('Enter');
    await until(() => endpoint.bodies().length === 2);
    await until(() => hasFocus(page, 'h2'));
    await tabTo(page, '.after button:nth-child(2)');
    await page.keyboard.press('Enter');
    await until(() => hasFocus(page, 'h2'));
    await look('asked whether to cancel');
    await tabTo(page, '.after button');
    await page.keyboard.press('Enter');
    await until(() => endpoint.bodies().length === 3);
    await page.locator('curtsy-callback[data-receipt=sent]').waitFor();
    await until(() => hasFocus(page, 'h2'));
    await look('cancelled');
    expect(found).toEqual([]);
    expect(endpoint.bodies().map(({ kind, revision }) => `${kind} ${revision}`)).toEqual([
      'callback 1',
      'callback 2',
      'callback-cancelled 1',
    ]);
  });
});

const hasFocus = (page: Page, selector: string): Promise<boolean> =>
  page
    .locator('curtsy-callback')
    .evaluate((element, wanted) => !!element.shadowRoot?.activeElement?.matches(wanted), selector);

async function tabTo(page: Page, selector: string): Promise<void> {
  for (let count = 0; count < 40; count++) {
    await page.keyboard.press('Tab');
    if (await hasFocus(page, selector)) return;
  }
  throw new Error(`Tab leads to no ${selector}.`);
}

describe('what is fetched', () => {
  test('for times: a file of its own, after the form; without hours never', async ({ visit, shop }) => {
    const page = await visit('<curtsy-callback country="GB" channels="phone, email"></curtsy-callback>');
    await pending(page);
    expect(fetched(shop)).toContain('contact');
    expect(fetched(shop)).not.toContain('appointment');
    await page.locator('curtsy-callback').evaluate((element) => {
      element.setAttribute('time-zone', 'UTC');
      element.setAttribute('hours', '24/7');
    });
    await until(() => fetched(shop).includes('appointment'));
    await page.locator('.when .hint').waitFor();
  });

  test('on a page without it: nothing of it', async ({ visit, shop }) => {
    const page = await visit('<curtsy-rating></curtsy-rating>');
    await pending(page);
    expect(fetched(shop).filter((name) => /callback|contact|appointment/.test(name))).toEqual([]);
  });

  test('a number that was sent before its table was there goes out as E.164 all the same', async ({
    visit,
    shop,
    endpoint,
  }) => {
    shop.fault('curtsy.contact.js', { delay: 3_000 });
    const page = await visit('<curtsy-callback country="GB" channels="phone, email"></curtsy-callback>');
    await page.getByLabel('Your number').fill('020 7946 0018');
    await submit(page).click();
    await says(page, 'We’ll be in touch once we have your request.');
    await says(page, 'We’ll call you.');
    expect(endpoint.bodies()[0]?.answer).toMatchObject({ phone: '+442079460018', phoneRaw: '020 7946 0018' });
  });
});
