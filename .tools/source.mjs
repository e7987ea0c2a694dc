// What the sources hold, read from the folders, so that a new element or language needs no line in the build.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The elements that a page can use: each is a folder with a module of the same name. */
export function elementsIn(source) {
  return readdirSync(join(source, 'elements'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** The languages beside English, which is inside the chunks. */
export function localesIn(source) {
  return [...new Set(readdirSync(join(source, 'language/locales')).map((file) => file.replace(/\..*/, '')))]
    .filter((tag) => tag !== 'en')
    .sort();
}
