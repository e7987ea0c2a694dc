// The house keeps its walls: which room may import which, read from the sources themselves.

import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, posix, relative, sep } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const SRC = join(import.meta.dirname, '../src');
const LONGEST_FILE = 280;

/** Rooms whose code a room may import. Types may also come from below, where `TYPES_FROM` says so. */
const CODE_FROM: Record<string, readonly string[]> = {
  loader: ['settings'],
  elements: ['response', 'language', 'look', 'page', 'callback', 'manners', 'settings'],
  manners: ['page', 'settings', 'language'],
  delivery: ['outbox', 'response', 'settings', 'page'],
  outbox: ['response', 'settings'],
  response: ['settings'],
  callback: ['settings'],
  look: ['settings'],
  language: ['settings'],
  page: ['settings'],
  settings: [],
};

const TYPES_FROM: Record<string, readonly string[]> = { elements: ['delivery', 'outbox'] };

/** Doors open outwards: they stand at the root of src/, and no room imports one. */
const DOORS = ['index.ts', 'all.ts', 'api.ts', 'install.ts', 'api-chunk.ts', 'observe.ts'];
/** Doors that a page without an element is served by. */
const WITHOUT_ELEMENTS = ['api.ts', 'install.ts', 'api-chunk.ts', 'observe.ts'];
const API_CODE_FROM = ['outbox', 'delivery', 'response', 'settings', 'page', 'language', 'manners'];

/** The files of delivery that an element may reach, and only late: what every answer needs, and what a tablet in a shop does. */
const DELIVERY_DOORS = ['delivery/submit.ts', 'delivery/kiosk.ts'];
/** An element fetches the form that it offers late, and only so. */
const OFFERED = 'elements/callback/callback.ts';
/** What the elements share stands at the root of their folder. */
const WITH_MANNERS = ['elements/prompt/', 'elements/launcher/'];
const WITHOUT_LIT = ['outbox', 'delivery', 'response', 'settings', 'page', 'callback', 'loader'];
const FORBIDDEN_NAMES = /\b(utils?|helpers?|common|misc|managers?)\b/;

interface Import {
  from: string;
  /** A path below src/ for our own files, the bare name for a package. */
  to: string;
  bare: boolean;
  typeOnly: boolean;
  dynamic: boolean;
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((path) => path.split(sep).join('/'))
  .filter((path) => path.endsWith('.ts'))
  .sort();
const sources = new Map(files.map((path) => [path, parse(path)]));
const imports = files.flatMap((path) => importsOf(path));
const inner = imports.filter(({ bare }) => !bare);

function parse(path: string): ts.SourceFile {
  return ts.createSourceFile(path, readFileSync(join(SRC, path), 'utf8'), ts.ScriptTarget.Latest, true);
}

function importsOf(path: string): Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, typeOnly: boolean, dynamic: boolean): void => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return;
    const bare = !specifier.text.startsWith('.');
    const to = bare ? specifier.text : resolve(path, specifier.text);
    found.push({ from: path, to, bare, typeOnly, dynamic });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeImport(node), false);
    if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly, false);
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true, false);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false, true);
    }
    ts.forEachChild(node, visit);
  };
  visit(source(path));
  return found;
}

function source(path: string): ts.SourceFile {
  const found = sources.get(path);
  if (!found) throw new Error(`${path} is no file of src/`);
  return found;
}

function isTypeImport({ importClause: clause }: ts.ImportDeclaration): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  return !clause.name && !!named && ts.isNamedImports(named) && named.elements.every(({ isTypeOnly }) => isTypeOnly);
}

function resolve(from: string, specifier: string): string {
  return posix.join(posix.dirname(from), specifier).replace(/\.js$/, '.ts');
}

function room(path: string): string {
  return path.includes('/') ? (path.split('/')[0] ?? '') : '';
}

function isDoor(path: string): boolean {
  return room(path) === '';
}

function show({ from, to, typeOnly, dynamic }: Import): string {
  return `${from} → ${to}${typeOnly ? ' (type)' : ''}${dynamic ? ' (dynamic)' : ''}`;
}

test('there is a house to look at, and every import in it leads to a file', () => {
  expect(files.length).toBeGreaterThan(0);
  expect(inner.filter(({ to }) => to.endsWith('.ts') && !files.includes(to)).map(show)).toEqual([]);
});

describe('rooms', () => {
  test('every folder of src/ is a room that the table knows, and every file at its root a door', () => {
    expect(files.filter((path) => !isDoor(path) && !(room(path) in CODE_FROM))).toEqual([]);
    expect(files.filter((path) => isDoor(path) && !DOORS.includes(path) && !path.endsWith('.d.ts'))).toEqual([]);
  });

  test('a room imports only from the rooms that the table allows', () => {
    expect(inner.filter((found) => !isDoor(found.from) && !isAllowed(found)).map(show)).toEqual([]);
  });

  test('nothing inside imports a door', () => {
    expect(inner.filter(({ from, to }) => isDoor(to) && !isDoor(from)).map(show)).toEqual([]);
    expect(inner.filter(({ to }) => to === 'index.ts' || to === 'all.ts').map(show)).toEqual([]);
  });

  test('the API knows no element', () => {
    const wrong = inner.filter(({ from, to }) => {
      return WITHOUT_ELEMENTS.includes(from) && !WITHOUT_ELEMENTS.includes(to) && !API_CODE_FROM.includes(room(to));
    });
    expect(wrong.map(show)).toEqual([]);
  });

  test('an element reaches delivery late, through submit and kiosk alone', () => {
    const reached = inner.filter(({ from, to, typeOnly }) => {
      return room(from) === 'elements' && ['delivery', 'outbox'].includes(room(to)) && !typeOnly;
    });
    expect(reached.filter(({ to, dynamic }) => !DELIVERY_DOORS.includes(to) || !dynamic).map(show)).toEqual([]);
  });

  test('no element imports another element', () => {
    const folder = (path: string): string => (path.split('/').length > 2 ? (path.split('/')[1] ?? '') : '');
    const wrong = inner.filter(({ from, to, dynamic }) => {
      if (dynamic && to === OFFERED) return false;
      return room(from) === 'elements' && room(to) === 'elements' && folder(to) !== '' && folder(to) !== folder(from);
    });
    expect(wrong.map(show)).toEqual([]);
  });

  test('no import goes round in a circle', () => {
    expect(circles(inner.filter(({ typeOnly, dynamic }) => !typeOnly && !dynamic))).toEqual([]);
  });
});

function isAllowed({ from, to, typeOnly, dynamic }: Import): boolean {
  const [here, there] = [room(from), room(to)];
  if (here === there) return true;
  if (typeOnly && TYPES_FROM[here]?.includes(there)) return true;
  if (there === 'manners' && here === 'elements') return WITH_MANNERS.some((folder) => from.startsWith(folder));
  if (dynamic && here === 'loader') return true;
  if (dynamic && DELIVERY_DOORS.includes(to)) return here === 'elements';
  return CODE_FROM[here]?.includes(there) ?? false;
}

function circles(edges: readonly Import[]): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) {
      found.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
      return;
    }
    if (done.has(path)) return;
    for (const { to } of edges.filter(({ from }) => from === path)) walk(to, [...trail, path]);
    done.add(path);
  };
  for (const path of files) walk(path, []);
  return found;
}

describe('floors', () => {
  test('outbox, delivery and response know no lit, and neither does what they stand on', () => {
    const wrong = imports.filter(({ from, to, bare }) => {
      return bare && WITHOUT_LIT.includes(room(from)) && /^(lit|@lit\/|lit-)/.test(to);
    });
    expect(wrong.map(show)).toEqual([]);
  });

  test('the callback room knows no DOM: it compiles where there is none', () => {
    const roots = files.filter((path) => room(path) === 'callback').map((path) => join(SRC, path));
    const program = ts.createProgram(roots, {
      target: ts.ScriptTarget.ES2022,
      lib: ['lib.es2023.d.ts'],
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      strict: true,
      noEmit: true,
      types: [],
    });
    // Random bytes are no part of the DOM, though TypeScript keeps their name there.
    const missing = ts
      .getPreEmitDiagnostics(program)
      .filter(({ file, code }) => file && CANNOT_FIND.has(code) && room(below(file.fileName)) === 'callback')
      .map(
        ({ file, messageText }) =>
          `${below(file?.fileName ?? '')}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
      )
      .filter((text) => !/'(crypto|Crypto)'/.test(text));
    expect(missing).toEqual([]);
  });
});

/** TypeScript's codes for a name that it does not know, one for each thing that it guesses the author needs. */
const CANNOT_FIND = new Set([2304, 2552, 2580, 2584, 2812]);

function below(path: string): string {
  return relative(SRC, path).split(sep).join('/');
}

describe('files', () => {
  test('no file is named after nothing in particular', () => {
    expect(files.filter((path) => FORBIDDEN_NAMES.test(path))).toEqual([]);
  });

  test('names are kebab-case', () => {
    const stem = (path: string): string => basename(path).replace(/\.(styles\.|d\.)?ts$/, '');
    const inKebabCase = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
    // A locale is named by its language tag, whose region is upper case.
    const isLocale = (path: string): boolean => dirname(path) === 'language/locales' && /^[a-zA-Z-]+$/.test(stem(path));
    expect(files.filter((path) => !inKebabCase.test(stem(path)) && !isLocale(path))).toEqual([]);
  });

  test(`none is longer than ${LONGEST_FILE} lines`, () => {
    const long = files.map((path) => `${path}: ${source(path).getLineStarts().length - 1}`);
    expect(long.filter((entry) => Number(entry.split(': ')[1]) > LONGEST_FILE)).toEqual([]);
  });

  test('each begins with the reason why it exists', () => {
    expect(files.filter((path) => !/^\/[/*]/.test(source(path).text))).toEqual([]);
  });

  test('none has a default export', () => {
    const isDefault = (node: ts.Statement): boolean =>
      ts.isExportAssignment(node) || /^export default\b/.test(node.getText());
    expect(files.filter((path) => source(path).statements.some(isDefault))).toEqual([]);
  });
});
