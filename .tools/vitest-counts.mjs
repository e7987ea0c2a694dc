// Counts what vitest ran, from its JSON report: every suite of the project ends with the same line.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What makes vitest tell its progress to people and write its report to `path`. */
export function reportTo(path, reporter = 'default') {
  const second = fileURLToPath(new URL('second-attempts.mjs', import.meta.url));
  return [`--reporter=${reporter}`, `--reporter=${second}`, '--reporter=json', `--outputFile.json=${path}`];
}

/**
 * `{passed, failed, skipped}` of the report at `path`; `code` is vitest's exit code. A file that could not be loaded, and an
 * error outside any test, each count as a failure: neither names a test.
 */
export function countTests(path, code) {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = read(path);
  const unloaded = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.length,
  );
  const failed = numFailedTests + unloaded.length;
  return {
    passed: numPassedTests,
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: numPendingTests + numTodoTests,
  };
}

export function inWords({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };
  }
}
