// A prompt with an anchor stands beside it: on a side with room, wherever the page moves it, and never on top of it.

import type { Page } from 'playwright-core';
import { heard } from '../support/in-page.js';
import { expect, test } from '../support/scene.js';
import { fetched } from '../support/shop.js';
import { until } from '../support/until.js';

const prompt = (attributes = '') =>
  `<curtsy-prompt trigger="load" anchor="#guide" ${attributes}><curtsy-rating touchpoint="sizes"></curtsy-rating></curtsy-prompt>`;
const guide = (style: string) =>
  `<button id="guide" style="position:absolute;height:40px;width:120px;${style}">Sizes</button>`;
/** In the middle of a window of 1280 × 720. */
const MIDDLE = guide('top:100px;left:800px');
const TALL = '<div style="height:3000px"></div>';

const card = (page: Page) => page.getByRole('dialog', { name: 'How satisfied' });
const side = (page: Page) =>
  page.evaluate(
    () => document.querySelector('curtsy-prompt')!.shadowRoot!.querySelector<HTMLElement>('.base')!.dataset['side'],
  );

/** Edges, to the pixel, of the card and of its anchor, and whether they overlap. */
async function places(page: Page) {
  const edges = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }) => ({
    left: Math.round(x),
    top: Math.round(y),
    right: Math.round(x + width),
    bottom: Math.round(y + height),
  });
  const box = edges((await card(page).boundingBox())!);
  const anchor = edges((await page.locator('#guide').boundingBox())!);
  const overlap =
    box.left < anchor.right && box.right > anchor.left && box.top < anchor.bottom && box.bottom > anchor.top;
  return { box, anchor, overlap };
}

/** Waits until the card stands at `there`. */
const settles = (page: Page, there: (found: Awaited<ReturnType<typeof places>>) => boolean) =>
  until(async () => (await card(page).isVisible()) && there(await places(page)), { what: 'a card in its place' });

const isInCorner = async (page: Page) => {
  const { x, y, width, height } = (await card(page).boundingBox())!;
  const window = page.viewportSize()!;
  return x + width === window.width - 16 && y + height === window.height - 16;
};

test('stands below its anchor, their ends in line, in the top layer and without the focus', async ({ visit, shop }) => {
  const page = await visit(MIDDLE + prompt());
  await card(page).waitFor();
  const { box, anchor } = await places(page);
  expect([box.top, box.right]).toEqual([anchor.bottom + 8, anchor.right]);
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('body');
  expect(await heard(page, 'shown')).toHaveLength(1);
  expect(fetched(shop)).toContain('anchor');
});

test('is beside its anchor from the first moment that it can be seen', async ({ visit, shop }) => {
  shop.fault('curtsy.anchor.js', { delay: 1500 });
  const page = await visit(MIDDLE + prompt('open'));
  const seen = await page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const look = () => {
          const base = document.querySelector('curtsy-prompt')?.shadowRoot?.querySelector('.base:popover-open');
          if (!base) {
            requestAnimationFrame(look);
            return;
          }
          // What a frame paints is known at its end.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            const { right, top } = base.getBoundingClientRect();
            resolve([right, top]);
          };
          port2.postMessage('');
        };
        look();
      }),
  );
  expect(seen).toEqual([920, 148]);
});

test.for<[string, string, string]>([
  ['top-start', 'top:500px;left:300px', 'top-start'],
  ['bottom-start', 'top:100px;left:300px', 'bottom-start'],
  ['top-end', 'top:600px;left:900px', 'top-end'],
  ['inline', 'top:100px;left:900px', 'bottom-end'],
])('placement="%s" is the side that is tried first', async ([placement, style, expected], { visit }) => {
  const page = await visit(guide(style) + prompt(`placement="${placement}"`));
  await card(page).waitFor();
  expect(await side(page)).toBe(expected);
  expect((await places(page)).overlap).toBe(false);
});

test('flips to the other side where there is no room below', async ({ visit }) => {
  const page = await visit(guide('top:640px;left:900px') + prompt());
  await card(page).waitFor();
  const { box, anchor } = await places(page);
  expect([box.bottom, box.right]).toEqual([anchor.top - 8, anchor.right]);
});

test('flips to the other end, and moves along, where the window’s edge is near', async ({ visit }) => {
  const page = await visit(guide('top:100px;left:20px') + prompt());
  await card(page).waitFor();
  const { box, anchor } = await places(page);
  expect([box.top, box.left]).toEqual([anchor.bottom + 8, anchor.left]);
});

test('stands to the side of what is as high as the window', async ({ visit }) => {
  const page = await visit(
    `<div id="guide" style="position:absolute;top:10px;left:40px;width:500px;height:700px">A picture</div>${prompt()}`,
  );
  await card(page).waitFor();
  const { box, anchor, overlap } = await places(page);
  expect(overlap).toBe(false);
  expect(box.left).toBe(anchor.right + 8);
});

test('fits at 320 px, covers no anchor, and scrolls inside where it must', async ({ visit, invite }) => {
  const by = await invite({ viewport: { width: 320, height: 480 } });
  const page = await visit(guide('top:220px;left:100px') + prompt(), { by });
  await card(page).waitFor();
  const { box, overlap } = await places(page);
  expect(overlap).toBe(false);
  expect([box.left, box.right]).toEqual([16, 304]);
  expect(box.top).toBeGreaterThanOrEqual(16);
  expect(box.bottom).toBeLessThanOrEqual(464);
  const close = (await page.getByRole('button', { name: 'Close feedback' }).boundingBox())!;
  expect(close.y + close.height).toBeLessThanOrEqual(box.bottom);
  await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
  expect((await places(page)).overlap).toBe(false);
});

test('follows when the page scrolls, when a box in it scrolls, and when the window changes', async ({ visit }) => {
  const page = await visit(
    `<div id="box" style="position:absolute;top:80px;left:500px;width:400px;height:500px;overflow:auto"><div style="height:2000px;position:relative">${guide('top:120px;left:100px')}</div></div>${TALL}${prompt()}`,
  );
  const below = ({ box, anchor }: Awaited<ReturnType<typeof places>>) =>
    box.top === anchor.bottom + 8 && box.right === anchor.right;
  await settles(page, below);
  await page.evaluate(() => scrollTo(0, 60));
  await settles(page, (now) => below(now) && now.anchor.top === 140);
  await page.evaluate(() => document.querySelector('#box')!.scrollTo(0, 50));
  await settles(page, (now) => below(now) && now.anchor.top === 90);
  await page.setViewportSize({ width: 1000, height: 400 });
  await settles(page, ({ box, overlap }) => !overlap && box.bottom <= 384);
  await page.evaluate(() => (document.querySelector<HTMLElement>('#box')!.style.left = '300px'));
  await settles(page, ({ box, anchor, overlap }) => !overlap && anchor.left === 400 && box.right === anchor.right);
});

test('grows away from its anchor as more is asked, and stays on its side', async ({ visit }) => {
  const page = await visit(
    guide('top:600px;left:800px') + prompt().replace('touchpoint', 'reasons="experience" touchpoint'),
  );
  await card(page).waitFor();
  const before = await places(page);
  await page.getByRole('radio', { name: 'Dissatisfied', exact: true }).check();
  await page.getByRole('checkbox').first().waitFor();
  await settles(page, ({ box, anchor }) => box.top < before.box.top && box.bottom === anchor.top - 8);
  expect((await places(page)).box.right).toBe(before.box.right);
});

test('goes to its corner while the anchor can’t be seen, and comes back', async ({ visit }) => {
  const page = await visit(MIDDLE + TALL + prompt());
  await settles(page, ({ box, anchor }) => box.top === anchor.bottom + 8);
  await page.evaluate(() => scrollTo(0, 1000));
  await until(() => isInCorner(page));
  await page.evaluate(() => scrollTo(0, 0));
  await settles(page, ({ box, anchor }) => box.top === anchor.bottom + 8);
  expect(await heard(page, 'shown')).toHaveLength(1);
});

test.for<[string, () => void]>([
  ['removed', () => document.querySelector('#guide')!.remove()],
  ['hidden', () => (document.querySelector<HTMLElement>('#guide')!.style.display = 'none')],
  ['made invisible', () => (document.querySelector<HTMLElement>('#guide')!.style.visibility = 'hidden')],
])('goes to its corner, with what was chosen, when the anchor is %s', async ([, goes], { visit, visitor }) => {
  const page = await visit(MIDDLE + prompt());
  await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
  await page.evaluate(goes);
  await until(() => isInCorner(page));
  expect(await page.getByRole('radio', { name: 'Satisfied', exact: true }).isChecked()).toBe(true);
  // Whoever looks after a prompt has looked twice, and nobody has complained.
  const went = await page.evaluate(() => performance.now());
  await page.waitForFunction((then) => performance.now() - then > 2200, went);
  visitor.expectCalm();
  expect(await isInCorner(page)).toBe(true);
});

test('an anchor that is set, or set anew, while the card is open', async ({ visit }) => {
  const page = await visit(
    `${MIDDLE}<b id="other" style="position:absolute;top:100px;left:20px">Prices</b>${prompt().replace('anchor="#guide"', '')}`,
  );
  await until(() => isInCorner(page));
  const set = (anchor: string) =>
    page.evaluate((given) => document.querySelector('curtsy-prompt')!.setAttribute('anchor', given), anchor);
  await set('#guide');
  await settles(page, ({ box, anchor }) => box.top === anchor.bottom + 8 && box.right === anchor.right);
  await set('#other');
  await settles(page, ({ box }) => box.left === 20);
});

test('finds its anchor again when a framework has made it anew', async ({ visit, visitor }) => {
  const page = await visit(MIDDLE + prompt());
  await settles(page, ({ box, anchor }) => box.top === anchor.bottom + 8);
  await page.evaluate(() => {
    const old = document.querySelector<HTMLElement>('#guide')!;
    const made = old.cloneNode(true) as HTMLElement;
    made.style.top = '200px';
    old.replaceWith(made);
  });
  await settles(page, ({ box, anchor }) => anchor.top === 200 && box.top === anchor.bottom + 8);
  visitor.expectCalm();
});

test('right to left: the ends are in line on the left', async ({ visit }) => {
  const page = await visit(guide('top:100px;left:300px') + prompt(), { html: 'lang="ar" dir="rtl"' });
  const arabic = page.getByRole('dialog');
  await arabic.waitFor();
  const [box, anchor] = [(await arabic.boundingBox())!, (await page.locator('#guide').boundingBox())!];
  expect([box.x, box.y]).toEqual([anchor.x, anchor.y + anchor.height + 8]);
});

test('transforms on every ancestor of card and anchor are no matter', async ({ visit }) => {
  const page = await visit(
    `<div style="transform:translate(30px,20px);filter:blur(0);contain:layout"><div style="will-change:transform">${MIDDLE}${prompt()}</div></div>`,
  );
  await card(page).waitFor();
  const { box, anchor } = await places(page);
  expect([box.top, box.right]).toEqual([anchor.bottom + 8, anchor.right]);
});

test('inside the shop’s modal dialog it stands beside what is in there, and can be used', async ({ visit }) => {
  const page = await visit(
    `<dialog id="cart" style="width:900px;height:600px;overflow:auto">${guide('top:40px;left:600px')}${prompt()}</dialog><script>cart.showModal()</script>`,
  );
  await card(page).waitFor();
  const { box, anchor } = await places(page);
  expect([box.top, box.right]).toEqual([anchor.bottom + 8, anchor.right]);
  await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
  await page.getByRole('button', { name: 'Close feedback' }).click();
  await card(page).waitFor({ state: 'hidden' });
});

test('a header that sticks and has the anchor in it is no obstacle; a cookie banner beside the anchor is', async ({
  visit,
}) => {
  const page = await visit(
    `<header style="position:sticky;top:0;height:120px;background:#ddd">${guide('top:20px;left:800px')}</header>
     <div id="cookies" style="position:fixed;top:150px;left:0;right:0;height:60px;background:#eee">We use cookies</div>${TALL}${prompt()}`,
  );
  await page.waitForFunction(() => !!document.querySelector('curtsy-prompt')?.shadowRoot?.querySelector('.base'));
  const started = await page.evaluate(() => performance.now());
  await page.waitForFunction((then) => performance.now() - then > 2200, started);
  expect(await heard(page, 'shown')).toEqual([]);
  await page.evaluate(() => document.querySelector('#cookies')!.remove());
  await card(page).waitFor();
  const { box, anchor } = await places(page);
  expect(box.top).toBe(anchor.bottom + 8);
});

test('a cookie banner in the corner is none of its business while it stands elsewhere', async ({ visit }) => {
  const page = await visit(
    `${MIDDLE}<div style="position:fixed;bottom:0;right:0;width:300px;height:80px;background:#eee">We use cookies</div>${prompt()}`,
  );
  await settles(page, ({ box, anchor }) => box.top === anchor.bottom + 8);
});

test('steps back while it would cover what has the focus, beside the anchor too', async ({ visit }) => {
  const page = await visit(
    `${MIDDLE}<a href="#" id="under" style="position:absolute;top:250px;left:700px">Teapots</a><a href="#" id="free" style="position:absolute;top:650px;left:20px">Pots</a>${prompt()}`,
  );
  await card(page).waitFor();
  await until(async () => {
    await page.locator('#under').focus();
    return !(await card(page).isVisible());
  });
  await page.locator('#free').focus();
  await settles(page, ({ box, anchor }) => box.top === anchor.bottom + 8);
});

test('a phone’s keyboard: the card stays in what can be seen', async ({ visit, invite }) => {
  const by = await invite({ viewport: { width: 390, height: 844 } });
  const page = await visit(guide('top:300px;left:200px') + prompt(), { by });
  await card(page).waitFor();
  await page.evaluate(() => {
    const view = window.visualViewport!;
    Object.defineProperty(view, 'height', { value: 420, configurable: true });
    view.dispatchEvent(new Event('resize'));
  });
  await settles(page, ({ box, overlap }) => box.top >= 16 && box.bottom <= 404 && !overlap);
});

test.for<[string, string, RegExp]>([
  ['that nothing matches', '#nowhere', /anchor is "#nowhere"; .*nothing matches.*corner.*\(no-anchor\)/],
  ['that is none', '##', /anchor is "##"; allowed is a CSS selector.*corner.*\(bad-attribute\)/],
])('a selector %s warns once, and the card is in its corner', async ([, selector, warning], { visit, visitor }) => {
  const page = await visit(prompt().replace('#guide', selector));
  await card(page).waitFor();
  expect(await isInCorner(page)).toBe(true);
  await visitor.warned(warning);
});

test('without its chunk, as offline, the card is in its corner', async ({ visit, shop }) => {
  shop.fault('curtsy.anchor.js', { status: 503 });
  const page = await visit(MIDDLE + prompt());
  await card(page).waitFor();
  expect(await isInCorner(page)).toBe(true);
  await page.getByRole('radio', { name: 'Satisfied', exact: true }).check();
  await page.locator('#guide').focus();
  expect(await card(page).isVisible()).toBe(true);
});

test('a prompt without anchor downloads nothing of it', async ({ visit, shop }) => {
  const page = await visit(MIDDLE + prompt().replace('anchor="#guide"', ''));
  await card(page).waitFor();
  await until(() => fetched(shop).includes('attend'));
  expect(fetched(shop)).not.toContain('anchor');
});

test('listens to nothing before it shows, nor once it has closed or gone', async ({ visit }) => {
  const counting = `<script>
    window.listening = new Set();
    for (const target of [window, visualViewport]) {
      const { addEventListener, removeEventListener } = EventTarget.prototype;
      target.addEventListener = function (type, listener, options) {
        if (/^(scroll|resize)$/.test(type)) listening.add(listener);
        addEventListener.call(target, type, listener, options);
      };
      target.removeEventListener = function (type, listener, options) {
        listening.delete(listener);
        removeEventListener.call(target, type, listener, options);
      };
    }
    window.observing = new Set();
    for (const name of ['ResizeObserver', 'IntersectionObserver']) {
      const { observe, disconnect } = window[name].prototype;
      window[name].prototype.observe = function (at) {
        if (at.id === 'guide') observing.add(this);
        return observe.call(this, at);
      };
      window[name].prototype.disconnect = function () {
        observing.delete(this);
        return disconnect.call(this);
      };
    }
  </script>`;
  const page = await visit(MIDDLE + prompt('trigger="manual"').replace('trigger="load"', ''), { head: counting });
  const busy = () =>
    page.evaluate(() => {
      const { listening, observing } = window as unknown as Record<string, Set<unknown>>;
      return [listening!.size, observing!.size];
    });
  await page.evaluate(async () => {
    await customElements.whenDefined('curtsy-prompt');
    await (document.querySelector('curtsy-prompt') as Element & { updateComplete?: Promise<unknown> }).updateComplete;
  });
  // The page's visit is followed as long as there is a prompt; that comes when the page has time.
  await until(async () => (await busy())[0]! > 0);
  const idle = await busy();
  const show = () => page.evaluate(() => document.querySelector('curtsy-prompt')!.setAttribute('open', ''));
  await show();
  await settles(page, ({ box, anchor }) => box.top === anchor.bottom + 8);
  await until(async () => (await busy())[1]! > 0);
  await page.getByRole('button', { name: 'Close feedback' }).click();
  await expect.poll(busy).toEqual(idle);
  await show();
  await settles(page, ({ box, anchor }) => box.top === anchor.bottom + 8);
  await page.evaluate(() => document.querySelector('curtsy-prompt')!.remove());
  await expect.poll(busy).toEqual([0, 0]);
});
