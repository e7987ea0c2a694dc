// `npm test`: everything that must hold before a change is taken, each step with its time, and one line of counts at the end.
// `node .tools/test.mjs unit browser` runs only the steps named.

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { provideChromium, provideFirefox, provideWebkit } from './browsers.mjs';
import { MARK } from './second-attempts.mjs';
import { countTests, inWords, reportTo } from './vitest-counts.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const ATTW = ['attw', '--pack', '.', '--profile', 'esm-only'];

/**
 * `script` is one of package.json's and counts as one check, as `command` does; of `vitest` every test counts, and a `suite` counts by itself. A step that
 * needs another is skipped when that one failed, unless it `makes` a file and did so all the same: a build over its budget
 * is still a build that can be tested. What the others need comes first, all at once; then those that go
 * `beside` each other; then, in turn, those that want the machine for themselves.
 */
const STEPS = [
  { name: 'lint', script: 'lint' },
  { name: 'types', script: 'types' },
  { name: 'build', script: 'build', makes: 'dist/integrity.json' },
  // Longer than all others together, and much of it waiting.
  { name: 'browser', vitest: ['--project', 'browser'], needs: 'build', browser: true, beside: 'the rest' },
  { name: 'architecture', vitest: ['test/architecture.test.ts'], beside: 'browser' },
  { name: 'unit', vitest: ['--project', 'unit'], beside: 'browser' },
  { name: 'phones', script: 'check:phones', beside: 'browser' },
  { name: 'package', vitest: ['test/package.test.ts'], needs: 'build', beside: 'browser' },
  { name: 'publint', command: ['publint', '--strict'], needs: 'build', beside: 'browser' },
  // A stylesheet has no types to resolve.
  { name: 'attw', command: [...ATTW, '--exclude-entrypoints', 'curtsy.css'], needs: 'build', beside: 'browser' },
  { name: 'readme', script: 'check:readme', needs: 'build', beside: 'browser' },
  { name: 'storybook', script: 'build-storybook', needs: 'build', beside: 'browser' },
  { name: 'stories', vitest: ['--project', 'stories'], needs: 'storybook', browser: true },
  // The same in short for Firefox and WebKitGTK; what is missing is skipped by name.
  { name: 'engines', vitest: ['--project', 'engines'], needs: 'build', prepare: [provideFirefox, provideWebkit] },
  { name: 'faults', suite: ['.tools/faults.mjs', '--short'], needs: 'build', browser: true },
];

/** Twice what the longest step takes on two busy cores: longer is a step that hangs. */
const LIMIT = 1_200_000;

const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const wanted = process.argv.slice(2);
const steps = wanted.length > 0 ? STEPS.filter(({ name }) => wanted.includes(name)) : STEPS;
const total = { passed: 0, failed: 0, skipped: 0 };
const broken = new Set();

const isFirst = ({ beside, needs }) => !beside && !needs;
await Promise.all(steps.filter(isFirst).map(take));
await Promise.all(['browser', 'the rest'].map((other) => inTurn(steps.filter(({ beside }) => beside === other))));
await inTurn(steps.filter((step) => !step.beside && !isFirst(step)));

say(inWords(total));
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

async function inTurn(some) {
  for (const step of some) await take(step);
}

async function take(step) {
  const started = Date.now();
  const reason = whyNot(step);
  const { output = '', ...counts } = reason ? { passed: 0, failed: 0, skipped: 1 } : await perform(step);
  for (const key of Object.keys(total)) total[key] += counts[key];
  if (reason || (counts.failed > 0 && !hasMade(step, started))) broken.add(step.name);
  if (counts.failed > 0) say(output.trimEnd());
  else output.split('\n').forEach((line) => line.startsWith(MARK) && say(line));
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  say(`${step.name.padEnd(13)} ${seconds.padStart(6)} s  ${reason ? `skipped: ${reason}` : inWords(counts)}`);
}

function whyNot({ script, needs, browser }) {
  if (script && !scripts[script]) return `package.json has no script "${script}"`;
  if (needs && broken.has(needs)) return `"${needs}" did not pass`;
  if (browser && !provideChromium()) return 'no Chromium';
  return undefined;
}

function hasMade({ makes }, since) {
  return makes !== undefined && (statSync(join(ROOT, makes), { throwIfNoEntry: false })?.mtimeMs ?? 0) >= since;
}

async function perform({ script, command, vitest, suite, prepare = [] }) {
  prepare.forEach((provide) => provide());
  if (vitest) return performVitest(vitest);
  if (suite) return performSuite(suite);
  const [name, ...args] = command ?? ['npm', 'run', '--silent', script];
  const { code, output } = await run(name, args);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, output };
}

/** A suite that counts by itself, in its last line. */
async function performSuite(args) {
  const { code, output } = await run(process.execPath, args);
  const counts = /(\d+) passed, (\d+) failed(?:, (\d+) skipped)?\s*$/.exec(output) ?? [];
  const [, passed = 0, failed = code === 0 ? 0 : 1, skipped = 0] = counts.map(Number);
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed, skipped: skipped || 0, output };
}

async function performVitest(args) {
  const folder = mkdtempSync(join(tmpdir(), 'curtsy-test-'));
  const report = join(folder, 'report.json');
  try {
    const { code, output } = await run('vitest', [
      'run',
      '--config',
      'test/vitest.config.ts',
      ...reportTo(report),
      ...args,
    ]);
    return { ...countTests(report, code), output };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(name, args) {
  const env = { ...process.env, PATH: [join(ROOT, 'node_modules/.bin'), process.env.PATH].join(delimiter) };
  Object.assign(env, { NO_COLOR: '1', STORYBOOK_DISABLE_TELEMETRY: '1' });
  return new Promise((resolve) => {
    const child = spawn(name, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'], timeout: LIMIT });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.once('error', (error) => resolve({ code: 1, output: `${output}\n${error}` }));
    child.once('close', (code, signal) => {
      resolve({ code: code ?? 1, output: signal ? `${output}\nended by ${signal}` : output });
    });
  });
}

function say(text) {
  process.stdout.write(`${text}\n`);
}
