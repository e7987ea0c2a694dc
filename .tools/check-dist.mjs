// The committed dist/ is what people copy into their shops: this builds it afresh and names every file that differs.

import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { build, inPassing } from './make.mjs';

const filesIn = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    : [];

await inPassing(async (folder) => {
  const fresh = await build(folder);
  const names = [...new Set([...filesIn('dist'), ...filesIn(fresh)])].sort();
  const differing = names.filter((name) => {
    const [kept, made] = [join('dist', name), join(fresh, name)];
    return !existsSync(kept) || !existsSync(made) || !readFileSync(kept).equals(readFileSync(made));
  });
  for (const name of differing) console.error(`dist/${name} differs from a fresh build`);
  if (differing.length > 0) process.exitCode = 1;
  else console.log(`dist/ equals a fresh build: ${names.length} files`);
});
