// What stands in a template literal is downloaded as it was typed, and indentation costs bytes. This rollup plugin takes
// it out of html``, svg`` and css`` without changing what a browser makes of them.

import { transform } from 'lightningcss';

/** Stands for an expression while a template is one string: a character that no template holds. */
const HOLE = '\uE000';

const COMMENT = /<!--[^\uE000]*?-->/g;
const TOKEN = /<\/?[a-zA-Z](?:"[^"]*"|'[^']*'|[^'">])*>|[^<]+|</g;

/** White space before and after these never shows, because they begin and end a line. */
const BLOCK =
  /^(?:article|aside|dd|details|div|dl|dt|fieldset|footer|form|h[1-6]|header|hr|legend|li|main|nav|ol|optgroup|option|p|section|style|summary|table|tbody|td|th|thead|tr|ul)$/;

/** In a drawing only these show white space. */
const DRAWN_TEXT = /^(?:desc|foreignObject|text|textPath|title|tspan)$/;

/** A tag with one space between its attributes. The space before `/>` ends an unquoted value, so it stays there. */
function squeezeTag(tag) {
  return tag
    .replace(/("[^"]*"|'[^']*')|[ \t\n]+/g, (_, quoted) => quoted ?? ' ')
    .replace(/(?<=["']) (?=\/>$)| (?=>$)/, '');
}

/**
 * Markup without the white space that does not show: a run becomes one space, and none beside a block or in a drawing.
 * Between two inline things the space stays. Markup that shows its white space as typed is left alone.
 */
export function squeezeMarkup(markup, isDrawing = false) {
  if (/<(?:pre|textarea)\b[^>]*>[^<]/.test(markup)) return markup;

  let drawings = isDrawing ? 1 : 0;
  let drawnTexts = 0;
  const tokens = [...markup.replace(COMMENT, '').matchAll(TOKEN)].map(([text]) => {
    const [, closing, name] = /^<(\/?)([a-zA-Z][^\s/>]*)/.exec(text) ?? [];
    if (!name) return { text };
    const depth = closing ? -1 : text.endsWith('/>') ? 0 : 1;
    const isRoot = name === 'svg';
    const isBlock = BLOCK.test(name) || (drawings > 0 && !isRoot && !drawnTexts && !DRAWN_TEXT.test(name));
    if (isRoot) drawings += depth;
    else if (drawings && DRAWN_TEXT.test(name)) drawnTexts += depth;
    return {
      text: squeezeTag(text),
      isTag: true,
      hidesBefore: isBlock || (isRoot && closing),
      hidesAfter: isBlock || (isRoot && !closing),
    };
  });

  return tokens
    .map(({ text, isTag }, index) => {
      if (isTag) return text;
      let line = text.replace(/[ \t\n]+/g, ' ');
      if (tokens[index - 1]?.hidesAfter) line = line.replace(/^ /, '');
      if (tokens[index + 1]?.hidesBefore) line = line.replace(/ $/, '');
      return line;
    })
    .join('');
}

/** A stylesheet, minified. */
export function squeezeStyles(source) {
  return transform({ filename: 'styles.css', code: Buffer.from(source), minify: true }).code.toString();
}

/** The source texts between a template's expressions, without what does not show; nothing where nothing can be done. */
function squeezeTemplate(tag, quasis) {
  if (tag === 'css') {
    const [{ cooked }] = quasis.map((quasi) => quasi.value);
    return quasis.length === 1 && [squeezeStyles(cooked).replace(/[\\`]|\$(?=\{)/g, '\\$&')];
  }
  const markup = quasis.map((quasi) => quasi.value.raw).join(HOLE);
  const texts = squeezeMarkup(markup, tag === 'svg').split(HOLE);
  if (texts.length !== quasis.length) throw new Error(`An expression got lost in ${markup}`);
  return texts;
}

/** Every html``, svg`` and css`` at or below a node of the syntax tree. */
function* templatesIn(node) {
  if (typeof node !== 'object' || node === null) return;
  if (node.type === 'TaggedTemplateExpression' && /^(?:html|svg|css)$/.test(node.tag.name)) yield node;
  for (const child of Object.values(node)) yield* templatesIn(child);
}

/** The plugin. It sees each module before bundling, as tsc wrote it. */
export function templates() {
  return {
    name: 'templates',
    transform(code) {
      const edits = [];
      for (const { tag, quasi } of templatesIn(this.parse(code))) {
        const texts = squeezeTemplate(tag.name, quasi.quasis);
        if (texts) edits.push(...quasi.quasis.map(({ start, end }, index) => ({ start, end, text: texts[index] })));
      }
      edits.sort((a, b) => b.start - a.start);
      for (const { start, end, text } of edits) code = code.slice(0, start) + text + code.slice(end);
      return { code, map: null };
    },
  };
}
