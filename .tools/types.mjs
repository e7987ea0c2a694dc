// The types beside the package's modules: what tsc wrote goes to dist/types/, and each door's .d.ts leads there.

import { cpSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { elementsIn } from './source.mjs';

/** No bundler imports these: they are whole pages' scripts. */
const SCRIPTS = /[\\/](?:loader[\\/]?.*|all\.d\.ts)$/;

export function writeTypes(esm, dist) {
  cpSync(esm, join(dist, 'types'), {
    recursive: true,
    filter: (from) => !SCRIPTS.test(from.slice(esm.length)) && (statSync(from).isDirectory() || from.endsWith('.d.ts')),
  });
  for (const [door, module] of [
    ['index', 'index'],
    ...elementsIn(esm).map((name) => [name, `elements/${name}/${name}`]),
  ]) {
    writeFileSync(join(dist, `${door}.d.ts`), `export * from './types/${module}.js';\n`);
  }
}
