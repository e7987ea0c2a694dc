// dist/integrity.json: what a page puts into `integrity`, so that a changed file on a stranger's server does not run.

import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export function writeIntegrity(dist) {
  const files = readdirSync(dist).filter((file) => /^curtsy\..*(?:js|css)$/.test(file));
  const hash = (file) =>
    createHash('sha384')
      .update(readFileSync(join(dist, file)))
      .digest('base64');
  const hashes = Object.fromEntries(files.sort().map((file) => [file, `sha384-${hash(file)}`]));
  writeFileSync(join(dist, 'integrity.json'), `${JSON.stringify(hashes, null, 2)}\n`);
}
