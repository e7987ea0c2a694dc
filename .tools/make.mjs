// One build from src/ to a dist/, in any folder: `npm run build` keeps it, the check of the committed one compares it.

import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { rollup } from 'rollup';
import rollupConfigs from '../rollup.config.mjs';
import { writeIntegrity } from './integrity.mjs';
import { writeLicences } from './licences.mjs';
import { writeManifest } from './manifest.mjs';
import { writeOpenapi } from './openapi.mjs';
import { squeezeStyles } from './templates.mjs';
import { writeTypes } from './types.mjs';

/** Compiles src/ and bundles it into `<folder>/dist`, which it returns. */
export async function build(folder) {
  const esm = join(folder, 'esm');
  const dist = join(folder, 'dist');
  const tsc = spawnSync(process.execPath, [resolve('node_modules/typescript/bin/tsc'), '-p', '.', '--outDir', esm], {
    stdio: 'inherit',
  });
  if (tsc.status !== 0) throw new Error('src/ does not compile.');
  await mkdir(dist);

  const bundled = new Set();
  for (const config of rollupConfigs({ configEsm: esm, configDist: dist })) {
    const bundle = await rollup({ ...config, onwarn: stop });
    const { output } = await bundle.write(config.output);
    await bundle.close();
    for (const { modules = {} } of output) Object.keys(modules).forEach((id) => bundled.add(id));
  }

  await writeTypes(esm, dist);
  await writeFile(join(dist, 'curtsy.css'), squeezeStyles(await readFile('src/look/curtsy.css', 'utf8')));
  await cp('src/response/response.schema.json', join(dist, 'response.schema.json'));
  await writeManifest(dist);
  await writeOpenapi(dist);
  await writeLicences(bundled, dist);
  await writeIntegrity(dist);
  return dist;
}

/** Does `work` with a folder below build/, where imports still find node_modules, and removes it afterwards. */
export async function inPassing(work) {
  await mkdir('build', { recursive: true });
  const folder = await mkdtemp(resolve('build/run-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A warning is a mistake that nobody has met yet. */
function stop(warning) {
  throw new Error(`rollup: ${warning.message}`);
}
