// Which files are stories, and what the bundler must put into the sources, as the build does.

import type { StorybookConfig } from '@storybook/web-components-vite';
import { readFileSync } from 'node:fs';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: (vite) => ({
    ...vite,
    define: { ...vite.define, __VERSION__: JSON.stringify(version), __LOCALES__: JSON.stringify(['ar', 'de']) },
  }),
};

export default config;
