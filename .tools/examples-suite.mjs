// `npm run test:examples`: every receiver of examples/endpoints that can run on this machine, with the built library in a
// browser before it. Arguments go to vitest: `npm run test:examples -- -t php`. The last line counts.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { provideChromium } from './browsers.mjs';
import { countTests, inWords, reportTo } from './vitest-counts.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const VITEST = join(ROOT, 'node_modules/vitest/vitest.mjs');

/** Twice what it takes on two busy cores, with all that it fetches on the first run: longer is a suite that hangs. */
const LIMIT = 720_000;

const counts = provideChromium() ? perform() : { passed: 0, failed: 0, skipped: 1 };
process.stdout.write(`${inWords(counts)}\n`);
process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0;

function perform() {
  const folder = mkdtempSync(join(tmpdir(), 'curtsy-examples-'));
  const report = join(folder, 'report.json');
  try {
    // A line a test, since a test that was skipped says why on its own line only.
    const options = ['--config', 'test/examples/vitest.config.ts', ...reportTo(report, 'verbose')];
    const args = [VITEST, 'run', ...options, ...process.argv.slice(2)];
    const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit', timeout: LIMIT });
    return countTests(report, status ?? 1);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
