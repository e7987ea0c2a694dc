// The thirty complaints that people have of such tools, each with a test of its name: none gets lost, and none is skipped.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const FOLDER = join(import.meta.dirname, 'browser/complaints');

test('each of the thirty complaints has one test, which runs and is named after it', () => {
  const sources = readdirSync(FOLDER).map((file) => readFileSync(join(FOLDER, file), 'utf8'));
  const numbers = sources.flatMap((text) =>
    [...text.matchAll(/^test\('(\d+): \S/gm)].map(([, number]) => Number(number)),
  );
  expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, at) => at + 1));
});
