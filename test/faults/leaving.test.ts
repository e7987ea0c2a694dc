// The page is left: closed, navigated, hidden, kept for the way back, with answers in every state of their way.

import { chromium } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { ARGS, chromiumPath } from '../support/chromium.js';
import { ready } from '../support/in-page.js';
import { until } from '../support/until.js';
import { row } from './row.js';
import { answer, answers, crash } from './shopper.js';

const SECOND = 1000;

row(
  'the tab is closed as soon as the answer is called saved',
  async (scene) => {
    const { collector } = scene;
    const { shopper, page } = await scene.begin();
    collector.behave({ delay: 100 });
    expect(await answer(page, 4)).toBe('indexeddb');
    await page.close();
    collector.behave({});
    await shopper.drain(await shopper.visit(scene.address()), collector);
    expect(collector.newest().size).toBe(1);
  },
  { short: true },
);

row('a link is followed as soon as Send is pressed, ten times', async (scene) => {
  const { collector } = scene;
  const { shopper, page } = await scene.begin();
  for (let time = 0; time < 10; time++) {
    await page.evaluate((score) => window.choose(score), (time % 5) + 1);
    await page.evaluate(() => {
      document.querySelector('curtsy-rating')?.shadowRoot?.querySelector<HTMLElement>('[part~=submit]')?.click();
    });
    await page.goto(scene.address());
    await ready(page);
  }
  await shopper.drain(page, collector);
  expect(collector.newest().size).toBe(10);
});

row(
  'a face is chosen, and the tab closed: the draft is sent',
  async (scene) => {
    const { collector } = scene;
    const { shopper, page } = await scene.begin();
    await page.evaluate(() => window.choose(2));
    await page.close();
    await shopper.visit(scene.address());
    await until(() => collector.newest().size === 1);
    expect([...collector.newest().values()]).toMatchObject([{ complete: false, answer: { score: 2 } }]);
  },
  { short: true },
);

row('a face is chosen, and the tab crashes: the draft is sent a minute later', async (scene) => {
  const { collector } = scene;
  const { shopper, page } = await scene.begin();
  const other = await shopper.visit(scene.address());
  await page.evaluate(() => window.choose(2));
  await crash(page);
  await shopper.drain(other, collector);
  expect([...collector.newest().values()]).toMatchObject([{ complete: false }]);
});

row('a draft is sent on hiding, and the whole answer after it', async (scene) => {
  const { collector } = scene;
  const { shopper, page } = await scene.begin();
  await page.evaluate(() => window.choose(2));
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { get: () => true, configurable: true });
    Object.defineProperty(document, 'visibilityState', { get: () => 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  });
  await until(() => collector.newest().size === 1);
  await page.evaluate(() =>
    document.querySelector('curtsy-rating')?.shadowRoot?.querySelector<HTMLElement>('[part~=submit]')?.click(),
  );
  await until(() => [...collector.newest().values()].some(({ complete }) => complete));
  await shopper.drain(page, collector);
  expect([...collector.newest().values()]).toMatchObject([{ revision: 2, complete: true }]);
});

row('30 answers of 4 kB wait, and the tab is closed', async (scene) => {
  const { collector } = scene;
  const { shopper, page } = await scene.begin();
  collector.behave({ delay: 5 * SECOND });
  await answers(page, 30, { bytes: 4000 });
  await page.close();
  collector.behave({});
  await shopper.drain(await shopper.visit(scene.address()), collector);
  expect(collector.newest().size).toBe(30);
});

row('the host has used up what may be sent on leaving', async (scene) => {
  const { collector } = scene;
  const { shopper, page } = await scene.begin();
  const body = 'x'.repeat(60_000);
  await page.evaluate(
    ([url, text]) => void fetch(url, { method: 'POST', body: text, keepalive: true, mode: 'no-cors' }),
    [`${scene.shop.origin}/host`, body] as const,
  );
  collector.behave({ delay: 5 * SECOND });
  await answers(page, 3, { bytes: 10_000 });
  await page.close();
  collector.behave({});
  await shopper.drain(await shopper.visit(scene.address()), collector);
  expect(collector.newest().size).toBe(3);
});

row('the tab is closed while the endpoint is gone', async (scene) => {
  const { collector } = scene;
  const { shopper, page } = await scene.begin();
  await collector.goAway();
  await answers(page, 3);
  await page.evaluate(() => window.choose(5));
  await page.close();
  await collector.comeBack();
  await shopper.drain(await shopper.visit(scene.address()), collector);
  expect(collector.newest().size).toBe(4);
});

row('the tab is closed while offline, with headers() that are a promise', async (scene) => {
  const { collector } = scene;
  const before = `curtsy = [['configure', { headers: async () => ({ 'x-token': 'late' }) }]];`;
  const { shopper, page } = await scene.begin({ before });
  await shopper.context.setOffline(true);
  await answers(page, 2);
  await page.evaluate(() => window.choose(5));
  await page.close();
  await shopper.context.setOffline(false);
  const next = await shopper.visit(scene.address({ before }));
  await shopper.drain(next, collector);
  expect(collector.newest().size).toBe(3);
});

row('a reload in the middle of a POST, five times', async (scene) => {
  const { collector } = scene;
  const { shopper, page } = await scene.begin();
  collector.behave({ delay: SECOND });
  for (let time = 0; time < 5; time++) {
    const before = collector.arrivals.length;
    await answer(page, 3);
    await until(() => collector.arrivals.length > before).catch(() => {});
    await page.reload();
    await page.waitForFunction(() => typeof window.curtsy?.outbox === 'object');
    await shopper.pass(50 * SECOND);
  }
  collector.behave({});
  await shopper.drain(page, collector);
  expect(collector.newest().size).toBe(5);
});

row(
  'a page that is kept for the way back, with a POST under way',
  async (scene) => {
    const { collector } = scene;
    const ignored = ['--disable-back-forward-cache'];
    const browser = await chromium.launch({ executablePath: chromiumPath(), args: ARGS, ignoreDefaultArgs: ignored });
    onTestFinished(() => browser.close());
    const shopper = await scene.welcome(await browser.newContext(), false);
    // The driver does not see a page that comes back, so the page itself gives the next answer.
    const before = `addEventListener('pageshow', ({ persisted }) => persisted && answer(5));`;
    const page = await shopper.visit(scene.address({ before }));
    collector.behave((_, count) => (count < 1 ? { delay: 2 * SECOND } : {}));
    await answers(page, 3);
    await until(() => collector.arrivals.length > 0);
    await page.goto(scene.shop.page('/away', '<title>Away</title>'));
    await page.evaluate(() => history.back());
    await until(() => collector.newest().size === 4, { within: 70_000 });
  },
  { timeout: 120_000 },
);

row('a page that is closed before its script has arrived', async (scene) => {
  const { collector, shop } = scene;
  const shopper = await scene.enter();
  shop.fault('curtsy.outbox.js', { delay: 60 * SECOND });
  const page = await shopper.open(scene.address());
  await page.getByRole('radio').nth(3).check();
  await page.getByRole('button', { name: 'Send' }).click();
  await page.close();
  shop.mend('curtsy.outbox.js');
  await shopper.visit(scene.address());
  await until(() => collector.newest().size === 1);
  // The element itself said so, before there was anybody to dispatch an event.
  const [[id = ''] = []] = collector.newest();
  scene.ledger.write({ type: 'saved', id, revision: 1, durable: 'localstorage', complete: true });
});
