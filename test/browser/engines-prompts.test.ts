// The core of prompts and of the launcher where the engine is another: the top layer, the focus, keys, waiting, routes and memory.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine, EnginePage } from '../faults/engine.js';
import { ENGINES, LISTEN, sceneIn } from '../support/engine-scene.js';
import { until } from '../support/until.js';

const RATING = '<curtsy-rating touchpoint="shop"></curtsy-rating>';
const prompt = (attributes: string) => `<curtsy-prompt id="ask" ${attributes}>${RATING}</curtsy-prompt>`;
const OVERLAY = '<div style="position:absolute;inset:0;z-index:2147483647"></div>';

/** Keeps what prompts say, and has words for what they show. */
const PROMPTS = `${LISTEN}<script>
  window.told = [];
  for (const name of ['shown', 'dismissed', 'suppressed'])
    addEventListener('curtsy-' + name, ({ detail }) => told.push([name, detail?.reason].filter(Boolean).join(' ')));
  const base = (tag) => document.querySelector(tag).shadowRoot?.querySelector('.base');
  const isOpen = (tag = 'curtsy-prompt') => !!base(tag)?.matches(':popover-open');
</script>`;

const NO_NAVIGATION = `<script>Object.defineProperty(window, 'navigation', { value: undefined });</script>`;

const told = (page: EnginePage) => page.evaluate<string[]>('return told');
const isOpen = (page: EnginePage, tag = 'curtsy-prompt') => page.evaluate<boolean>(`return isOpen('${tag}')`);
const opens = (page: EnginePage, tag?: string) => until(() => isOpen(page, tag), { what: 'an open card' });
const closes = (page: EnginePage, tag?: string) =>
  until(async () => !(await isOpen(page, tag)), { what: 'no open card' });

/** Waits until a prompt has looked around at least twice. */
const looks = async (page: EnginePage): Promise<void> => {
  const since = await page.evaluate<number>('return performance.now()');
  await until(async () => (await page.evaluate<number>('return performance.now()')) - since > 2200);
};

/** Waits until what attends to an open prompt is there. */
const attended = (page: EnginePage) =>
  until(() => page.evaluate(`return !!base('curtsy-prompt').getRootNode().querySelector('[role=status]').textContent`));

describe.for(ENGINES)('$name', ({ isHere, start }) => {
  let engine: Engine;
  beforeAll(async () => {
    if (isHere) engine = (await start())!;
  });
  afterAll(() => engine?.close());

  const open = async (body: string, head = PROMPTS) => {
    const scene = await sceneIn(engine);
    const address = scene.address('/', body, { head });
    return { ...scene, address, page: await scene.visitor.open(address) };
  };

  test.skipIf(!isHere)('a prompt in its corner, above everything, without the focus, and announced', async () => {
    const { page } = await open(OVERLAY + prompt('trigger="load"'));
    await opens(page);
    await attended(page);
    const seen = await page.evaluate(`
      const { x, y, width, height, right, bottom } = base('curtsy-prompt').getBoundingClientRect();
      return [
        [innerWidth - right, innerHeight - bottom],
        document.elementFromPoint(x + width / 2, y + height / 2).localName.split('-')[0],
        document.activeElement.localName,
        base('curtsy-prompt').getAttribute('aria-label'),
        base('curtsy-prompt').getRootNode().querySelector('[role=status]').textContent,
        told,
        faults,
      ];
    `);
    const question = 'How satisfied are you with your visit today?';
    expect(seen).toEqual([[16, 16], 'curtsy', 'body', question, `A question for you: ${question}`, ['shown'], []]);
  });

  test.skipIf(!isHere)('Close dismisses it, and after a reload its cooldown holds', async () => {
    const { page, address } = await open(prompt('trigger="load"'));
    await opens(page);
    await page.evaluate(`base('curtsy-prompt').querySelector('.close').click()`);
    await closes(page);
    expect(await told(page)).toEqual(['shown', 'dismissed']);
    await page.goto(address);
    await until(async () => (await told(page)).length > 0);
    expect(await told(page)).toEqual(['suppressed cooldown']);
  });

  test.skipIf(!isHere)('waits for a field, steps back for a dialog, comes back, and closes on Escape', async () => {
    const { page } = await open(
      `<input id="search" autofocus><dialog id="cart"><button>Buy</button></dialog>${prompt('trigger="load"')}`,
    );
    await until(() =>
      page.evaluate(`return !!customElements.get('curtsy-prompt') && document.activeElement === search`),
    );
    await looks(page);
    expect(await told(page)).toEqual([]);
    await page.evaluate('search.blur()');
    await opens(page);
    await attended(page);
    await page.evaluate(`
      document.querySelector('curtsy-rating').shadowRoot.querySelectorAll('input')[3].click();
      document.querySelector('#cart').showModal();
    `);
    await closes(page);
    await page.evaluate(`document.querySelector('#cart').close()`);
    await opens(page);
    const checked = `return document.querySelector('curtsy-rating').shadowRoot.querySelectorAll('input')[3].checked`;
    expect(await page.evaluate(checked)).toBe(true);
    await page.press('Escape');
    await closes(page);
    // A choice was made: that is an answer, and no dismissal.
    expect(await told(page)).toEqual(['shown']);
  });

  test.skipIf(!isHere)('the launcher has the focus in and back', async () => {
    const { page } = await open(`<curtsy-launcher label="Your opinion">${RATING}</curtsy-launcher>`);
    const focus = `return document.querySelector('curtsy-launcher').shadowRoot.activeElement?.className ?? ''`;
    await until(() =>
      page.evaluate(`return !!document.querySelector('curtsy-launcher').shadowRoot?.querySelector('.opener')`),
    );
    await page.evaluate(`document.querySelector('curtsy-launcher').shadowRoot.querySelector('.opener').focus()`);
    await page.press('Enter');
    await opens(page, 'curtsy-launcher');
    await until(async () => (await page.evaluate<string>(focus)).includes('base'));
    expect(await told(page)).toEqual(['shown']);
    await page.press('Escape');
    await closes(page, 'curtsy-launcher');
    await until(async () => (await page.evaluate<string>(focus)).includes('opener'));
    const expanded = `return document.querySelector('curtsy-launcher').shadowRoot.querySelector('.opener').ariaExpanded`;
    await until(async () => (await page.evaluate(expanded)) === 'false');
    expect(await page.evaluate('return faults')).toEqual([]);
  });

  test.skipIf(!isHere)('follows a shop that routes without loading, where nobody tells of it', async () => {
    const { page } = await open(prompt('trigger="load" pages="/thanks*"'), NO_NAVIGATION + PROMPTS);
    await until(async () => (await told(page)).length > 0);
    expect(await told(page)).toEqual(['suppressed pages']);
    await page.evaluate(`history.pushState(null, '', '/thanks')`);
    await opens(page);
    await page.evaluate(`history.pushState(null, '', '/help')`);
    await closes(page);
    await page.evaluate('history.back()');
    await opens(page);
    expect(await told(page)).toEqual(['suppressed pages', 'shown']);
  });
});
