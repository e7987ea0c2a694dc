// `ask()`, `explain()` and `debug`: questions by code, and why a prompt is or isn't there.

import type { Page } from 'playwright-core';
import { ready } from '../support/in-page.js';
import { expect, test } from '../support/scene.js';
import { until } from '../support/until.js';

interface Explained {
  prompt: string;
  showing: boolean;
  reason: string;
  rules: { rule: string; allows: boolean; found: string }[];
}
interface Calls {
  ask: (kind: string, attributes?: object) => Promise<object>;
  explain: () => Explained[];
  configure: (settings: object) => void;
  forget: () => Promise<void>;
}

const RATING = '<curtsy-rating touchpoint="shop"></curtsy-rating>';
const card = (page: Page) => page.getByRole('dialog', { name: 'How was the chat?' });
const close = (page: Page) => page.getByRole('button', { name: 'Close feedback' });
const chat = { touchpoint: 'chat', question: 'How was the chat?', reasons: [{ value: 'wait', label: 'The wait' }] };

const ask = (page: Page, kind = 'rating', attributes: object = chat) =>
  page.evaluate(([kind, attributes]) => (window.curtsy as unknown as Calls).ask(kind, attributes), [
    kind,
    attributes,
  ] as const);
const explain = (page: Page) =>
  page.evaluate(() =>
    (window.curtsy as unknown as Calls)
      .explain()
      .map(({ prompt, showing, reason, rules }) => ({ prompt, showing, reason, rules })),
  );

test('ask() resolves with the answer, as it was sent', async ({ visit, endpoint }) => {
  const page = await visit('');
  await ready(page);
  const asked = ask(page);
  await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
  await page.getByRole('checkbox', { name: 'The wait' }).check();
  await page.getByRole('button', { name: 'Send' }).click();
  expect(await asked).toMatchObject({
    outcome: 'answered',
    response: { kind: 'rating', touchpoint: 'chat', answer: { score: 4, reasons: ['wait'] } },
  });
  await until(() => endpoint.bodies().some(({ complete }) => complete));
  await close(page).click();
  expect(await page.locator('curtsy-prompt').count()).toBe(0);
});

test('ask() resolves with a dismissal, and then with the rule that spoke against asking again', async ({ visit }) => {
  const page = await visit('');
  await ready(page);
  const asked = ask(page);
  await card(page).waitFor();
  await close(page).click();
  expect(await asked).toEqual({ outcome: 'dismissed' });
  expect(await ask(page)).toEqual({ outcome: 'suppressed', reason: 'cooldown' });
  expect(await ask(page, 'expectation', { touchpoint: 'delivery' })).toEqual({
    outcome: 'suppressed',
    reason: 'one-a-visit',
  });
  expect(await page.locator('curtsy-prompt').count()).toBe(0);
});

test('ask() waits for what is in the way', async ({ visit }) => {
  const page = await visit('<dialog open id="cart">Cart</dialog>');
  await ready(page);
  const asked = ask(page);
  await page.locator('curtsy-prompt').waitFor({ state: 'attached' });
  await page.evaluate(() => document.querySelector<HTMLDialogElement>('#cart')!.close());
  await card(page).waitFor();
  await close(page).click();
  expect(await asked).toEqual({ outcome: 'dismissed' });
});

test('a choice that was not sent is an answer', async ({ visit }) => {
  const page = await visit('');
  await ready(page);
  const asked = ask(page);
  await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
  await close(page).click();
  expect(await asked).toEqual({ outcome: 'answered' });
});

test('explain() says of every prompt whether it shows, and why, in words', async ({ visit }) => {
  const page = await visit(
    `<script>curtsy = [['configure', {quietPages: ['/cart*']}]]</script>
     <curtsy-prompt id="shop" trigger="load">${RATING}</curtsy-prompt>
     <curtsy-prompt id="thanks" trigger="load" pages="/thanks">${RATING}</curtsy-prompt>
     <curtsy-prompt id="far" trigger="scroll 60%">${RATING}</curtsy-prompt>
     <curtsy-prompt id="mine">${RATING}</curtsy-prompt>`,
  );
  await page.getByRole('dialog').waitFor();
  await ready(page);
  const all = await explain(page);
  expect(all.map(({ prompt, showing }) => [prompt, showing])).toEqual([
    ['shop', true],
    ['thanks', false],
    ['far', false],
    ['mine', false],
  ]);
  expect(all[0]!.reason).toBe('It is showing, by the trigger load.');
  expect(all[1]!.reason).toBe('The rule pages is against it: this page is /, it may show on /thanks.');
  expect(all[2]!.reason).toMatch(/^The rule one-a-visit is against it: “shop” has spoken unasked in this visit/);
  expect(all[0]!.rules.map(({ rule }) => rule)).toHaveLength(11);
  for (const { found } of all.flatMap(({ rules }) => rules)) expect(found).toMatch(/^[a-z“].{8,}/);
  expect(all[0]!.rules.find(({ rule }) => rule === 'quiet-pages')).toEqual({
    rule: 'quiet-pages',
    allows: true,
    found: 'this page is /, quiet are /cart*',
  });
});

test('explain() names what is in the way, and that the trigger has not come', async ({ visit }) => {
  const page = await visit(
    `<div style="position:fixed;inset:auto 0 0;height:90px">We use cookies</div>
     <curtsy-prompt id="shop" trigger="load">${RATING}</curtsy-prompt><curtsy-prompt id="help" trigger="click #help">${RATING}</curtsy-prompt>`,
  );
  await ready(page);
  await expect
    .poll(async () => (await explain(page)).map(({ reason }) => reason))
    .toEqual([
      'It waits: something fixed or sticky is in its place, such as a cookie banner.',
      'It waits for its trigger, click #help.',
    ]);
});

test('explain() is empty where there is no prompt', async ({ visit }) => {
  const page = await visit('');
  await ready(page);
  expect(await explain(page)).toEqual([]);
});

test('debug says in the console why each prompt was or was not shown', async ({ visit, visitor }) => {
  const lines: string[] = [];
  visitor.context.on('console', (message) => lines.push(message.text()));
  const page = await visit(
    `<script>curtsy = [['configure', {debug: true}]]</script><curtsy-prompt id="thanks" trigger="after 1s" pages="/thanks">${RATING}</curtsy-prompt>`,
  );
  await ready(page);
  await until(() =>
    lines.some((line) =>
      line.includes('[curtsy] Prompt “thanks”: The rule pages is against it: this page is /, it may show on /thanks.'),
    ),
  );
});

test('forget() forgets what was shown', async ({ visit }) => {
  const page = await visit(`<curtsy-prompt trigger="load">${RATING}</curtsy-prompt>`);
  await close(page).click();
  await ready(page);
  expect(await page.evaluate(() => Object.keys(localStorage))).toContain('curtsy.prompts');
  await page.evaluate(() => (window.curtsy as unknown as Calls).forget());
  expect(await page.evaluate(() => Object.keys(localStorage))).not.toContain('curtsy.prompts');
});
