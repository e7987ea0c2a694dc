// The page that every story stands on: elements from the sources, controls from the manifest, an endpoint without a network.

import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import manifest from '../dist/custom-elements.json' with { type: 'json' };
import { configure, outbox } from '../src/index.js';
import { forControls } from '../stories/support/controls.js';
import { answerWith, ENDPOINT, type Answer } from '../stories/support/endpoint.js';
import { page } from '../stories/support/page.js';
import { renderTag } from '../stories/support/render-tag.js';
import { keepApart, switchOff } from '../stories/support/storage.js';

setCustomElementsManifest(forControls(manifest));
keepApart();
configure({ endpoint: ENDPOINT, source: 'storybook' });

const preview: Preview = {
  tags: ['autodocs'],
  render: renderTag,
  decorators: [page],
  globalTypes: {
    language: {
      description: 'Language and direction of the page',
      toolbar: {
        icon: 'globe',
        dynamicTitle: true,
        items: [
          { value: 'en', title: 'English' },
          { value: 'de', title: 'Deutsch' },
          { value: 'ar', title: 'العربية', right: 'rtl' },
        ],
      },
    },
    scheme: {
      description: 'Colour scheme of the page',
      toolbar: {
        dynamicTitle: true,
        items: [
          { value: 'light', title: 'Light', icon: 'sun' },
          { value: 'dark', title: 'Dark', icon: 'moon' },
        ],
      },
    },
  },
  initialGlobals: { language: 'en', scheme: 'light' },
  parameters: {
    layout: 'fullscreen',
    // The page has its own colours, by its scheme.
    backgrounds: { disable: true },
    controls: { expanded: true },
    a11y: { test: 'error' },
    options: {
      storySort: { order: ['Welcome', 'Elements', ['Rating', 'Expectation', 'Callback'], 'Theming', 'Outbox'] },
    },
    viewport: {
      options: {
        smallest: { name: '320 px', styles: { width: '320px', height: '640px' } },
        phone: { name: '390 px', styles: { width: '390px', height: '844px' } },
        desktop: { name: '1280 px', styles: { width: '1280px', height: '800px' } },
      },
    },
  },
  async beforeEach({ parameters }) {
    const { endpoint = 204, storage } = parameters as { endpoint?: Answer; storage?: 'off' };
    answerWith(endpoint);
    await outbox.clear();
    return storage === 'off' ? switchOff() : undefined;
  },
};

export default preview;
