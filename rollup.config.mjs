// From the modules that tsc wrote to the files that are shipped: one build for bundlers, one for script tags in chunks,
// one for script tags in a single file. `npm run build` runs this with folders of its own; by hand, `tsc -p .` comes first.

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import nodeResolve from '@rollup/plugin-node-resolve';
import replace from '@rollup/plugin-replace';
import terser from '@rollup/plugin-terser';
import ts from 'typescript';
import { chunkEntries, chunkOf, chunks, copies } from './.tools/chunks.mjs';
import { languageScript } from './.tools/language-script.mjs';
import { leanDependencies } from './.tools/lean-dependencies.mjs';
import { shortNames } from './.tools/short-names.mjs';
import { elementsIn, localesIn } from './.tools/source.mjs';
import { templates } from './.tools/templates.mjs';

const { version, dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));

/** Lit's own properties have long names, so that copies of Lit understand each other; here it is alone, in one file. */
const minified = { ecma: 2020, compress: { passes: 3 }, mangle: { properties: { regex: /^_\$/ } } };

/** Where a classic script's strings are read in whatever encoding the page has, only ASCII is safe. */
const classic = () => terser({ ...minified, format: { comments: false, ascii_only: true } });
const modules = () => terser({ ...minified, module: true, format: { comments: false } });

/** The package's `sideEffects` tells bundlers about dist/; what is compiled from src/ all counts. */
const ours = { ignoreSideEffectsForRoot: true };

/** Nobody looks at the namespaces of our own modules closely enough to see that they are not frozen. */
const plainNamespaces = { freeze: false, generatedCode: { preset: 'es2015', symbols: false } };

/** Puts one module of a folder in another's place. */
const insteadOf = (folder, usual, other) => ({
  name: 'instead-of',
  resolveId: (id) => (id.endsWith(`/${usual}`) ? join(folder, other) : null),
});

/**
 * Writes the loader in words that browsers understand from their first `import()` on, so that one which is too old for the
 * elements reads it to the end and leaves the page as it is, without an error. It costs 30 bytes.
 */
const forOldBrowsers = {
  name: 'for-old-browsers',
  renderChunk: (code) => ts.transpileModule(code, { compilerOptions: { target: ts.ScriptTarget.ES2018 } }).outputText,
};

export default function configs({ configEsm = 'build/esm', configDist = 'dist' } = {}) {
  const esm = resolve(configEsm);
  const dist = resolve(configDist);
  const locales = localesIn(esm);

  const constants = replace({
    preventAssignment: true,
    delimiters: ['\\b', '\\b'],
    values: { __VERSION__: JSON.stringify(version), __LOCALES__: JSON.stringify(locales) },
  });
  const inlined = [
    constants,
    leanDependencies(),
    shortNames(esm),
    templates(),
    nodeResolve({ ...ours, browser: true, exportConditions: ['production'] }),
  ];

  /** A classic script: everything inside it, nothing global but what it sets itself. */
  const script = (input, file, { plugins = [], written = [] } = {}) => ({
    input,
    plugins: [...plugins, ...inlined],
    output: {
      file: join(dist, file),
      format: 'iife',
      ...plainNamespaces,
      inlineDynamicImports: true,
      plugins: [...written, classic()],
    },
  });

  return [
    {
      input: Object.fromEntries([
        ['index', join(esm, 'index.js')],
        ...elementsIn(esm).map((name) => [name, join(esm, `elements/${name}/${name}.js`)]),
      ]),
      external: Object.keys(dependencies).map((name) => new RegExp(`^${name}(?:/|$)`)),
      plugins: [constants, nodeResolve(ours)],
      output: { dir: dist, format: 'es', chunkFileNames: 'shared/[name].js', hoistTransitiveImports: false },
    },
    {
      input: chunkEntries(esm),
      preserveEntrySignatures: 'allow-extension',
      plugins: [copies, ...inlined],
      output: {
        dir: dist,
        format: 'es',
        ...plainNamespaces,
        chunkFileNames: '[name].js',
        manualChunks: chunkOf(esm),
        plugins: [modules(), chunks(esm, version)],
      },
    },
    script(join(esm, 'loader/loader.js'), 'curtsy.js', { written: [forOldBrowsers] }),
    script(join(esm, 'all.js'), 'curtsy.all.js', {
      plugins: [
        insteadOf(join(esm, 'language'), 'load-locale.js', 'load-no-locale.js'),
        insteadOf(join(esm, 'settings'), 'messages.js', 'no-messages.js'),
      ],
    }),
    ...locales.map((tag) => {
      const module = join(esm, `language/locales/${tag}.js`);
      return script(module, `curtsy.all.locale.${tag}.js`, { plugins: [languageScript(tag, module)] });
    }),
  ];
}
