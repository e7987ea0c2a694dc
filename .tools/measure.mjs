// What a shopper downloads before the next thing works, in bytes of brotli 11, held against .tools/budgets.json.

import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const BUDGETS = JSON.parse(readFileSync(new URL('budgets.json', import.meta.url), 'utf8'));

/** A file and all that it imports before it runs. */
function withImports(dist, file, found = new Set()) {
  if (found.has(file)) return found;
  found.add(file);
  const code = readFileSync(join(dist, file), 'utf8');
  for (const [, imported] of code.matchAll(/(?:from|import)\s*["']\.\/([\w./-]+\.js)(?:\?[^"']*)?["']/g)) {
    withImports(dist, imported, found);
  }
  return found;
}

/** Each step of a page: its files with their bytes, the sum, and what the sum may be. */
export function sizes(dist) {
  return BUDGETS.map(({ step, entries, budget }) => {
    const files = new Set(entries.flatMap((entry) => [...withImports(dist, entry)]));
    // Node's brotli compresses at 11 unless told otherwise.
    const parts = [...files].map((file) => ({
      file,
      bytes: brotliCompressSync(readFileSync(join(dist, file))).length,
    }));
    return { step, parts, bytes: parts.reduce((sum, part) => sum + part.bytes, 0), budget };
  });
}

/** Prints steps, then files. False when a step is over its budget. */
export function reportSizes(dist) {
  const steps = sizes(dist);
  const row = (name, ...cells) =>
    name.padEnd(60) + cells.map((cell) => cell.toLocaleString('en-GB').padStart(10)).join('');

  console.log(row('until …', 'brotli', 'budget'));
  for (const { step, bytes, budget } of steps) {
    console.log(row(step, bytes, budget) + (bytes > budget ? `  ${bytes - budget} too many` : ''));
  }
  console.log(`\n${row('file', 'brotli', 'raw')}`);
  for (const [file, bytes] of new Map(steps.flatMap(({ parts }) => parts.map((part) => [part.file, part.bytes])))) {
    console.log(row(file, bytes, statSync(join(dist, file)).size));
  }
  return steps.every(({ bytes, budget }) => bytes <= budget);
}
