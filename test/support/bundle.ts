// Bundles an application for the tests as a shop's own build would, frameworks and all.

import { join } from 'node:path';
import { build, type Rolldown } from 'vite';

const ROOT = join(import.meta.dirname, '../..');

/** The files of `test/fixtures/apps/<name>.ts`, code by name; the first is the one to ask for. */
export async function bundleApp(name: string): Promise<Map<string, string>> {
  const { output } = (await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"', __VUE_OPTIONS_API__: 'true', __VUE_PROD_DEVTOOLS__: 'false' },
    resolve: {
      conditions: ['production', 'browser', 'module'],
      alias: {
        '@curtsy/feedback': join(ROOT, 'dist/index.js'),
        // With the compiler of templates.
        vue: 'vue/dist/vue.esm-bundler.js',
      },
    },
    build: { write: false, rolldownOptions: { input: join(ROOT, `test/fixtures/apps/${name}.ts`) } },
  })) as Rolldown.RolldownOutput;
  return new Map(output.flatMap((file) => (file.type === 'chunk' ? [[`/${file.fileName}`, file.code]] : [])));
}
