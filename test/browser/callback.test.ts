// A request to be called or written back: easy to fill, never a wall, and its number nowhere but on its way to the shop.

import type { Page } from 'playwright-core';
import { describe } from 'vitest';
import type { Endpoint } from '../support/endpoint.js';
import { emptied, heard } from '../support/in-page.js';
import { expect, test } from '../support/scene.js';
import { schemaFaults } from '../support/schema.js';
import { until } from '../support/until.js';

const CALLBACK =
  '<curtsy-callback country="GB" channels="phone, sms, whatsapp, email" business="Bloom &amp; Field"></curtsy-callback>';
const REFERENCE = /^[0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{3}$/;

async function answer(page: Page, endpoint: Endpoint): Promise<Record<string, unknown>> {
  await until(() => endpoint.bodies().length > 0);
  await emptied(page);
  expect(endpoint.bodies()).toHaveLength(1);
  const [body] = endpoint.bodies();
  expect(schemaFaults(body)).toEqual([]);
  return body?.answer ?? {};
}

describe('a request', () => {
  test('to be called: number as typed and as E.164, consent in the words that were shown, a reference', async ({
    visit,
    endpoint,
  }) => {
    const page = await visit(CALLBACK);
    await page.getByLabel('Your number').fill('020 7946 0018');
    await page.getByLabel(/^Your name/).fill('Ada');
    await page.getByLabel(/beforehand/).fill('About the blue lamp.');
    const shown = await page.getByText(/uses it for this call only/).innerText();
    await page.getByRole('button', { name: 'Ask for a call' }).click();
    await page.getByRole('heading', { name: 'We’ll call you.' }).waitFor();

    const sent = await answer(page, endpoint);
    expect(sent).toMatchObject({
      channel: 'phone',
      phone: '+442079460018',
      phoneRaw: '020 7946 0018',
      name: 'Ada',
      note: 'About the blue lamp.',
      slot: 'asap',
      reference: expect.stringMatching(REFERENCE) as string,
      consent: { locale: 'en', at: expect.any(String) as string, version: expect.any(String) as string },
    });
    expect(shown).toContain((sent['consent'] as { text: string }).text);
    expect(shown).toContain('Bloom & Field');
    await page.getByText(String(sent['reference']), { exact: true }).waitFor();
  });

  test.for([
    ['Text (SMS)', 'Your number', '07700 900123', { channel: 'sms', phone: '+447700900123' }],
    ['WhatsApp', 'Your number', '07700 900123', { channel: 'whatsapp', phone: '+447700900123' }],
    ['E-mail', 'Your e-mail address', 'ada@shop.example', { channel: 'email', email: 'ada@shop.example' }],
  ] as const)('by %s', async ([channel, label, address, expected], { visit, endpoint }) => {
    const page = await visit(CALLBACK);
    await page.getByRole('radio', { name: channel }).check();
    await page.getByLabel(label).fill(address);
    await page.getByRole('button', { name: /^Ask for/ }).click();
    expect(await answer(page, endpoint)).toMatchObject(expected);
  });

  test('about one of the shop’s topics', async ({ visit, endpoint }) => {
    const page = await visit(
      '<curtsy-callback country="GB" channels="email" topics="order=My order, product=A product"></curtsy-callback>',
    );
    await page.getByRole('radio', { name: 'A product' }).check();
    await page.getByLabel('Your e-mail address').fill('ada@shop.example');
    await page.getByRole('button', { name: /^Ask for/ }).click();
    expect(await answer(page, endpoint)).toMatchObject({ topic: 'product', channel: 'email' });
  });

  test('with a box for marketing, unticked and never required', async ({ visit, endpoint }) => {
    const page = await visit(
      '<curtsy-callback country="GB" channels="email" marketing="Send me the garden letter"></curtsy-callback>',
    );
    const box = page.getByRole('checkbox', { name: 'Send me the garden letter' });
    await box.waitFor();
    expect(await box.isChecked()).toBe(false);
    await page.getByLabel('Your e-mail address').fill('ada@shop.example');
    await page.getByRole('button', { name: /^Ask for/ }).click();
    expect((await answer(page, endpoint))['consent']).toMatchObject({ marketing: false });
  });

  test('prefilled with what the shop knows', async ({ visit }) => {
    const page = await visit(CALLBACK, {
      tag: `data-customer='{"name":"Ada","phone":"+49 30 901820","email":"ada@shop.example"}'`,
      head: '',
    });
    await expect.poll(() => page.getByLabel('Your number').inputValue()).toBe('+49 30 901820');
    expect(await page.getByLabel(/^Your name/).inputValue()).toBe('Ada');
    await expect.poll(() => page.getByLabel('Country').inputValue()).toBe('DE');
  });
});

describe('the number', () => {
  test.for([
    ['GB', '(020) 7946-0018', '+442079460018'],
    ['GB', '+49 30 901820', '+4930901820'],
    ['GB', '0049 30 901820', '+4930901820'],
    ['IT', '06 698 1234', '+39066981234'],
    ['EG', '٠٢ ٢٣٩١ ٠٠٠٠', '+20223910000'],
    ['DE', '０３０ ９０１８２０', '+4930901820'],
  ] as const)('in %s, %s is understood', async ([country, typed, e164], { visit, endpoint }) => {
    const page = await visit(`<curtsy-callback country="${country}" channels="phone, email"></curtsy-callback>`);
    await page.getByLabel('Your number').fill(typed);
    await page.getByRole('button', { name: 'Ask for a call' }).click();
    expect(await answer(page, endpoint)).toMatchObject({ phone: e164, phoneRaw: typed });
  });

  test('in doubt is asked about once, and never a wall', async ({ visit, endpoint }) => {
    const page = await visit(CALLBACK);
    await page.getByLabel('Your number').fill('12345');
    await page.getByRole('button', { name: 'Ask for a call' }).click();
    await page.getByText(/Is this number right/).waitFor();
    expect(endpoint.arrivals).toEqual([]);
    await page.getByRole('button', { name: 'Ask for a call' }).click();
    expect(await answer(page, endpoint)).toMatchObject({ phoneRaw: '12345' });
  });

  test('that is missing is said beside the field, in words, and the field has the focus', async ({
    visit,
    endpoint,
  }) => {
    const page = await visit(CALLBACK);
    await page.getByRole('button', { name: 'Ask for a call' }).click();
    await page.getByText('Error: Please enter your number.').waitFor();
    const field = page.getByLabel('Your number');
    await expect.poll(() => field.evaluate((input) => input.matches(':focus'))).toBe(true);
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    const described = await field.evaluate((input) => {
      const ids = input.getAttribute('aria-describedby')?.split(' ') ?? [];
      return ids.map((id) => (input.getRootNode() as ShadowRoot).getElementById(id)?.textContent.trim()).join(' ');
    });
    expect(described).toContain('Please enter your number.');
    expect(endpoint.arrivals).toEqual([]);
  });

  test('every country can be chosen, by name; the shop’s list narrows them', async ({ visit }) => {
    const page = await visit(
      `${CALLBACK}<curtsy-callback id="few" country="AT" countries="AT, DE, CH" channels="phone, email"></curtsy-callback>`,
    );
    const all = page.locator('curtsy-callback').first().getByLabel('Country');
    await all.waitFor();
    await expect.poll(() => all.locator('option').count()).toBeGreaterThan(200);
    expect(await all.locator('option', { hasText: 'Japan' }).count()).toBe(1);
    const few = page.locator('#few').getByLabel('Country');
    const names = async (): Promise<string[]> =>
      (await few.locator('option').allInnerTexts()).map((text) => text.replace(/[^a-zA-Z]/g, ''));
    await expect.poll(names).toEqual(['Austria', 'Germany', 'Switzerland']);
  });

  test('phoneAdapter takes the shop’s own library', async ({ visit, endpoint }) => {
    const head = `<script>
      window.curtsy = window.curtsy || [];
      curtsy.push(['configure', { phoneAdapter: (typed, country) => ({ e164: '+3725123456', valid: true, country }) }]);
    </script>`;
    const page = await visit(CALLBACK, { head });
    await page.getByLabel('Your number').fill('5123456');
    await page.getByRole('button', { name: 'Ask for a call' }).click();
    expect(await answer(page, endpoint)).toMatchObject({ phone: '+3725123456' });
  });
});

describe('after Send', () => {
  test('nothing is agreed before the endpoint has it', async ({ visit, endpoint }) => {
    endpoint.behave({ delay: 3_000 });
    const page = await visit(CALLBACK);
    await page.getByLabel('Your number').fill('020 7946 0018');
    await page.getByRole('button', { name: 'Ask for a call' }).click();
    await page.getByText(/once we have your request/).waitFor();
    expect(await page.getByText('We’ll call you.').count()).toBe(0);
    await page.getByText('We’ll call you.').waitFor();
  });

  test('the number is shown masked, and is nowhere in the page or its storage once it is delivered', async ({
    visit,
    endpoint,
  }) => {
    const page = await visit(CALLBACK);
    await page.getByLabel('Your number').fill('020 7946 0018');
    await page.getByRole('button', { name: 'Ask for a call' }).click();
    await page.getByText('+44 ••• 0018').waitFor();
    await answer(page, endpoint);
    const left = await page.evaluate(async () => {
      const element = document.querySelector('curtsy-callback');
      const inputs = [...(element?.shadowRoot?.querySelectorAll('input') ?? [])].map(({ value }) => value);
      const kept = await window.curtsy.outbox.export();
      return JSON.stringify([
        inputs,
        element?.shadowRoot?.textContent,
        { ...localStorage },
        { ...sessionStorage },
        kept,
      ]);
    });
    expect(left).not.toMatch(/7946/);
    expect(page.url()).not.toContain('7946');
  });

  test('no event has it but curtsy-submit', async ({ visit, endpoint }) => {
    const page = await visit(CALLBACK);
    await page.getByLabel('Your number').fill('020 7946 0018');
    await page.getByRole('button', { name: 'Ask for a call' }).click();
    await answer(page, endpoint);
    const events = await heard(page);
    expect(events.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['curtsy-submit', 'curtsy-saved', 'curtsy-delivered']),
    );
    expect(JSON.stringify(events.filter(({ type }) => type !== 'curtsy-submit'))).not.toMatch(/7946/);
  });

  test('a form that was not sent leaves nothing behind', async ({ visit, endpoint, shop }) => {
    const page = await visit(CALLBACK);
    await page.getByLabel('Your number').fill('020 7946 0018');
    await page.goto(shop.page('/next', '<h1>Next</h1>'));
    const next = await visit('<curtsy-rating></curtsy-rating>', { path: '/later' });
    await emptied(next);
    expect(endpoint.arrivals).toEqual([]);
    expect(await next.evaluate(() => JSON.stringify({ ...localStorage }))).not.toMatch(/7946/);
  });

  test('a machine that fills what nobody sees is thanked, and nothing is sent', async ({ visit, endpoint }) => {
    const page = await visit(CALLBACK);
    await page.getByLabel('Your number').fill('020 7946 0018');
    const trap = page.locator('curtsy-callback input[tabindex="-1"]');
    expect(await page.getByRole('textbox').count(), 'number, name and note: a person is not shown more').toBe(3);
    const isSeen = await trap.evaluate((input) =>
      input.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
    );
    expect(isSeen).toBe(false);
    await trap.evaluate((input: HTMLInputElement) => {
      input.value = 'https://spam.example';
    });
    await page.getByRole('button', { name: 'Ask for a call' }).click();
    await page.getByRole('heading', { level: 2 }).waitFor();
    await emptied(page);
    expect(endpoint.arrivals).toEqual([]);
  });
});

test('a shop that offers only calls is told that some can’t use them', async ({ visit, visitor }) => {
  await visit('<curtsy-callback country="GB"></curtsy-callback>');
  await visitor.warned(/\[curtsy\].*(sms|email)/);
});
