// dist/licenses.txt: the licences of what stands inside the script files. Minifying removes their notices from the code,
// and their authors ask that the notices travel along.

import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the package that a module belongs to. */
function packageOf(module) {
  let folder = dirname(module);
  while (!existsSync(join(folder, 'package.json')) || !('version' in read(folder))) folder = dirname(folder);
  return folder;
}

const read = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

export function writeLicences(modules, dist) {
  const folders = new Set([...modules].filter((id) => id.includes('node_modules')).map(packageOf));
  const notices = [...folders].map((folder) => {
    const { name, version, license } = read(folder);
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    if (!file) throw new Error(`${name} comes without its licence.`);
    return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
  });
  writeFileSync(join(dist, 'licenses.txt'), notices.sort().join(`\n${'-'.repeat(80)}\n\n`));
}
