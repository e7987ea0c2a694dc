// Prompts in applications that make the page themselves: React with the package and Vue with the script tag, which mount, unmount,
// route, hydrate and make things anew.

import type { Page } from 'playwright-core';
import { describe } from 'vitest';
import { bundleApp } from '../support/bundle.js';
import { hear, heard } from '../support/in-page.js';
import { expect, test as base } from '../support/scene.js';
import { withCurtsy } from '../support/shop.js';
import { until } from '../support/until.js';

declare global {
  interface Window {
    /** Begins the application; what it returns ends it. */
    start: () => () => void;
    end: () => void;
    /** What the status line of any prompt has said. */
    announced: string[];
  }
}

const APPS = [
  { name: 'React', file: 'react', tag: false },
  { name: 'Vue', file: 'vue', tag: true },
];
const PATHS = ['/', '/teapots', '/checkout/pay'];

const bundles: Record<string, Promise<Map<string, string>>> = {};

interface App {
  trigger?: string;
  /** What the server wrote into `#app`, and how much the framework takes over from it. */
  written?: string;
  hydrate?: 'root' | 'document';
}

const test = base.extend('open', ({ shop, endpoint, visitor }) => {
  return async (
    { file, tag }: (typeof APPS)[number],
    { trigger = '', written = '', hydrate }: App = {},
  ): Promise<Page> => {
    const bundle = await (bundles[file] ??= bundleApp(file));
    bundle.forEach((code, path) => shop.page(path, code, { 'content-type': 'text/javascript' }));
    const [script] = bundle.keys();
    const settings = { endpoint: endpoint.url, source: 'webshop', quietPages: ['/checkout*'] };
    const attributes = Object.entries(settings).map(
      ([name, value]) => `data-${name === 'quietPages' ? 'quiet-pages' : name}='${[value].flat().join()}'`,
    );
    const app = `<div id="app" data-trigger="${trigger}" ${hydrate ? `data-hydrate="${hydrate}"` : ''} data-settings='${JSON.stringify(settings)}'>${written}</div><script type="module" src="${script}"></script>`;
    const whole = withCurtsy(app, { tag: attributes.join(' ') });
    const html = tag ? whole : whole.replace(/<script async.*?<\/script>/, '');
    PATHS.forEach((path) => shop.page(path, html));
    const page = await visitor.context.newPage();
    await hear(page);
    await page.addInitScript(keepAnnouncements);
    await page.goto(`${shop.origin}/`);
    return page;
  };
});

/** Runs in the page: writes down whatever the status line of a prompt says, whichever prompt it is by then. */
function keepAnnouncements(): void {
  window.announced = [];
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its element
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (options) {
    const root = attachShadow.call(this, options);
    if (this.localName === 'curtsy-prompt')
      new MutationObserver(() => {
        const text = root.querySelector('[role=status]')?.textContent;
        if (text && text !== window.announced.at(-1)) window.announced.push(text);
        if (!text && window.announced.at(-1)) window.announced.push('');
      }).observe(root, { childList: true, characterData: true, subtree: true });
    return root;
  };
}

const card = (page: Page) => page.getByRole('dialog', { name: 'How satisfied' });
const satisfied = (page: Page) => page.getByRole('radio', { name: 'Satisfied', exact: true });
const go = (page: Page, to: string) => page.getByRole('link', { name: `To ${to}`, exact: true }).click();
const start = (page: Page) => page.evaluate(() => void (window.end = window.start()));
const types = async (page: Page) =>
  (await heard(page)).map(({ type }) => type.slice(7)).filter((type) => /shown|dismissed|suppressed/.test(type));
const announcements = (page: Page) => page.evaluate(() => window.announced.filter(Boolean));

/** Chooses a face and a word of praise, and waits until the choice is kept. */
async function choose(page: Page): Promise<void> {
  await satisfied(page).check();
  await page.getByRole('textbox').fill('Sturdy.');
  await until(async () => (await heard(page, 'saved')).length > 0);
}

/** Sends what was chosen, and gives what came of it all. */
async function goesOn(page: Page): Promise<void> {
  await card(page).waitFor();
  await expect.poll(() => satisfied(page).isChecked()).toBe(true);
  await expect.poll(() => page.getByRole('textbox').inputValue()).toBe('Sturdy.');
  expect(await types(page)).toEqual(['shown']);
  expect(await announcements(page)).toHaveLength(1);
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('Thank you').waitFor();
}

describe.for(APPS)('$name', (app) => {
  test('shown once over all routes; what the application gives and hears arrives', async ({ open, endpoint }) => {
    const page = await open(app, { trigger: 'load' });
    await start(page);
    await card(page).waitFor();
    await page.getByRole('button', { name: 'Drawn 0' }).click();
    await page.getByRole('button', { name: 'Drawn 1' }).click();
    await go(page, '/teapots');
    await page.getByRole('heading', { name: 'Here is /teapots' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'Here is /', exact: true }).waitFor();
    await choose(page);
    await goesOn(page);
    await until(() => endpoint.bodies().some(({ complete }) => complete));
    expect(endpoint.responses()).toMatchObject([
      { source: 'webshop', touchpoint: 'shop', metadata: { cart: 2 }, answer: { score: 4, comment: 'Sturdy.' } },
    ]);
    expect(await page.locator('output').textContent()).toBe('curtsy-shown');
    await page.reload();
    await start(page);
    await expect.poll(() => heard(page, 'suppressed')).toMatchObject([{ detail: { reason: 'cooldown' } }]);
  });

  test('one that was closed in one route keeps every other quiet for the visit', async ({ open }) => {
    const page = await open(app, { trigger: 'load' });
    await start(page);
    await page.getByRole('button', { name: 'Close feedback' }).click();
    await expect.poll(() => page.locator('output').textContent()).toBe('curtsy-shown,curtsy-dismissed');
    await go(page, '/teapots');
    await until(async () => {
      await page.evaluate(() => document.dispatchEvent(new Event('shop:stocked')));
      return (await heard(page, 'suppressed')).some(({ detail }) => detail['reason'] === 'one-a-visit');
    });
    expect(await card(page).count()).toBe(0);
  });

  test('one that is open goes on when the application makes another in its place', async ({ open, endpoint }) => {
    const page = await open(app, { trigger: 'load' });
    await start(page);
    await choose(page);
    await page.locator('curtsy-prompt').evaluate((prompt) => prompt.setAttribute('data-first', ''));
    await page.getByRole('button', { name: 'Made 0' }).click();
    await page.locator('curtsy-prompt:not([data-first])').waitFor({ state: 'attached' });
    await goesOn(page);
    await until(() => endpoint.bodies().some(({ complete }) => complete));
    // The same answer, and not a second one.
    expect(endpoint.responses()).toHaveLength(1);
  });

  test('one that a server wrote and that is open goes on when hydration makes the page anew', async ({
    open,
    endpoint,
    visitor,
  }) => {
    const written =
      '<section><curtsy-prompt id="ask" trigger="load"><curtsy-rating touchpoint="shop"></curtsy-rating></curtsy-prompt></section>';
    const page = await open(app, { trigger: 'load', hydrate: 'root', written });
    await choose(page);
    await start(page);
    await page.getByRole('heading', { name: 'Here is /' }).waitFor();
    expect(await page.locator('section').count()).toBe(0);
    await goesOn(page);
    await until(() => endpoint.bodies().some(({ complete }) => complete));
    expect(endpoint.responses()).toHaveLength(1);
    // Vue says so also where it is not asked.
    visitor.errors.splice(0, visitor.errors.length, ...visitor.errors.filter((text) => !/^Hydration/.test(text)));
  });

  test('a whole application that is taken down and put up again in one task does not close it', async ({ open }) => {
    const page = await open(app, { trigger: 'load' });
    await start(page);
    await choose(page);
    await page.evaluate(() => {
      window.end();
      document.querySelector('#app')!.replaceWith(document.querySelector('#app')!.cloneNode());
      window.end = window.start();
    });
    await goesOn(page);
  });

  test('in a route that was left it does not listen and does not come, and it does when the route is come to again', async ({
    open,
  }) => {
    const page = await open(app);
    await start(page);
    await go(page, '/teapots');
    await page.waitForFunction(() => !!document.querySelector('curtsy-rating')?.shadowRoot?.querySelector('legend'));
    await go(page, '/');
    expect(await page.locator('curtsy-prompt').count()).toBe(0);
    const asked = await page.evaluate(() => {
      document.dispatchEvent(new Event('shop:stocked'));
      return performance.now();
    });
    // Longer than whoever waits takes between two looks.
    await page.waitForFunction((then) => performance.now() - then > 1500, asked);
    expect(await types(page)).toEqual([]);
    await go(page, '/teapots');
    await until(async () => {
      await page.evaluate(() => document.dispatchEvent(new Event('shop:stocked')));
      return card(page).isVisible();
    });
    await go(page, '/');
    await card(page).waitFor({ state: 'hidden' });
    expect(await types(page)).toEqual(['shown']);
    // Known by its touchpoint, whether the framework set an attribute or a property.
    const known = await page.evaluate(() => localStorage.getItem('curtsy.prompts'));
    expect(Object.keys((JSON.parse(known!) as { past: object }).past)).toEqual(['webshop rating teapots']);
  });

  test('hidden on a quiet page that was come to without loading, and back behind it', async ({ open }) => {
    const page = await open(app, { trigger: 'load' });
    await start(page);
    await choose(page);
    await go(page, '/checkout/pay');
    await card(page).waitFor({ state: 'hidden' });
    await go(page, '/teapots');
    await goesOn(page);
  });
});

test('React owns the document: a prompt that a tag manager put into the body comes through its hydration', async ({
  open,
}) => {
  const page = await open(APPS[0]!, { hydrate: 'document' });
  await page.evaluate(() => {
    const prompt = '<curtsy-prompt id="tag" trigger="load"><curtsy-rating></curtsy-rating></curtsy-prompt>';
    document.body.insertAdjacentHTML('beforeend', prompt);
  });
  await choose(page);
  await start(page);
  await page.getByRole('heading', { name: 'Here is /' }).waitFor();
  expect(await page.locator('h1').count()).toBe(1);
  await goesOn(page);
});
