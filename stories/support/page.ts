// The page around a story: its language, its direction and its colour scheme come from the toolbar.

import type { Decorator } from '@storybook/web-components-vite';
import { html } from 'lit';

export const page: Decorator = (story, { globals, viewMode }) => {
  const { language, scheme } = globals as { language: string; scheme: string };
  return html`<div
    class=${viewMode === 'story' ? 'page whole' : 'page'}
    lang=${language}
    dir=${language === 'ar' ? 'rtl' : 'ltr'}
    style=${`color-scheme: ${scheme}`}
  >
    ${story()}
  </div>`;
};
