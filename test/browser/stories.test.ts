// The static build of Storybook: every story renders, plays to its end and is accessible to axe, and nobody complains.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test as base } from 'vitest';
import { launchChromium, Visitor } from '../support/chromium.js';
import { serveFolder } from '../support/static.js';

const FOLDER = join(import.meta.dirname, '../../storybook-static');

interface Entry {
  id: string;
  title: string;
  name: string;
  type: 'story' | 'docs';
}

interface Channel {
  on: (event: string, listener: (detail: unknown) => void) => void;
  emit: (event: string, detail: unknown) => void;
}

declare global {
  interface Window {
    __STORYBOOK_ADDONS_CHANNEL__?: Channel;
  }
}

const { entries } = JSON.parse(readFileSync(join(FOLDER, 'index.json'), 'utf8')) as { entries: Record<string, Entry> };
const all = Object.values(entries);
const docs = all.filter(({ type }) => type === 'docs');
const stories = all.filter(({ type }) => type === 'story');
const titles = [...new Set(stories.map(({ title }) => title))];

const test = base
  .extend('site', { scope: 'file' }, async ({}, { onCleanup }) => {
    const server = await serveFolder(FOLDER);
    onCleanup(server.stop);
    return server;
  })
  .extend('chromium', { scope: 'file' }, async ({}, { onCleanup }) => {
    const browser = await launchChromium();
    onCleanup(() => browser.close());
    return browser;
  })
  .extend('visitor', async ({ chromium }, { onCleanup }) => {
    const visitor = new Visitor(await chromium.newContext({ viewport: { width: 800, height: 700 } }));
    onCleanup(() => visitor.context.close());
    return visitor;
  });

test('there are stories of every element', () => {
  const elements = ['Rating', 'Expectation', 'Callback', 'Prompt', 'Launcher'].map((name) => `Elements/${name}`);
  expect([...titles].sort()).toEqual([...elements, 'Theming', 'Outbox'].sort());
});

// Dozens of stories in each, some of which wait for what takes longer than a moment.
describe.concurrent('stories', { timeout: 150_000 }, () => {
  for (const title of titles) {
    // One page shows them one after the other, as somebody who goes through the sidebar sees them.
    test(title, async ({ site, visitor, expect }) => {
      const page = await visitor.open(`${site.origin}/iframe.html?viewMode=story`);
      await page.waitForFunction(() => window.__STORYBOOK_ADDONS_CHANNEL__);
      for (const { id, name } of stories.filter((story) => story.title === title)) {
        expect.soft(await outcome(page, id), `how "${name}" ended`).toEqual({ status: 'success', violations: [] });
        const seen = await elements(page);
        expect.soft(seen, `elements of "${name}"`).not.toEqual([]);
        expect
          .soft(
            seen.filter(({ height, defined }) => !height || !defined),
            `unseen in "${name}"`,
          )
          .toEqual([]);
        expect.soft(complaints(visitor), `the console during "${name}"`).toEqual([]);
      }
    });
  }
});

describe('docs pages', () => {
  for (const { id, title } of docs) {
    test(title, async ({ site, visitor }) => {
      const page = await visitor.open(`${site.origin}/iframe.html?viewMode=docs&id=${id}`);
      await page.locator('.sbdocs-content h1').waitFor();
      expect(complaints(visitor)).toEqual([]);
    });
  }
});

/** Shows the story, and waits until Storybook is done with it, one way or another. */
function outcome(page: Page, id: string): Promise<object> {
  return page.evaluate(async (storyId) => {
    interface Finished {
      storyId: string;
      status: string;
      reporters: { result: { violations?: { id: string; nodes: { target: unknown }[] }[] } }[];
    }
    const channel = window.__STORYBOOK_ADDONS_CHANNEL__!;
    return new Promise<object>((resolve) => {
      channel.on('storyFinished', (detail) => {
        const { storyId: finished, status, reporters } = detail as Finished;
        if (finished !== storyId) return;
        const found = reporters.flatMap(({ result }) => result.violations ?? []);
        const violations = found.map((one) => `${one.id}: ${JSON.stringify(one.nodes.map(({ target }) => target))}`);
        resolve({ status, violations });
      });
      for (const event of ['storyMissing', 'storyErrored', 'storyThrewException', 'playFunctionThrewException'])
        // Its first line: after that comes the whole page as it stood.
        channel.on(event, (detail) =>
          resolve({ status: event, why: (detail as Partial<Error>).message?.split('\n')[0] }),
        );
      channel.emit('setCurrentStory', { storyId, viewMode: 'story' });
    });
  }, id);
}

/** Every element on the page: whether its tag is defined, and the room that it takes. */
function elements(page: Page): Promise<{ tag: string; defined: boolean; height: number }[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter(({ localName }) => localName.startsWith('curtsy-'))
      // A form to offer is not seen before it is asked for, nor what stands in a launcher before it is opened.
      .filter(({ slot, assignedSlot }) => slot !== 'recover' || assignedSlot)
      .filter((element) => !element.closest('curtsy-launcher:not([open]) > *'))
      .map((element) => ({
        tag: element.localName,
        defined: !!customElements.get(element.localName),
        // Cards have a place of their own in the window.
        height: (element.shadowRoot?.querySelector('[part~=launcher], [part~=base]') ?? element).getBoundingClientRect()
          .height,
      })),
  );
}

/** What the console and the error handlers saw since the last time. */
function complaints({ errors, crashes }: Visitor): string[] {
  return [...errors.splice(0), ...crashes.splice(0)].map((text) => text.split('\n')[0]!);
}
