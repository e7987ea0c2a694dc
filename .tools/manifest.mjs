// dist/custom-elements.json, what editors, Storybook and the README's tables know of the elements: the analyzer reads the
// sources, and what a page has no business with is taken out.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cli } from '@custom-elements-manifest/analyzer/cli.js';

/** What a page may use is public and says what it is for. */
const isOffered = (item) => (item.privacy ?? 'public') === 'public' && !item.static && Boolean(item.description);

const withoutOrigin = ({ inheritedFrom, ...item }) => item;

/** An element as a page sees it: where a thing comes from, its own class or the one below, is the project's affair. */
function cleanElement({ superclass, mixins, ...element }) {
  const silent = element.attributes?.find(({ description }) => !description);
  if (silent) throw new Error(`Nothing says what <${element.tagName} ${silent.name}> is for.`);
  const kept = Object.entries(element).map(([key, value]) => [
    key,
    Array.isArray(value) ? value.filter((item) => key === 'slots' || isOffered(item)).map(withoutOrigin) : value,
  ]);
  return Object.fromEntries(kept);
}

/** A source module under the path that the package has it at. */
function cleanModule({ path, declarations, exports, ...module }) {
  const elements = declarations.filter((declaration) => declaration.customElement);
  const built = path.replace(/^src\/elements\/.*\//, 'dist/').replace(/\.ts$/, '.js');
  return {
    ...module,
    path: built,
    declarations: elements.map(cleanElement),
    exports: exports
      .filter(({ declaration }) => elements.some(({ name }) => name === declaration.name))
      .map((entry) => ({ ...entry, declaration: { ...entry.declaration, module: built } })),
  };
}

export async function writeManifest(dist) {
  const argv = ['analyze', '--litelement', '--quiet', '--globs', 'src/elements/**/*.ts'];
  const { modules, ...manifest } = await cli({ argv, noWrite: true });
  const elements = modules
    .filter(({ declarations }) => declarations.some(({ tagName }) => tagName))
    .map(cleanModule)
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  writeFileSync(join(dist, 'custom-elements.json'), `${JSON.stringify({ ...manifest, modules: elements }, null, 2)}\n`);
}
