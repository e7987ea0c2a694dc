// What a shop downloads: the package is complete, its files say what they are, and none does what a strict page forbids.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transform } from 'lightningcss';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const DIST = join(ROOT, 'dist');

interface Package {
  version: string;
  files: string[];
  exports: Record<string, string | Record<string, string>>;
}

interface Manifest {
  modules: { declarations?: Declaration[] }[];
}

interface Declaration {
  tagName?: string;
  description?: string;
  attributes?: Named[];
  members?: (Named & { privacy?: string; kind: string })[];
  events?: Named[];
  slots?: Named[];
  cssParts?: Named[];
  cssProperties?: Named[];
}

interface Named {
  name: string;
  description?: string;
}

const { version, files, exports } = readJson<Package>(join(ROOT, 'package.json'));
const dist = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
const locales = readdirSync(join(ROOT, 'src/language/locales'))
  .map((file) => file.replace(/\.ts$/, ''))
  .filter((tag) => tag !== 'en');

const scripts = dist.filter((file) => /^curtsy[\w.-]*\.js$/.test(file));
const chunks = scripts.filter((file) => file !== 'curtsy.js' && !file.startsWith('curtsy.all.'));

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}

function readDist(file: string): string {
  return readFileSync(join(DIST, file), 'utf8');
}

describe('package.json', () => {
  const targets = Object.values(exports).flatMap((entry) => (typeof entry === 'string' ? entry : Object.values(entry)));

  test('every target of the exports map is a file', () => {
    expect(targets.length).toBeGreaterThan(0);
    expect(targets.filter((target) => !existsSync(join(ROOT, target)))).toEqual([]);
  });

  test('what npm packs has every target, and of ours nothing but dist/', () => {
    const output = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: ROOT,
      stdio: 'pipe',
    });
    const [pack] = JSON.parse(output.toString()) as [{ files: { path: string }[] }];
    const packed = pack.files.map(({ path }) => path);
    expect(targets.filter((target) => !packed.includes(target.slice(2)))).toEqual([]);
    expect(files).toEqual(['dist']);
    expect(packed.filter((path) => !path.startsWith('dist/')).sort()).toEqual(['LICENSE', 'README.md', 'package.json']);
  });
});

describe('dist/', () => {
  test('has every file that the public surface names', () => {
    const promised = [
      ...['curtsy.js', 'curtsy.css', 'curtsy.all.js'],
      ...['core', 'expectation', 'callback', 'settings', 'outbox', 'api', 'follow', 'vitals'].map(
        (name) => `curtsy.${name}.js`,
      ),
      ...locales.flatMap((tag) => [`curtsy.locale.${tag}.js`, `curtsy.all.locale.${tag}.js`]),
      ...['index', 'rating', 'expectation', 'callback'].flatMap((name) => [`${name}.js`, `${name}.d.ts`]),
      ...['custom-elements.json', 'response.schema.json', 'integrity.json'],
    ];
    expect(promised.filter((file) => !dist.includes(file))).toEqual([]);
  });

  test('has German and Arabic', () => {
    expect(locales).toEqual(expect.arrayContaining(['ar', 'de']));
  });

  test.each(chunks)('%s asks for its chunks by version, without bare imports', (file) => {
    const wrong = specifiers(file).filter(
      (name) => !name.startsWith('./curtsy.') || !name.endsWith(`.js?v=${version}`),
    );
    expect(wrong).toEqual([]);
  });

  test('the chunks that a press needs know no lit and no element', () => {
    const reach = (file: string, seen = new Set<string>()): Set<string> => {
      if (!seen.has(file)) {
        seen.add(file);
        for (const name of specifiers(file, 'static')) reach(name.replace(/^\.\/|\?.*$/g, ''), seen);
      }
      return seen;
    };
    expect([...reach('curtsy.outbox.js'), ...reach('curtsy.settings.js')]).not.toContain('curtsy.core.js');
  });

  test.each(['curtsy.js', ...scripts.filter((file) => file.startsWith('curtsy.all.'))])(
    '%s is a classic script',
    (file) => {
      const tree = parse(file);
      expect(tree.statements.filter((node) => ts.isImportDeclaration(node) || ts.isExportDeclaration(node))).toEqual(
        [],
      );
    },
  );

  test.each(scripts)('%s has no data: URL, no eval and no style attribute', (file) => {
    expect(forbidden(file)).toEqual([]);
  });

  test.each<[string, string[]]>([
    ['index.js', ['@floating-ui/dom']],
    ['rating.js', []],
    ['expectation.js', []],
    ['callback.js', []],
  ])('%s leaves its dependencies to the bundler', (file, ofPrompts) => {
    const bare = new Set<string>();
    const seen = new Set<string>();
    const walk = (path: string): void => {
      if (seen.has(path)) return;
      seen.add(path);
      for (const name of specifiers(path)) {
        if (name.startsWith('.')) walk(join(path, '..', name));
        else bare.add(/^(@[^/]+\/)?[^/]+/.exec(name)![0]);
      }
    };
    walk(file);
    expect([...bare].sort()).toEqual([...ofPrompts, 'idb-keyval', 'lit', 'web-vitals']);
  });

  test('curtsy.css parses, and has a rule for every element', () => {
    const code = transform({ filename: 'curtsy.css', code: Buffer.from(readDist('curtsy.css')) });
    expect(code.warnings).toEqual([]);
    const missing = elements().filter(({ tagName }) => !code.code.toString().includes(tagName ?? '?'));
    expect(missing.map(({ tagName }) => tagName)).toEqual([]);
  });
});

describe('integrity.json', () => {
  const hashes = readJson<Record<string, string>>(join(DIST, 'integrity.json'));

  test('names every file that a script tag or a link may load', () => {
    expect(Object.keys(hashes)).toEqual(expect.arrayContaining(scripts));
  });

  test.each(Object.entries(hashes))('%s has the hash that is written', (file, hash) => {
    const [algorithm = ''] = hash.split('-');
    expect(`${algorithm}-${createHash(algorithm).update(readDist(file)).digest('base64')}`).toBe(hash);
  });
});

describe('custom-elements.json', () => {
  const COMMON = {
    attributes: ['touchpoint', 'question', 'endpoint', 'source', 'disabled', 'comment'],
    events: ['curtsy-submit', 'curtsy-saved', 'curtsy-delivered', 'curtsy-rejected'],
    members: ['metadata', 'reset'],
    slots: ['question', 'thanks', 'thanks-extra', 'footer'],
    parts: ['base', 'question', 'submit', 'thanks', 'receipt', 'actions'],
  };
  const SCALE = ['options', 'option', 'label', 'reasons', 'reason', 'comment'];

  const SURFACE: Record<string, typeof COMMON> = {
    'curtsy-rating': {
      attributes: [...COMMON.attributes, 'scale', 'faces', 'reasons', 'recover', 'name', 'required'],
      events: [...COMMON.events, 'curtsy-change'],
      members: [...COMMON.members, 'value'],
      slots: [...COMMON.slots, 'recover'],
      parts: [...COMMON.parts, ...SCALE, 'face', 'recover'],
    },
    'curtsy-expectation': {
      attributes: [...COMMON.attributes, 'scale', 'subject', 'promise', 'promises', 'recover'],
      events: [...COMMON.events, 'curtsy-change'],
      members: COMMON.members,
      slots: [...COMMON.slots, 'recover'],
      parts: [...COMMON.parts, ...SCALE, 'recover'],
    },
    'curtsy-callback': {
      attributes: [
        ...COMMON.attributes.filter((name) => name !== 'comment'),
        ...['channels', 'topics', 'country', 'countries', 'business', 'privacy-url', 'marketing'],
      ],
      events: COMMON.events,
      members: [...COMMON.members, 'inReplyTo', 'handoff'],
      slots: COMMON.slots,
      parts: [...COMMON.parts, 'field', 'error', 'reference'],
    },
  };

  test('lists the three question elements', () => {
    expect(elements().map(({ tagName }) => tagName)).toEqual(expect.arrayContaining(Object.keys(SURFACE)));
  });

  test.each(Object.entries(SURFACE))('<%s> has every public name of the surface', (tag, surface) => {
    const element = elements().find(({ tagName }) => tagName === tag);
    const missing = (promised: string[], listed: Named[] = []): string[] =>
      promised.filter((name) => !listed.some((entry) => entry.name === name));
    expect({
      attributes: missing(surface.attributes, element?.attributes),
      events: missing(surface.events, element?.events),
      members: missing(surface.members, element?.members),
      slots: missing(surface.slots, element?.slots),
      parts: missing(surface.parts, element?.cssParts),
    }).toEqual({ attributes: [], events: [], members: [], slots: [], parts: [] });
  });

  test.each(Object.keys(SURFACE))('<%s> leaks nothing that is private, and says what each thing is for', (tag) => {
    const element = elements().find(({ tagName }) => tagName === tag);
    const { attributes = [], members = [], events = [], slots = [], cssParts = [], cssProperties = [] } = element ?? {};
    const leaks = members.filter(({ name, privacy }) => /^[_#]/.test(name) || (privacy && privacy !== 'public'));
    expect(leaks.map(({ name }) => name)).toEqual([]);
    const LIT = ['render', 'willUpdate', 'update', 'updated', 'firstUpdated', 'createRenderRoot', 'connectedCallback'];
    expect(members.filter(({ name }) => LIT.includes(name)).map(({ name }) => name)).toEqual([]);
    const silent = [...attributes, ...events, ...slots, ...cssParts, ...cssProperties].filter(
      (entry) => !entry.description,
    );
    expect(silent.map(({ name }) => name)).toEqual([]);
    expect(element?.description).toBeTruthy();
  });
});

describe('types', () => {
  test('a right setting compiles', () => {
    expect(compile(`configure({ endpoint: '/feedback', source: 'webshop', locale: 'de', maxPending: 100 });`)).toEqual(
      [],
    );
  });

  test.each([
    ['a wrong type', `configure({ endpoint: 5 });`],
    ['an unknown name', `configure({ endpont: '/feedback' });`],
    ['an unknown value', `configure({ format: 'xml' });`],
  ])('%s is a type error', (_, code) => {
    expect(compile(code)).toHaveLength(1);
  });

  test('the elements are known to the DOM', () => {
    expect(compile(`document.querySelector('curtsy-rating')?.reset();`)).toEqual([]);
  });
});

function elements(): Declaration[] {
  const { modules } = readJson<Manifest>(join(DIST, 'custom-elements.json'));
  return modules.flatMap(({ declarations = [] }) => declarations).filter(({ tagName }) => tagName);
}

function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readDist(file), ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
}

function specifiers(file: string, which: 'static' | 'all' = 'all'): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const from = ts.isImportDeclaration(node) || ts.isExportDeclaration(node) ? node.moduleSpecifier : undefined;
    const late = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && node.arguments[0];
    const name = from ?? (which === 'all' && late);
    if (name && ts.isStringLiteralLike(name)) found.push(name.text);
    ts.forEachChild(node, visit);
  };
  visit(parse(file));
  return found;
}

function forbidden(file: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'eval') found.push(node.getText().slice(0, 60));
    if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'Function') {
      found.push(node.getText().slice(0, 60));
    }
    const isText = ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node);
    if (isText && /\bdata:[a-z]*[/;,]|<[^>]*\sstyle=/i.test(node.text)) found.push(node.text.slice(0, 60));
    ts.forEachChild(node, visit);
  };
  visit(parse(file));
  return found;
}

/** The complaints of TypeScript about a shop's own strict code that uses the package. */
function compile(code: string): string[] {
  const path = join(ROOT, 'test/shop.ts');
  const text = `import { configure } from '../dist/index.js';\nvoid configure;\n${code}\n`;
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: true,
    noEmit: true,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const readReal = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...rest) =>
    name === path ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2022) : readReal(name, ...rest);
  const program = ts.createProgram([path], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
