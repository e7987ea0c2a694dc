// The styles' own custom properties, `--_accent` and the like, have names for people. This rollup plugin gives them short
// ones, the same in every file, since a chunk's styles use what another chunk's styles set.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const OWN = /--_[\w-]+/g;

export function shortNames(esm) {
  const modules = readdirSync(esm, { recursive: true }).filter((file) => file.endsWith('.js'));
  const names = new Set(modules.flatMap((file) => readFileSync(join(esm, file), 'utf8').match(OWN) ?? []));
  const short = new Map([...names].sort().map((name, index) => [name, `--_${index.toString(36)}`]));
  return {
    name: 'short-names',
    transform: (code, id) =>
      id.startsWith(esm) ? { code: code.replace(OWN, (name) => short.get(name)), map: null } : null,
  };
}
