// `npm run build`: dist/, from nothing. It is made in a folder of its own and takes the place of the old one when all of it
// is there, so dist/ is never half a build; a build over its budget is kept, to look at, and fails.

import { rename, rm } from 'node:fs/promises';
import { build, inPassing } from './make.mjs';
import { reportSizes } from './measure.mjs';

await inPassing(async (folder) => {
  const made = await build(folder);
  await rm('dist', { recursive: true, force: true });
  await rename(made, 'dist');
});
if (!reportSizes('dist')) process.exitCode = 1;
