// Several tabs on one outbox: they open together, close, crash, freeze, and delete the database under each other.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { pending } from '../support/in-page.js';
import { openProfile } from '../support/profile.js';
import { until } from '../support/until.js';
import { row } from './row.js';
import { answer, answers, crash, postponed, type Shopper } from './shopper.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

async function setFrozen(shopper: Shopper, page: Page, isFrozen: boolean): Promise<void> {
  const session = await shopper.context.newCDPSession(page);
  await session.send('Page.setWebLifecycleState', { state: isFrozen ? 'frozen' : 'active' });
}

row(
  'six tabs open together on 200 waiting answers: 200 POSTs',
  async (scene) => {
    const { collector } = scene;
    const { shopper, page } = await scene.begin();
    await collector.goAway();
    await answers(page, 200);
    await page.close();
    await collector.comeBack();
    const url = scene.address({ shift: 60 * MINUTE });
    const pages = await Promise.all(Array.from({ length: 6 }, () => shopper.open(url)));
    await until(() => collector.newest().size === 200, { within: 60_000 });
    await until(async () => (await pending(pages[0]!)).length === 0);
    expect(collector.arrivals).toHaveLength(200);
  },
  { timeout: 120_000, short: true },
);

row('six tabs each give ten answers at once', async (scene) => {
  const { collector } = scene;
  const { shopper, page } = await scene.begin();
  const others = await Promise.all(Array.from({ length: 5 }, () => shopper.visit(scene.address())));
  await Promise.all([page, ...others].map((tab) => answers(tab, 10)));
  await shopper.drain(page, collector);
  expect(collector.arrivals).toHaveLength(60);
});

row('a tab closes while the endpoint makes its answer; the next page asks again', async (scene) => {
  const { collector } = scene;
  const { shopper, page } = await scene.begin();
  collector.behave({ silent: true });
  await answer(page, 4);
  await until(() => collector.arrivals.length > 0);
  await page.close();
  collector.behave({});
  const next = await shopper.visit(scene.address());
  await shopper.drain(next, collector);
  expect(new Set(collector.arrivals.map(({ text }) => text)).size).toBe(1);
});

row(
  'a tab crashes with the POST under way; another, open all the time, takes over',
  async (scene) => {
    const { collector } = scene;
    const { shopper, page } = await scene.begin();
    const other = await shopper.visit(scene.address({ body: '<h2>About us</h2>' }));
    collector.behave({ silent: true });
    await answer(page, 4);
    await until(() => collector.arrivals.length > 0);
    await crash(page);
    collector.behave({});
    await shopper.drain(other, collector);
    expect(new Set(collector.arrivals.map(({ text }) => text)).size).toBe(1);
  },
  { short: true },
);

row('the only tab crashes with the POST under way; the visitor comes back a day later', async (scene) => {
  const { collector } = scene;
  const { shopper, page } = await scene.begin();
  collector.behave({ silent: true });
  await answers(page, 3);
  await until(() => collector.arrivals.length > 0);
  await crash(page);
  collector.behave({});
  const next = await shopper.visit(scene.address({ shift: 24 * 60 * MINUTE }));
  await until(async () => (await pending(next)).length === 0);
});

row('a tab is frozen with the POST under way; another sends it, and the first thaws', async (scene) => {
  const { collector } = scene;
  const shopper = await scene.enter({ clock: false });
  const page = await shopper.visit(scene.address());
  collector.behave((_, count) => (count < 1 ? { delay: 2 * SECOND } : {}));
  await answer(page, 4);
  await until(() => collector.arrivals.length > 0);
  await setFrozen(shopper, page, true);
  const next = await shopper.visit(scene.address({ shift: MINUTE }));
  await until(async () => (await pending(next)).length === 0);
  await setFrozen(shopper, page, false);
  await answer(page, 2);
  await until(() => collector.newest().size === 2);
});

row('a tab is frozen before it could begin to send', async (scene) => {
  const { collector } = scene;
  const shopper = await scene.enter({ clock: false });
  const page = await shopper.visit(scene.address());
  await collector.goAway();
  await answers(page, 5);
  await setFrozen(shopper, page, true);
  await collector.comeBack();
  const next = await shopper.visit(scene.address({ shift: 10 * MINUTE }));
  await until(async () => (await pending(next)).length === 0);
  expect(collector.newest().size).toBe(5);
});

row('another tab deletes the database when all is sent: the next answers are kept and sent', async (scene) => {
  const { collector } = scene;
  const { shopper, page } = await scene.begin();
  await answers(page, 2);
  await shopper.drain(page, collector);
  const other = await shopper.visit(scene.address());
  const deleted = await other.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const request = indexedDB.deleteDatabase('curtsy');
        request.onsuccess = () => resolve('deleted');
        request.onblocked = () => resolve('blocked');
      }),
  );
  expect(deleted).toBe('deleted');
  expect(await answers(page, 3)).toEqual(['indexeddb', 'indexeddb', 'indexeddb']);
  expect(await answers(other, 2)).toEqual(['indexeddb', 'indexeddb']);
  await shopper.drain(page, collector);
  expect(collector.newest().size).toBe(7);
});

row('two sources on one origin: each to its own endpoint', async (scene) => {
  const { collector } = scene;
  const { shopper, page } = await scene.begin({ data: { source: 'outlet', endpoint: `${collector.url}/outlet` } });
  const other = await shopper.visit(scene.address());
  await collector.goAway();
  await answers(page, 4);
  await answers(other, 4);
  await collector.comeBack();
  await shopper.drain(page, collector);
  for (const { url, text } of collector.arrivals) {
    expect(url).toBe(text.includes('"source":"outlet"') ? '/feedback/outlet' : '/feedback');
  }
});

row('an answer of a source that is on no page any more waits until it is', async (scene) => {
  const { collector } = scene;
  const { shopper, page } = await scene.begin({ data: { source: 'outlet' } });
  await collector.goAway();
  await answers(page, 2);
  await page.close();
  await collector.comeBack();
  const other = await shopper.visit(scene.address());
  await answer(other, 5);
  await until(() => collector.newest().size === 1);
  await shopper.pass(60 * MINUTE);
  expect(await pending(other)).toHaveLength(2);
  const again = await shopper.visit(scene.address({ data: { source: 'outlet' } }));
  await shopper.drain(again, collector);
});

row(
  '20 shoppers wait for one endpoint: they do not come back together',
  async (scene) => {
    const { collector } = scene;
    await collector.goAway();
    const waits: number[] = [];
    for (let number = 0; number < 20; number++) {
      const { shopper, page } = await scene.begin();
      await answer(page, 4);
      for (let attempt = 1; attempt < 4; attempt++) {
        await until(async () => ((await pending(page))[0]?.attempts ?? 0) >= attempt);
        await shopper.pass((await postponed(page)) + 100);
      }
      await until(async () => ((await pending(page))[0]?.attempts ?? 0) >= 4);
      waits.push(await postponed(page));
      await page.close();
    }
    // After four failures: 16 to 32 s. In no tenth of that more than half of them.
    const tenths = waits.map((wait) => Math.floor((wait - 16 * SECOND) / 1600));
    const most = Math.max(...tenths.map((tenth) => tenths.filter((other) => other === tenth).length));
    expect(most).toBeLessThanOrEqual(10);
    expect(Math.min(...waits)).toBeGreaterThan(14 * SECOND);
  },
  { timeout: 180_000 },
);

row(
  'the whole browser is killed right after an answer is called saved, ten times',
  async (scene) => {
    const { collector } = scene;
    const folder = await mkdtemp(join(tmpdir(), 'curtsy-faults-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    await collector.goAway();
    for (let time = 0; time < 10; time++) {
      const { context, kill } = await openProfile(folder);
      const shopper = await scene.welcome(context, false);
      const page = await shopper.visit(scene.address());
      expect(await answer(page, (time % 5) + 1)).toBe('indexeddb');
      await kill();
      scene.forgetAbout(shopper);
    }
    await collector.comeBack();
    const { context, kill } = await openProfile(folder);
    onTestFinished(kill);
    const shopper = await scene.welcome(context, false);
    const page = await shopper.visit(scene.address({ shift: 60 * MINUTE }));
    scene.witnesses.set(shopper, page);
    await until(() => collector.newest().size === 10, { within: 30_000 });
  },
  { timeout: 120_000 },
);
