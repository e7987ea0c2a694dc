// `npm run test:faults`: runs the fault suite and prints what became of the answers, row by row. `--short` takes the rows that
// are part of `npm test`, `--seed N` repeats a randomised run, `--only TEXT` takes the rows whose name has it, `clock tabs` the
// files of that name, and `--write` puts the table into the README.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import prettier from 'prettier';
import { startVitest } from 'vitest/node';
import { provideChromium, provideFirefox, provideWebkit } from './browsers.mjs';
import SecondAttempts from './second-attempts.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const README = join(ROOT, 'README.md');
const MARKED = /(<!-- faults:begin -->)[^]*?(<!-- faults:end -->)/;
const HEAD = ['row', 'engine', 'answers', 'lost', 'stored twice', 'verdict'];

const { values: options, positionals: files } = parseArgs({
  allowPositionals: true,
  options: {
    short: { type: 'boolean' },
    write: { type: 'boolean' },
    seed: { type: 'string' },
    only: { type: 'string' },
  },
});

provideChromium();
if (options.short) process.env.CURTSY_FAULTS = 'short';
else {
  provideFirefox();
  provideWebkit();
}
if (options.seed) process.env.CURTSY_SEED = options.seed;

const rows = [];
let skipped = 0;
let failed = 0;

const reporter = {
  onTestCaseResult(test) {
    const { state, errors = [] } = test.result();
    const { fault } = test.meta();
    if (state === 'skipped') {
      if (test.options.mode === 'run') {
        skipped += 1;
        say(`skipped: ${test.name}, ${test.result().note ?? ''}`);
      }
      return;
    }
    if (state === 'failed') failed += 1;
    const { row = test.name, engine = '', answers = 0, lost = 0, twice = 0 } = fault ?? {};
    const seconds = ((test.diagnostic()?.duration ?? 0) / 1000).toFixed(1);
    rows.push({ file: test.module.moduleId, cells: [row, engine, `${answers}`, `${lost}`, `${twice}`, state] });
    say(
      `${state.padEnd(7)} ${row} · ${engine} · ${answers} answers, ${lost} lost, ${twice} stored twice · ${seconds} s`,
    );
    errors.forEach(complain);
  },
  /** A file that could not be loaded names no row. */
  onTestModuleEnd(module) {
    failed += module.errors().length;
    module.errors().forEach(complain);
  },
  onTestRunEnd(_, unhandled) {
    failed += unhandled.length;
    unhandled.forEach(complain);
  },
};

const vitest = await startVitest('test', files, {
  config: join(ROOT, 'test/vitest.config.ts'),
  project: ['faults'],
  reporters: [reporter, new SecondAttempts()],
  watch: false,
  ...(options.only && { testNamePattern: options.only.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') }),
});
await vitest.close();

// Files run in whatever order the runner thinks best; the table has one of its own.
const table = rows.sort((one, other) => one.file.localeCompare(other.file)).map(({ cells }) => cells);
const passed = table.filter((cells) => cells.at(-1) === 'passed').length;
if (options.write) await write();
say(plainTable());
say(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

function plainTable() {
  const widths = HEAD.map((_, column) => Math.max(...[HEAD, ...table].map((cells) => cells[column].length)));
  const line = (row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd();
  return ['', line(HEAD), ...table.map(line), ''].join('\n');
}

async function write() {
  const line = (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const markdown = [line(HEAD), line(HEAD.map(() => '---')), ...table.map(line)].join('\n');
  const before = readFileSync(README, 'utf8');
  if (!MARKED.test(before)) throw new Error('README.md has no place for the table.');
  const after = before.replace(MARKED, (_, start, end) => `${start}\n\n${markdown}\n\n${end}`);
  writeFileSync(README, await prettier.format(after, { ...(await prettier.resolveConfig(README)), filepath: README }));
}

/** What was wrong, and where in the rows. */
function complain({ message, diff, cause, stack = '' }) {
  const where = stack.split('\n').filter((line) => line.includes('test/faults/'));
  say([message, diff, cause?.message, ...where].filter(Boolean).join('\n'));
}

function say(text) {
  process.stdout.write(`${text}\n`);
}
