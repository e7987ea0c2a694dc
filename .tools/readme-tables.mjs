// The README's tables come from what they tell about: the manifest, the settings' comments, the measured files. This fills
// them in between `<!-- table:NAME -->` and `<!-- /table -->`; with --check it fails where they are out of date.

import { readFileSync, writeFileSync } from 'node:fs';
import prettier from 'prettier';
import ts from 'typescript';
import { sizes } from './measure.mjs';

const FILE = 'README.md';
const MARKED = /(<!-- table:(.+?) -->)[^]*?(<!-- \/table -->)/g;

const code = (text) => (text ? `\`${text}\`` : '');
const typeOf = (type) => code(type?.text.replace(' | undefined', ''));
const line = (text = '') => text.replace(/\s+/g, ' ').trim();
const cell = (text) => line(text).replaceAll('|', '\\|');

/** A table in Markdown, without the columns in which no row has anything. */
function table(head, rows) {
  const filled = head.map((_, column) => rows.some((cells) => cells[column]));
  const row = (cells) =>
    `| ${cells
      .filter((_, column) => filled[column])
      .map(cell)
      .join(' | ')} |`;
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}

/** What an element offers, each kind with its columns. */
const KINDS = {
  attributes: {
    head: ['attribute', 'type', 'default', ''],
    rows: ({ attributes = [] }) =>
      attributes.map(({ name, type, default: value, description }) => [
        code(name),
        typeOf(type),
        code(value),
        description,
      ]),
  },
  properties: {
    head: ['property', 'type', 'default', ''],
    rows: ({ members = [] }) =>
      members
        .filter(({ kind, attribute }) => kind === 'field' && !attribute)
        .map(({ name, type, default: value, description }) => [code(name), typeOf(type), code(value), description]),
  },
  methods: {
    head: ['method', ''],
    rows: ({ members = [] }) =>
      members
        .filter(({ kind }) => kind === 'method')
        .map(({ name, parameters = [], description }) => [
          code(`${name}(${parameters.map((parameter) => parameter.name).join(', ')})`),
          description,
        ]),
  },
  events: {
    head: ['event', 'detail', 'when'],
    rows: ({ events = [] }) =>
      events.map(({ name, type, description }) => [
        code(name),
        code(type?.text.replace(/^CustomEvent(?:<(.*)>)?$/, '$1')),
        description,
      ]),
  },
  slots: {
    head: ['slot', 'what it holds'],
    rows: ({ slots = [] }) => slots.map(({ name, description }) => [code(name) || '(none)', description]),
  },
  parts: {
    head: ['part', 'what it is'],
    rows: ({ cssParts = [] }) => cssParts.map(({ name, description }) => [code(name), description]),
  },
  'css properties': {
    head: ['property', 'default', ''],
    rows: ({ cssProperties = [] }) =>
      cssProperties.map(({ name, default: value, description }) => [code(name), code(value), description]),
  },
  states: {
    head: ['state', 'while'],
    rows: ({ cssStates = [] }) => cssStates.map(({ name, description }) => [code(name), description]),
  },
};

function elementTable(tagName, kind) {
  const { modules } = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8'));
  const element = modules
    .flatMap(({ declarations }) => declarations)
    .find((declaration) => declaration.tagName === tagName);
  if (!element || !KINDS[kind]) throw new Error(`${FILE} asks for a table of ${tagName} ${kind}: there is none.`);
  return table(KINDS[kind].head, KINDS[kind].rows(element));
}

/** The interface `Settings`: a row for each member, its comment the text and `@default` the default. */
function settingsTable() {
  const file = 'src/settings/settings.ts';
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const settings = source.statements.find((node) => ts.isInterfaceDeclaration(node) && node.name.text === 'Settings');
  const typeText = (type) => {
    const alias = source.statements.find(
      (node) => ts.isTypeAliasDeclaration(node) && node.name.text === type.getText(),
    );
    return line((alias?.type ?? type).getText());
  };
  const rows = settings.members.map((member) => {
    const text = ts.getTextOfJSDocComment(ts.getJSDocCommentsAndTags(member)[0]?.comment);
    const tags = Object.fromEntries(
      ts.getJSDocTags(member).map((tag) => [tag.tagName.text, ts.getTextOfJSDocComment(tag.comment)]),
    );
    return [code(member.name.getText()), code(typeText(member.type)), tags.default, text];
  });
  return table(['setting', 'type', 'default', ''], rows);
}

function sizesTable() {
  const number = (value) => value.toLocaleString('en-GB');
  const rows = sizes('dist').map(({ step, parts, bytes, budget }) => [
    step,
    parts.map(({ file }) => code(file)).join(', '),
    number(bytes),
    number(budget),
  ]);
  return table(['step', 'files', 'bytes, brotli', 'budget'], rows);
}

function tableOf(name) {
  if (name === 'settings') return settingsTable();
  if (name === 'sizes') return sizesTable();
  const [tagName, ...kind] = name.split(' ');
  return elementTable(tagName, kind.join(' '));
}

const before = readFileSync(FILE, 'utf8');
const filled = before.replace(MARKED, (_, start, name, end) => `${start}\n\n${tableOf(name)}\n\n${end}`);
const after = await prettier.format(filled, { ...(await prettier.resolveConfig(FILE)), filepath: FILE });

if (!process.argv.includes('--check')) writeFileSync(FILE, after);
else if (after !== before) {
  console.error(`${FILE} is out of date: run npm run readme.`);
  process.exitCode = 1;
}
