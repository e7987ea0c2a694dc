// Which tests run where: pure rooms in happy-dom, the built files in a real Chromium, the house's own rules in plain Node.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = join(import.meta.dirname, '..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

const browser = {
  // A shared machine can leave a browser without a turn for seconds; `.tools/second-attempts.mjs` names whoever needed another.
  retry: 1,
  testTimeout: 60_000,
  hookTimeout: 60_000,
  // One browser beside the test that drives it is what two cores can bear: with two, what waits for seconds is late.
  maxWorkers: 1,
  sequence: { groupOrder: 1 },
};

export default defineConfig({
  root,
  // The bundler puts these in when it builds; the sources under test need them as well.
  define: { __VERSION__: JSON.stringify(version), __LOCALES__: JSON.stringify(['ar', 'de']) },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'structure',
          environment: 'node',
          include: ['test/*.test.ts'],
          // Some of them ask the compiler or npm.
          testTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'happy-dom',
          include: ['test/unit/**/*.test.ts'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          environment: 'node',
          include: ['test/browser/**/*.test.ts'],
          exclude: ['test/browser/stories.test.ts', 'test/browser/engines*.test.ts'],
          ...browser,
        },
      },
      {
        extends: true,
        // Two further browsers take their time to start.
        test: { name: 'engines', environment: 'node', include: ['test/browser/engines*.test.ts'], ...browser },
      },
      {
        extends: true,
        // Real faults take real time: a frozen tab, a kill, a reply after half a minute.
        test: {
          name: 'faults',
          environment: 'node',
          include: ['test/faults/**/*.test.ts'],
          ...browser,
          // Only what was late is tried again. What is lost once is lost.
          retry: { count: 1, condition: /^Not within|^Test timed out|Timeout \d+ms exceeded/ },
          testTimeout: 300_000,
        },
      },
      {
        extends: true,
        // Apart from the others, since it opens the static build of Storybook, which takes its time to make.
        test: { name: 'stories', environment: 'node', include: ['test/browser/stories.test.ts'], ...browser },
      },
    ],
  },
});
